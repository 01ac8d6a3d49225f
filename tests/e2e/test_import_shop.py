"""A whole shop moves in by `make import-shop`: all of it, once, and then it is a shop like any other."""

import asyncio
import json
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest

from common.config import ROOT
from tests.support.open_shop import Json, OpenShop, Staff
from tests.support.running_suite import RunningSuite

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(600)]
REAL = ROOT.parent / "shared" / "data" / "retail"
STREET = {"address1": "986 Sunset Drive", "address2": "Suite 259", "city": "Denver", "state": "CO"}
HOME = {**STREET, "zip": "80279", "country": "USA"}


@pytest.fixture(scope="module")
def suite_settings() -> dict[str, str]:
    return {"DEFAULT_CURRENCY": "USD"}


def a_shop() -> dict[str, Json]:
    """The three files of a small shop: two customers, one product, three orders."""
    bottle = {"name": "Water Bottle", "product_id": "8310926033"}
    steel = {"item_id": "6469567736", "options": {"capacity": "1000ml", "material": "steel"}, "price": 47.84}
    glass = {"item_id": "6777246137", "options": {"capacity": "750ml", "material": "glass"}, "price": 47.76}
    variants = {"6469567736": {**steel, "available": True}, "6777246137": {**glass, "available": False}}
    card = {"source": "credit_card", "brand": "visa", "last_four": "9212", "id": "credit_card_7815826"}
    gift_card = {"source": "gift_card", "balance": 51, "id": "gift_card_4374071"}
    noah = {"name": {"first_name": "Noah", "last_name": "Brown"}, "email": "noah@example.com", "address": HOME}
    ada = {"name": {"first_name": "Ada", "last_name": "Ito"}, "email": "ada.ito@example.com", "address": HOME}

    def order(order_id: str, user_id: str, status: str, items: list[Json], *history: tuple[str, str]) -> Json:
        total = round(sum(item["price"] for item in items), 2)
        paid = [{"transaction_type": kind, "amount": total, "payment_method_id": method} for kind, method in history]
        sent = [{"tracking_id": ["357962501027"], "item_ids": [item["item_id"] for item in items]}]
        made = {"order_id": order_id, "user_id": user_id, "address": HOME, "items": [bottle | item for item in items]}
        return {**made, "status": status, "payment_history": paid, "fulfillments": [] if status == "pending" else sent}

    back = (("payment", "credit_card_7815826"), ("refund", "credit_card_7815826"))
    orders = (
        order("#W1", "ada_ito_1", "pending", [steel, steel], ("payment", "gift_card_4374071")),
        order("#W2", "noah_brown_6181", "delivered", [steel, glass], ("payment", "credit_card_7815826")),
        order("#W3", "noah_brown_6181", "cancelled", [glass], *back),
    )
    return {
        "users.json": {
            "noah_brown_6181": {**noah, "payment_methods": {"credit_card_7815826": card}, "orders": ["#W2", "#W3"]},
            "ada_ito_1": {**ada, "payment_methods": {"gift_card_4374071": gift_card}, "orders": ["#W1"]},
        },
        "products.json": {"8310926033": {**bottle, "variants": variants}},
        "orders.json": {order["order_id"]: order for order in orders},
    }


def write(folder: Path, files: dict[str, Json]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content))
    return folder


async def command(suite: RunningSuite, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "scripts.import_shop", str(folder), *more]
    run = subprocess.run
    return await asyncio.to_thread(
        run, line, cwd=ROOT, env=suite.environment, capture_output=True, text=True, check=False
    )


def counts(done: subprocess.CompletedProcess[str]) -> list[tuple[int, int, int]]:
    """(created, unchanged, refused) of products, customers and orders."""
    found = re.findall(r"^(\d+) \w+ created, (\d+) unchanged, (\d+) refused\.$", done.stdout, re.MULTILINE)
    return [tuple(map(int, numbers)) for numbers in found]  # type: ignore[misc]


def cents(dollars: float) -> int:
    return round(Decimal(str(dollars)) * 100)


def at(order_id: str) -> str:
    return f"/api/v1/orders/{quote(order_id, safe='')}"


