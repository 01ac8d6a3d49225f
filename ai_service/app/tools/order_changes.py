"""Sending a pending order somewhere else, and paying it in another way: proposals."""

from typing import Annotated, Any

from pydantic import Field

from ai_service.app.tools.after_sales import OrderName, done, first_method, label_of, order_that_allows
from ai_service.app.tools.buying import ADDRESS_PARTS, AddressArgument
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.customer import account_of
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.money import shown
from ai_service.app.tools.orders import order_shown
from ai_service.app.tools.registry import Proposal, registry
from common.errors import Conflict

Json = dict[str, Any]
Id = Annotated[str, Field(min_length=1, max_length=64)]


class TotalChanged(Conflict):
    code = "price_changed"
    title = "The total is not the one you saw"


@registry.tool("order.change_address", changes=True, approval="shopper")
async def change_order_address(context: ToolContext, order_id: OrderName, address: AddressArgument) -> Proposal:
    """Prepare sending an order of the shopper that is still pending to another address; all of it is needed, so ask
    for what is missing. Nothing is changed by this call: the shopper confirms or rejects it with a button."""
    order = await order_that_allows(context, order_id, "address")
    wanted = {"address2": "", **address.model_dump(exclude_none=True)}
    details = {"kind": "address_change", **order_shown(order), "address": wanted, "address_before": order["address"]}
    where = ", ".join(str(wanted[part]) for part in ADDRESS_PARTS if wanted.get(part))
    text = context.say("address_change", number=order["number"], address=where)
    return Proposal({"order_id": order["id"], "address": wanted}, details, text, text)


@change_order_address.carried_out_by
async def send_elsewhere(context: ToolContext, arguments: Json, key: str) -> Json:
    """The same address again changes nothing, so this needs no key."""
    order = await context.shop.orders.replace_address(context.token, arguments["order_id"], arguments["address"])
    return {"order": order_shown(order)}


@registry.tool("order.change_payment", changes=True, approval="shopper", money="back")
async def change_order_payment(
    context: ToolContext,
    order_id: OrderName,
    payment_method_id: Annotated[Id, Field(description="One of get_account's payment methods.")],
) -> Proposal:
    """Prepare paying an order that is still pending with another of the shopper's saved payment methods: that one pays
    the whole total, and the first payment goes back. Nothing is changed by this call: the shopper confirms or rejects
    it with a button."""
    order = await order_that_allows(context, order_id, "payment-change")
    account, total = await account_of(context), order["total"]
    method = next((each for each in account["payment_methods"] if each["id"] == payment_method_id), None)
    if method is None:
        raise ToolRefusalError("payment_method_unknown", context.say("payment_method_unknown"))
    if payment_method_id == first_method(order):
        raise ToolRefusalError("same_payment_method", context.say("same_payment_method"))
    balance = method.get("balance")
    if balance is not None and balance["amount"] < total["amount"]:
        raise ToolRefusalError("insufficient_balance", context.say("insufficient_balance"), balance=balance)
    payment, before = label_of(context, account, order, payment_method_id), label_of(context, account, order, None)
    details = {
        "kind": "payment_change",
        **order_shown(order),
        "payment_label": payment,
        "payment_before": before,
        "to_pay": shown(total),
        "to_get": shown(total),
    }
    amount = shown(total)["text"]
    text = context.say("payment_change", number=order["number"], amount=amount, payment=payment, before=before)
    expected = {name: total[name] for name in ("amount", "currency")}
    arguments = {"order_id": order["id"], "payment_method_id": payment_method_id, "expected_total": expected}
    return Proposal(arguments, details, text, text, shown(total), order["id"])


@change_order_payment.carried_out_by
async def pay_otherwise(context: ToolContext, arguments: Json, key: str) -> Json:
    """TotalChanged when the order costs something else by now."""
    orders, order_id = context.shop.orders, arguments["order_id"]
    total = (await orders.order(context.token, order_id))["total"]
    if {name: total[name] for name in ("amount", "currency")} != arguments["expected_total"]:
        raise TotalChanged(total=total)
    return done(await orders.change_payment(context.token, order_id, arguments["payment_method_id"], key))
