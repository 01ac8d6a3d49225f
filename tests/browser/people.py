"""People who did something before the browser opens: customers with an address, orders that are paid."""

from typing import Any
from uuid import uuid4

from tests.browser.visit import Visit
from tests.support.open_shop import ADDRESS, PASSWORD
from tests.support.running_suite import RunningSuite


def newcomer(visit: Visit) -> Visit:
    """Signed in as a freshly registered customer with an address."""
    suite, email = visit.suite, f"{uuid4().hex[:12]}@mail.example"
    account = {"email": email, "password": PASSWORD, "name": "Ada Lovelace"}
    suite.post("user", "/api/v1/auth/register", json=account).raise_for_status()
    token, home = suite.sign_in(email, PASSWORD), ADDRESS | {"is_default": True}
    suite.post("user", "/api/v1/users/me/addresses", token, json=home).raise_for_status()
    return visit.sign_in_as(email, PASSWORD)


def available(suite: RunningSuite, words: str = "keyboard") -> dict[str, Any]:
    """A product that is there."""
    found = suite.get("product", "/api/v1/search", suite.guest(), params={"q": words}).raise_for_status().json()
    return next(one for one in found["items"] if one["availability"] == "in_stock")


def paid_order(suite: RunningSuite, quantity: int = 2) -> dict[str, Any]:
    """A guest's order of one line."""
    guest = suite.guest()
    cart = suite.post("order", "/api/v1/carts", guest).raise_for_status().json()
    path = f"/api/v1/carts/{cart['id']}"
    line = {"variant_id": available(suite)["variant_id"], "quantity": quantity}
    suite.post("order", f"{path}/items", guest, json=line).raise_for_status()
    suite.call("PUT", "order", f"{path}/address", guest, json=ADDRESS).raise_for_status()
    method = {"shipping_method": "standard"}
    cart = suite.call("PUT", "order", f"{path}/shipping", guest, json=method).raise_for_status().json()
    wish = {
        "cart_id": cart["id"],
        "cart_version": cart["version"],
        "expected_total": cart["totals"]["total"],
        "payment": {"provider": "test"},
        "email": "ada@mail.example",
    }
    key = {"Idempotency-Key": str(uuid4())}
    order = suite.post("order", "/api/v1/checkouts", guest, json=wish, headers=key).raise_for_status().json()
    return dict(order)
