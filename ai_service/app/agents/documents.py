"""Agents as YAML files: written to be read and edited by people, taken in with the line of whatever is wrong."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from ai_service.app.agents.content import AgentContent
from ai_service.app.agents.errors import AgentFileInvalid
from ai_service.app.agents.schemas import AgentCreate
from common.sentences import in_readers_language
from common.service.wrong_input import said_of

FORMAT = "shopkeeper-agent/1"
MOST_DEPTH = 12
FIRST = 1  # line
Path = tuple[int | str, ...]


class AgentFile:
    """A file that was taken in; remembers where everything stood."""

    def __init__(self, file: bytes) -> None:
        self.lines: dict[Path, int] = {}
        try:
            text = file.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise AgentFileInvalid("This file is not written in UTF-8.") from error
        document = self._read(text)
        given = document.pop("format", None)
        if given != FORMAT:
            raise self.wrong(("format",), f"the first line must be “format: {FORMAT}”")
        try:
            agent = AgentCreate.model_validate(document)
        except ValidationError as error:
            found = [self._at(tuple(each["loc"]), said_of(dict(each))) for each in error.errors(include_url=False)]
            raise AgentFileInvalid(found[0]["message"], errors=found) from error
        self.agent_id = agent.id
        self.content = AgentContent.model_validate(agent.model_dump(exclude={"id"}))

    def wrong(self, path: Path, message: str) -> AgentFileInvalid:
        """The refusal that names the line of this field, or of the one around it."""
        at = self._at(path, in_readers_language(message))
        return AgentFileInvalid(at["message"], errors=[at])

    def _at(self, path: Path, message: str) -> dict[str, Any]:
        line = next((self.lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in self.lines), FIRST)
        where = ".".join(str(part) for part in path)
        said = in_readers_language(f"line {line}, {where}: {message}")
        return {"at": where, "line": line, "message": said, "type": "value_error"}

    def _read(self, text: str) -> dict[str, Any]:
        import yaml  # here, since only this needs it

        try:
            self._refuse_tricks(text)
            self.lines = dict(_lines_of(yaml.compose(text, Loader=yaml.SafeLoader)))
            document = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise AgentFileInvalid(f"line {_line_of(error)}: this is no YAML: {_problem_of(error)}") from error
        except (ValueError, OverflowError) as error:  # a day or a number that there cannot be
            raise AgentFileInvalid(f"line {FIRST}: this is no YAML: {error}") from error
        if not isinstance(document, dict):
            raise AgentFileInvalid("A file begins with its fields, one per line.")
        return document

    def _refuse_tricks(self, text: str) -> None:
        """An alias makes a small file large without end, and an agent has no use for one; nor for much depth."""
        import yaml

        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise AgentFileInvalid("Aliases (*name) are not taken.")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                raise AgentFileInvalid("This file is nested too deeply.")


def written(agent_id: str, content: AgentContent) -> str:
    """The file of an agent; taken in again it gives the same content."""
    import yaml

    class Writer(yaml.SafeDumper):
        """Texts of several lines as they are read, not in quotation marks."""

    def text(dumper: Any, value: str) -> Any:
        style = "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Writer.add_representer(str, text)
    fields = content.model_dump(mode="json", exclude_defaults=True)
    document = {"format": FORMAT, "id": agent_id, **fields}
    return yaml.dump(document, Dumper=Writer, allow_unicode=True, sort_keys=False, width=10_000)


def _lines_of(node: Any, path: Path = ()) -> Iterator[tuple[Path, int]]:
    """Every field's path and line, of what YAML's parser made of the file."""
    if node is None:
        return
    yield path, node.start_mark.line + 1
    if isinstance(node.value, list) and node.id == "mapping":
        for key, value in node.value:
            yield from _with_key(key, value, (*path, key.value if isinstance(key.value, str) else ""))
    elif isinstance(node.value, list):
        for position, item in enumerate(node.value):
            yield from _lines_of(item, (*path, position))


def _with_key(key: Any, value: Any, path: Path) -> Iterator[tuple[Path, int]]:
    yield from _lines_of(value, path)
    yield path, key.start_mark.line + 1


def _line_of(error: Any) -> int:
    mark = getattr(error, "problem_mark", None)
    return FIRST if mark is None else int(mark.line) + 1


def _problem_of(error: Any) -> str:
    return str(getattr(error, "problem", None) or error)[:200]
