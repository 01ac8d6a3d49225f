"""The files' records as the services' imports take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from common.money import minor_digits, money
from scripts.import_shop.folder import Shop
from scripts.import_shop.shapes import Address, Order, PaymentMethod, Product, User

Json = dict[str, Any]
TYPES = {"credit_card": "card", "paypal": "paypal", "gift_card": "gift_card"}


@dataclass(frozen=True, slots=True)
class Conversion:
    """All amounts are in `currency`; of what is available there are `stock` pieces on the shelf."""

    currency: str
    stock: int

    def products(self, shop: Shop) -> Iterator[Json]:
        for product in shop.products.values():
            yield self._product(product)

    def users(self, shop: Shop) -> Iterator[Json]:
        for user_id, user in shop.users.items():
            yield self._user(user_id, user)

    def orders(self, shop: Shop) -> Iterator[Json]:
        for order in shop.orders.values():
            yield self._order(order)

    def _product(self, product: Product) -> Json:
        variants = [
            {
                "id": variant.item_id,
                "options": [{"name": name, "value": value} for name, value in variant.options.items()],
                "price": self._money(variant.price),
                "quantity": self.stock if variant.available else 0,
            }
            for variant in product.variants.values()
        ]
        return {"id": product.product_id, "title": product.name, "variants": variants}

    def _user(self, user_id: str, user: User) -> Json:
        name = user.name.model_dump()
        full = f"{user.name.first_name} {user.name.last_name}"
        return {
            "id": user_id,
            "email": user.email,
            **name,
            "addresses": [_address(user.address, full)],
            "payment_methods": [self._method(method) for method in user.payment_methods.values()],
        }

    def _method(self, method: PaymentMethod) -> Json:
        made: Json = {"id": method.id, "type": TYPES[method.source]}
        if method.balance is not None and method.source == "gift_card":
            return made | {"balance": self._money(method.balance)}
        known = {"brand": method.brand, "last4": method.last_four}
        return made | {name: value for name, value in known.items() if value}

    def _order(self, order: Order) -> Json:
        lines = [
            {
                "product_id": item.product_id,
                "variant_id": item.item_id,
                "title": item.name,
                "options": item.options,
                "unit_price": self._money(item.price),
            }
            for item in order.items
        ]
        parcels = [
            {"variant_ids": parcel.item_ids, "tracking_number": ", ".join(parcel.tracking_id) or None}
            for parcel in order.fulfillments
        ]
        payments = [
            {
                "type": transaction.transaction_type,
                "amount": self._money(transaction.amount),
                "payment_method_id": transaction.payment_method_id,
            }
            for transaction in order.payment_history
        ]
        made: Json = {"id": order.order_id, "customer_id": order.user_id, "status": order.status, "lines": lines}
        made |= {"address": _address(order.address), "fulfilments": parcels, "payments": payments}
        return made | ({"cancel_reason": order.cancel_reason} if order.cancel_reason else {})

    def _money(self, amount: Decimal) -> Json:
        """Minor units; what is finer than they are (52.029999999999745) came of floats."""
        minor = amount.scaleb(minor_digits(self.currency)).quantize(Decimal(1), ROUND_HALF_UP)
        return money(int(minor), self.currency)


def _address(address: Address, name: str | None = None) -> Json:
    return {**address.model_dump(), **({"name": name} if name else {})}
