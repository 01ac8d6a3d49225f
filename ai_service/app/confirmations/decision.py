"""What was decided about a proposal, and what it is bound to."""

import hashlib
from dataclasses import dataclass
from typing import Any

import orjson

from ai_service.app.confirmations.errors import ConfirmationAltered, ConfirmationDecided, ConfirmationExpired
from ai_service.app.confirmations.repository import WITH_STAFF, AnyRow
from ai_service.app.tools.audit import CallRecord
from ai_service.app.tools.context import ToolContext
from common.errors import ShopError, error_from_problem
from common.ids import new_id
from common.languages import use_language
from common.sentences import in_readers_language

AWAITING = "The shop's staff have to approve this first; the answer comes here"


def canonical(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def digest(tool: str, arguments: str) -> str:
    return hashlib.sha256(f"{tool}\n{arguments}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Decision:
    """`status` is confirmed, rejected, failed or awaiting_staff; `result` is what happened, or the problem document of
    a refusal. `spoken`: words about it were said already, or nobody waits for them."""

    confirmation_id: str
    tool: str
    status: str
    result: dict[str, Any]
    agent_id: str
    language: str
    spoken: bool
    error: ShopError | None = None


def decision_of(row: AnyRow, status: str, result: dict[str, Any], error: ShopError | None = None) -> Decision:
    return Decision(row.id, row.tool, status, result, row.agent_id, row.language, bool(row.spoken), error)


def require_unaltered(row: AnyRow) -> None:
    if digest(row.tool, row.arguments) != row.arguments_hash:
        raise ConfirmationAltered


def awaiting(row: AnyRow) -> Decision:
    with use_language(row.language):
        told = {"detail": in_readers_language(AWAITING)}
    return decision_of(row, "awaiting_staff", told)


def standing(row: AnyRow, confirm: bool) -> Decision:
    if row.status == "expired":
        raise ConfirmationExpired
    if row.status in WITH_STAFF and confirm:
        return awaiting(row)
    if (row.status == "rejected") == confirm:
        raise ConfirmationDecided
    result = orjson.loads(row.result) if row.result else {}
    error = error_from_problem(row.error_status, result) if row.error_status else None
    return decision_of(row, row.status, result, error)


def call_record(context: ToolContext, row: AnyRow) -> CallRecord:
    return CallRecord(
        id=new_id("tcl"),
        conversation_id=row.conversation_id,
        turn_id=row.turn_id,
        subject_id=context.caller.subject_id,
        agent_id=row.agent_id,
        tool=row.tool,
        arguments=row.arguments,
        changes=True,
        confirmation_id=row.id,
    )
