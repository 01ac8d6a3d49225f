"""The SQL of conversations and turns: Core statements built once, since a turn waits for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Boolean, Row, and_, bindparam, delete, func, insert, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.conversations.models import Conversation, Turn
from common.database import TENANT, leases, scoped

AnyRow = Row[*tuple[Any, ...]]
_conversations: Any = Conversation.__table__
_turns: Any = Turn.__table__
_INSERT_CONVERSATION, _INSERT_TURN = insert(_conversations), insert(_turns)
_TURN = select(
    _turns.c.id,
    _turns.c.conversation_id,
    _turns.c.number,
    _turns.c.message_id,
    _turns.c.body_hash,
    _turns.c.agent_id,
    _turns.c.status,
)
_BY_MESSAGE = _TURN.where(
    _turns.c.tenant_id == TENANT,
    _turns.c.subject_id == bindparam("subject"),
    _turns.c.message_id == bindparam("message"),
)
_OWN = select(
    _conversations.c.id,
    _conversations.c.subject_id,
    _conversations.c.agent_id,
    _conversations.c.title,
    _conversations.c.language,
    _conversations.c.turns,
    _conversations.c.running_turn_id,
    _conversations.c.running_until,
    _conversations.c.had_error,
    _conversations.c.had_order,
    _conversations.c.created_at,
    _conversations.c.updated_at,
).where(
    _conversations.c.tenant_id == TENANT,
    _conversations.c.id == bindparam("conversation"),
    _conversations.c.subject_id == bindparam("subject"),
)
_OWN_LOCKED = _OWN.with_for_update()
_ROW = and_(_conversations.c.tenant_id == TENANT, _conversations.c.id == bindparam("conversation"))
_TAKE = (
    update(_conversations)
    .where(_ROW)
    .values(
        turns=bindparam("number"),
        running_turn_id=bindparam("turn"),
        running_until=bindparam("until"),
        updated_at=bindparam("now"),
    )
)
_GIVE_BACK = (
    update(_conversations)
    .where(_ROW, _conversations.c.running_turn_id == bindparam("turn"))
    .values(
        running_turn_id=None,
        running_until=None,
        had_error=or_(_conversations.c.had_error, bindparam("failed", type_=Boolean)),
        updated_at=bindparam("now"),
    )
)
_FINISH = (
    update(_turns)
    .where(_turns.c.tenant_id == TENANT, _turns.c.id == bindparam("turn"), _turns.c.status == "running")
    .values(
        status=bindparam("ended_as"),
        messages=bindparam("said"),
        events=bindparam("shown"),
        finished_at=bindparam("now"),
    )
)
_HISTORY = (
    select(_turns.c.number, _turns.c.messages)
    .where(_turns.c.tenant_id == TENANT, _turns.c.conversation_id == bindparam("conversation"))
    .order_by(_turns.c.number.desc())
    .limit(bindparam("most"))
)
_EVENTS = (
    select(_turns.c.number, _turns.c.id, _turns.c.status, _turns.c.events)
    .where(
        _turns.c.tenant_id == TENANT,
        _turns.c.conversation_id == bindparam("conversation"),
        _turns.c.number >= bindparam("first"),
    )
    .order_by(_turns.c.number)
)


async def turn_by_message(session: AsyncSession, subject_id: str, message_id: str) -> AnyRow | None:
    return (await session.execute(_BY_MESSAGE, {"subject": subject_id, "message": message_id})).first()


async def message_of(session: AsyncSession, turn_id: str) -> str | None:
    statement = select(_turns.c.message_id).where(_turns.c.id == turn_id)
    return (await session.execute(scoped(statement, Turn))).scalar()


async def own_conversation(
    session: AsyncSession, subject_id: str, conversation_id: str, *, locked: bool = False
) -> AnyRow | None:
    statement = _OWN_LOCKED if locked else _OWN
    return (await session.execute(statement, {"conversation": conversation_id, "subject": subject_id})).first()


async def any_conversation(session: AsyncSession, conversation_id: str) -> AnyRow | None:
    statement = select(*_conversations.c).where(_conversations.c.id == conversation_id)
    return (await session.execute(scoped(statement, Conversation))).first()


async def insert_conversation(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_INSERT_CONVERSATION, row)


async def insert_turn(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_INSERT_TURN, row)


async def take(
    session: AsyncSession, conversation_id: str, turn_id: str, number: int, until: datetime, now: datetime
) -> None:
    values = {"conversation": conversation_id, "turn": turn_id, "number": number, "until": until, "now": now}
    await session.execute(_TAKE, values)


async def finish(
    session: AsyncSession,
    conversation_id: str,
    turn_id: str,
    status: str,
    messages: bytes,
    events: bytes,
    now: datetime,
) -> bool:
    """False when the turn is not running any more: somebody else ended it."""
    values = {"turn": turn_id, "ended_as": status, "said": messages, "shown": events, "now": now}
    ended: Any = await session.execute(_FINISH, values)
    freed = {"conversation": conversation_id, "turn": turn_id, "now": now, "failed": status in ("failed", "limited")}
    await session.execute(_GIVE_BACK, freed)
    return bool(ended.rowcount)


async def latest_messages(session: AsyncSession, conversation_id: str, most: int) -> Sequence[AnyRow]:
    """Newest first."""
    return (await session.execute(_HISTORY, {"conversation": conversation_id, "most": most})).all()


async def turns_from(session: AsyncSession, conversation_id: str, first: int) -> Sequence[AnyRow]:
    return (await session.execute(_EVENTS, {"conversation": conversation_id, "first": first})).all()


async def turn_events(session: AsyncSession, conversation_id: str, number: int) -> AnyRow | None:
    rows = await session.execute(_EVENTS.limit(1), {"conversation": conversation_id, "first": number})
    row = rows.first()
    return row if row is not None and row.number == number else None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list of conversations is narrowed by; None leaves it wide. `waiting` are the ids in which a proposal
    waits to be decided, for the states."""

    subject_id: str | None = None
    agent_id: str | None = None
    state: Literal["running", "waiting", "idle"] | None = None
    text: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    had_error: bool | None = None
    had_order: bool | None = None
    waiting: Sequence[str] = ()


