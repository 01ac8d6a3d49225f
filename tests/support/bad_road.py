"""A road to a service that can be slow, closed, or lose every answer on the way back."""

import asyncio
import threading
from contextlib import suppress
from typing import Literal, Self

State = Literal["good", "slow", "closed", "losing answers"]
DELAY = 1.0


class BadRoad:
    """`with BadRoad(port) as road:` listens at `road.port` and leads to the service's own."""

    def __init__(self, to_port: int) -> None:
        self.state: State = "good"
        self.port = 0
        self._to_port = to_port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._travel, "127.0.0.1", 0), self._loop)
        self.port = server.result(10).sockets[0].getsockname()[1]
        return self

    def __exit__(self, *error: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _travel(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if self.state != "closed":
                there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self._to_port)
                await asyncio.wait(
                    [
                        asyncio.ensure_future(self._carry(reader, there_writer)),
                        asyncio.ensure_future(self._carry(there_reader, writer, back=True)),
                    ]
                )
        except OSError:
            pass  # nobody is there
        finally:
            writer.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, back: bool = False) -> None:
        """One way, until either end hangs up."""
        with suppress(OSError):
            while data := await reader.read(1 << 16):
                if self.state == "closed" or (back and self.state == "losing answers"):
                    break
                if back and self.state == "slow":
                    await asyncio.sleep(DELAY)
                writer.write(data)
                await writer.drain()
        writer.close()
