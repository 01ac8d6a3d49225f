"""product_service, as its siblings and the assistant call it."""

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypedDict

from common.api_clients.base import ServiceClient, segment

Json = dict[str, Any]


class Price(TypedDict):
    amount: int
    currency: str


class VariantQuote(TypedDict):
    """A variant as it is sold right now; `quantity` on the lines of a reservation."""

    variant_id: str
    product_id: str
    sku: str
    title: dict[str, str]
    variant_title: dict[str, str]
    options: dict[str, str]
    unit_price: Price  # in the product's own currency
    prices: NotRequired[dict[str, int]]  # in others, in minor units
    available: int
    availability: NotRequired[Literal["in_stock", "few_left", "out_of_stock"]]  # as product pages say it
    image: str | None
    weight_grams: int
    category_ids: list[str]
    tax_class: str
    quantity: NotRequired[int]


class ReservationLine(TypedDict):
    variant_id: str
    quantity: int


class Reservation(TypedDict):
    """`status` is held, committed, released or expired."""

    id: str
    status: str
    expires_at: str
    lines: list[VariantQuote]


class ProductsClient(ServiceClient):
    service = "product_service"

    async def variants(self, variant_ids: Sequence[str]) -> dict[str, VariantQuote]:
        """The present price and stock of each; unknown ids are missing."""
        if not variant_ids:
            return {}
        answer = await self.get("/internal/v1/variants", params={"ids": ",".join(variant_ids)})
        return {quoted["variant_id"]: quoted for quoted in answer["items"]}

    async def hold(
        self, reservation_id: str, lines: Sequence[ReservationLine], expires_in: int, *, deadline: float = 5.0
    ) -> Reservation:
        """Reserve all lines or none; the answer's prices are the ones that count. Conflict `out_of_stock`, …"""
        body = {"id": reservation_id, "lines": list(lines), "expires_in": expires_in}
        held: Reservation = await self.post("/internal/v1/reservations", body, idempotent=True, deadline=deadline)
        return held

    async def reservation(self, reservation_id: str) -> Reservation:
        found: Reservation = await self.get(f"/internal/v1/reservations/{segment(reservation_id)}")
        return found

    async def commit(self, reservation_id: str, reference: str) -> Reservation:
        """Turn the hold into a sale. Conflict `reservation_expired` or `reservation_released` when it is too late."""
        path = f"/internal/v1/reservations/{segment(reservation_id)}/commit"
        committed: Reservation = await self.post(path, {"reference": reference}, idempotent=True)
        return committed

    async def release(self, reservation_id: str) -> None:
        """Give the stock back; an id that is not known yet is refused for ever."""
        await self.post(f"/internal/v1/reservations/{segment(reservation_id)}/release", {}, idempotent=True)

    async def restock(self, restock_id: str, reference: str, lines: Sequence[ReservationLine], reason: str) -> None:
        """Put sold pieces back on the shelf, once per id."""
        body = {"id": restock_id, "reference": reference, "lines": list(lines), "reason": reason}
        await self.post("/internal/v1/restocks", body, idempotent=True)

    async def search(self, token: str, query: str, **filters: Any) -> Json:
        """{items, next_cursor, total, facets, did_you_mean}; filters as in the contract (prices in minor units)."""
        found: Json = await self.get("/api/v1/search", token=token, params={"q": query, **filters})
        return found

    async def stock(self, token: str, **filters: Any) -> Json:
        """A page of variants with what lies on the shelf, for staff."""
        page: Json = await self.get("/api/v1/inventory", token=token, params=filters)
        return page

    async def products(self, token: str, **filters: Any) -> Json:
        """A page of the catalogue; `ids` may be a sequence."""
        ids = filters.pop("ids", None)
        params = {**filters, "ids": ",".join(ids)} if ids is not None else filters
        page: Json = await self.get("/api/v1/products", token=token, params=params)
        return page

    async def product(self, token: str, product_id: str, **reading: Any) -> Json:
        """With variants, options, prices, availability, media; `currency` is the one to price it in."""
        product: Json = await self.get(f"/api/v1/products/{segment(product_id)}", token=token, params=reading or None)
        return product

    async def variant(self, token: str, variant_id: str) -> Json:
        variant: Json = await self.get(f"/api/v1/variants/{segment(variant_id)}", token=token)
        return variant

    async def categories(self, token: str) -> list[Json]:
        return list((await self.get("/api/v1/categories", token=token, params={"limit": 100}))["items"])
