"""One model out of many for each call: by what it can do, by priority and weight, and by who answers at present."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from random import SystemRandom
from time import monotonic
from typing import Protocol

from common.api_clients.llm.candidates import Candidate, estimated_tokens, in_order, needs_of
from common.api_clients.llm.continuation import Continuation
from common.api_clients.llm.deadlines import RETRIES, Retries
from common.api_clients.llm.types import (
    BrokenStream,
    ChatModel,
    ChatRequest,
    Chunk,
    Finished,
    Message,
    ModelError,
    ModelUnavailable,
    TextDelta,
    ToolCallDelta,
    Usage,
)

log = logging.getLogger(__name__)
_random = SystemRandom()


class Models(Protocol):
    """Where the agent loop gets a model for one turn."""

    def for_turn(self, request: ChatRequest) -> ChatModel: ...


class ModelRouter:
    """`candidates()` are those of the tenant in hand at this moment; `last` answers where none of them does."""

    def __init__(
        self,
        candidates: Callable[[], Sequence[Candidate]],
        last: ChatModel,
        retries: Retries = RETRIES,
        chance: Callable[[], float] = _random.random,
    ) -> None:
        self.last = last
        self.retries = retries
        self._candidates = candidates
        self._chance = chance

    def for_turn(self, request: ChatRequest) -> ChatModel:
        """Named after the model that will be asked first, as far as that can be told from how the turn begins."""
        expected = self.offers(request, estimated_tokens(request), None)
        return TurnModel(self, expected[0] if expected else None)

    def offers(self, request: ChatRequest, tokens: int, mine: str | None, *, begun: bool = False) -> list[Candidate]:
        """Those that can serve this request now, the one to ask first first."""
        needs = needs_of(request)
        able = [
            candidate
            for candidate in self._candidates()
            if candidate.can(needs, tokens)
            and candidate.standing.available(tokens, begun=begun and candidate.id == mine)
        ]
        wishes = [*([request.model] if request.model is not None else []), *request.fallbacks]
        return in_order(able, mine, wishes, self._chance)


class TurnModel:
    """The models of one turn. A turn stays with the model that began it as long as that answers; another one that
    takes over after something was said or asked for proposes no write."""

    def __init__(self, router: ModelRouter, expected: Candidate | None) -> None:
        self._router = router
        self._mine = expected.id if expected else None
        self._begun = False
        self._said = ""
        model = expected.model if expected else router.last
        self.name, self.provider = model.name, model.provider

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        self._said = ""
        tokens = estimated_tokens(request)
        stays = self._begun and self._mine is None
        offers = [] if stays else self._router.offers(request, tokens, self._mine, begun=self._begun)
        for place, offer in enumerate(offers, 1):
            patient = place == len(offers) or (self._begun and offer.id == self._mine)
            try:
                async with aclosing(self._patiently(offer, request, tokens, patient)) as chunks:
                    async for chunk in chunks:
                        yield chunk
                return
            except ModelError as error:
                log.warning("model_failed_over", extra={"model": offer.id, "code": error.code, "error": str(error)})
        async with aclosing(self._from_last(request)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def _from_last(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        self._taken_by(None, self._router.last, request)
        if self._said:
            yield TextDelta("\n\n")  # it begins anew: it cannot go on with another's sentence
        async with aclosing(self._router.last.stream(request)) as chunks:
            async for chunk in chunks:
                yield chunk
        self._begun = True

    def _taken_by(self, model_id: str | None, model: ChatModel, request: ChatRequest) -> None:
        """In the request itself: whoever runs the calls of this turn has to hold the model to it."""
        if self._begun and model_id != self._mine:
            request.writes_allowed = False
        self._mine, self.name, self.provider = model_id, model.name, model.provider

    async def _patiently(
        self, offer: Candidate, request: ChatRequest, tokens: int, patient: bool
    ) -> AsyncGenerator[Chunk, None]:
        """Tried again only before the first token, and only where nobody else can take over as well."""
        attempt = 0
        while True:
            attempt += 1
            try:
                async with aclosing(self._attempt(offer, request, tokens)) as chunks:
                    async for chunk in chunks:
                        yield chunk
                return
            except (ModelUnavailable, BrokenStream) as error:
                wait = self._router.retries.wait(attempt, getattr(error, "retry_after", None))
                if not patient or self._said or wait is None or not offer.standing.budget.take():
                    raise
            await asyncio.sleep(wait)
            if not offer.standing.available(tokens, begun=True):
                raise ModelUnavailable("the provider is left alone for a while")

    async def _attempt(self, offer: Candidate, request: ChatRequest, tokens: int) -> AsyncGenerator[Chunk, None]:
        """Tool calls are held back until the stream has finished: half a call must not reach the loop."""
        self._taken_by(offer.id, offer.model, request)
        standing, started, ended = offer.standing, monotonic(), False
        held: list[Chunk] = []
        first: float | None = None
        standing.begin(tokens)
        try:
            async with aclosing(self._spoken(offer.model, request, held)) as chunks:
                async for chunk in chunks:
                    first = first or monotonic()
                    yield chunk
            first = first or monotonic()
            ended = True
        except ModelError as error:
            ended = True
            standing.failed(offer.id, error)
            raise
        finally:
            if not ended:
                standing.abandoned()
        used = next((chunk for chunk in reversed(held) if isinstance(chunk, Usage)), None)
        standing.succeeded(offer.id, first - started, used, tokens)
        self._begun = True
        for chunk in held:
            yield chunk

    async def _spoken(self, model: ChatModel, request: ChatRequest, held: list[Chunk]) -> AsyncGenerator[Chunk, None]:
        """The text, going on where another model broke off; the rest is left in `held`."""
        text = Continuation(self._said)
        if self._said:
            request = replace(request, messages=[*request.messages, Message("assistant", self._said)])
        async with aclosing(model.stream(request)) as chunks:
            async for chunk in chunks:
                if isinstance(chunk, TextDelta):
                    if new := text.feed(chunk.text):
                        yield self._say(new)
                elif isinstance(chunk, (ToolCallDelta, Usage, Finished)):
                    held.append(chunk)
                else:
                    yield chunk
        if rest := text.end():
            yield self._say(rest)

    def _say(self, text: str) -> TextDelta:
        self._begun = True
        self._said += text
        return TextDelta(text)
