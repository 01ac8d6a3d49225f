"""A reply that is written in the transaction which makes it true."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import after_commit

Write = Callable[[AsyncSession, int, Any], Awaitable[None]]


class Receipt:
    """For an operation that ends with a transaction of its own: its reply is remembered with the effect or not at all.

    Where the operation ends otherwise, the reply is remembered afterwards, as that of any other.
    """

    def __init__(self) -> None:
        self.written = False
        self._write: Write | None = None

    def prepare(self, write: Write) -> None:
        """The key is ours; this is how its reply is remembered."""
        self._write = write

    async def write(self, session: AsyncSession, status: int, reply: Any) -> None:
        """In the last transaction of the operation, which is to return the same reply."""
        if self._write is not None:
            await self._write(session, status, reply)
            after_commit(session, self._committed)

    def _committed(self) -> None:
        self.written = True
