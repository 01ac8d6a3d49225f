"""People who did something before the browser opens: customers with an address, orders that are paid."""

from typing import Any
from uuid import uuid4

from tests.browser.visit import Visit
from tests.support.open_shop import ADDRESS, PASSWORD
from tests.support.running_suite import RunningSuite


def newcomer(visit: Visit) -> Visit:
    """Signed in as a freshly registered customer with an address."""
    return visit.sign_in_as(*registered(visit.suite))


def registered(suite: RunningSuite, name: str = "Ada Lovelace", email: str | None = None) -> tuple[str, str]:
    """Email and password of a new customer with an address."""
    account = {"email": email or f"{uuid4().hex[:12]}@mail.example", "password": PASSWORD, "name": name}
    suite.post("user", "/api/v1/auth/register", json=account).raise_for_status()
    token, home = suite.sign_in(account["email"], PASSWORD), ADDRESS | {"is_default": True}
    suite.post("user", "/api/v1/users/me/addresses", token, json=home).raise_for_status()
    return account["email"], PASSWORD


def available(suite: RunningSuite, words: str = "keyboard") -> dict[str, Any]:
    """A product that is there."""
    found = suite.get("product", "/api/v1/search", suite.guest(), params={"q": words}).raise_for_status().json()
    return next(one for one in found["items"] if one["availability"] == "in_stock")


def talked(suite: RunningSuite, message: str = "a 24 inch monitor under 200 euros") -> str:
    """The id of a guest's conversation with one answer in it."""
    wish = {"message_id": str(uuid4()), "message": message, "stream": False}
    answer = suite.post("ai", "/api/v1/chat", suite.guest(), json=wish).raise_for_status()
    return str(answer.json()["conversation_id"])


def paid_order(
    suite: RunningSuite,
    quantity: int = 2,
    token: str | None = None,
    variant_id: str | None = None,
    to: dict[str, Any] = ADDRESS,
) -> dict[str, Any]:
    """An order of one line, of this customer or of a guest; of a keyboard where nothing is named."""
    guest = token or suite.guest()
    cart = suite.post("order", "/api/v1/carts", guest).raise_for_status().json()
    path = f"/api/v1/carts/{cart['id']}"
    line = {"variant_id": variant_id or available(suite)["variant_id"], "quantity": quantity}
    suite.post("order", f"{path}/items", guest, json=line).raise_for_status()
    suite.call("PUT", "order", f"{path}/address", guest, json=to).raise_for_status()
    method = {"shipping_method": "standard"}
    cart = suite.call("PUT", "order", f"{path}/shipping", guest, json=method).raise_for_status().json()
    wish = {
        "cart_id": cart["id"],
        "cart_version": cart["version"],
        "expected_total": cart["totals"]["total"],
        "payment": {"provider": "test"},
    }
    if token is None:
        wish["email"] = "ada@mail.example"
    key = {"Idempotency-Key": str(uuid4())}
    order = suite.post("order", "/api/v1/checkouts", guest, json=wish, headers=key).raise_for_status().json()
    return dict(order)
