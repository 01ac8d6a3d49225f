"""Finding a service's own log lines: from the end, some megabytes at most, and never showing a secret."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson

from common.observability.log_files import FILE_BYTES, FILES, lines_from_the_end

MOST_BYTES = FILE_BYTES
LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40, "critical": 50}
_OWN = frozenset({"timestamp", "level", "service", "event", "request_id", "trace_id"})
_LATE = timedelta(seconds=5)  # cached answers are written together, a little after lines that came later
_LONGEST_TEXT = 8_000

_SECRET_NAMES = re.compile(r"pass(word|wd)?$|secret|token|authorization|cookie|api_?key|credential", re.IGNORECASE)
_SECRETS = re.compile(
    r"eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?"  # access tokens
    r"|\b(?:ses|lnk)_\w+\.[\w.-]{16,}"  # refresh tokens and one-time links
    r"|\bsk-[\w-]{12,}"  # keys of model providers
    r"|(?<=Bearer )\S+"
    r"|(?<=://)[^/\s:@\"]*:[^/\s@\"]+(?=@)"  # user and password in an address
)
HIDDEN = "***"


@dataclass(frozen=True)
class LogQuery:
    """`request_id` is a request's or a trace's; `level` is the least grave that is wanted."""

    request_id: str | None = None
    level: str | None = None
    q: str | None = None
    since: datetime | None = None
    limit: int = 100


def find_lines(folder: Path | None, service: str, query: LogQuery) -> dict[str, Any]:
    """{items, complete, next_cursor}; blocking, so it is called in a thread. Without files there are no lines."""
    items: list[dict[str, Any]] = []
    if folder is None:
        return _page(items, complete=False)
    path = folder / f"{service}.log"
    for line in lines_from_the_end(path, MOST_BYTES):
        found = _fitting(line, query)
        if found is _TOO_OLD:
            return _page(items, complete=True)
        if found is not None:
            items.append(found)
            if len(items) >= query.limit:
                break
    return _page(items, complete=len(items) < query.limit and not _more_than(path, MOST_BYTES))


def _page(items: list[dict[str, Any]], *, complete: bool) -> dict[str, Any]:
    return {"items": items, "complete": complete, "next_cursor": None}


_TOO_OLD: dict[str, Any] = {}


def _fitting(line: bytes, query: LogQuery) -> dict[str, Any] | None:
    if query.request_id is not None and query.request_id.encode() not in line:
        return None
    if query.q is not None and query.q.casefold() not in line.decode(errors="replace").casefold():
        return None
    try:
        entry = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(entry, dict):
        return None
    if query.since is not None and (moment := _moment(entry)) is not None and moment < query.since:
        return _TOO_OLD if moment < query.since - _LATE else None
    if query.level is not None and LEVELS.get(str(entry.get("level")), 20) < LEVELS[query.level]:
        return None
    if query.request_id is not None and query.request_id not in (entry.get("request_id"), entry.get("trace_id")):
        return None
    shown = shown_line(entry)
    if query.q is not None and query.q.casefold() not in orjson.dumps(shown).decode().casefold():
        return None  # it was found in what is not shown
    return shown


def shown_line(entry: dict[str, Any]) -> dict[str, Any]:
    """A log line in the shape of LogLine, without secrets."""
    clean = _without_secrets(entry)
    fields = {name: value for name, value in clean.items() if name not in _OWN}
    return {
        "timestamp": str(clean.get("timestamp", "")),
        "level": str(clean.get("level", "info")),
        "service": str(clean.get("service", "")),
        "event": str(clean.get("event", "")),
        "request_id": clean.get("request_id"),
        "trace_id": clean.get("trace_id"),
        "fields": fields,
    }


def _without_secrets(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _without_secrets(inner, str(key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_secrets(inner, name) for inner in value]
    if not isinstance(value, str):
        return value
    return HIDDEN if _SECRET_NAMES.search(name) else _SECRETS.sub(HIDDEN, value[:_LONGEST_TEXT])


def _moment(entry: dict[str, Any]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(entry.get("timestamp")))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _more_than(path: Path, most: int) -> bool:
    files = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, FILES))]
    return sum(file.stat().st_size for file in files if file.exists()) > most
