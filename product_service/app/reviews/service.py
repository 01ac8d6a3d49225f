"""What customers and staff do with reviews. A product's rating is written in the transaction of the review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, retrying
from common.errors import Conflict, Forbidden, InvalidInput, NotFound
from common.events import publish
from common.ids import new_id
from common.languages import current_language
from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from common.security.caller import Caller
from product_service.app.base import Record
from product_service.app.products.reader import ProductReader
from product_service.app.products.service import CatalogueService
from product_service.app.purchases.service import PurchaseService
from product_service.app.reviews import rendering, repository
from product_service.app.reviews.models import HIDDEN, SHOWN
from product_service.app.reviews.schemas import ReviewBulk, ReviewCreate, ReviewUpdate

Json = dict[str, Any]


class AlreadyReviewed(Conflict):
    code = "already_reviewed"
    title = "You have reviewed this product; change that review instead"


class GuestsCannotReview(Forbidden):
    code = "guests_cannot_review"
    title = "Sign in to an account to write a review"


class ReasonMissing(InvalidInput):
    code = "reason_missing"
    title = "Say why these reviews are hidden"


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """What a list of reviews is narrowed to; `text` is looked for in names, titles and texts."""

    product_id: str | None = None
    customer_id: str | None = None
    status: str | None = None
    rating: int | None = None
    language: str | None = None
    text: str | None = None


class ReviewService:
    """Writing takes the product's row first, so that two reviews at once add up to one right rating."""

    def __init__(
        self, database: Database, products: ProductReader, catalogue: CatalogueService, purchases: PurchaseService
    ) -> None:
        self._database = database
        self._products = products
        self._catalogue = catalogue
        self._purchases = purchases

    # reading

    async def of_product(
        self, product_id: str, wanted: ReviewFilter, sort: str, cursor: str | None, limit: int
    ) -> Json:
        """A page of a public product's shown reviews with their summary."""
        async with self._database.reading() as session:
            await self._products.must_be_public(session, product_id)
            rows, following = await self._page(session, wanted, sort, cursor, limit)
            buyers = await self._buyers(session, rows)
            stars = await repository.stars(session, product_id)
        items = [rendering.review(row, buyers) for row in rows]
        return {"items": items, "next_cursor": following, "summary": rendering.summary(stars)}

    async def of_customer(self, wanted: ReviewFilter, cursor: str | None, limit: int) -> Json:
        async with self._database.reading() as session:
            rows, following = await self._page(session, wanted, "newest", cursor, limit)
            buyers = await self._buyers(session, rows)
        return {"items": [rendering.own_review(row, buyers) for row in rows], "next_cursor": following}

    async def for_staff(self, wanted: ReviewFilter, sort: str, cursor: str | None, limit: int) -> Json:
        async with self._database.reading() as session:
            rows, following = await self._page(session, wanted, sort, cursor, limit)
            return {"items": await self._for_staff(session, rows), "next_cursor": following}

    async def one_for_staff(self, review_id: str) -> Json:
        async with self._database.reading() as session:
            [shown] = await self._for_staff(session, [await self._review(session, review_id)])
        return shown

    async def own(self, review_id: str) -> Json:
        async with self._database.reading() as session:
            row = await self._review(session, review_id)
            return rendering.own_review(row, await self._buyers(session, [row]))

    async def _for_staff(self, session: AsyncSession, rows: Sequence[Record]) -> list[Json]:
        buyers = await self._buyers(session, rows)
        titles = await self._products.titles(session, sorted({row.product_id for row in rows}))
        return [rendering.staff_review(row, buyers, titles) for row in rows]

    async def _page(
        self, session: AsyncSession, wanted: ReviewFilter, sort: str, cursor: str | None, limit: int
    ) -> tuple[Sequence[Record], str | None]:
        after = _decoded(cursor, sort) if cursor else None
        found = await repository.page(session, _conditions(wanted), sort, after, limit + 1)
        return found[:limit], _encoded(found[limit - 1], sort) if len(found) > limit else None

    async def _buyers(self, session: AsyncSession, rows: Sequence[Record]) -> set[tuple[str, str]]:
        return await self._purchases.buyers(session, [(row.customer_id, row.product_id) for row in rows])

    # customers

    @retrying
    async def write(self, product_id: str, caller: Caller, given: ReviewCreate) -> str:
        """A customer's first review of a product; gives its id."""
        if caller.is_guest:
            raise GuestsCannotReview
        review_id = new_id("rev")
        async with self._database.unit_of_work() as session:
            await self._catalogue.take(session, product_id)
            known = await repository.of_customer(session, product_id, caller.subject_id)
            if known is not None:
                raise AlreadyReviewed(review_id=known.id)
            values = {**given.model_dump(), "language": given.language or current_language()}
            row = {"id": review_id, "product_id": product_id, "customer_id": caller.subject_id, **values}
            await repository.add(session, [row])
            await self._rate(session, product_id)
            await self._tell(session, "review.created", review_id, product_id, caller, rating=given.rating)
        return review_id

    @retrying
    async def change(self, review_id: str, caller: Caller, given: ReviewUpdate) -> None:
        values = given.model_dump(exclude_unset=True, exclude_none=True)
        async with self._database.unit_of_work() as session:
            row = await self._taken(session, review_id, caller)
            if values:
                await repository.write(session, review_id, values)
                await self._rate(session, row.product_id)
                await self._tell(session, "review.updated", review_id, row.product_id, caller, fields=sorted(values))

    @retrying
    async def withdraw(self, review_id: str, caller: Caller) -> None:
        """Remove one's own review; another may be written then."""
        async with self._database.unit_of_work() as session:
            row = await self._taken(session, review_id, caller)
            await repository.remove(session, review_id)
            await self._rate(session, row.product_id)
            await self._tell(session, "review.deleted", review_id, row.product_id, caller)

    async def _taken(self, session: AsyncSession, review_id: str, caller: Caller) -> Record:
        """One's own review with its product's row locked; another's is not there."""
        row = await self._review(session, review_id)
        if row.customer_id != caller.subject_id:
            raise NotFound("There is no such review.")
        await self._catalogue.take(session, row.product_id, public=False)
        return await self._review(session, review_id)

    # staff

    async def hide(self, review_id: str, caller: Caller, reason: str) -> None:
        await self._judge_one(review_id, caller, reason)

    async def unhide(self, review_id: str, caller: Caller) -> None:
        await self._judge_one(review_id, caller, None)

    async def judge_many(self, given: ReviewBulk, caller: Caller) -> list[Json]:
        """Hide or show several, all in one transaction; what happened to each, in their order."""
        if given.action == "hide" and given.reason is None:
            raise ReasonMissing
        reason = given.reason if given.action == "hide" else None
        results = await self._judge(list(dict.fromkeys(given.ids)), caller, reason)
        return [{"id": review_id, "result": result} for review_id, result in results.items()]

    async def _judge_one(self, review_id: str, caller: Caller, reason: str | None) -> None:
        if (await self._judge([review_id], caller, reason))[review_id] == "not_found":
            raise NotFound("There is no such review.")

    @retrying
    async def _judge(self, review_ids: Sequence[str], caller: Caller, reason: str | None) -> dict[str, str]:
        """Hide for a reason, or show again without one."""
        status = SHOWN if reason is None else HIDDEN
        values = {"status": status, "hidden_reason": reason, "hidden_by": caller.subject_id if reason else None}
        async with self._database.unit_of_work() as session:
            product_ids = sorted({row.product_id for row in (await repository.by_ids(session, review_ids)).values()})
            for product_id in product_ids:
                await self._catalogue.take(session, product_id, public=False)
            known = await repository.by_ids(session, review_ids)
            changed = [row for row in known.values() if row.status != status]
            for row in changed:
                await repository.write(session, row.id, {**values, "updated_at": row.updated_at})
                news = "review.hidden" if reason else "review.unhidden"
                await self._tell(session, news, row.id, row.product_id, caller, reason=reason)
            for product_id in sorted({row.product_id for row in changed}):
                await self._rate(session, product_id)
        ids = {row.id for row in changed}
        return {
            key: "not_found" if key not in known else "changed" if key in ids else "unchanged" for key in review_ids
        }

    async def seed(self, session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
        """Reviews that come with a demo, in the caller's transaction."""
        await repository.add(session, rows)
        for product_id in sorted({row["product_id"] for row in rows}):
            await self._rate(session, product_id)

    async def _rate(self, session: AsyncSession, product_id: str) -> None:
        await self._catalogue.rate(session, product_id, await repository.stars(session, product_id))

    async def _review(self, session: AsyncSession, review_id: str) -> Record:
        found = (await repository.by_ids(session, [review_id])).get(review_id)
        if found is None:
            raise NotFound("There is no such review.")
        return found

    @staticmethod
    async def _tell(
        session: AsyncSession, type: str, review_id: str, product_id: str, caller: Caller, **detail: Any
    ) -> None:
        await publish(session, type, review_id, {"product_id": product_id, "actor_id": caller.subject_id, **detail})


def _conditions(wanted: ReviewFilter) -> list[ColumnElement[bool]]:
    table = repository.reviews.c
    named = ("product_id", "customer_id", "status", "rating", "language")
    conditions: list[ColumnElement[bool]] = [
        table[name] == getattr(wanted, name) for name in named if getattr(wanted, name) is not None
    ]
    if wanted.text:
        among = (table.title, table.text, table.author_name)
        conditions.append(or_(*(column.icontains(wanted.text, autoescape=True) for column in among)))
    return conditions


def _encoded(row: Record, sort: str) -> str:
    stars = () if sort == "newest" else (row.rating,)
    return encode_cursor(sort, *stars, row.created_at.isoformat(), row.id)


def _decoded(cursor: str, sort: str) -> list[Any]:
    """The sort values a cursor stands for; it only fits the order it was made for."""
    kinds = (str, str, str) if sort == "newest" else (str, int, str, str)
    made_for, *values = decode_cursor(cursor, kinds)
    try:
        moment = datetime.fromisoformat(values[-2])
    except ValueError as error:
        raise InvalidCursor from error
    if made_for != sort or moment.tzinfo is None or (sort != "newest" and abs(values[0]) > 5):
        raise InvalidCursor
    values[-2] = moment
    return values
