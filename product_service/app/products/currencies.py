"""What products cost in each currency: nothing is ever converted, a price that was not set is none.

A variant has its price in the product's own currency, and in `prices` those in others. What that makes of a product is
kept in rows of their own, one for each currency, so that a list in a currency finds, sorts and narrows by one join.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from common.money import Money
from product_service.app.products.models import Product, ProductPrice

Row = dict[str, Any]
products: Any = Product.__table__
prices: Any = ProductPrice.__table__
_ADD = insert(prices)
_own = prices.c.tenant_id == TENANT
_REMOVE = delete(prices).where(_own, prices.c.product_id.in_(bindparam("ids", expanding=True)))
_BESIDES_OWN = (
    select(prices.c.currency)
    .join(products, and_(products.c.tenant_id == TENANT, products.c.id == prices.c.product_id))
    .where(_own, prices.c.currency != products.c.currency)
    .distinct()
    .order_by(prices.c.currency)
)
_PRICED = {name: prices.c[name] for name in ("price", "max_price", "currency", "variant_id")}


def price_in(variant: Any, own: str, currency: str | None) -> int | None:
    """What a variant's row costs in a currency (None: the product's own), or None where it is not for sale in it."""
    if currency is None or currency == own:
        return int(variant.price)
    return (variant.prices or {}).get(currency)


def others(given: Iterable[Money], own: str) -> dict[str, int]:
    """Prices as a variant's row keeps them: those that are not in the product's own currency."""
    return {price.currency: price.amount for price in given if price.currency != own}


def rows_of(product_id: str, own: str, variants: Sequence[Mapping[str, Any]]) -> list[Row]:
    """A product in each currency that at least one of its variants has a price in, from the cheapest to the dearest."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, variant in enumerate(variants):
        for currency, amount in {**(variant["prices"] or {}), own: variant["price"]}.items():
            found.setdefault(currency, []).append((amount, place))
    return [
        {
            "product_id": product_id,
            "currency": currency,
            "price": min(amounts)[0],
            "max_price": max(amounts)[0],
            "variant_id": variants[min(amounts)[1]]["id"],
        }
        for currency, amounts in found.items()
    ]


async def add(session: AsyncSession, rows: Sequence[Row]) -> None:
    if rows:
        await session.execute(_ADD, rows)


async def replace(session: AsyncSession, product_id: str, rows: Sequence[Row]) -> None:
    await remove(session, [product_id])
    await add(session, rows)


async def remove(session: AsyncSession, product_ids: Sequence[str]) -> None:
    await session.execute(_REMOVE, {"ids": list(product_ids)})


async def besides_own(session: AsyncSession) -> list[str]:
    """The currencies that something has a price in besides its own."""
    return list((await session.execute(_BESIDES_OWN)).scalars())


def column(name: str, currency: str | None) -> ColumnElement[Any]:
    """A column of the products' table, or what it is in that currency."""
    return products.c[name] if currency is None else _PRICED.get(name, products.c[name])


def columns(of_products: Iterable[Any], currency: str | None) -> list[ColumnElement[Any]]:
    return [column(one.name, currency) for one in of_products]


def narrowed(statement: Select[Any], currency: Any) -> Select[Any]:
    """A statement on products, of those only that are for sale in this currency."""
    if currency is None:
        return statement
    this = and_(_own, prices.c.product_id == products.c.id, prices.c.currency == currency)
    return statement.select_from(products).join(prices, this)
