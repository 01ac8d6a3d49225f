"""The SQL of what was used: reservations, settlements and notices, one statement each for all budgets of a call."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, and_, bindparam, case, delete, exists, literal, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.budgets.models import Budget, BudgetUse
from common.database import TENANT, upsert

_uses: Any = BudgetUse.__table__
_budgets: Any = Budget.__table__
_u, _b = _uses.c, _budgets.c


def _number(name: str) -> Any:
    return bindparam(name, type_=BigInteger)


_LEASE, _TOKENS, _NOTHING = _number("at_lease"), _number("tokens"), literal(0, BigInteger)
_MICROS = case((_u.currency == bindparam("in_currency"), _number("micros")), else_=_NOTHING)
_OURS = and_(_u.tenant_id == TENANT, _u.key.in_(bindparam("keys", expanding=True)))

# A lease is a stretch of time with a number, longer than any call. Calls of this one and of the one before count; a
# clock that is behind by one joins the older ones, and any other number is a clock that jumped: then all begins anew.
_SAME, _NEXT, _BEHIND = _u.lease == _LEASE, _u.lease == _LEASE - 1, _u.lease == _LEASE + 1


def _held(held: Any, older: Any) -> Any:
    return case((or_(_SAME, _BEHIND), held + older), (_NEXT, held), else_=_NOTHING)


def _room(hard: Any, spent: Any, held: Any, older: Any, amount: Any) -> Any:
    """A call is made while anything is left: so a limit is passed by the last call at most."""
    return or_(hard.is_(None), amount == 0, spent + _held(held, older) < hard)


_HAS_ROOM = exists().where(
    _b.tenant_id == _u.tenant_id,
    _b.id == _u.budget_id,
    _room(_b.hard_micros, _u.spent_micros, _u.held_micros, _u.older_micros, _MICROS),
    _room(_b.hard_tokens, _u.spent_tokens, _u.held_tokens, _u.older_tokens, _TOKENS),
)


def _reserved(held: Any, older: Any, amount: Any) -> list[tuple[Any, Any]]:
    """`older` first: MySQL reads what was set before in the same statement."""
    return [
        (older, case((_SAME, older), (_NEXT, held), (_BEHIND, older + amount), else_=_NOTHING)),
        (held, case((_SAME, held + amount), (_BEHIND, held), else_=amount)),
    ]


_RESERVE = (
    update(_uses)
    .where(_OURS, _HAS_ROOM)
    .ordered_values(
        *_reserved(_u.held_micros, _u.older_micros, _MICROS),
        *_reserved(_u.held_tokens, _u.older_tokens, _TOKENS),
        (_u.lease, case((_BEHIND, _u.lease), else_=_LEASE)),
    )
)


def _less(column: Any, amount: Any) -> Any:
    return case((column > amount, column - amount), else_=_NOTHING)


def _released(held: Any, older: Any, amount: Any) -> list[tuple[Any, Any]]:
    return [
        (held, case((_SAME, _less(held, amount)), else_=held)),
        (older, case((_BEHIND, _less(older, amount)), else_=older)),
    ]


_SPENT = case((_u.currency == bindparam("in_currency"), _number("spent_micros")), else_=_NOTHING)
_SETTLE = (
    update(_uses)
    .where(_OURS)
    .ordered_values(
        *_released(_u.held_micros, _u.older_micros, _MICROS),
        *_released(_u.held_tokens, _u.older_tokens, _TOKENS),
        (_u.spent_micros, _u.spent_micros + _SPENT),
        (_u.spent_tokens, _u.spent_tokens + _number("spent_tokens")),
    )
)
_SOFT_PASSED = exists().where(
    _b.tenant_id == _u.tenant_id,
    _b.id == _u.budget_id,
    or_(_u.spent_micros >= _b.soft_micros, _u.spent_tokens >= _b.soft_tokens),
)
_TOLD_OF = {
    name: update(_uses)
    .where(_u.tenant_id == TENANT, _u.key == bindparam("this"), _u[name].is_(None), condition)
    .values({name: bindparam("now", type_=_u[name].type)})
    for name, condition in (("warned_at", _SOFT_PASSED), ("exhausted_at", true()))
}
_LIMITS = (_b.soft_micros, _b.hard_micros, _b.soft_tokens, _b.hard_tokens)
_STATE = select(*_u, _b.name, _b.scope, *_LIMITS).where(_OURS, _b.tenant_id == _u.tenant_id, _b.id == _u.budget_id)


async def reserve(session: AsyncSession, keys: Sequence[str], held: dict[str, Any]) -> bool:
    """Whether there was room in all of them; else whatever was reserved is to be rolled back."""
    found: Any = await session.execute(_RESERVE, {"keys": list(keys), **held})
    return bool(found.rowcount == len(keys))


async def settle(session: AsyncSession, keys: Sequence[str], held: dict[str, Any], micros: int, tokens: int) -> None:
    if not keys:
        return
    spent = {"spent_micros": micros, "spent_tokens": tokens}
    await session.execute(_SETTLE, {"keys": list(keys), **held, **spent})


async def first_told(session: AsyncSession, kind: str, key: str, now: datetime) -> bool:
    """`kind`: warned_at, where the soft limit is passed, or exhausted_at. True once for each use."""
    told: Any = await session.execute(_TOLD_OF[kind], {"this": key, "now": now})
    return bool(told.rowcount == 1)


async def state(session: AsyncSession, keys: Sequence[str]) -> Sequence[Any]:
    """The uses with these keys, each with the limits of its budget."""
    return (await session.execute(_STATE, {"keys": list(keys)})).all()


async def begin(session: AsyncSession, dialect: str, row: dict[str, Any]) -> None:
    """A use that is there already stays as it is."""
    zero = dict.fromkeys(("held_micros", "held_tokens", "older_micros", "older_tokens", "lease"), 0)
    await session.execute(upsert(BudgetUse, dialect, {**row, **zero}, keys=["tenant_id", "key"]))


async def forget_notices(session: AsyncSession, budget_id: str) -> None:
    """Other limits may be passed anew."""
    mine = update(_uses).where(_u.tenant_id == TENANT, _u.budget_id == budget_id)
    await session.execute(mine.values(warned_at=None, exhausted_at=None))


async def forget(session: AsyncSession, budget_id: str, period: str) -> None:
    """They begin anew, with what the ledger says."""
    await session.execute(delete(_uses).where(*_in_period(budget_id, period)))


async def most_used(session: AsyncSession, budget_id: str, period: str, limit: int) -> Sequence[Any]:
    statement = select(*_u).where(*_in_period(budget_id, period))
    ordered = statement.order_by(_u.spent_micros.desc(), _u.spent_tokens.desc(), _u.key).limit(limit)
    return (await session.execute(ordered)).all()


def _in_period(budget_id: str, period: str) -> tuple[Any, ...]:
    return _u.tenant_id == TENANT, _u.budget_id == budget_id, _u.period == period
