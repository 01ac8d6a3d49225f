"""Nothing of a sale, or of what follows it, costs more as the shop grows."""

from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web

from order_service.tests.books import Books
from order_service.tests.integration.test_guests import signs_in
from order_service.tests.receiver import receiver
from order_service.tests.shop import Json, Shop, Shopper
from order_service.tests.webhooks import Hooks, open_hooks
from tests.support.issuer import Issuer
from tests.support.plans import Plans

BY_CARD = {"payment": None, "payment_method_id": "pm_ada"}
ALLOWED: dict[str, str] = {}


async def _got(answer: Any) -> Json:
    assert answer.status_code < 300, answer.text
    found: Json = answer.json()
    return found


async def _promotion(shop: Shop) -> None:
    body = {"name": "Spring", "kind": "percent", "value": 1000, "code": "SPRING", "max_uses_per_customer": 9}
    await _got(await shop.client.post("/api/v1/promotions", json=body, headers=shop.staff))


async def _bought(shopper: Shopper, variant_id: str, **payment: Any) -> Json:
    cart = await shopper.cart((variant_id, 2))
    path = f"/api/v1/carts/{cart['id']}/coupon"
    cart = await _got(await shopper.call("PUT", path, {"code": "SPRING"}))
    return await _got(await shopper.check_out(cart, **payment))


async def _after_sales(shop: Shop, shopper: Shopper) -> Json:
    """A cancellation, changed items, a refund, a return and an exchange; the order of the last."""
    staff = shop.of_staff()
    one, other = await shop.choices(1000, 1500)
    await _got(await shopper.cancel((await _bought(shopper, one))["id"]))
    changed = await _bought(shopper, one, **BY_CARD)
    await _got(await shopper.swap(changed["id"], (one, other), method="pm_ada"))
    order = await shopper.delivered((one, 2), **BY_CARD)
    back = {"reason": "arrived broken", "amount": {"amount": 100, "currency": "EUR"}}
    await _got(await staff.after_sales(order["id"], "refunds", back))
    asked = await _got(await shopper.after_sales(order["id"], "returns", {"items": [one], "refund_to": None}))
    await _got(await staff.after_sales(order["id"], f"returns/{asked['returns'][0]['id']}/receipt", {}))
    order = await shopper.delivered((one, 2), **BY_CARD)
    wanted = {"swaps": [{"from": one, "to": other}], "payment_method_id": "pm_ada"}
    asked = await _got(await shopper.after_sales(order["id"], "exchanges", wanted))
    return await _got(await staff.after_sales(order["id"], f"exchanges/{asked['exchanges'][0]['id']}/completion", {}))


async def _guest_signs_in(shop: Shop, shopper: Shopper) -> None:
    guest = shop.guest()
    await _bought(guest, await shop.variant())
    await guest.cart((await shop.variant(), 1))
    await signs_in(shop, guest.id, shopper.id)


async def _sweeps(hooks: Hooks) -> None:
    """What comes by: recovery, mails, invoices, webhooks, and what forgets the old."""
    await hooks.shop.recover()
    await hooks.shop.room.mails.send_due()
    await Books(hooks.shop).write()
    await hooks.tell()
    await hooks.services.housekeeping.tidy()


async def _reads(hooks: Hooks, shopper: Shopper, order: Json, endpoint: Json) -> None:
    for path in ("orders", f"orders/{order['id']}", f"orders/{order['id']}/timeline", "carts/current"):
        await _got(await shopper.call("GET", f"/api/v1/{path}"))
    documents = await Books(hooks.shop).of(order["id"])
    number = documents[0]["number"]
    for path in ("invoices", f"invoices?number={number}", f"orders/{order['id']}", "orders?status=pending"):
        await _got(await hooks.shop.client.get(f"/api/v1/{path}", headers=hooks.shop.staff))
    await hooks.deliveries(endpoint)
    await hooks.log((await hooks.deliveries(endpoint, status="pending"))[0])


@pytest.mark.slow
async def test_a_sale_and_what_follows_it(plans: Plans, make_settings: Callable[..., Any], people: Issuer) -> None:
    async with receiver() as crm, open_hooks(make_settings, people) as hooks:
        plans.known.clear()  # of its start
        shopper, endpoint = hooks.shop.shopper(), await hooks.endpoint(crm.url)
        await _promotion(hooks.shop)
        order = await _after_sales(hooks.shop, shopper)
        await _guest_signs_in(hooks.shop, shopper)
        crm.answers.append(web.Response(status=500))
        await _sweeps(hooks)
        await _reads(hooks, shopper, order, endpoint)
        await hooks.call("PATCH", f"/{endpoint['id']}", {"enabled": False})
        hooks.shop.clock.advance(90 * 86_400)
        await _sweeps(hooks)
        await hooks.call("DELETE", f"/{endpoint['id']}")
    assert not (faults := plans.faults(ALLOWED)), "\n".join(faults)
