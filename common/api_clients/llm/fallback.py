"""One provider first, a model that always answers behind it."""

import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from time import monotonic
from typing import Protocol

from common.api_clients.llm.types import (
    ChatModel,
    ChatRequest,
    Chunk,
    Finished,
    ModelError,
    TextDelta,
    ToolCallDelta,
    Usage,
)

log = logging.getLogger(__name__)


class Models(Protocol):
    """Where the agent loop gets a model for one turn; a router over many providers has the same shape."""

    def for_turn(self) -> ChatModel: ...


class FallbackModels:
    """Remembers across turns that the provider failed, and leaves it alone for `rest` seconds: shoppers should not
    each wait out the same deadline."""

    def __init__(
        self, provider: ChatModel | None, last: ChatModel, rest: float = 15.0, clock: Callable[[], float] = monotonic
    ) -> None:
        self._provider = provider
        self._last = last
        self._rest = rest
        self._clock = clock
        self._resting_until = 0.0

    def for_turn(self) -> ChatModel:
        if self._provider is None or self._clock() < self._resting_until:
            return self._last
        return FallbackModel(self._provider, self._last, self._provider_failed)

    def _provider_failed(self, error: ModelError) -> None:
        if error.retryable:
            self._resting_until = self._clock() + self._rest


class FallbackModel:
    """The models of one turn. A turn stays with the model that took it over, and a model that takes over after the
    first one has already said or asked for something proposes no write."""

    def __init__(self, first: ChatModel, last: ChatModel, failed: Callable[[ModelError], None]) -> None:
        self._first: ChatModel | None = first
        self._last = last
        self._failed = failed
        self._begun = False
        self.name = first.name

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        if self._first is not None:
            try:
                async with aclosing(self._from_first(self._first, request)) as chunks:
                    async for chunk in chunks:
                        yield chunk
                return
            except ModelError as error:
                log.warning("model_failed_over", extra={"model": self._first.name, "error": str(error)})
                self._failed(error)
                self._first, self.name = None, self._last.name
        # In the request itself: whoever runs the calls of this turn has to hold the model to it.
        request.writes_allowed = request.writes_allowed and not self._begun
        async with aclosing(self._last.stream(request)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def _from_first(self, model: ChatModel, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        """Tool calls are held back until the stream has finished: half a call must not reach the loop."""
        held: list[Chunk] = []
        said = False
        try:
            async with aclosing(model.stream(request)) as chunks:
                async for chunk in chunks:
                    if isinstance(chunk, (ToolCallDelta, Usage, Finished)):
                        held.append(chunk)
                        continue
                    said = said or isinstance(chunk, TextDelta)
                    self._begun = self._begun or said
                    yield chunk
        except ModelError:
            if said:
                yield TextDelta("\n\n")
            raise
        self._begun = True
        for chunk in held:
            yield chunk
