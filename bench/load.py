"""The load generator, a process of its own: reads a plan as JSON on stdin, prints the figures as JSON.

{"kind": "reads", "host": …, "port": …, "paths": […], "connections": 16, "seconds": 3}
"""

import asyncio
import sys
import time
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import uvloop

from bench.http_client import Connection
from bench.statistics import Run

Plan = dict[str, Any]


async def reads(plan: Plan) -> Run:
    """Keep-alive connections that ask for the paths round and round, until the time is over or all were asked once."""
    connections = [await Connection.open(plan["host"], plan["port"]) for _ in range(plan["connections"])]
    headers = {"Authorization": f"Bearer {plan['token']}"} if "token" in plan else {}
    requests = [connections[0].encode("GET", path, headers=headers) for path in plan["paths"]]
    latencies: list[float] = []
    failures = 0
    deadline = time.perf_counter() + plan["seconds"]
    upcoming = iter(range(len(requests))) if plan.get("once") else None

    async def ask(connection: Connection, position: int) -> None:
        nonlocal failures
        while time.perf_counter() < deadline:
            if upcoming is not None:
                position = next(upcoming, -1)
                if position < 0:
                    return
            started = time.perf_counter()
            status, _ = await connection.send(requests[position % len(requests)])
            latencies.append(time.perf_counter() - started)
            failures += status != 200
            position += 1

    started = time.perf_counter()
    await asyncio.gather(*(ask(connection, index) for index, connection in enumerate(connections)))
    return Run.of(latencies, time.perf_counter() - started, failures)


async def purchases(plan: Plan) -> Run:
    """Signed-up shoppers who each buy, one purchase after another, distinct variants, from cart to paid."""
    variants = iter(plan["variants"])
    latencies: list[float] = []
    failures: list[Any] = []
    deadline = time.perf_counter() + plan["seconds"]

    async def shop(token: str) -> None:
        connection = await Connection.open(plan["host"], plan["port"])
        while time.perf_counter() < deadline:
            variant = next(variants, None)
            if variant is None:
                return
            started = time.perf_counter()
            problem = await buy(connection, token, variant)
            if problem is None:
                latencies.append(time.perf_counter() - started)
            else:
                failures.append(problem)

    started = time.perf_counter()
    await asyncio.gather(*(shop(token) for token in plan["tokens"]))
    run = Run.of(latencies, time.perf_counter() - started, len(failures))
    if failures:
        status, problem = failures[0]
        sys.stderr.write(f"{len(failures)} purchases failed, the first with {status} {problem.get('code', '')}\n")
    return run


ADDRESS = {"name": "A. Shopper", "address1": "Main Street 1", "city": "Berlin", "state": "BE", "zip": "10115"}


async def buy(connection: Connection, token: str, variant: str) -> Any:
    """From cart to paid order. None when the order was paid, else the answer that stood in the way."""
    headers = {"Authorization": f"Bearer {token}"}
    status, cart = await connection.call("POST", "/api/v1/carts", {}, headers)
    if status not in (200, 201):
        return status, cart
    path = f"/api/v1/carts/{cart['id']}"
    steps = (
        ("POST", f"{path}/items", {"variant_id": variant, "quantity": 1}),
        ("PUT", f"{path}/address", {**ADDRESS, "country": "DE"}),
        ("PUT", f"{path}/shipping", {"shipping_method": "standard"}),
    )
    for method, where, content in steps:
        status, cart = await connection.call(method, where, content, headers)
        if status not in (200, 201):
            return status, cart
    checkout = {
        "cart_id": cart["id"],
        "cart_version": cart["version"],
        "expected_total": cart["totals"]["total"],
        "payment": {"provider": "test"},
        "email": "shopper@bench.example",
    }
    headers["Idempotency-Key"] = str(uuid.uuid4())
    status, order = await connection.call("POST", "/api/v1/checkouts", checkout, headers)
    return None if status == 201 and order["payment_status"] == "paid" else (status, order)


async def chats(plan: Plan) -> Run:
    """Conversations side by side; each turn makes one tool call. Latency is the time to the first `tool.call`."""
    latencies: list[float] = []
    failures = 0
    deadline = time.perf_counter() + plan["seconds"]

    async def talk(token: str) -> None:
        nonlocal failures
        connection = await Connection.open(plan["host"], plan["port"])
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        turn, conversation = 0, None
        while time.perf_counter() < deadline:
            message = plan["messages"][turn % len(plan["messages"])]
            body = orjson.dumps({"conversation_id": conversation, "message_id": str(uuid.uuid4()), "message": message})
            started = time.perf_counter()
            status, answer = await connection.send(
                connection.encode("POST", "/api/v1/chat", body, headers), b"event: tool.call"
            )
            turn += 1
            if status == 200 and connection.seen_at > started and b"event: done" in answer:
                latencies.append(connection.seen_at - started)
            else:
                failures += 1
            conversation = None if turn % plan["turns"] == 0 else _conversation(answer)

    started = time.perf_counter()
    await asyncio.gather(*(talk(token) for token in plan["tokens"]))
    return Run.of(latencies, time.perf_counter() - started, failures)


def _conversation(answer: bytes) -> str | None:
    """The conversation's id from the `done` event."""
    _, _, tail = answer.rpartition(b"event: done")
    data = tail.partition(b"data: ")[2].partition(b"\n")[0]
    return orjson.loads(data).get("conversation_id") if data else None


KINDS: dict[str, Callable[[Plan], Awaitable[Run]]] = {"reads": reads, "purchases": purchases, "chats": chats}

if __name__ == "__main__":
    the_plan = orjson.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(orjson.dumps(uvloop.run(KINDS[the_plan["kind"]](the_plan)).as_dict()))
