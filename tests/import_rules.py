"""The two import rules of the house that import-linter has no word for (pyproject.toml, `make lint`)."""

from collections.abc import Iterator
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, output

_SERVICES = ("user_service", "product_service", "order_service", "ai_service")
_DRAWERS = ("repository", "models")
_WEB = ("fastapi", "starlette", "flask", "werkzeug")
_DOORS = ("routes", "dependencies", "factory")
_ALSO_AT_THE_DOOR = ("common.service", "web_service")


def feature_of(module: str) -> str | None:
    """`order_service.app.carts` for whatever lies in that folder; None outside of features."""
    parts = module.split(".")
    return ".".join(parts[:3]) if len(parts) > 3 and parts[0] in _SERVICES and parts[1] == "app" else None


def is_test(module: str) -> bool:
    return "tests" in module.split(".")


class _ImportByImport(Contract):
    """A rule that can be told from one import at a time."""

    def forbids(self, importer: str, imported: str) -> bool:
        raise NotImplementedError

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        broken = sorted(pair for pair in self._pairs(graph) if self.forbids(*pair))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def _pairs(self, graph: ImportGraph) -> Iterator[tuple[str, str]]:
        for importer in graph.modules:
            if not is_test(importer):
                for imported in graph.find_modules_directly_imported_by(importer):
                    yield importer, imported

    def render_broken_contract(self, check: ContractCheck) -> None:
        broken: list[Any] = check.metadata["broken"]
        for importer, imported in broken:
            output.print_error(f"{importer} imports {imported}")


class OwnDrawers(_ImportByImport):
    """A feature calls another feature's service, never its repository or models."""

    type_name = "own_drawers"

    def forbids(self, importer: str, imported: str) -> bool:
        theirs, ours = feature_of(imported), feature_of(importer)
        if theirs is None or ours is None or theirs == ours:
            return False
        return imported.split(".")[3] in _DRAWERS


class WebTypesAtTheDoor(_ImportByImport):
    """FastAPI and Flask types stay in routes, dependencies, factories, common.service and web_service."""

    type_name = "web_types"

    def forbids(self, importer: str, imported: str) -> bool:
        if imported.split(".")[0] not in _WEB:
            return False
        if any(importer == door or importer.startswith(f"{door}.") for door in _ALSO_AT_THE_DOOR):
            return False
        return not any(part in _DOORS for part in importer.split("."))
