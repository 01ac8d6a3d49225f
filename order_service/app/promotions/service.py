"""What the staff does with promotions."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from common.clock import Clock
from common.database import Database, after_commit, retrying
from common.errors import Conflict, InvalidInput, NotFound, wrong_at
from common.ids import new_id
from common.pagination import decode_cursor, encode_cursor
from common.security.caller import Caller
from order_service.app.audit import service as audit
from order_service.app.pricing.rules import AMOUNT, BUY_X_GET_Y, PERCENT
from order_service.app.pricing.shares import BASIS_POINTS
from order_service.app.promotions import repository
from order_service.app.promotions.offers import LISTS, Offer, offer
from order_service.app.promotions.schemas import PromotionCreate, PromotionUpdate

Json = dict[str, Any]
Changed = Callable[[], None]


class NoSuchPromotion(NotFound):
    title = "There is no such promotion"


class CodeTaken(Conflict):
    code = "already_exists"
    title = "There is a promotion with this code already"

    def __init__(self, taken: str) -> None:
        super().__init__(detail := f"{taken} is taken.", errors=wrong_at("code", detail))


class PromotionUsed(Conflict):
    code = "promotion_used"
    title = "Orders have this promotion: switch it off instead"


class PromotionMakesNoSense(InvalidInput):
    code = "invalid_promotion"
    title = "This promotion makes no sense"

    def __init__(self, detail: str, field: str) -> None:
        super().__init__(detail, errors=wrong_at(field, detail))


class PromotionService:
    """`changed` is told of every change, so that what is kept of automatic promotions is read anew."""

    def __init__(self, database: Database, clock: Clock, currency: str, changed: Changed) -> None:
        self._database = database
        self._clock = clock
        self._currency = currency
        self._changed = changed

    async def create(self, caller: Caller, wanted: PromotionCreate) -> Json:
        now = self._clock.now()
        row = as_row(wanted, self._currency) | {"uses": 0, "created_at": now, "updated_at": now}
        try:
            async with self._database.unit_of_work() as session:
                await repository.add(session, row)
                await self._audit(session, caller, "promotion.created", row)
        except IntegrityError as error:
            raise CodeTaken(str(wanted.code)) from error
        return _rendered(row, now)

    async def page(self, filters: Json, limit: int, cursor: str | None) -> Json:
        """Newest first."""
        before = decode_cursor(cursor, (str,))[0] if cursor is not None else None
        async with self._database.reading() as session:
            rows = await repository.page(session, filters, now := self._clock.now(), limit + 1, before)
        shown = rows[:limit]
        more = len(rows) > limit
        return {
            "items": [_rendered(row, now) for row in shown],
            "next_cursor": encode_cursor(shown[-1]["id"]) if more else None,
        }

    async def view(self, promotion_id: str) -> Json:
        async with self._database.reading() as session:
            return _rendered(await _found(session, promotion_id), self._clock.now())

    async def found(self, promotion_id: str) -> Offer:
        """As it stands now, to be tried out."""
        async with self._database.reading() as session:
            return offer(await _found(session, promotion_id))

    @retrying
    async def change(self, caller: Caller, promotion_id: str, changes: PromotionUpdate) -> Json:
        """Counts at once; what was ordered with it stays as it was."""
        named = changes.model_dump(exclude_unset=True)
        if "amounts" in named:
            named["amounts"] = [one.model_dump() for one in changes.amounts]
        if "code" in named:
            named |= {"code": named["code"] or promotion_id, "automatic": named["code"] is None}
        try:
            async with self._database.unit_of_work() as session:
                row = await _found(session, promotion_id, lock=True)
                _refuse_nonsense(row | named)
                if named:
                    await repository.change(session, promotion_id, named)
                    await self._audit(session, caller, "promotion.changed", row, fields=sorted(named))
                return _rendered(await _found(session, promotion_id), self._clock.now())
        except IntegrityError as error:
            raise CodeTaken(str(named["code"])) from error

    @retrying
    async def remove(self, caller: Caller, promotion_id: str) -> None:
        """Only while no order has it."""
        async with self._database.unit_of_work() as session:
            row = await _found(session, promotion_id, lock=True)
            if row["uses"]:
                raise PromotionUsed(uses=row["uses"])
            await repository.remove(session, promotion_id)
            await self._audit(session, caller, "promotion.removed", row)

    async def _audit(self, session: Any, caller: Caller, action: str, row: Json, **detail: Any) -> None:
        actor_id, subject_id = caller.subject_id, row["id"]
        await audit.record(session, action, actor_id=actor_id, subject_id=subject_id, code=row["code"], **detail)
        after_commit(session, self._changed)


async def _found(session: Any, promotion_id: str, *, lock: bool = False) -> Json:
    row = await repository.find(session, promotion_id, lock=lock)
    if row is None:
        raise NoSuchPromotion
    return row


def as_row(wanted: PromotionCreate, currency: str) -> Json:
    """A new promotion; PromotionMakesNoSense. Without a code its id stands there."""
    promotion_id = new_id("prm")
    if wanted.name is None and wanted.code is None:
        raise PromotionMakesNoSense("Without a code it needs a name.", "name")
    row = wanted.model_dump() | {"id": promotion_id, "automatic": wanted.code is None}
    row["code"] = wanted.code or promotion_id
    row["name"] = wanted.name or {"en": wanted.code}
    row["currency"] = wanted.currency or currency
    if wanted.value is None:
        if wanted.kind in (PERCENT, AMOUNT):
            raise PromotionMakesNoSense("Say how much is taken off (value).", "value")
        row["value"] = BASIS_POINTS
    _refuse_nonsense(row)
    return row


def _refuse_nonsense(row: Json) -> None:
    if row["kind"] != AMOUNT and row["value"] > BASIS_POINTS:
        raise PromotionMakesNoSense("More than 100 % cannot be taken off (10000 basis points).", "value")
    if row["starts_at"] and row["ends_at"] and row["starts_at"] >= row["ends_at"]:
        raise PromotionMakesNoSense("It ends before it starts.", "ends_at")
    if any((one["value"] is not None) != (row["kind"] == AMOUNT) for one in row["amounts"] or ()):
        raise PromotionMakesNoSense("In another currency an amount has its own value, and a share has none.", "amounts")
    if row["kind"] == BUY_X_GET_Y and not (row["buy_quantity"] and row["get_quantity"]):
        missing = "get_quantity" if row["buy_quantity"] else "buy_quantity"
        raise PromotionMakesNoSense(
            "Say how many are bought (buy_quantity) and how many are got (get_quantity).", missing
        )


def _rendered(row: Json, now: datetime) -> Json:
    shown = {name: value for name, value in row.items() if name != "tenant_id"}
    lists = {name: row[name] or [] for name in (*LISTS, "amounts")}
    return shown | lists | {"code": None if row["automatic"] else row["code"], "state": _state(row, now)}


def _state(row: Json, now: datetime) -> str:
    if not row["active"]:
        return "off"
    if row["ends_at"] and row["ends_at"] <= now:
        return "ended"
    if row["max_uses"] is not None and row["uses"] >= row["max_uses"]:
        return "used_up"
    return "scheduled" if row["starts_at"] and row["starts_at"] > now else "running"
