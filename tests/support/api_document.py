"""A service's OpenAPI document as a list of operations, with bodies that fit and bodies that do not."""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
WRONG = (
    None, True, -1, 0, 1.5, 10**30, -(2**63), "", " ", "x", "\x00", "\ud800", "a\u202eb", "x" * 5000, "' OR 1=1 --",
    "9999-99-99T99:99", [], [None], {}, {"x": 1}, [[[[]]]], {"amount": -1, "currency": "EUR"}, {"amount": 1e308},
    {"amount": 10**25, "currency": "EUR"}, {"amount": 1, "currency": "XXXX"}, {"en": None}, {"en": "\ud800"},
)  # fmt: skip
WRONG_QUERY = (
    "",
    "-1",
    "0",
    "1e9",
    str(10**30),
    "nan",
    "\x00",
    "%",
    "' OR 1=1 --",
    "null",
    "x" * 3000,
    "鼠标\u202e",
    "a:b:c",
)
RAW_BODIES = (
    b"", b"{", b"[", b"nul", b'{"a":', b"\xff\xfe\x00", b'{"a": NaN}', b'"text"', b"12", b"[]", b"null", b"[" * 50_000,
    b'{"a":' * 20_000, b'{"unknown_field": 1}', b'{"\\u0000": 1}', b'{"a": 1' + b"0" * 6000 + b"}",
)  # fmt: skip


@dataclass(frozen=True)
class Operation:
    service: str
    method: str
    path: str
    query: tuple[str, ...]
    header_names: tuple[str, ...]
    media_type: str | None
    body: Any  # one that fits, as far as the document says

    def __str__(self) -> str:
        return f"{self.service} {self.method} {self.path}"

    def wrong_bodies(self) -> Iterator[bytes]:
        """Malformed ones, then the fitting one with one field at a time replaced, left out, or one too many."""
        yield from RAW_BODIES
        if not isinstance(self.body, dict):
            return
        yield as_json(self.body | {"unknown_field": "x"})
        for place in _places(self.body):
            yield as_json(_changed(self.body, place))
            for wrong in WRONG:
                yield as_json(_changed(self.body, place, wrong))


def operations(service: str, document: Json) -> list[Operation]:
    schemas = document.get("components", {}).get("schemas", {})
    found = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            named = operation.get("parameters", [])
            content = operation.get("requestBody", {}).get("content", {})
            media_type = next(iter(content), None)
            body = sample(content[media_type].get("schema", {}), schemas) if media_type else None
            query = tuple(each["name"] for each in named if each["in"] == "query")
            headers = tuple(each["name"] for each in named if each["in"] == "header")
            found.append(Operation(service, method.upper(), path, query, headers, media_type, body))
    return found


def sample(schema: Json, schemas: Json, depth: int = 0) -> Any:
    """A value of this schema: its example, or the simplest that fits."""
    if "$ref" in schema:
        return sample(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas, depth)
    for either in ("anyOf", "oneOf", "allOf"):
        if either in schema and "example" not in schema:
            kinds = [each for each in schema[either] if each.get("type") != "null"]
            return sample(kinds[0], schemas, depth)
    for known in ("example", "const", "default"):
        if schema.get(known) is not None:
            return schema[known]
    return schema["enum"][0] if "enum" in schema else _simplest(schema, schemas, depth + 1)


def _simplest(schema: Json, schemas: Json, depth: int) -> Any:
    kind = schema.get("type")
    if kind == "object":
        properties = schema.get("properties", {}) if depth < 6 else {}
        return {name: sample(each, schemas, depth) for name, each in properties.items()}
    if kind == "array":
        return [sample(schema.get("items", {}), schemas, depth)] if depth < 6 else []
    if kind in ("integer", "number"):
        return max(1, int(schema.get("minimum", 1)))
    return False if kind == "boolean" else "x" * max(1, int(schema.get("minLength", 1)))


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def _places(body: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every field, those inside others too."""
    inside = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for name, value in inside:
        yield (*before, name)
        yield from _places(value, (*before, name))


_LEFT_OUT = object()


def _changed(body: Any, place: tuple[Any, ...], value: Any = _LEFT_OUT) -> Any:
    changed = inside = copy.deepcopy(body)
    for name in place[:-1]:
        inside = inside[name]
    if value is _LEFT_OUT:
        del inside[place[-1]]
    else:
        inside[place[-1]] = value
    return changed
