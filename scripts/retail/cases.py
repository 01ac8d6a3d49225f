"""The recorded cases, what the shop must read like after each, and which of them may share a shop."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

Json = dict[str, Any]


class BrokenCases(Exception):
    """Nothing was played; the text says why."""


class Call(BaseModel):
    """One call of τ-bench's tools; where it is not `ok` the shop must refuse it."""

    name: str
    args: Json
    ok: bool = True
    write: bool


class Case(BaseModel):
    """Calls to make in a customer's name, and the records that must be there then; what is not named stays."""

    id: str
    user: str
    touched_orders: list[str] = []
    touched_users: list[str] = []
    calls: list[Call] = []
    exp_orders: dict[str, Json] = {}
    exp_users: dict[str, Json] = {}

    def touches(self) -> set[str]:
        return {self.user, *self.touched_orders, *self.touched_users, *self.exp_orders, *self.exp_users}


@dataclass(frozen=True, slots=True)
class Files:
    """The shop before any case: the records of users.json and orders.json by id."""

    users: dict[str, Json]
    orders: dict[str, Json]

    def expected_user(self, case: Case) -> Json:
        return case.exp_users.get(case.user, self.users[case.user])

    def expected_orders(self, case: Case) -> dict[str, Json]:
        """All orders of the case's customer."""
        own = (order_id for order_id, order in self.orders.items() if order["user_id"] == case.user)
        return {order_id: case.exp_orders.get(order_id, self.orders[order_id]) for order_id in own}


def read_files(folder: Path) -> Files:
    users, orders = (_parsed((folder / f"{name}.json").read_bytes()) for name in ("users", "orders"))
    return Files(users, orders)


def read_cases(file: Path, files: Files) -> list[Case]:
    """BrokenCases where a case is no case, or of nobody in the files."""
    try:
        cases = TypeAdapter(list[Case]).validate_python([_parsed(line) for line in file.read_bytes().splitlines()])
    except (ValueError, ValidationError) as error:
        raise BrokenCases(f"{file} holds no cases: {error}") from error
    strangers = [f"{case.id} ({case.user})" for case in cases if case.user not in files.users]
    if strangers:
        raise BrokenCases(f"{file}: users.json does not know the customer of {', '.join(strangers)}.")
    return cases


def _parsed(text: bytes) -> Any:
    """All numbers in these files are amounts of money, so none may become a float."""
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def rounds(cases: Iterable[Case]) -> list[list[Case]]:
    """No two cases of a round know the same customer or order, so that a round needs only one shop."""
    made: list[tuple[list[Case], set[str]]] = []
    for case in cases:
        touches = case.touches()
        into = next((one for one in made if not one[1] & touches), None)
        if into is None:
            made.append(into := ([], set()))
        into[0].append(case)
        into[1].update(touches)
    return [cases for cases, _ in made]
