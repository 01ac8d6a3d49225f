"""Paying with gift cards, with the real user_service behind the network: never more than is on one, and back again."""

from httpx import AsyncClient

from order_service.tests.gift_shop import GiftShop


async def test_a_gift_card_pays_and_a_cancellation_gives_it_back(gift_shop: GiftShop) -> None:
    mei = await gift_shop.people.person("mei@mail.example")
    card, variant = await gift_shop.card(mei, 10_000), await gift_shop.variant(4900)
    answer = await gift_shop.buy(mei, variant, payment_method_id=card)
    assert answer.status_code == 201, answer.text
    order = answer.json()
    total = order["total"]["amount"]
    [paid] = order["ledger"]
    assert (paid["method"], paid["provider"], paid["payment_method_id"]) == ("gift_card", "gift_card", card)
    assert await gift_shop.standing(card) == (10_000 - total, 0, ["issue", "hold", "capture"])
    path = f"/api/v1/orders/{order['id']}/cancellation"
    undone = await gift_shop.call(mei, "POST", path, {"reason": "no longer needed"})
    assert undone.json()["payment_status"] == "refunded", undone.text
    assert await gift_shop.standing(card) == (10_000, 0, ["issue", "hold", "capture", "refund"])


async def test_a_gift_card_must_cover_what_it_is_to_pay(gift_shop: GiftShop) -> None:
    mei = await gift_shop.people.person("mei@mail.example")
    card, variant = await gift_shop.card(mei, 4900), await gift_shop.variant(4900)  # shipping comes on top
    answer = await gift_shop.buy(mei, variant, payment_method_id=card)
    assert (answer.status_code, answer.json()["code"]) == (402, "payment_declined")
    assert answer.json()["detail"].startswith("A gift card must cover the amount it is to pay")
    assert await gift_shop.standing(card) == (4900, 0, ["issue"])
    level = await gift_shop.suite.products.get(f"/api/v1/inventory/{variant}", headers=gift_shop.owner.bearer)
    assert (level.json()["on_hand"], level.json()["reserved"]) == (10, 0)


async def test_nobody_pays_with_anothers_card(gift_shop: GiftShop) -> None:
    mei, eve = [await gift_shop.people.person(f"{name}@mail.example") for name in ("mei", "eve")]
    card, variant = await gift_shop.card(mei, 100_000), await gift_shop.variant(4900)
    foreign = await gift_shop.buy(eve, variant, payment_method_id=card)
    assert (foreign.status_code, foreign.json()["code"]) == (404, "unknown_payment_method")
    wish = await gift_shop.wish(eve, variant)
    named = await gift_shop.call(
        eve, "POST", "/api/v1/checkouts", {**wish, "payment": {"provider": "gift_card", "token": card}}
    )
    assert (named.status_code, named.json()["code"]) == (422, "payment_method_required")
    assert await gift_shop.standing(card) == (100_000, 0, ["issue"])


async def test_a_saved_paypal_account_pays_too(gift_shop: GiftShop) -> None:
    mei = await gift_shop.people.person("mei@mail.example")
    wallet: AsyncClient = gift_shop.suite.users
    body = {"type": "paypal", "provider": "test", "token": "tok_approve"}
    saved = await wallet.post("/api/v1/users/me/payment-methods", json=body, headers=mei.bearer)
    answer = await gift_shop.buy(mei, await gift_shop.variant(4900), payment_method_id=saved.json()["id"])
    assert answer.status_code == 201, answer.text
    assert answer.json()["ledger"][0]["method"] == "paypal"


async def test_options_name_the_providers_whose_saved_methods_are_taken(gift_shop: GiftShop) -> None:
    options = (await gift_shop.suite.orders.get("/api/v1/payment-options")).json()
    assert ([option["provider"] for option in options["items"]], options["saved"]) == (["test"], ["test", "gift_card"])
