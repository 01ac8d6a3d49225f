"""The ledger: every call of a model or a tool, newest first, in pages and as files."""

import csv
import io
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from datetime import UTC, datetime
from heapq import merge
from itertools import islice
from typing import Any, Literal

import orjson

from ai_service.app.tools import report as tools
from ai_service.app.usage import repository
from ai_service.app.usage.reports import Range
from common.database import Database, use_tenant
from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from common.spreadsheets import shielded

Json = dict[str, Any]
Kind = Literal["model", "tool"]
Format = Literal["csv", "ndjson"]
Place = tuple[datetime, str]
PIECE = 500
COLUMNS = (
    *("id", "kind", "created_at", "agent_id", "agent_version", "test", "conversation_id", "turn_id", "customer_id"),
    *("provider", "model", "tool", "status", "error_code"),
    *("input_tokens", "cached_tokens", "output_tokens", "reasoning_tokens", "cached", "estimated"),
    *("cost_micros", "currency", "price_id", "first_token_ms", "duration_ms"),
)
_SHARED = ("id", "created_at", "agent_id", "conversation_id", "turn_id", "duration_ms")
_OF_MODELS = (
    *("agent_version", "test", "provider", "model"),
    *("input_tokens", "cached_tokens", "output_tokens", "reasoning_tokens", "estimated"),
    *("currency", "price_id", "first_token_ms"),
)


class Ledger:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, days: Range, kind: Kind | None, limit: int, cursor: str | None) -> Json:
        rows = await self._read(days, kind, limit + 1, _place(cursor) if cursor is not None else None)
        shown = rows[:limit]
        return {"items": shown, "next_cursor": _cursor(shown[-1]) if len(rows) > limit else None}

    async def export(self, tenant_id: str, days: Range, kind: Kind | None, form: Format) -> AsyncIterator[bytes]:
        """The file in pieces, so that memory stays small however many calls there are."""
        written: Callable[[Iterable[Json]], bytes] = _csv if form == "csv" else _ndjson
        if form == "csv":
            yield _lines([COLUMNS])
        before: Place | None = None
        while True:
            with use_tenant(tenant_id):
                rows = await self._read(days, kind, PIECE, before)
            if rows:
                yield written(rows)
            if len(rows) < PIECE:
                return
            before = (rows[-1]["created_at"], rows[-1]["id"])

    async def _read(self, days: Range, kind: Kind | None, limit: int, before: Place | None) -> list[Json]:
        of_models, of_tools = days.of_models(), days.of_tools()
        found: list[list[Json]] = []
        async with self._database.reading() as session:
            if kind != "tool" and of_models is not None:
                rows = await repository.newest_first(session, of_models, limit, before)
                found.append([_model_call(row) for row in rows])
            if kind != "model" and of_tools is not None:
                rows = await tools.newest_first(session, *of_tools, limit, before)
                found.append([_tool_call(row) for row in rows])
        newest = merge(*found, key=lambda row: (row["created_at"], row["id"]), reverse=True)
        return list(islice(newest, limit))


def _model_call(row: Any) -> Json:
    shared = {name: getattr(row, name) for name in (*_SHARED, *_OF_MODELS)}
    own = {"kind": "model", "customer_id": row.subject_id, "cost_micros": row.cost, "cached": row.cached_tokens > 0}
    status = "ok" if row.finished else "broken_off"
    return {**dict.fromkeys(COLUMNS), **shared, **own, "status": status}


def _tool_call(row: Any) -> Json:
    shared = {name: getattr(row, name) for name in (*_SHARED, "tool", "status", "error_code")}
    return {**dict.fromkeys(COLUMNS), **shared, "kind": "tool", "customer_id": row.subject_id}


def _cursor(row: Json) -> str:
    return encode_cursor(row["created_at"].isoformat(), row["id"])


def _place(cursor: str) -> Place:
    text, call_id = decode_cursor(cursor)
    try:
        return datetime.fromisoformat(text).astimezone(UTC), call_id
    except ValueError as error:
        raise InvalidCursor from error


def _ndjson(rows: Iterable[Json]) -> bytes:
    return b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z) for row in rows)


def _csv(rows: Iterable[Json]) -> bytes:
    return _lines([_cell(row[name]) for name in COLUMNS] for row in rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return shielded(value.isoformat() if isinstance(value, datetime) else str(value))


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
