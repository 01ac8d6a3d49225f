"""Core statements that are built once and run often: compiled once, then handed to the driver as text and values.

SQLAlchemy's way around a statement costs 100 µs, the statement itself on SQLite 10 to 20. What it makes of a statement
(text, order of the values, conversions of both ways) depends only on the statement and the names of the values, so it
is asked for once. A statement is known by identity: one that is made anew for every call is none of ours.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Float
from sqlalchemy.engine import Dialect, IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlalchemy.sql import Delete, Insert, Select, Update
from sqlalchemy.sql.compiler import SQLCompiler

Convert = Callable[[Any], Any]
Guard = Callable[[str], None]
_KINDS = (Select, Insert, Update, Delete)
_MOST_LENGTHS = 64  # texts kept of one statement with a list in it, one for each length of the list
_NO_VALUES: Mapping[str, Any] = {}


def translated(error: Exception, sql: str, values: Any, dialect: Dialect) -> Exception:
    """The driver's error as everybody above knows it: IntegrityError, OperationalError …"""
    known: Exception = DBAPIError.instance(sql, values, error, dialect.loaded_dbapi.Error, dialect=dialect)
    return known


class NotPreparable(Exception):
    """SQLAlchemy knows what to do with it, or what to say against it."""


class Answer(IteratorResult[Any]):
    """Rows as SQLAlchemy gives them, and how many were touched."""

    rowcount: int = -1


class Prepared:
    """One statement with values of certain names, ready to run."""

    __slots__ = ("_expanded", "_guard", "_metadata", "_slots", "_sql", "gives_rows")

    def __init__(self, statement: Any, names: Sequence[str], many: bool, dialect: Dialect, guard: Guard | None) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names), for_executemany=many)
        self._guard = guard
        self._sql = compiled.string
        self._metadata = _metadata(compiled, dialect)
        self.gives_rows = self._metadata is not None
        self._slots = _Slots(compiled, names)
        lists = compiled.post_compile_params or compiled.literal_execute_params
        self._expanded: _Expanded | None = _Expanded(compiled, self._slots) if lists else None

    def filled(self, given: Any) -> tuple[str, Any]:
        """The text, and the values for it: of a mapping, or a list of them for a list of mappings."""
        values: Any
        if self._expanded is not None:
            sql, values = self._expanded.filled(given or _NO_VALUES)
        else:
            sql, fill = self._sql, self._slots.fill
            values = [fill(each) for each in given] if type(given) is list else fill(given or _NO_VALUES)
        if self._guard is not None:
            self._guard(sql)
        return sql, values

    def answer(self, rows: Iterable[Any], touched: int) -> Answer:
        """What the driver gave, as SQLAlchemy would give it."""
        answer = Answer(self._metadata or _NOTHING, iter(rows))
        answer.rowcount = touched
        return answer


