"""Whatever happens to orders, and whenever it is read: their documents come to the money that was kept, to the cent."""

import random
from typing import Any

import pytest

from order_service.tests.books import Books, adds_up
from order_service.tests.shop import Json, Shop, Shopper

BY_CARD: Json = {"payment": None, "payment_method_id": "pm_ada"}


class Season:
    """Orders of one shopper, and what the dice make of them."""

    def __init__(self, shop: Shop, seed: int) -> None:
        self.shop, self.books, self.dice = shop, Books(shop), random.Random(seed)
        self.shopper: Shopper = shop.shopper()
        self.staff: Shopper = shop.of_staff()
        self.done: list[str] = []

    async def open(self) -> None:
        inclusive = self.dice.random() < 0.5
        for tax_class, rate_bp in (("standard", 1900), ("reduced", 725)):
            tax = {"name": {"en": tax_class}, "country": "GB", "rate_bp": rate_bp, "tax_class": tax_class}
            await self._staff("/api/v1/tax-rates", tax | {"inclusive": inclusive})
        for offer in (
            {"name": "Part", "kind": "percent", "value": 1333, "combinable": True},
            {"name": "Free", "kind": "free_shipping", "value": 10000, "combinable": True, "minimum_subtotal": 9000},
        ):
            await self._staff("/api/v1/promotions", offer)
        self.lamps = await self.shop.choices(*(self.dice.randint(300, 7000) for _ in range(3)), quantity=500)
        reduced = [{"price": {"amount": 1999, "currency": "EUR"}, "quantity": 500, "tax_class": "reduced"}]
        answer = await self.shop.products.post(
            "/api/v1/products", json={"title": "Book", "variants": reduced}, headers=self.shop.staff
        )
        self.book = answer.raise_for_status().json()["variants"][0]["id"]

    async def _staff(self, path: str, body: Json) -> None:
        (await self.shop.client.post(path, json=body, headers=self.shop.staff)).raise_for_status()

    async def order(self) -> Json:
        lines = [(self.dice.choice(self.lamps), self.dice.randint(1, 4)), (self.book, self.dice.randint(1, 3))]
        if self.dice.random() < 0.5:
            return await self.shopper.delivered(*lines, **BY_CARD)
        answer = await self.shopper.check_out(await self.shopper.cart(*lines), **BY_CARD)
        assert answer.status_code == 201, answer.text
        found: Json = answer.json()
        return found

    async def happen(self, order: Json) -> None:
        """Something that may happen to it now, if anything does; sometimes it is read at once."""
        order = await self.shop.order(order["id"])
        possible = [
            each for each in ("cancellation", "item-changes", "payment-change", "refunds") if self._may(order, each)
        ]
        possible += [each for each in ("returns", "exchanges") if self._may(order, each)]
        if not possible:
            return
        what = self.dice.choice(possible)
        self.done.append(what)
        await getattr(self, what.replace("-", "_"))(order)
        if self.dice.random() < 0.6:
            await self.books.write()

    def _may(self, order: Json, what: str) -> bool:
        return what in order["actions"]

    async def _ask(self, who: Shopper, order: Json, path: str, body: Json) -> Json:
        answer = await who.after_sales(order["id"], path, body)
        assert answer.status_code == 201, answer.text
        found: Json = answer.json()
        return found

    async def cancellation(self, order: Json) -> None:
        await self._ask(self.staff, order, "cancellation", {"reason": "no longer needed"})

    async def payment_change(self, order: Json) -> None:
        means = "pm_other" if order["ledger"][0]["payment_method_id"] == "pm_ada" else "pm_ada"
        await self._ask(self.shopper, order, "payment-change", {"payment_method_id": means})

    def _swaps(self, order: Json) -> Json:
        lamp = order["lines"][0]
        return {"swaps": [{"from": lamp["id"], "to": self.dice.choice(self.lamps)}], "payment_method_id": "pm_other"}

    async def item_changes(self, order: Json) -> None:
        await self._try(self.shopper, order, "item-changes", self._swaps(order))

    async def exchanges(self, order: Json) -> None:
        asked = await self._try(self.shopper, order, "exchanges", self._swaps(order))
        if asked is not None:
            await self._ask(self.staff, order, f"exchanges/{asked['exchanges'][-1]['id']}/completion", {})

    async def returns(self, order: Json) -> None:
        asked = await self._try(
            self.shopper, order, "returns", {"items": [order["lines"][-1]["id"]], "refund_to": None}
        )
        if asked is not None:
            await self._ask(self.staff, order, f"returns/{asked['returns'][-1]['id']}/receipt", {})

    async def _try(self, who: Shopper, order: Json, path: str, body: Json) -> Json | None:
        """Pieces that were given back before, or cost nothing, are refused."""
        answer = await who.after_sales(order["id"], path, body)
        assert answer.status_code in (201, 409), answer.text
        return answer.json() if answer.status_code == 201 else None

    async def refunds(self, order: Json) -> None:
        left = [line for line in order["lines"] if line["refunded"] < line["quantity"]]
        wanted: list[Json] = [
            {},
            {"amount": {"amount": self.dice.randint(1, order["refundable"]["amount"]), "currency": "EUR"}},
        ]
        wanted += [{"lines": [{"line_id": self.dice.choice(left)["id"], "quantity": 1}]}] * 2 if left else []
        await self._try(self.staff, order, "refunds", {"reason": "arrived broken", **self.dice.choice(wanted)})


def _signed(row: Json, name: str) -> Any:
    return row[name] * (1 if row["kind"] == "invoice" else -1)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 8))])
async def test_documents_come_to_what_was_kept(shop: Shop, seed: int) -> None:
    season = Season(shop, seed)
    await season.open()
    orders = [await season.order() for _ in range(3)]
    for _ in range(3):
        for order in orders:
            await season.happen(order)
    await season.books.write()
    rows = await shop.rows("invoices")
    for order in [await shop.order(order["id"]) for order in orders]:
        own = [row for row in rows if row["order_id"] == order["id"]]
        moved = [one["amount"]["amount"] * (1 if one["type"] == "payment" else -1) for one in order["ledger"]]
        assert sum(_signed(row, "total") for row in own) == sum(moved), season.done
        assert all(adds_up(row["contents"]) for row in own), season.done
        if not sum(moved):
            assert sum(_signed(row, "tax") for row in own) == 0, season.done
    for kind in ("invoice", "credit_note"):
        positions = sorted(row["position"] for row in rows if row["kind"] == kind)
        assert positions == list(range(1, len(positions) + 1))
