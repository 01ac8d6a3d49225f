"""uvicorn's connection, on which a kept answer goes out as soon as its request was read.

Bare ASGI needs a task, a coroutine and two messages for an answer, and looks at every letter of every header of it:
more than finding the answer takes. Everything else goes uvicorn's way, also what is kept where the reader is slow, the
connection ends with the answer, or only the headers are wanted.
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
            text = self._edge.kept(scope, self.server_state.default_headers)
        if text is None:
            self._unset_keepalive_if_required()  # by a kept answer before it, in the same bytes
            super()._start_asgi_task(cycle, app)
            return
        self.transport.write(text)
        cycle.response_started = cycle.response_complete = True
        self.on_response_complete()
