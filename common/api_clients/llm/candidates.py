"""Which models can serve a request, and in which order they are asked."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import orjson

from common.api_clients.llm.standing import Standing
from common.api_clients.llm.types import ChatModel, ChatRequest

ABILITIES = ("chat", "tools", "vision", "json", "reasoning", "embeddings", "speech")
BYTES_PER_TOKEN = 3  # low for English, right for Chinese: better too many than a request that does not fit
TOKENS_PER_IMAGE = 1_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model of a provider. Of those with the smallest `priority` the `weight` says how often one comes first.

    `abilities` None means whatever is asked for, `context_window` None that nobody said how large it is.
    """

    id: str
    model: ChatModel
    standing: Standing
    abilities: frozenset[str] | None = None
    context_window: int | None = None
    priority: int = 100
    weight: int = 1

    def can(self, needs: frozenset[str], tokens: int) -> bool:
        able = self.abilities is None or needs <= self.abilities
        return able and (self.context_window is None or tokens <= self.context_window)


def needs_of(request: ChatRequest) -> frozenset[str]:
    needs = {"chat"}
    if request.tools:
        needs.add("tools")
    if request.response_schema is not None:
        needs.add("json")
    if any(message.images for message in request.messages):
        needs.add("vision")
    return frozenset(needs)


def estimated_tokens(request: ChatRequest) -> int:
    """Of what is sent and of the longest answer, together."""
    size = images = 0
    for message in request.messages:
        size += len(message.content.encode()) + sum(len(call.arguments) + len(call.name) for call in message.tool_calls)
        images += len(message.images)
    for tool in request.tools:
        size += len(tool.description.encode()) + len(orjson.dumps(tool.parameters))
    return size // BYTES_PER_TOKEN + images * TOKENS_PER_IMAGE + (request.max_tokens or 0)


def in_order(
    candidates: Sequence[Candidate], first: str | None, wishes: Sequence[str], chance: Callable[[], float]
) -> list[Candidate]:
    """`first` (an id) leads, then what is wished for, in that order, by id or name; the rest by priority, then lot."""

    def place(candidate: Candidate) -> tuple[bool, int, int, float]:
        other, names = candidate.id != first, (candidate.id, candidate.model.name)
        unwished = next((at for at, wish in enumerate(wishes) if wish in names), len(wishes))
        # sorted by such a lot, each comes first as often as its weight says (Efraimidis and Spirakis 2006)
        return other, unwished, candidate.priority, -math.log(1.0 - chance()) / candidate.weight

    return sorted(candidates, key=place)
