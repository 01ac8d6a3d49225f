"""The row about overload: ten times what can be done is asked for, then half of it."""

import itertools
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar

import orjson

from bench.report import Row, say
from bench.runs import RUNS, cpu_seconds, pid_listening
from bench.suite import Suite
from common.config import ROOT
from common.database import DEFAULT_TENANT
from user_service.app.keys.service import load_keys

T = TypeVar("T")
_numbers = itertools.count()
SHOPPERS, GUESTS, TIMES = 32, 2500, 10
SECONDS, CALM = 20, 40  # calm for longer than recovering may take


def row(suite: Suite, seconds: float) -> Row:
    """Goodput is purchases done a second; the peak is the best of closed loops, where everybody waits.

    It is the same crowd in both: strangers to the shop, whose tokens were not seen before.
    """
    plan = {
        "host": "127.0.0.1",
        "port": suite.ports["order_service"],
        "variants": full_shelves(suite, 40),
    }
    crowds = [guests(suite, GUESTS) for _ in range(RUNS + 1)]
    full = plan | {"shoppers": SHOPPERS, "seconds": seconds * 2}
    closed, spent_closed = with_cpu(suite, lambda: [crowd(full | {"tokens": tokens}) for tokens in crowds[1:]])
    peak = max(run["goodput"] for run in closed)
    plan["tokens"] = crowds[0]
    flood, spent = with_cpu(suite, lambda: crowd(plan | {"rate": peak * TIMES, "seconds": SECONDS}))
    calm = crowd(plan | {"rate": peak / 2, "seconds": CALM})
    say(f"  peak {peak:.0f}/s; flooded: {flood}; after it: {calm}")
    say(f"  seconds of CPU in the flood: {spent}, the generator {flood['cpu']:.1f}")
    purchase = spent_closed["order_service"] / sum(run["outcomes"]["done"] for run in closed)
    rest = spent["order_service"] - flood["outcomes"].get("done", 0) * purchase
    refusal = rest / max(1, flood["outcomes"].get("refused", 0))
    say(f"  order_service: a purchase {purchase * 1e3:.1f} ms, as at the peak; for each refusal {refusal * 1e6:.0f} µs")
    recovered = calm["last_refusal"] + 1
    kept = flood["goodput"] / peak
    honest = not {"refused without a word", "wrong", "lost", "silent"} & {*flood["outcomes"], *calm["outcomes"]}
    return Row(
        f"purchases while {TIMES} times as many are asked for",
        f"{flood['goodput']:.0f}/s of {peak:.0f}/s at {flood['offered']:.0f}/s offered, p95 {flood['p95']:.0f} ms, "
        f"{flood['outcomes'].get('refused', 0)} told when to come back, recovered after {recovered} s",
        "80 % of the peak, the rest 503 or 429 with Retry-After, recovered within 30 s",
        kept >= 0.8 and recovered <= 30 and honest,
        ratio=f"{kept:.2f} of the peak",
    )


def crowd(plan: dict[str, Any]) -> dict[str, Any]:
    """Run the open loop in its own process."""
    command = [sys.executable, "-m", "bench.overload"]
    done = subprocess.run(command, input=orjson.dumps(plan), stdout=subprocess.PIPE, cwd=ROOT, check=True)
    found = orjson.loads(done.stdout)
    found["outcomes"] = {name: count for name, count in found["outcomes"].items() if count}
    return dict(found)


def with_cpu(suite: Suite, work: Callable[[], T]) -> tuple[T, dict[str, float]]:
    """What `work` gives, and the seconds of CPU that each service spent meanwhile."""
    pids = {service: pid_listening(port) for service, port in suite.ports.items()}
    before = {service: cpu_seconds(pid) for service, pid in pids.items()}
    given = work()
    return given, {service: round(cpu_seconds(pid) - before[service], 1) for service, pid in pids.items()}


def guests(suite: Suite, count: int) -> list[str]:
    """Others at every call. Signed with the shop's own key: user_service would not make so many for one address."""
    signer = load_keys(suite.data_dir).signer
    claims = {"tid": DEFAULT_TENANT, "roles": ["guest"], "permissions": [], "exp": int(time.time()) + 3600}
    return [
        signer.sign(claims | {"sub": f"gst_bench_{number}", "sid": f"ses_bench_{number}", "jti": f"tok_{number}"})
        for number in itertools.islice(_numbers, count)
    ]


def full_shelves(suite: Suite, count: int) -> list[str]:
    """Variants of which there are more than anybody buys."""
    headers = {"Authorization": f"Bearer {suite.import_token()}"}
    found = []
    for number in range(count):
        variant = {"sku": f"FULL-{number}", "price": {"amount": 1000, "currency": "EUR"}, "quantity": 1_000_000}
        product = {"title": f"Shelf {number}", "variants": [variant]}
        made = suite.send("POST", f"{suite.url('product_service')}/api/v1/products", headers, product)
        found.append(made["variants"][0]["id"])
    return found
