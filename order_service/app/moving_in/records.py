"""The rows of an order that is brought in, made before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from common.database import current_tenant
from common.ids import new_id
from common.money import money
from order_service.app.checkout.service.means import Means
from order_service.app.moving_in.errors import MixedCurrencies, PaymentsDiffer, PiecesDiffer
from order_service.app.moving_in.schemas import LineImport, MoneyMoved, OrderImport, ParcelImport
from order_service.app.orders.service import search_text
from order_service.app.orders.states import (
    CANCELLED,
    DELIVERED,
    FULFILLED,
    PAID,
    PARTIALLY_FULFILLED,
    PARTIALLY_REFUNDED,
    PLACED,
    REFUNDED,
    UNFULFILLED,
)
from order_service.app.payments.states import CAPTURED, DONE, PAYMENT

Json = dict[str, Any]
_SHIPPING = {"en": "Shipping", "zh": "配送"}
_REASON = "before the shop moved in"


@dataclass(slots=True)
class Arrival:
    """Everything of one order, as rows. `held`: what each payment still holds, by its id."""

    order: Json
    lines: list[Json]
    parcels: list[Json] = field(default_factory=list)
    payments: list[Json] = field(default_factory=list)
    refunds: list[Json] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=dict)


def arrival(item: OrderImport, customer: Json, means: Mapping[str, Means], actor_id: str, now: datetime) -> Arrival:
    """MixedCurrencies, PiecesDiffer or PaymentsDiffer where the order does not add up."""
    currency = _currency(item)
    at = item.placed_at or now
    lines = [_line(place, line, item.id) for place, line in enumerate(item.lines)]
    made = Arrival(_order(item, customer, lines, currency, at, now), lines)
    for parcel in item.fulfilments:
        made.parcels.append(_parcel(parcel, item, lines, actor_id, at))
    made.order["fulfilment_status"] = _fulfilment_status(lines)
    for place, moved in enumerate(item.payments):
        _move_money(made, place, moved, means[moved.payment_method_id], at)
    _settle(made)
    return made


def _currency(item: OrderImport) -> str:
    amounts = [line.unit_price for line in item.lines] + [moved.amount for moved in item.payments]
    amounts += [extra for extra in (item.shipping, item.discount, item.tax) if extra is not None]
    currencies = {amount.currency for amount in amounts}
    if len(currencies) > 1:
        raise MixedCurrencies
    return currencies.pop()


def _order(item: OrderImport, customer: Json, lines: list[Json], currency: str, at: datetime, now: datetime) -> Json:
    subtotal = sum(line["total"] for line in lines)
    shipping, discount, tax = (extra.amount if extra else 0 for extra in (item.shipping, item.discount, item.tax))
    total = subtotal + shipping - discount + (0 if item.tax_included else tax)
    if total < 0:
        raise PaymentsDiffer("The discount is more than there is to pay.")
    address = item.address.model_dump(exclude_none=True)
    address.setdefault("name", customer["name"])
    cancelled = item.status == CANCELLED
    return {
        "tenant_id": current_tenant(),
        "id": item.id,
        "number": item.id,
        "customer_id": item.customer_id,
        "status": item.status,
        "payment_status": PAID,
        "checkout_state": PLACED,
        "refusal": None,
        "currency": currency,
        "subtotal": subtotal,
        "discount": discount,
        "shipping": shipping,
        "tax": tax,
        "tax_rate_bp": 0,
        "tax_included": item.tax_included,
        "total": total,
        "refunded": 0,
        "coupon": None,
        "address": address,
        "shipping_method": {"code": "imported", "name": _SHIPPING, "price": money(shipping, currency)},
        "email": customer["email"],
        "note": item.note,
        "language": customer["language"] or "en",
        "search_text": search_text(address.get("name"), customer["email"]),
        "fulfilment_status": UNFULFILLED,
        "cart_id": None,
        "standing_cart_id": None,
        "checkout_key": None,
        "reservation_id": None,
        "restock_id": new_id("rst"),
        "lease_until": None,
        "placed_at": at,
        "cancelled_at": (item.cancelled_at or at) if cancelled else None,
        "cancel_reason": item.cancel_reason if cancelled else None,
        "created_at": at,
        "updated_at": now,
    }


def _line(position: int, line: LineImport, order_id: str) -> Json:
    return {
        "tenant_id": current_tenant(),
        "id": new_id("oln"),
        "order_id": order_id,
        "position": position,
        "product_id": line.product_id,
        "variant_id": line.variant_id,
        "sku": line.sku or line.variant_id,
        "title": dict(line.title),
        "variant_title": dict(line.variant_title),
        "options": dict(line.options),
        "image": None,
        "note": None,
        "quantity": line.quantity,
        "unit_price": line.unit_price.amount,
        "total": line.unit_price.amount * line.quantity,
        "discount": 0,
        "tax": 0,
        "fulfilled": 0,
        "refunded": 0,
        "restocked": 0,
        "withdrawn": 0,
    }


def _parcel(parcel: ParcelImport, item: OrderImport, lines: list[Json], actor_id: str, at: datetime) -> Json:
    """A parcel and, in the lines, the pieces that it took."""
    sent: dict[str, int] = {}
    for variant_id in parcel.variant_ids:
        line = next(
            (one for one in lines if one["variant_id"] == variant_id and one["fulfilled"] < one["quantity"]), None
        )
        if line is None:
            raise PiecesDiffer(f"{variant_id} was not ordered so often.")
        line["fulfilled"] += 1
        sent[line["id"]] = sent.get(line["id"], 0) + 1
    shipped_at = parcel.shipped_at or at
    arrived = shipped_at if item.status == DELIVERED else None
    return {
        "id": new_id("ful"),
        "order_id": item.id,
        "actor_id": actor_id,
        "lines": [{"line_id": line_id, "quantity": quantity} for line_id, quantity in sent.items()],
        "carrier": parcel.carrier,
        "tracking_number": parcel.tracking_number,
        "request_key": None,
        "shipped_at": shipped_at,
        "delivered_at": parcel.delivered_at or arrived,
    }


def _fulfilment_status(lines: list[Json]) -> str:
    if all(line["fulfilled"] == line["quantity"] for line in lines):
        return FULFILLED
    return PARTIALLY_FULFILLED if any(line["fulfilled"] for line in lines) else UNFULFILLED


def _move_money(made: Arrival, place: int, moved: MoneyMoved, means: Means, at: datetime) -> None:
    """A payment, or a refund: of a payment with the same means that still holds so much, else a credit."""
    order, amount, when = made.order, moved.amount.amount, moved.at or at
    own: Json = {"provider": means.provider, "method": means.method, "token": means.token}
    own |= {"payment_method_id": means.payment_method_id}
    row: Json = {"tenant_id": order["tenant_id"], "order_id": order["id"], "amount": amount}
    row |= {"currency": order["currency"], "created_at": when, "updated_at": when}
    if moved.type == PAYMENT:
        payment_id = _known_id("pay", order["id"], place)
        made.payments.append(row | own | {"id": payment_id, "position": place, "status": CAPTURED})
        made.held[payment_id] = amount
        return
    paid = next((one for one in made.payments if _holds(made, one, means, amount)), None)
    if paid is not None:
        made.held[paid["id"]] -= amount
        own = dict.fromkeys(own)
    row |= own | {"id": _known_id("ref", order["id"], place), "payment_id": paid["id"] if paid else None}
    made.refunds.append(row | {"reason": _REASON, "status": DONE, "request_id": None})


def _holds(made: Arrival, payment: Json, means: Means, amount: int) -> bool:
    return payment["payment_method_id"] == means.payment_method_id and made.held[payment["id"]] >= amount


def _settle(made: Arrival) -> None:
    """What of the total was given back, beyond what was paid twice (as when the means was changed)."""
    order = made.order
    paid, back = (sum(row["amount"] for row in rows) for rows in (made.payments, made.refunds))
    if paid < order["total"] or back > paid or (order["status"] != CANCELLED and paid - back > order["total"]):
        raise PaymentsDiffer(f"{paid} paid and {back} given back of a total of {order['total']}.")
    order["refunded"] = max(0, back - (paid - order["total"]))
    if order["refunded"]:
        order["payment_status"] = REFUNDED if order["refunded"] >= order["total"] else PARTIALLY_REFUNDED


def _known_id(prefix: str, order_id: str, place: int) -> str:
    """The same for the same order, so that a provider who was told already is not told of another one."""
    name = f"{order_id}\n{place}"
    return f"{prefix}_{sha256(name.encode()).hexdigest()[:32]}"
