"""What happens in the shop reaches other people's servers: signed, in order, once or with the same id again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from common.database import use_tenant
from order_service.tests.receiver import Receiver, receiver
from order_service.tests.webhooks import PATH, Hooks, open_hooks
from tests.support.issuer import Issuer

ORDERS = ("order.placed", "order.cancelled", "payment.captured", "payment.refunded")


@pytest.fixture
async def hooks(make_settings: Callable[..., Any], people: Issuer) -> AsyncIterator[Hooks]:
    async with open_hooks(make_settings, people) as opened:
        yield opened


@pytest.fixture
async def crm() -> AsyncIterator[Receiver]:
    async with receiver() as listening:
        yield listening


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


async def test_an_order_is_told_signed_and_once(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, *ORDERS)
    order_id = await hooks.order()
    await hooks.tell()
    await hooks.tell()
    assert [(got.type, got.data["order_id"]) for got in crm.received] == [
        ("order.placed", order_id),
        ("payment.captured", order_id),
    ]
    placed = crm.received[0]
    [event] = await hooks.shop.events("order.placed")
    assert (placed.id, placed.data) == (event["id"], event["data"])
    assert placed.headers["content-type"] == "application/json"
    assert all(got.is_signed_with(endpoint["secret"]) for got in crm.received)
    assert not placed.is_signed_with("whsec_" + "A" * 43 + "=")
    first, second = await hooks.deliveries(endpoint)
    assert [first["status"], second["status"], first["attempts"]] == ["delivered", "delivered", 1]
    assert (first["last_status_code"], first["next_attempt_at"]) == (204, None)
    detail = await hooks.call("GET", f"/{endpoint['id']}/deliveries/{first['id']}")
    assert detail["body"].encode() == placed.body


async def test_products_and_stock_are_told_too(hooks: Hooks, crm: Receiver) -> None:
    await hooks.endpoint(crm.url, "product.created", "stock.changed")
    await hooks.shop.shopper().buy(await hooks.shop.variant(quantity=1))
    await hooks.tell()
    assert [got.type for got in crm.received] == ["product.created", "stock.changed"]


async def test_what_fails_is_tried_again_with_the_same_id_and_body(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    crm.answers += [
        web.Response(status=500, text="x" * 3000),
        web.Response(status=503, headers={"Retry-After": "120"}),
        web.Response(status=302, headers={"Location": crm.url}),
    ]
    await hooks.order()
    hooks.shop.clock.stand_still()
    await hooks.tell()
    [waiting] = await hooks.deliveries(endpoint, status="pending")
    pause = moment(waiting["next_attempt_at"]) - hooks.shop.clock.now()
    assert timedelta(seconds=3) < pause <= timedelta(seconds=6)
    await hooks.send()
    assert len(crm.received) == 1
    hooks.shop.clock.advance(6)
    await hooks.send()
    hooks.shop.clock.advance(119)
    await hooks.send()
    assert len(crm.received) == 2
    for seconds in (1, 144):
        hooks.shop.clock.advance(seconds)
        await hooks.send()
    assert await hooks.log(waiting) == [(500, None), (503, None), (302, None), (204, None)]
    assert len({got.id for got in crm.received}) == len({got.body for got in crm.received}) == 1
    assert len({got.timestamp for got in crm.received}) == 4
    assert all(got.is_signed_with(endpoint["secret"]) for got in crm.received)
    [done] = await hooks.deliveries(endpoint)
    assert (done["status"], done["attempts"]) == ("delivered", 4)
    log = (await hooks.call("GET", f"/{endpoint['id']}/deliveries/{done['id']}"))["log"]
    assert log[-1]["answer"] == "x" * 2048


async def test_a_later_event_of_an_order_waits_for_the_earlier_and_others_do_not(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, *ORDERS)
    first = await hooks.order()
    await hooks.news()
    crm.answers.append(web.Response(status=500))
    await hooks.send()
    await hooks.shop.shopper().cancel(first)
    second = await hooks.order()
    await hooks.tell()
    assert [(got.type, got.data["order_id"]) for got in crm.received] == [
        ("order.placed", first),
        ("order.placed", second),
        ("payment.captured", second),
    ]
    hooks.shop.clock.advance(6)
    await hooks.send()
    of_first = [got.type for got in crm.received if got.data["order_id"] == first]
    assert of_first == ["order.placed", "order.placed", "payment.captured", "order.cancelled", "payment.refunded"]
    assert {row["status"] for row in await hooks.deliveries(endpoint)} == {"delivered"}


async def test_after_three_days_it_is_given_up_and_the_next_one_goes(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed", "payment.captured")
    crm.answers += [web.Response(status=500) for _ in range(100)]
    await hooks.order()
    await hooks.news()
    began = hooks.shop.clock.now()
    while (placed := (await hooks.deliveries(endpoint))[0])["status"] == "pending":
        await hooks.send()
        hooks.shop.clock.advance(1800)
        assert hooks.shop.clock.now() < began + timedelta(days=3, hours=2)
    assert hooks.shop.clock.now() > began + timedelta(days=3)
    assert (placed["status"], placed["next_attempt_at"]) == ("failed", None)
    assert 14 <= placed["attempts"] <= 17
    told = [got.type for got in crm.received]
    assert told == ["order.placed"] * placed["attempts"] + ["payment.captured"]
    [waiting] = await hooks.deliveries(endpoint, status="pending")
    assert moment(waiting["next_attempt_at"]) <= began + timedelta(days=3, seconds=1806), "its own days have begun"


async def test_who_is_gone_is_told_nothing_more_until_enabled_again(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    crm.answers.append(web.Response(status=410))
    await hooks.order()
    await hooks.tell()
    found = await hooks.call("GET", f"/{endpoint['id']}")
    assert (found["enabled"], found["disabled_reason"]) == (False, "gone")
    [row] = await hooks.deliveries(endpoint)
    assert row["status"] == "failed"
    audited = [row["detail"] for row in await hooks.shop.rows("audit_events") if "disabled" in row["action"]]
    assert audited == [{"host": "127.0.0.1", "reason": "gone"}]
    await hooks.order()
    await hooks.tell()
    assert len(await hooks.deliveries(endpoint)) == len(crm.received) == 1
    for path in (f"/{endpoint['id']}/test", f"/{endpoint['id']}/deliveries/{row['id']}/resend"):
        refused = await hooks.shop.client.post(PATH + path, headers=hooks.shop.staff)
        assert (refused.status_code, refused.json()["code"]) == (409, "webhook_endpoint_disabled")
    found = await hooks.call("PATCH", f"/{endpoint['id']}", {"enabled": True})
    assert (found["enabled"], found["disabled_reason"], found["disabled_at"]) == (True, None, None)
    await hooks.order()
    await hooks.tell()
    assert len(crm.received) == 2


async def test_who_only_fails_for_days_is_disabled(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    crm.answers += [web.Response(status=500) for _ in range(9)]
    for _ in range(2):
        await hooks.order()
        await hooks.tell()
        found = await hooks.call("GET", f"/{endpoint['id']}")
        assert (found["enabled"], found["failing_since"] is not None) == (True, True)
        hooks.shop.clock.advance(4 * 86_400)
    await hooks.send()
    found = await hooks.call("GET", f"/{endpoint['id']}")
    assert (found["enabled"], found["disabled_reason"]) == (False, "failing")


async def test_what_was_sent_when_the_process_died_is_sent_again_as_the_same(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    await hooks.order()
    await hooks.news()
    crm.open.clear()
    await hooks.services.sender.dispatch()
    await crm.has(1)
    for task in list(hooks.services.sender._sending):
        task.cancel()  # it has arrived, and nobody notes it down
    await hooks.services.sender.settle()
    crm.open.set()
    await hooks.send()
    assert len(crm.received) == 1, "the lease of the dead is not over yet"
    hooks.shop.clock.advance(46)
    await hooks.send()
    assert len(crm.received) == 2
    assert (crm.received[0].id, crm.received[0].body) == (crm.received[1].id, crm.received[1].body)
    [row] = await hooks.deliveries(endpoint)
    assert (row["status"], row["attempts"]) == ("delivered", 1)


async def test_who_comes_late_changes_nothing_of_what_another_noted(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    await hooks.order()
    await hooks.news()
    crm.open.clear()
    crm.answers += [web.Response(status=200), web.Response(status=500)]
    other = hooks.another_worker()
    await hooks.services.sender.dispatch()
    await crm.has(1)
    hooks.shop.clock.advance(46)
    await other.dispatch()
    await crm.has(2)
    crm.open.set()
    await asyncio.gather(hooks.services.sender.settle(), other.settle())
    [row] = await hooks.deliveries(endpoint)
    assert (row["status"], row["last_status_code"]) == ("delivered", 200)
    assert sorted(await hooks.log(row)) == [(200, None), (500, None)]


async def test_two_workers_send_everything_once(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed", "payment.captured")
    for _ in range(8):
        await hooks.order()
    await hooks.news()
    other = hooks.another_worker()
    async with asyncio.timeout(60):
        while await hooks.deliveries(endpoint, status="pending"):
            await asyncio.gather(hooks.services.sender.dispatch(), other.dispatch())
            await asyncio.gather(hooks.services.sender.settle(), other.settle())
    assert len(crm.received) == len({got.id for got in crm.received}) == 16
    for order_id in {got.data["order_id"] for got in crm.received}:
        told = [got.type for got in crm.received if got.data["order_id"] == order_id]
        assert told == ["order.placed", "payment.captured"]


async def test_who_is_slow_holds_up_nobody_else(hooks: Hooks, crm: Receiver) -> None:
    async with receiver() as slow:
        slow.open.clear()
        slow_one = await hooks.endpoint(slow.url, "order.placed")
        await hooks.endpoint(crm.url, "order.placed")
        for _ in range(6):
            await hooks.order()
        await hooks.news()
        sender = hooks.services.sender
        async with asyncio.timeout(60):
            while len(crm.received) < 6:
                await sender.dispatch()
                await asyncio.sleep(0)
        assert len(await slow.has(4)) == 4, "no more than four at once to one"
        assert len(await hooks.deliveries(slow_one, status="pending")) == 6
        slow.open.set()
        await sender.settle()
        await hooks.send()
        assert len(slow.received) == 6


async def test_the_old_secret_signs_for_a_day_beside_the_new_one(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url)
    rotated = await hooks.call("POST", f"/{endpoint['id']}/secret")
    assert rotated["secret"] != endpoint["secret"]
    assert moment(rotated["old_secrets_until"]) > hooks.shop.clock.now() + timedelta(hours=23)
    for advance, signatures in ((0, 2), (86_401, 1)):
        hooks.shop.clock.advance(advance)
        await hooks.call("POST", f"/{endpoint['id']}/test")
        await hooks.send()
        got = crm.received[-1]
        assert (got.type, len(got.signatures)) == ("webhook.test", signatures)
        assert got.is_signed_with(rotated["secret"])
        assert got.is_signed_with(endpoint["secret"]) == (signatures == 2)
    for _ in range(5):
        await hooks.call("POST", f"/{endpoint['id']}/secret")
    refused = await hooks.shop.client.post(f"{PATH}/{endpoint['id']}/secret", headers=hooks.shop.staff)
    assert (refused.status_code, refused.json()["code"]) == (409, "rotated_too_often")


async def test_secrets_are_shown_once_and_stored_sealed(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url)
    rotated = await hooks.call("POST", f"/{endpoint['id']}/secret")
    [row] = await hooks.shop.rows("webhook_endpoints")
    audited = await hooks.shop.rows("audit_events")
    told = await hooks.shop.rows("outbox")
    shown = [await hooks.call("GET"), await hooks.call("GET", f"/{endpoint['id']}"), row, audited, told]
    for secret in (endpoint["secret"], rotated["secret"]):
        assert secret.startswith("whsec_")
        assert secret not in str(shown)
    assert [each["action"] for each in audited] == ["webhook_endpoint.created", "webhook_endpoint.secret_rotated"]
    assert "from=shop" not in str(audited), "an address may hold a secret: the host is enough"


async def test_a_test_is_tried_once_and_anything_can_be_sent_again(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    crm.answers.append(web.Response(status=500, text="no\0thing"))
    queued = await hooks.call("POST", f"/{endpoint['id']}/test")
    assert (queued["status"], queued["type"]) == ("pending", "webhook.test")
    await hooks.send()
    [failed] = await hooks.deliveries(endpoint, type="webhook.test", status="failed")
    again = f"/{endpoint['id']}/deliveries/{queued['id']}/resend"
    for attempts in (2, 3):
        assert (await hooks.call("POST", again))["status"] == "pending"
        await hooks.send()
        [row] = await hooks.deliveries(endpoint, type="webhook.test")
        assert (row["id"], row["status"], row["attempts"]) == (failed["id"], "delivered", attempts)
    assert len({got.id for got in crm.received}) == 1
    assert await hooks.log(row) == [(500, None), (204, None), (204, None)]
    detail = await hooks.call("GET", f"/{endpoint['id']}/deliveries/{queued['id']}")
    assert detail["log"][-1]["answer"] == "no�thing"


async def test_addresses_of_ours_are_refused_when_typed_and_when_found_out(
    make_settings: Callable[..., Any], people: Issuer
) -> None:
    async with open_hooks(make_settings, people, egress_allow=[]) as hooks:
        for url in ("http://127.0.0.1:8003/", "http://2130706433/", "https://u:p@crm.example/", "ftp://crm.example/"):
            answer = await hooks.shop.client.post(PATH, json={"url": url}, headers=hooks.shop.staff)
            assert (answer.status_code, answer.json()["code"]) == (422, "address_not_allowed"), url
        endpoint = await hooks.endpoint("http://localhost:8003/")
        await hooks.call("POST", f"/{endpoint['id']}/test")
        await hooks.send()
        [row] = await hooks.deliveries(endpoint)
        assert await hooks.log(row) == [(None, "address_not_allowed")]
        changed = await hooks.shop.client.patch(
            f"{PATH}/{endpoint['id']}", json={"url": "http://[::1]/"}, headers=hooks.shop.staff
        )
        assert changed.status_code == 422


async def test_nobody_there_is_told_as_that(hooks: Hooks) -> None:
    async with receiver() as closed:
        pass
    endpoint = await hooks.endpoint(closed.url, "order.placed")
    await hooks.order()
    await hooks.tell()
    [row] = await hooks.deliveries(endpoint)
    assert (row["status"], row["last_error"]) == ("pending", "not_reachable")


async def test_the_same_event_read_twice_is_one_delivery_and_none_before_the_endpoint(
    hooks: Hooks, crm: Receiver
) -> None:
    await hooks.order()
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    await hooks.order()
    await hooks.news()
    [row] = await hooks.deliveries(endpoint)
    anew = hooks.services.recording.follow(hooks.shop.runtime.events)[0]
    anew.name = "a log that began anew"
    assert await anew.catch_up() == 2
    assert await hooks.deliveries(endpoint) == [row]


async def test_lists_go_on_where_they_ended_and_filters_count(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, *ORDERS)
    for _ in range(3):
        await hooks.order()
    await hooks.tell()
    path, seen, cursor = f"/{endpoint['id']}/deliveries", [], None
    while True:
        page = await hooks.call("GET", path, limit=2, **({"cursor": cursor} if cursor else {}))
        seen += [row["id"] for row in page["items"]]
        if (cursor := page["next_cursor"]) is None:
            break
    assert len(seen) == len(set(seen)) == 6
    assert seen == sorted(seen, reverse=True)
    assert len(await hooks.deliveries(endpoint, type="order.placed")) == 3
    assert await hooks.deliveries(endpoint, status="failed") == []
    other = await hooks.endpoint(crm.url)
    assert [each["id"] for each in (await hooks.call("GET", limit=1))["items"]] == [other["id"]]


async def test_what_is_removed_is_gone_with_all_that_was_delivered(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    await hooks.order()
    await hooks.tell()
    await hooks.call("DELETE", f"/{endpoint['id']}")
    for table in ("webhook_endpoints", "webhook_deliveries", "webhook_attempts"):
        assert await hooks.shop.rows(table) == []
    answer = await hooks.shop.client.get(f"{PATH}/{endpoint['id']}/deliveries", headers=hooks.shop.staff)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_what_is_removed_while_it_is_sent_stays_gone(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    await hooks.order()
    await hooks.news()
    crm.open.clear()
    await hooks.services.sender.dispatch()
    await crm.has(1)
    await hooks.call("DELETE", f"/{endpoint['id']}")
    crm.open.set()
    await hooks.services.sender.settle()
    assert await hooks.services.sender.dispatch() == 0
    assert await hooks.shop.rows("webhook_deliveries") == await hooks.shop.rows("webhook_attempts") == []


async def test_time_forgets_what_is_old_and_gives_up_what_waits_for_the_disabled(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    crm.answers.append(web.Response(status=500))
    await hooks.order()
    await hooks.tell()
    await hooks.call("PATCH", f"/{endpoint['id']}", {"enabled": False})
    hooks.shop.clock.advance(2 * 86_400)
    assert await hooks.services.housekeeping.tidy() == 0
    assert (await hooks.deliveries(endpoint))[0]["status"] == "pending"
    hooks.shop.clock.advance(86_400 + 60)
    await hooks.services.housekeeping.tidy()
    assert (await hooks.deliveries(endpoint))[0]["status"] == "failed"
    hooks.shop.clock.advance(27 * 86_400)
    assert await hooks.services.housekeeping.tidy() == 1
    assert await hooks.deliveries(endpoint) == await hooks.shop.rows("webhook_attempts") == []


async def test_other_shops_and_other_people_have_no_part_in_it(hooks: Hooks, crm: Receiver) -> None:
    endpoint = await hooks.endpoint(crm.url, "order.placed")
    await hooks.order()
    await hooks.tell()
    [row] = await hooks.deliveries(endpoint)
    issuer, client = hooks.shop.issuer, hooks.shop.client
    elsewhere = issuer.bearer("usr_other", roles=("manager",), permissions=("webhooks:write",), tenant="elsewhere")
    for path in ("", "/deliveries", f"/deliveries/{row['id']}"):
        answer = await client.get(f"{PATH}/{endpoint['id']}{path}", headers=elsewhere)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await client.delete(f"{PATH}/{endpoint['id']}", headers=elsewhere)).status_code == 404
    with use_tenant("elsewhere"):
        made = await client.post(PATH, json={"url": crm.url}, headers=elsewhere)
    assert made.status_code == 201
    await hooks.order()
    await hooks.tell()
    assert len(crm.received) == 2, "the other shop hears nothing of it"
    manager = issuer.bearer("usr_manager", roles=("manager",), permissions=("orders:write", "settings:write"))
    for method, path in (("GET", ""), ("POST", ""), ("POST", f"/{endpoint['id']}/secret")):
        answer = await client.request(method, PATH + path, json={"url": crm.url}, headers=manager)
        assert (answer.status_code, answer.json()["code"]) == (403, "missing_permission")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid_input"),
        ({"url": ""}, "invalid_input"),
        ({"url": "https://crm.example/" + "x" * 2000}, "invalid_input"),
        ({"url": "https://crm.example/", "event_types": []}, "invalid_input"),
        ({"url": "https://crm.example/", "event_types": ["order.invented"]}, "unknown_event_type"),
        ({"url": "https://crm.example/", "secret": "whsec_mine"}, "invalid_input"),
    ],
)
async def test_what_makes_no_sense_is_refused(hooks: Hooks, body: dict[str, Any], code: str) -> None:
    answer = await hooks.shop.client.post(PATH, json=body, headers=hooks.shop.staff)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await hooks.call("GET"))["items"] == []
