"""Buying: the tool only proposes; the order is placed when the shopper confirms."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from ai_service.app.tools.basket import cart_shown
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.customer import account_of
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.orders import order_shown
from ai_service.app.tools.registry import Proposal, registry

Json = dict[str, Any]
TEST_PAYMENT = {"provider": "test"}
ADDRESS_PARTS = ("name", "address1", "address2", "zip", "city", "state", "country")
Line = Annotated[str, Field(min_length=1, max_length=200)]


class AddressArgument(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: Annotated[str | None, Field(max_length=200)] = None
    address1: Annotated[Line, Field(description="Street and number.")]
    address2: Annotated[str | None, Field(max_length=200)] = None
    city: Line
    state: Annotated[str, Field(max_length=64, description="State or region, if the country has them.")] = ""
    zip: Annotated[str, Field(min_length=1, max_length=32)]
    country: Annotated[str, Field(min_length=2, max_length=64, description="Two letters, e.g. DE.")]


@registry.tool("order.place", changes=True, approval="shopper", money="paid")
async def place_order(
    context: ToolContext,
    shipping_method: Annotated[str | None, Field(max_length=64, description="A shipping method's code.")] = None,
    payment_method_id: Annotated[
        str | None, Field(max_length=64, description="One of get_account's payment methods; default: the default one.")
    ] = None,
    address: Annotated[
        AddressArgument | None, Field(description="Only if the shopper named one; default: the account's.")
    ] = None,
    email: Annotated[str | None, Field(max_length=254, description="Guests need one.")] = None,
) -> Proposal:
    """Prepare buying what is in the basket. Nothing is bought by this call: the shopper sees the exact order and
    confirms or rejects it with a button. Do not ask for a confirmation in words. If something is missing, the error
    says what to ask for."""
    cart = await _filled_cart(context)
    account = await account_of(context)
    if context.caller.is_guest and not (email or account["email"]):
        raise ToolRefusalError("email_required", "Ask for an email address for the order confirmation.")
    payment = _payment(context, account, payment_method_id)
    cart = await _with_delivery(context, cart, _address(cart, account, address), shipping_method)
    arguments: Json = {
        "cart_id": cart["id"],
        "cart_version": cart["version"],
        "expected_total": {name: cart["totals"]["total"][name] for name in ("amount", "currency")},
        "address": cart["address"],
        "shipping_method": cart["shipping_method"],
        **payment,
    }
    if email or context.caller.is_guest:
        arguments["email"] = email or account["email"]
    details = {"kind": "purchase", **arguments, **_shown_purchase(context, cart, account, payment)}
    costs = [*_lines(context, details), *_sums(context, details)]
    place = ", ".join(str(details["address"][part]) for part in ADDRESS_PARTS if details["address"].get(part))
    where = context.say("purchase_address", address=place)
    paid = context.say("purchase_payment", payment=details["payment_label"])
    said, whole = context.say("purchase_separator").join(costs), "\n".join([*costs, where, paid])
    return Proposal(arguments, details, said, whole, details["total"])


@place_order.carried_out_by
async def buy(context: ToolContext, arguments: Json, key: str) -> Json:
    """Exactly the cart version and total that were confirmed; a difference is the shop's refusal."""
    reply = await context.shop.orders.check_out(context.token, key, arguments)
    return {"order": order_shown(reply.body), "settled": reply.status == 201}


async def _filled_cart(context: ToolContext) -> Json:
    cart = await context.shop.orders.current_cart(context.token)
    if cart is None or not cart["items"]:
        raise ToolRefusalError("cart_empty", "The basket is empty.")
    return cart


def _address(cart: Json, account: Json, given: AddressArgument | None) -> Json:
    if given is not None:
        return given.model_dump(exclude_none=True)
    if cart.get("address"):
        return dict(cart["address"])
    addresses = sorted(account["addresses"], key=lambda each: not each.get("is_default"))
    if not addresses:
        raise ToolRefusalError("address_required", "Ask for the delivery address: street, city, zip and country.")
    first = addresses[0]
    return {name: first.get(name) or "" for name in AddressArgument.model_fields if name == "state" or first.get(name)}


async def _with_delivery(context: ToolContext, cart: Json, address: Json, shipping_method: str | None) -> Json:
    """Address and shipping decide the total, so they are in the cart before it is proposed."""
    orders = context.shop.orders
    if cart.get("address") != address:
        cart = await orders.set_address(context.token, cart["id"], address)
    wanted = shipping_method or cart.get("shipping_method") or _first_option(cart)
    if wanted != cart.get("shipping_method"):
        cart = await orders.set_shipping(context.token, cart["id"], wanted)
    return cart


def _first_option(cart: Json) -> str:
    codes = [option["code"] for option in cart["shipping_options"]]
    if not codes:
        raise ToolRefusalError("shipping_unavailable", "The shop does not ship there.")
    return "standard" if "standard" in codes else codes[0]


def _payment(context: ToolContext, account: Json, wanted: str | None) -> Json:
    methods = {method["id"]: method for method in account["payment_methods"]}
    if wanted is not None and wanted in methods:
        return {"payment_method_id": wanted}
    if wanted not in (None, "test"):
        raise ToolRefusalError("payment_method_unknown", "That payment method is not the shopper's. See get_account.")
    if wanted is None and methods:
        default = next((key for key, method in methods.items() if method.get("is_default")), next(iter(methods)))
        return {"payment_method_id": default}
    if context.shop.test_payment:
        return {"payment": dict(TEST_PAYMENT)}
    raise ToolRefusalError("payment_method_required", "The shopper has to add a payment method to the account first.")


def _shown_purchase(context: ToolContext, cart: Json, account: Json, payment: Json) -> Json:
    """What the shopper decides about, beyond the arguments themselves."""
    basket = cart_shown(cart)
    code = cart["shipping_method"]
    name = next((option["name"] for option in cart["shipping_options"] if option["code"] == code), code)
    return {
        "items": basket["items"],
        "coupon": basket["coupon"],
        "totals": basket["totals"],
        "total": basket["totals"]["total"],
        "shipping": {"code": code, "name": name, "price": basket["totals"]["shipping"]},
        "payment_label": payment_label(context, account, payment),
    }


def _lines(context: ToolContext, details: Json) -> list[str]:
    return [
        context.say(
            "purchase_line" if item["quantity"] == 1 else "purchase_lines",
            quantity=item["quantity"],
            title=" ".join(part for part in (item["title"], item["variant_title"]) if part),
            price=item["unit_price"]["text"],
            total=item["total"]["text"],
        )
        for item in details["items"]
    ]


def _sums(context: ToolContext, details: Json) -> list[str]:
    """Discount and tax only where there are any; shipping and total always."""
    totals = details["totals"]
    tax = "purchase_tax_included" if totals["tax_included"] else "purchase_tax"
    said = [
        context.say("purchase_discount", amount=totals["discount"]["text"]) if totals["discount"]["amount"] else "",
        context.say("purchase_shipping", name=details["shipping"]["name"], amount=totals["shipping"]["text"]),
        context.say(tax, amount=totals["tax"]["text"]) if totals["tax"]["amount"] else "",
        context.say("purchase_total", amount=totals["total"]["text"]),
    ]
    return [each for each in said if each]


def payment_label(context: ToolContext, account: Json, payment: Json) -> str:
    for method in account["payment_methods"]:
        if method["id"] == payment.get("payment_method_id"):
            kind = context.shop.phrases(context.language).get(f"payment_{method['type']}", method["type"])
            name = method.get("brand") or kind
            return f"{name} •••• {method['last4']}" if method.get("last4") else str(name)
    return context.say("payment_test")