class _Slots:
    """Where each value of a statement comes from: given, fixed, or computed when it runs (defaults, the tenant)."""

    def __init__(self, compiled: SQLCompiler, names: Sequence[str]) -> None:
        self.convert: Mapping[str, Convert] = compiled._bind_processors  # type: ignore[assignment]
        self.sources: dict[str, tuple[str | None, Convert | None, Any]] = {}
        defaults = _defaults(compiled)
        for bind, name in compiled.bind_names.items():
            given = next((key for key in (bind.key, name) if key in names), None)
            if given is not None:
                self.sources[name] = (given, None, None)
            elif name in defaults:
                self.sources[name] = (None, *defaults[name])
            elif bind.required:
                raise NotPreparable(f"{bind.key} has no value")
            elif bind.callable is not None:
                self.sources[name] = (None, _without_context(bind.callable), None)
            else:
                self.sources[name] = (None, None, bind.value)
        self._in_order = [(*self.sources[name], self.convert.get(name)) for name in compiled.positiontup or ()]

    def fill(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        values = []
        for name, compute, fixed, convert in self._in_order:
            value = given[name] if name is not None else compute(None) if compute is not None else fixed
            values.append(value if convert is None else convert(value))
        return tuple(values)

    def value(self, name: str, given: Mapping[str, Any]) -> Any:
        key, compute, fixed = self.sources[name]
        return given[key] if key is not None else compute(None) if compute is not None else fixed


class _Expanded:
    """A statement with lists in it (`id IN (…)`): one text for each number of values."""

    def __init__(self, compiled: SQLCompiler, slots: _Slots) -> None:
        self._compiled = compiled
        self._slots = slots
        lists = [bind for bind in compiled.post_compile_params if bind.expanding]
        if any(bind.type._is_tuple_type for bind in lists):
            raise NotPreparable("a list of tuples")
        self._lists = [compiled.bind_names[bind] for bind in lists]
        self._texts: dict[tuple[int, ...], tuple[str, Sequence[str], dict[str, tuple[str, int]], dict[str, Any]]] = {}

    def filled(self, given: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        plain = {name: self._slots.value(name, given) for name in self._slots.sources}
        lengths = tuple(len(plain[name]) for name in self._lists)
        kept = self._texts.get(lengths)
        if kept is None:
            kept = self._text(plain)
            if len(self._texts) < _MOST_LENGTHS:
                self._texts[lengths] = kept
        sql, order, members, convert = kept
        values = []
        for name in order:
            part = members.get(name)
            value = plain[name] if part is None else plain[part[0]][part[1]]
            process = convert.get(name)
            values.append(value if process is None else process(value))
        return sql, tuple(values)

    def _text(self, plain: dict[str, Any]) -> Any:
        lists = {name: list(plain[name]) for name in self._lists}
        state = self._compiled._process_parameters_for_postcompile({**plain, **lists})
        parts = {part: (name, at) for name, parts in state.parameter_expansion.items() for at, part in enumerate(parts)}
        return state.statement, state.positiontup or (), parts, {**self._slots.convert, **state.processors}


class Preparer:
    """The prepared statements of one database. A statement is prepared when it comes a second time."""

    def __init__(self, dialect: Dialect, guard: Guard | None = None) -> None:
        self._dialect = dialect
        self._guard = guard
        self._known: WeakKeyDictionary[Any, dict[Any, Prepared | None]] = WeakKeyDictionary()

    def find(self, statement: Any, given: Any) -> Prepared | None:
        """None for what has to go SQLAlchemy's way: ORM statements, texts, and what was not seen before."""
        known = self._known.get(statement)
        if known is None:
            if isinstance(statement, _KINDS) and not statement._propagate_attrs:
                self._known[statement] = {}
            return None
        many = type(given) is list
        if not (given if many else given is None or type(given) is dict):
            return None
        names = tuple(given[0] if many else given or ())
        if (names, many) not in known:
            known[names, many] = self._prepared(statement, names, many)
        return known[names, many]

    def _prepared(self, statement: Any, names: Sequence[str], many: bool) -> Prepared | None:
        try:
            return Prepared(statement, names, many, self._dialect, self._guard)
        except (NotPreparable, InvalidRequestError):  # the latter of types that depend on what the server answers
            return None


_NOTHING = SimpleResultMetaData(())


def _metadata(compiled: SQLCompiler, dialect: Dialect) -> SimpleResultMetaData | None:
    """Names and conversions of the columns; None for what gives no rows."""
    columns = compiled._result_columns
    if not columns:
        return None
    convert: list[Any] = [_conversion(column.type, dialect) for column in columns]
    return SimpleResultMetaData(
        [column.keyname for column in columns], [column.objects for column in columns], _processors=convert
    )


def _conversion(kind: Any, dialect: Dialect) -> Convert | None:
    """All drivers give floats as they are; SQLAlchemy would ask asyncpg's for a number that only a cursor has."""
    if isinstance(kind, Float):
        return None
    found: Convert | None = kind._cached_result_processor(dialect, None)
    return found


def _defaults(compiled: SQLCompiler) -> dict[str, tuple[Convert | None, Any]]:
    """What columns get that nobody names: (function, value) by the name of the value."""
    found: dict[str, tuple[Convert | None, Any]] = {}
    for columns, described in (
        (compiled.insert_prefetch, "_default_description_tuple"),
        (compiled.update_prefetch, "_onupdate_description_tuple"),
    ):
        for column in columns:
            argument, is_scalar, is_callable, _ = getattr(column, described)
            if not (is_scalar or is_callable):
                raise NotPreparable(f"{column} has a default that the database computes")
            name = compiled._within_exec_param_key_getter(column)
            found[name] = (argument, None) if is_callable else (None, argument)
    return found


def _without_context(compute: Callable[[], Any]) -> Convert:
    return lambda context: compute()