async def test_a_shop_moves_in_once_and_goes_on(shop: OpenShop, tmp_path: Path) -> None:
    staff, folder = await shop.staff(), write(tmp_path / "shop", a_shop())
    first = await command(shop.suite, folder)
    assert (first.returncode, counts(first)) == (0, [(1, 0, 0), (2, 0, 0), (3, 0, 0)]), first.stderr
    assert "Importing" in first.stderr  # the progress bar
    again = await command(shop.suite, folder)
    assert (again.returncode, counts(again)) == (0, [(0, 1, 0), (0, 2, 0), (0, 3, 0)])

    [noah] = (await staff.get("user", "/api/v1/users", first_name="noah", last_name="BROWN", zip="80279"))["items"]
    assert (noah["id"], noah["status"]) == ("noah_brown_6181", "invited")
    product = await staff.get("product", "/api/v1/products/8310926033")
    shown = [(each["id"], each["price"]["amount"], each["availability"]) for each in product["variants"]]
    assert shown == [("6469567736", 4784, "in_stock"), ("6777246137", 4776, "out_of_stock")]
    orders = {order_id: await staff.get("order", at(order_id)) for order_id in ("#W1", "#W2", "#W3")}
    told = {key: (one["status"], one["payment_status"], one["total"]["amount"]) for key, one in orders.items()}
    assert told == {
        "#W1": ("pending", "paid", 9568), "#W2": ("delivered", "paid", 9560), "#W3": ("cancelled", "refunded", 4776)
    }  # fmt: skip
    assert [line["quantity"] for line in orders["#W1"]["lines"]] == [1, 1]
    assert orders["#W2"]["fulfilments"][0]["tracking_number"] == "357962501027"

    headers = {"Idempotency-Key": str(uuid4())}
    cancelled = await staff.call("POST", "order", f"{at('#W1')}/cancellation", {"reason": "no longer needed"}, headers)
    assert cancelled.json()["payment_status"] == "refunded", cancelled.text
    card = await staff.get("user", "/api/v1/gift-cards/gift_card_4374071")
    assert (card["balance"], card["owner_id"]) == ({"amount": 5100 + 9568, "currency": "USD"}, "ada_ito_1")
    assert await staff.stock("6469567736") == (102, 0)
    after = await command(shop.suite, folder)
    assert (after.returncode, counts(after)) == (0, [(0, 1, 0), (0, 2, 0), (0, 3, 0)])


async def test_what_reads_differently_now_is_told_and_stays_as_it_was(shop: OpenShop, tmp_path: Path) -> None:
    staff, files = await shop.staff(), a_shop()
    await command(shop.suite, write(tmp_path / "shop", files))
    files["products.json"]["8310926033"]["name"] = "Thermos"
    files["users.json"]["ada_ito_1"]["email"] = "noah@example.com"
    files["users.json"]["new_1"] = {**files["users.json"]["noah_brown_6181"], "payment_methods": {}}
    changed = await command(shop.suite, write(tmp_path / "changed", files))
    assert (changed.returncode, counts(changed)) == (1, [(0, 0, 1), (0, 1, 2), (0, 3, 0)])
    for said in ("8310926033", "imported_differently", "email_taken"):
        assert said in changed.stdout
    assert (await staff.get("product", "/api/v1/products/8310926033"))["title"] == "Water Bottle"


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("orders.json", None, "There is no file"),
        ("users.json", "{", "is no JSON"),
        ("users.json", '{"mei_1": {"name": 1}}', "users.json, mei_1 → name"),
        ("products.json", "{}", "of product 8310926033 is not in products.json"),
        ("users.json", "{}", "its customer ada_ito_1 is not in users.json"),
    ],
)
async def test_a_broken_folder_is_refused_before_anything_is_sent(
    shop: OpenShop, tmp_path: Path, file: str, content: str | None, said: str
) -> None:
    folder = write(tmp_path / "shop", a_shop())
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_text(content)
    broken = await command(shop.suite, folder)
    assert broken.returncode == 2
    assert broken.stderr.startswith("Nothing was imported.\n")
    assert said in broken.stderr
    assert "Importing" not in broken.stderr


async def _everything(staff: Staff) -> dict[str, Any]:
    cards = await staff.every("user", "/api/v1/gift-cards")
    orders = [order for order in await staff.every("order", "/api/v1/orders") if order["id"].startswith("#W")]
    return {"cards": cards, "orders": orders}


@pytest.mark.skipif(not REAL.is_dir(), reason=f"the real shop is not beside this checkout: {REAL}")
async def test_the_real_shop_comes_in_whole_and_to_the_cent(make_suite: Any) -> None:
    suite = await asyncio.to_thread(make_suite(DEFAULT_CURRENCY="USD").start)
    async with httpx.AsyncClient(timeout=60) as http:
        staff = await OpenShop(suite, http).staff()
        first = await command(suite, REAL)
        assert (first.returncode, counts(first)) == (0, [(50, 0, 0), (500, 0, 0), (1000, 0, 0)]), first.stderr
        found = await _everything(staff)
        users, orders = (json.loads((REAL / f"{name}.json").read_bytes()) for name in ("users", "orders"))
        methods = [method for user in users.values() for method in user["payment_methods"].values()]
        balances = {one["id"]: one["balance"] * 100 for one in methods if one["source"] == "gift_card"}
        assert {card["id"]: card["balance"]["amount"] for card in found["cards"]} == balances
        assert Counter(order["status"] for order in found["orders"]) == Counter(
            order["status"] for order in orders.values()
        )
        for order in found["orders"]:
            known = orders[order["id"]]
            paid = [(one["type"], one["amount"]["amount"], one["payment_method_id"]) for one in order["ledger"]]
            assert paid == [
                (one["transaction_type"], cents(one["amount"]), one["payment_method_id"])
                for one in known["payment_history"]
            ]
            lines = [(line["variant_id"], line["unit_price"]["amount"], line["options"]) for line in order["lines"]]
            assert lines == [(item["item_id"], cents(item["price"]), item["options"]) for item in known["items"]]
        again = await command(suite, REAL)
        assert (again.returncode, counts(again)) == (0, [(0, 50, 0), (0, 500, 0), (0, 1000, 0)])
        assert await _everything(staff) == found
