"""Tools are typed functions; this is where they are declared and found."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from inspect import getdoc
from typing import Any, Literal

from pydantic import BaseModel

from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.schema import arguments_model, json_schema
from common.api_clients.llm.types import ToolSpec

ToolFunction = Callable[..., Awaitable[Any]]
Effect = Callable[[ToolContext, dict[str, Any], str], Awaitable[dict[str, Any]]]
Approval = Literal["none", "shopper", "staff"]
RANKS: tuple[Approval, ...] = ("none", "shopper", "staff")  # each asks for all that those before it ask for


@dataclass(slots=True)
class Tool:
    """`changes`: has an effect outside the conversation. `approval`: "shopper" means the function only prepares a
    Proposal, and `effect` runs when the shopper confirms it. `untrusted`: the result carries texts of strangers.
    `open`: it is about nobody in particular, so that whoever calls need not say who they are.
    `card` is the kind of card (see shown/cards.py) that a result is drawn as. `money` says which way what it proposes
    moves: "back" to the shopper or "paid" by them.
    """

    name: str
    function: ToolFunction
    spec: ToolSpec
    arguments: type[BaseModel]
    changes: bool = False
    approval: Approval = "none"
    money: Literal["back", "paid"] | None = None
    permission: str | None = None
    untrusted: bool = False
    open: bool = False
    card: str | None = None
    effect: Effect | None = None

    def carried_out_by(self, effect: Effect) -> Effect:
        """Decorator: what happens, once, when the proposal is confirmed; the key makes a repetition harmless."""
        self.effect = effect
        return effect


@dataclass(slots=True)
class Proposal:
    """Something that costs money or cannot be undone: these exact arguments, shown to the shopper as `details`.

    `text` says all of it in the shopper's language, `summary` the part that an answer repeats. `amount` is the money
    that the tool's rule is about, in minor units, and `order_id` the order it belongs to.
    """

    arguments: dict[str, Any]
    details: dict[str, Any]
    summary: str
    text: str
    amount: dict[str, Any] | None = None
    order_id: str | None = None


@dataclass(slots=True)
class ToolRegistry:
    tools: dict[str, Tool] = field(default_factory=dict)

    def tool(self, *tags: str, **rules: Any) -> Callable[[ToolFunction], Tool]:
        """Decorator: `@registry.tool("cart.add", changes=True)`; the docstring is the prompt of the tool."""

        def register(function: ToolFunction) -> Tool:
            name = function.__name__
            model = arguments_model(function)
            spec = ToolSpec(name, " ".join((getdoc(function) or "").split()), json_schema(model), tags)
            self.tools[name] = tool = Tool(name, function, spec, model, **rules)
            return tool

        return register

    def specs(self, names: Iterable[str]) -> list[ToolSpec]:
        return [self.tools[name].spec for name in names]


registry = ToolRegistry()
