"""A customer of the imported shop: gets in by the mailed link, and does over HTTP what τ-bench's tools are called."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx

from common.running_suite import refusal
from scripts.retail.cases import BrokenCases, Call
from tests.support.running_suite import RunningSuite, eventually

Json = dict[str, Any]
RESET, PASSWORD = "/api/v1/auth/password-reset", "correct horse battery"
SECONDS = 30.0
_ADDRESS = ("address1", "address2", "city", "state", "zip", "country")
_UNDER_WAY = ("running", "settling")


class Customer:
    """Knows only what a person knows: an email address, and the mail that comes there."""

    def __init__(self, suite: RunningSuite, email: str) -> None:
        self._suite = suite
        suite.post("user", RESET, json={"email": email}).raise_for_status()
        link = eventually(lambda: _mailed_link(suite.data_dir / "mails", email), SECONDS, f"the mail to {email}")
        chosen = {"token": link, "password": PASSWORD}
        suite.post("user", f"{RESET}/confirmation", json=chosen).raise_for_status()
        self._token = suite.sign_in(email, PASSWORD)

    def get(self, service: str, path: str) -> Any:
        return self._suite.get(service, path, self._token).raise_for_status().json()

    def items(self, service: str, path: str) -> list[Json]:
        """All of a list that fits into a page, as any customer's here does."""
        return list(self.get(service, f"{path}?limit=100")["items"])

    def make(self, call: Call) -> str | None:
        """What went otherwise than it was recorded, if anything did."""
        answer = self._make(call.name, call.args)
        if answer.is_success == call.ok:
            return None
        return f"{call.name} was {'refused: ' + refusal(answer) if call.ok else 'not refused'}"

    def settled_orders(self) -> list[Json]:
        """All orders, once no change of them is under way."""

        def settled() -> list[Json] | None:
            orders = self.items("order", "/api/v1/orders")
            return None if any(_under_way(order) for order in orders) else orders

        return eventually(settled, SECONDS, "the end of the changes") or []

    def _make(self, name: str, args: Json) -> httpx.Response:
        order = f"/api/v1/orders/{quote(args.get('order_id', ''), safe='')}"
        method = args.get("payment_method_id")
        if name == "cancel_pending_order":
            return self._send("POST", f"{order}/cancellation", {"reason": args["reason"]})
        if name == "modify_pending_order_address":
            return self._send("PUT", f"{order}/address", {part: args[part] for part in _ADDRESS})
        if name == "modify_pending_order_payment":
            return self._send("POST", f"{order}/payment-change", {"payment_method_id": method})
        if name == "modify_pending_order_items":
            return self._send("POST", f"{order}/item-changes", _swaps(args) | {"payment_method_id": method})
        if name == "return_delivered_order_items":
            return self._send("POST", f"{order}/returns", {"items": args["item_ids"], "refund_to": method})
        if name == "exchange_delivered_order_items":
            return self._send("POST", f"{order}/exchanges", _swaps(args) | {"payment_method_id": method})
        if name == "modify_user_address":
            addresses = self.items("user", "/api/v1/users/me/addresses")
            home = next(address for address in addresses if address["is_default"])
            body = {part: args[part] for part in _ADDRESS}
            return self._suite.call("PATCH", "user", f"/api/v1/users/me/addresses/{home['id']}", self._token, json=body)
        raise BrokenCases(f"Nobody here knows how to do {name}.")

    def _send(self, method: str, path: str, body: Json) -> httpx.Response:
        headers = {"Idempotency-Key": str(uuid4())}
        return self._suite.call(method, "order", path, self._token, json=body, headers=headers)


def _swaps(args: Json) -> Json:
    pairs = zip(args["item_ids"], args["new_item_ids"], strict=True)
    return {"swaps": [{"from": old, "to": new} for old, new in pairs]}


def _under_way(order: Json) -> bool:
    changing = any(change["state"] in _UNDER_WAY for change in order["changes"])
    return changing or order["payment_status"] == "refund_pending"


def _mailed_link(folder: Path, email: str) -> str | None:
    """The token of the link that was mailed to this address."""
    for file in folder.glob("*.eml"):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        if isinstance(mail, EmailMessage) and email in mail["To"]:
            found = re.search(r"\?token=(\S+)", mail.get_content())
            if found:
                return found[1]
    return None
