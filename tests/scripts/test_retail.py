"""`make retail` plays cases in the names of their customers, and tells whatever is not as it must be."""

import copy
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from common.config import ROOT
from scripts.retail.__main__ import DATA
from scripts.retail.cases import BrokenCases, Case, Files, read_cases, rounds
from scripts.retail.records import differences

Json = dict[str, Any]
HOME = {"address1": "986 Sunset Drive", "address2": "", "city": "Denver", "state": "CO", "zip": "80279"}
ADDRESS = {**HOME, "country": "USA"}
STEEL: Json = {"item_id": "6469567736", "options": {"material": "steel"}, "price": 47.84}
GLASS: Json = {"item_id": "6777246137", "options": {"material": "glass"}, "price": 48.01}
BOTTLE: Json = {"name": "Water Bottle", "product_id": "8310926033"}
CARD: Json = {"source": "gift_card", "balance": 51, "id": "gift_card_4374071"}


def case(case_id: str, user: str, *orders: str) -> Case:
    return Case(id=case_id, user=user, touched_orders=list(orders))


def test_cases_that_know_the_same_customer_or_order_are_played_apart() -> None:
    given = [case("1", "ada", "#1"), case("2", "mei", "#2"), case("3", "ada", "#3"), case("4", "noah", "#2", "#3")]
    assert [[one.id for one in together] for together in rounds(given)] == [["1", "2"], ["3"], ["4"]]


def test_amounts_are_compared_in_cents_and_everything_else_as_it_is() -> None:
    paid = {"transaction_type": "refund", "amount": Decimal("52.029999999999745")}
    expected = {"status": "pending", "payment_history": [paid], "fulfillments": []}
    told: Json = {"status": "pending", "payment_history": [paid | {"amount": 5203}], "fulfillments": []}
    assert list(differences(expected, told)) == []
    told["payment_history"][0]["amount"] = 5202
    [wrong] = differences(expected, told)
    assert wrong.startswith("payment_history must be [{")
    assert list(differences({"status": "pending"}, {"status": "pending", "return_items": ["1"]})) == [
        "return_items must be nothing, is ['1']"
    ]


@pytest.mark.parametrize(
    ("line", "said"), [("{", "holds no cases"), ('{"id": "1"}', "holds no cases"), ('{"id":"1","user":"mei"}', "mei")]
)
def test_refuses_what_are_no_cases(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "cases.jsonl").write_text(line)
    with pytest.raises(BrokenCases, match=said):
        read_cases(tmp_path / "cases.jsonl", Files({"ada": {}}, {}))


def small_shop(folder: Path) -> Path:
    """Ada has a pending order of two bottles, paid by gift card; three cases, of which the last two expect wrongly."""
    order: Json = {"order_id": "#W1", "user_id": "ada_1", "address": ADDRESS, "items": [BOTTLE | STEEL, BOTTLE | STEEL]}
    paid: Json = {"transaction_type": "payment", "amount": 95.68, "payment_method_id": CARD["id"]}
    order |= {"fulfillments": [], "status": "pending", "payment_history": [paid]}
    ada: Json = {"name": {"first_name": "Ada", "last_name": "Ito"}, "address": ADDRESS, "email": "ada@mail.example"}
    ada |= {"payment_methods": {CARD["id"]: CARD}, "orders": ["#W1"]}
    variants = {one["item_id"]: one | {"available": True} for one in (STEEL, GLASS)}
    args: Json = {"order_id": "#W1", "item_ids": [STEEL["item_id"]], "new_item_ids": [GLASS["item_id"]]}
    call: Json = {"name": "modify_pending_order_items", "args": args | {"payment_method_id": CARD["id"]}}
    changed = order | {"status": "pending (item modified)", "items": [BOTTLE | GLASS, BOTTLE | STEEL]}
    changed |= {"payment_history": [paid, paid | {"amount": 0.17}]}
    after = ada | {"payment_methods": {CARD["id"]: CARD | {"balance": 50.83}}}
    right: Json = {"id": "right", "user": "ada_1", "calls": [call | {"ok": True, "write": True}]}
    right |= {"exp_orders": {"#W1": changed}, "exp_users": {"ada_1": after}}
    dearer, refused = copy.deepcopy(right), copy.deepcopy(right)
    dearer |= {"id": "dearer", "exp_users": {}}
    refused |= {"id": "refused", "exp_orders": {}, "exp_users": {}}
    refused["calls"][0]["args"]["new_item_ids"] = ["1"]
    files = {
        "users.json": json.dumps({"ada_1": ada}),
        "products.json": json.dumps({"8310926033": BOTTLE | {"variants": variants}}),
        "orders.json": json.dumps({"#W1": order}),
        "cases_dev.jsonl": "\n".join(json.dumps(one) for one in (right, dearer, refused)),
    }
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def play(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts.retail", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_says_which_files_it_lacks(tmp_path: Path) -> None:
    done = play(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "lacks cases_dev.jsonl, users.json, orders.json, products.json" in done.stderr


@pytest.mark.e2e
@pytest.mark.timeout(600)
def test_tells_what_differs_and_what_was_refused(tmp_path: Path) -> None:
    done = play(small_shop(tmp_path))
    assert done.returncode == 1, done.stderr
    played = done.stdout[done.stdout.index("right  ") :].splitlines()
    assert played[0].endswith("modify_pending_order_items: ok")
    assert played[2].startswith("    ada_1: payment_methods must be {")
    assert played[4].startswith("    modify_pending_order_items was refused: ")
    assert played[5:] == ["3 cases, 1 as they must be, 2 not."]


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.skipif(not DATA.is_dir(), reason=f"the real shop and its cases are not beside this checkout: {DATA}")
def test_all_recorded_cases_end_as_they_must() -> None:
    done = play(DATA)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "20 cases, 20 as they must be, 0 not."
