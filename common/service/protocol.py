"""uvicorn's connection, on which a kept answer or a refusal goes out as soon as its request was read.

Bare ASGI needs a task, a coroutine and two messages for an answer, and looks at every letter of every header of it:
more than finding the answer takes. Everything else goes uvicorn's way, also what is ready where the reader is slow, the
connection ends with the answer, or only the headers are wanted. Of a request that is refused only the head was read:
what follows of it is read and dropped, as uvicorn does with all that comes after an answer.
"""

from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from common.middleware import Edge


class QuickProtocol(HttpToolsProtocol):
    """For an Edge, or for a service that has one (with several workers uvicorn makes the service itself)."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        edge: Any = getattr(self.app, "edge", self.app)
        self._edge: Edge = edge

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        text = None
        alone = not self.pipeline  # of those that queue only the last, since each ends by beginning the next
        if alone and cycle.keep_alive and not self.flow.write_paused:
            scope: Any = cycle.scope
            text = self._edge.ready(scope, self.server_state.default_headers)
        if text is None:
            self._unset_keepalive_if_required()  # by a ready answer before it, in the same bytes
            super()._start_asgi_task(cycle, app)
            return
        self.transport.write(text)
        cycle.response_started = cycle.response_complete = True
        self.on_response_complete()

    def on_message_complete(self) -> None:
        """A body that ended behind its answer: nothing happens here any more, so from now on it is waited again."""
        super().on_message_complete()
        if self.cycle.response_complete and self.timeout_keep_alive_task is None and not self.transport.is_closing():
            self.timeout_keep_alive_task = self.loop.call_later(
                self.timeout_keep_alive, self.timeout_keep_alive_handler
            )
