"""Server-sent events, read piece by piece (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from collections.abc import Iterator

from common.api_clients.llm.types import BadModelAnswer

LONGEST_LINE = 4 * 1024 * 1024


class EventReader:
    """Takes bytes as they come from the network and gives the data of each complete event."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []

    def feed(self, piece: bytes) -> Iterator[bytes]:
        self._rest += piece
        if len(self._rest) > LONGEST_LINE:
            raise BadModelAnswer("a line of the stream is longer than 4 MB")
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            data = self._line(line.rstrip(b"\r"))
            if data is not None:
                yield data

    def _line(self, line: bytes) -> bytes | None:
        if not line:
            data, self._data = self._data, []
            return b"\n".join(data) if data else None
        if line.startswith(b"data:"):
            self._data.append(line[5:].removeprefix(b" "))
        return None

    def end(self) -> bytes | None:
        """What was left when the connection closed: some servers omit the last blank line."""
        if self._rest:
            self._line(self._rest.rstrip(b"\r"))
            self._rest = b""
        return self._line(b"")
