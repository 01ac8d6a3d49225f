"""Reading the folder, and finding whatever is wrong with it before anything is sent."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from scripts.import_shop.shapes import Order, Product, User

Record = TypeVar("Record", bound=BaseModel)
SHOWN = 20


class BrokenFolder(Exception):
    """Nothing was sent; the text says what is wrong, one line for each fault."""


@dataclass(frozen=True, slots=True)
class Shop:
    users: dict[str, User]
    products: dict[str, Product]
    orders: dict[str, Order]


def read(folder: Path) -> Shop:
    """The whole shop, if it holds together; else BrokenFolder."""
    shop = Shop(
        _records(folder / "users.json", User),
        _records(folder / "products.json", Product),
        _records(folder / "orders.json", Order),
    )
    faults = list(_faults(shop))
    if faults:
        raise BrokenFolder(_listed(faults))
    return shop


def _records(file: Path, kind: type[Record]) -> dict[str, Record]:
    try:
        content: Any = json.loads(file.read_bytes(), parse_float=Decimal)
        return TypeAdapter(dict[str, kind]).validate_python(content)  # type: ignore[valid-type]
    except FileNotFoundError as error:
        raise BrokenFolder(f"There is no file {file}.") from error
    except OSError as error:
        raise BrokenFolder(f"{file} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BrokenFolder(f"{file} is no JSON: {error}.") from error
    except ValidationError as error:
        raise BrokenFolder(_listed([_told(file, one) for one in error.errors()])) from error


def _told(file: Path, fault: Any) -> str:
    place = " → ".join(str(part) for part in fault["loc"])
    return f"{file.name}, {place or 'the file'}: {fault['msg']}"


def _listed(faults: list[str]) -> str:
    more = [f"… and {len(faults) - SHOWN} more."] if len(faults) > SHOWN else []
    return "\n".join([*faults[:SHOWN], *more])


def _faults(shop: Shop) -> Iterator[str]:
    """What no record can tell by itself: the files name each other's records, and their own by the right keys."""
    for key, user in shop.users.items():
        for name, method in user.payment_methods.items():
            if method.id != name:
                yield f"users.json, {key}: the payment method {name} calls itself {method.id}"
            if method.source == "gift_card" and method.balance is None:
                yield f"users.json, {key}: the gift card {name} has no balance"
    variants = {}
    for key, product in shop.products.items():
        if product.product_id != key:
            yield f"products.json, {key}: it calls itself {product.product_id}"
        for name, variant in product.variants.items():
            if variant.item_id != name:
                yield f"products.json, {key}: the item {name} calls itself {variant.item_id}"
            variants[name] = key
    for key, order in shop.orders.items():
        yield from (f"orders.json, {key}: {fault}" for fault in _faults_of(key, order, shop, variants))


def _faults_of(key: str, order: Order, shop: Shop, variants: dict[str, str]) -> Iterator[str]:
    if order.order_id != key:
        yield f"it calls itself {order.order_id}"
    user = shop.users.get(order.user_id)
    if user is None:
        yield f"its customer {order.user_id} is not in users.json"
    for item in order.items:
        if variants.get(item.item_id) != item.product_id:
            yield f"its item {item.item_id} of product {item.product_id} is not in products.json"
    for transaction in order.payment_history:
        if user is not None and transaction.payment_method_id not in user.payment_methods:
            yield f"the payment method {transaction.payment_method_id} is not one of its customer's"
    sent = sorted(item_id for parcel in order.fulfillments for item_id in parcel.item_ids)
    bought = [item.item_id for item in order.items]
    for item_id in set(sent):
        if sent.count(item_id) > bought.count(item_id):
            yield f"more of {item_id} was sent than was bought"
