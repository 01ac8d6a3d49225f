"""What is different between two versions: field by field, longer texts line by line."""

from collections.abc import Iterator
from difflib import unified_diff
from typing import Any

from ai_service.app.agents.content import AgentContent

Json = dict[str, Any]
LINES_AROUND = 2
_KINDS = {"+": "added", "-": "removed", " ": "same"}


def differences(before: AgentContent, after: AgentContent) -> list[Json]:
    """[{field, before, after, lines}], in the order of the fields; a field that only one side has is None there."""
    old, new = dict(_fields(before.model_dump(mode="json"))), dict(_fields(after.model_dump(mode="json")))
    names = list(dict.fromkeys((*old, *new)))
    return [_difference(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)]


def _fields(content: Json) -> Iterator[tuple[str, Any]]:
    for name, value in content.items():
        if name == "variables":
            yield from ((f"variables.{each['name']}", each["default"]) for each in value)
        elif isinstance(value, dict) and name != "model":
            yield from ((f"{name}.{part}", of_part) for part, of_part in value.items())
        else:
            yield name, value


def _difference(name: str, before: Any, after: Any) -> Json:
    texts = [value or "" for value in (before, after) if isinstance(value, str | None)]
    whole = len(texts) == 2 and any("\n" in text for text in texts)
    return {"field": name, "before": before, "after": after, "lines": _lines(*texts) if whole else None}


def _lines(before: str, after: str) -> list[Json]:
    found: list[Json] = []
    for line in list(unified_diff(before.splitlines(), after.splitlines(), n=LINES_AROUND, lineterm=""))[2:]:
        if line.startswith("@@"):
            if found or not line.startswith(("@@ -1 ", "@@ -1,", "@@ -0,")):
                found.append({"kind": "gap", "text": ""})
        else:
            found.append({"kind": _KINDS[line[0]], "text": line[1:]})
    return found
