"""An order drawn up from a cart: everything frozen, every id given, before anybody is called."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import current_tenant
from common.ids import new_id
from common.money import money
from order_service.app.carts.pricing import PricedCart
from order_service.app.carts.rendering import render_totals
from order_service.app.carts.rows import CartRow
from order_service.app.checkout.errors import Refused
from order_service.app.checkout.service.means import Means
from order_service.app.orders.service import search_text
from order_service.app.orders.states import PLACING, UNFULFILLED, UNPAID
from order_service.app.payments.states import CREATED
from order_service.app.pricing import taxes as taxation
from order_service.app.pricing.discounts import Discount
from order_service.app.pricing.lines import Item
from order_service.app.pricing.rules import thawed
from order_service.app.pricing.service import price
from order_service.app.pricing.shipping import Delivery
from order_service.app.pricing.taxes import Taxes
from order_service.app.quotes.service import Quote
from order_service.app.shipping_methods.service import ShippingOption

Json = dict[str, Any]


@dataclass(slots=True)
class Placing:
    """An order on its way, as rows. `resumed` when somebody else began it; the flags say what was tried here.

    `remember(session, order, ledger)` is called in the transaction that places it, with the rows as they then are.
    """

    order: Json
    lines: list[Json]
    payment: Json
    cart_version: int = 0
    resumed: bool = False
    hold_tried: bool = False
    payment_tried: bool = False
    commit_tried: bool = False
    ledger: list[Json] = field(default_factory=list)
    remember: Callable[[AsyncSession, Json, list[Json]], Awaitable[None]] | None = None

    @property
    def id(self) -> str:
        return str(self.order["id"])

    @property
    def reference(self) -> str:
        return self.id

    @property
    def bought(self) -> tuple[str, str]:
        return str(self.order["cart_id"]), str(self.order["customer_id"])

    @property
    def currency(self) -> str:
        return str(self.order["currency"])

    @property
    def reservation_id(self) -> str:
        return str(self.order["reservation_id"])

    @property
    def undo_id(self) -> str:
        return str(self.order["restock_id"])

    @property
    def refusal(self) -> Json | None:
        refusal: Json | None = self.order["refusal"]
        return refusal

    def quantities(self) -> list[Json]:
        """What to hold: one entry per variant, though it may stand in several lines."""
        wanted: dict[str, int] = {}
        for line in self.lines:
            wanted[line["variant_id"]] = wanted.get(line["variant_id"], 0) + line["quantity"]
        return [{"variant_id": variant_id, "quantity": wanted[variant_id]} for variant_id in sorted(wanted)]

    def refuse_other_prices(self, now: Mapping[str, int]) -> None:
        """The hold's prices are the ones that count: with other ones than the shopper saw there is no deal."""
        if all(now.get(line["variant_id"]) == line["unit_price"] for line in self.lines):
            return
        all_for_sale = all(line["variant_id"] in now for line in self.lines)
        told = {"totals": self._totals_at(now)} if self.order["terms"] and all_for_sale else {}
        raise Refused("price_changed", "Prices changed since you saw the total.", **told)

    def _totals_at(self, now: Mapping[str, int]) -> Json:
        """What the same basket costs at these prices, on the terms that the order was drawn up on."""
        order, terms = self.order, self.order["terms"]
        items = [
            Item(now[line["variant_id"]], line["quantity"], line["product_id"], **_as_sold(kept))
            for line, kept in zip(self.lines, terms["items"], strict=True)
        ]
        delivery = Delivery(order["shipping_method"]["code"], order["shipping"] + order["shipping_discount"])
        rules, currency = [thawed(rule) for rule in terms["rules"]], order["currency"]
        return render_totals(price(items, delivery, taxation.thawed(terms["taxes"]), rules, currency), currency)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the shopper chose beside the goods."""

    address: Json
    shipping: ShippingOption
    means: Means
    email: str | None
    note: str | None
    language: str
    checkout_key: str
    taxes: Taxes


def draft(
    cart: CartRow, quotes: Mapping[str, Quote], priced: PricedCart, terms: Terms, now: datetime, lease_until: datetime
) -> Placing:
    order_id, tenant, totals = new_id("ord"), current_tenant(), priced.totals
    order = {
        "tenant_id": tenant,
        "id": order_id,
        "number": None,
        "customer_id": cart.owner_id,
        "status": PLACING,
        "payment_status": UNPAID,
        "checkout_state": PLACING,
        "refusal": None,
        "currency": cart.currency,
        "subtotal": totals.subtotal,
        "discount": totals.discount,
        "shipping": totals.shipping,
        "shipping_discount": totals.shipping_discount,
        "tax": totals.tax,
        "tax_rate_bp": totals.rate_bp,
        "tax_included": totals.tax_included,
        "total": totals.total,
        "refunded": 0,
        "coupon": _coupon(totals.discounts),
        "discounts": [_discount(discount, discount.amount) for discount in totals.discounts],
        "tax_lines": [asdict(line) for line in totals.tax_lines],
        "terms": _terms(priced, terms.taxes),
        "address": terms.address,
        "shipping_method": _shipping(terms.shipping, totals.shipping, cart.currency),
        "email": terms.email,
        "note": terms.note,
        "language": terms.language,
        "search_text": search_text(terms.address.get("name"), terms.email),
        "fulfilment_status": UNFULFILLED,
        "cart_id": cart.id,
        "standing_cart_id": cart.id,
        "checkout_key": terms.checkout_key,
        "reservation_id": new_id("res"),
        "restock_id": new_id("rst"),
        "lease_until": lease_until,
        "change_id": None,
        "placed_at": None,
        "return_until": None,
        "cancelled_at": None,
        "cancel_reason": None,
        "created_at": now,
        "updated_at": now,
    }
    return Placing(order, _lines(cart, quotes, priced, terms.taxes, order), _payment(order, terms.means), cart.version)


def _coupon(discounts: Sequence[Discount]) -> Json | None:
    """The first promotion with a code, by which the order is known."""
    coded = next((discount.rule for discount in discounts if discount.rule.code is not None), None)
    return {"promotion_id": coded.promotion_id, "code": coded.code, "name": coded.name} if coded else None


def _discount(discount: Discount, amount: int) -> Json:
    rule = discount.rule
    return {"promotion_id": rule.promotion_id, "code": rule.code, "name": rule.name, "amount": amount}


def _terms(priced: PricedCart, taxes: Taxes) -> Json:
    """What the price was made of, so that the same basket can be priced again when stock is held at other prices."""
    items = [
        {"category_ids": list(item.category_ids), "tax_class": item.tax_class, "grams": item.grams}
        for item in priced.items
    ]
    rules = [discount.rule.frozen() for discount in priced.totals.discounts]
    return {"items": items, "rules": rules, "taxes": taxes.frozen()}


def _as_sold(kept: Json) -> Json:
    return {**kept, "category_ids": tuple(kept["category_ids"])}


def _shipping(option: ShippingOption, paid: int, currency: str) -> Json:
    days = {"min_days": option.min_days, "max_days": option.max_days}
    return {"code": option.code, "name": option.name, "price": money(paid, currency), **days}


def _lines(cart: CartRow, quotes: Mapping[str, Quote], priced: PricedCart, taxes: Taxes, order: Json) -> list[Json]:
    totals = priced.totals
    found = []
    for position, line in enumerate(cart.lines):
        off = [_discount(one, one.lines[position]) for one in totals.discounts if one.lines[position]]
        amounts = {"discount": totals.line_discounts[position], "discounts": off, "tax": totals.line_taxes[position]}
        rate = taxes.of(priced.items[position].tax_class)
        row = _line(position, line, quotes[line["variant_id"]], order)
        found.append(row | amounts | {"tax_rate_bp": rate.rate_bp})
    return found


def _line(position: int, line: Mapping[str, Any], quote: Quote, order: Json) -> Json:
    unit_price = quote["unit_price"]["amount"]
    return {
        "tenant_id": order["tenant_id"],
        "id": new_id("oln"),
        "order_id": order["id"],
        "position": position,
        "product_id": quote["product_id"],
        "variant_id": quote["variant_id"],
        "sku": quote["sku"],
        "title": quote["title"],
        "variant_title": quote["variant_title"],
        "options": quote["options"],
        "image": quote["image"],
        "note": line.get("note"),
        "quantity": line["quantity"],
        "unit_price": unit_price,
        "total": unit_price * line["quantity"],
        "fulfilled": 0,
        "refunded": 0,
        "restocked": 0,
        "withdrawn": 0,
    }


def _payment(order: Json, means: Means) -> Json:
    return {
        "tenant_id": order["tenant_id"],
        "id": new_id("pay"),
        "order_id": order["id"],
        "position": 0,
        **means.frozen(),
        "amount": order["total"],
        "currency": order["currency"],
        "status": CREATED,
        "created_at": order["created_at"],
        "updated_at": order["created_at"],
    }
