"""From a typed function to the JSON schema a model sees, and from a model's arguments back to typed values."""

import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from common.api_clients.llm.answers import ArgumentsRefused

STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


def arguments_model(function: Callable[..., Any]) -> type[BaseModel]:
    """The parameters after the first one (the tool's context), as a model that takes nothing else."""
    hints = get_type_hints(function, include_extras=True)
    _, *parameters = inspect.signature(function).parameters.values()
    fields: dict[str, Any] = {
        parameter.name: (hints[parameter.name], ... if parameter.default is parameter.empty else parameter.default)
        for parameter in parameters
    }
    return create_model(f"{function.__name__}_arguments", __config__=STRICT, **fields)


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema without titles, references and `null` branches: small models read it better, and all take it."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    plain = _plain(schema, definitions)
    return {"type": "object", "properties": {}, **plain}


def _plain(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        schema = {**definitions[schema["$ref"].rsplit("/", 1)[1]], **{k: v for k, v in schema.items() if k != "$ref"}}
    branches = [branch for branch in schema.get("anyOf", ()) if branch.get("type") != "null"]
    if len(branches) == 1:
        schema = {**schema, **_plain(branches[0], definitions)}
        schema.pop("anyOf")
    kept = {key: value for key, value in schema.items() if key != "title" and (key, value) != ("default", None)}
    if "properties" in kept:
        kept["properties"] = {name: _plain(part, definitions) for name, part in kept["properties"].items()}
    if isinstance(kept.get("items"), dict):
        kept["items"] = _plain(kept["items"], definitions)
    return kept


def typed_arguments(model: type[BaseModel], arguments: dict[str, Any]) -> dict[str, Any]:
    """The function's keyword arguments; ArgumentsRefused names each argument that does not fit, and why."""
    try:
        values = model.model_validate(arguments)
    except ValidationError as error:
        raise ArgumentsRefused(_reasons(error, model)) from error
    return {name: getattr(values, name) for name in type(values).model_fields}


def _reasons(error: ValidationError, model: type[BaseModel]) -> str:
    reasons = []
    for item in error.errors(include_url=False)[:5]:
        name = ".".join(str(part) for part in item["loc"])
        if item["type"] == "extra_forbidden":
            known = ", ".join(model.model_fields) or "none"
            reasons.append(f"{name[:60]}: there is no such argument (known: {known})")
        else:
            reasons.append(f"{name}: {item['msg']}")
    return "; ".join(reasons)