def _conditions(narrowed: Narrowed, now: datetime) -> Iterator[Any]:
    columns = _conversations.c
    for column, wanted in (
        (columns.subject_id, narrowed.subject_id),
        (columns.agent_id, narrowed.agent_id),
        (columns.had_error, narrowed.had_error),
        (columns.had_order, narrowed.had_order),
    ):
        if wanted is not None:
            yield column == wanted
    if narrowed.text:
        yield func.lower(columns.title).contains(narrowed.text.lower(), autoescape=True)
    if narrowed.since is not None:
        yield columns.updated_at >= narrowed.since
    if narrowed.until is not None:
        yield columns.updated_at < narrowed.until
    if narrowed.state is not None:
        running = and_(columns.running_until.is_not(None), columns.running_until > now)
        waiting = columns.id.in_(narrowed.waiting)
        yield {
            "running": running,
            "waiting": and_(not_(running), waiting),
            "idle": and_(not_(running), not_(waiting)),
        }[narrowed.state]


async def page_of_conversations(
    session: AsyncSession, narrowed: Narrowed, now: datetime, limit: int, after: tuple[datetime, str] | None
) -> Sequence[AnyRow]:
    """Newest activity first."""
    columns = _conversations.c
    statement = select(
        columns.id,
        columns.subject_id,
        columns.title,
        columns.agent_id,
        columns.language,
        columns.turns,
        columns.running_turn_id,
        columns.running_until,
        columns.had_error,
        columns.had_order,
        columns.created_at,
        columns.updated_at,
    ).where(*_conditions(narrowed, now))
    if after is not None:
        moment, last = after
        statement = statement.where(
            or_(columns.updated_at < moment, and_(columns.updated_at == moment, columns.id < last))
        )
    statement = scoped(statement.order_by(columns.updated_at.desc(), columns.id.desc()).limit(limit), Conversation)
    return (await session.execute(statement)).all()


async def turns_of(session: AsyncSession, conversation_id: str) -> Sequence[AnyRow]:
    columns = _turns.c
    statement = select(
        columns.id,
        columns.number,
        columns.message_id,
        columns.agent_id,
        columns.agent_version,
        columns.status,
        columns.messages,
        columns.events,
        columns.created_at,
        columns.finished_at,
    ).where(columns.conversation_id == conversation_id)
    return (await session.execute(scoped(statement.order_by(columns.number), Turn))).all()


async def delete_conversation(session: AsyncSession, conversation_id: str) -> None:
    await session.execute(scoped(delete(_turns).where(_turns.c.conversation_id == conversation_id), Turn))
    await session.execute(scoped(delete(_conversations).where(_conversations.c.id == conversation_id), Conversation))


async def request_stop(session: AsyncSession, turn_id: str) -> None:
    await session.execute(scoped(update(_turns).where(_turns.c.id == turn_id).values(stop_requested=True), Turn))


def _these_running(turn_ids: Sequence[str]) -> Any:
    """Through the index over leases, which holds only what runs."""
    return and_(leases.taken(_conversations.c.running_until), _conversations.c.running_turn_id.in_(turn_ids))


async def prolong(session: AsyncSession, turn_ids: Sequence[str], until: datetime) -> None:
    """For all tenants: run in the system scope."""
    await session.execute(update(_conversations).where(_these_running(turn_ids)).values(running_until=until))


async def stops_requested(session: AsyncSession, turn_ids: Sequence[str]) -> Sequence[str]:
    """For all tenants: run in the system scope."""
    its_turn = and_(_turns.c.tenant_id == _conversations.c.tenant_id, _turns.c.id == _conversations.c.running_turn_id)
    statement = select(_turns.c.id).select_from(_conversations).join(_turns, its_turn)
    statement = statement.where(_these_running(turn_ids), _turns.c.stop_requested.is_(True))
    return (await session.execute(statement)).scalars().all()


async def left_behind(session: AsyncSession, now: datetime) -> Sequence[AnyRow]:
    """Running turns whose lease ran out, of all tenants: run in the system scope."""
    columns = _conversations.c
    statement = select(
        columns.tenant_id,
        columns.id,
        columns.language,
        columns.running_turn_id,
        _turns.c.number,
        _turns.c.message_id,
        _turns.c.messages,
    ).join(_turns, and_(_turns.c.tenant_id == columns.tenant_id, _turns.c.id == columns.running_turn_id))
    return (await session.execute(statement.where(leases.run_out(columns.running_until)), leases.at(now))).all()


async def mark_order(session: AsyncSession, conversation_id: str) -> None:
    statement = update(_conversations).where(_conversations.c.id == conversation_id).values(had_order=True)
    await session.execute(scoped(statement, Conversation))


async def change_owner(session: AsyncSession, guest_id: str, user_id: str) -> None:
    statement = update(_conversations).where(_conversations.c.subject_id == guest_id).values(subject_id=user_id)
    await session.execute(scoped(statement, Conversation))
