"""Sessions whose prepared statements go straight to the driver, all others SQLAlchemy's way, in one transaction."""

from functools import cached_property
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from sqlalchemy.util import await_only

from common.database.prepared import Answer, Prepared, Preparer
from common.database.scoping import ScopedSession

_OUTER = "outer_session"  # where the ORM's session finds the one it belongs to


class PreparedSession(AsyncSession):
    """Begins with the first statement. The ORM, where somebody uses it, joins the transaction that is open.

    Its half is made when it is first asked for: that costs as much as several statements, and few units of work ask.
    """

    def __init__(self, preparer: Preparer, info: dict[str, Any]) -> None:
        self._preparer = preparer
        self._info = dict(info)
        self._connection: Connection | None = None
        self._driver: Any = None
        self.statements_left: int | None = None  # None where any number is one transaction

    @cached_property
    def sync_session(self) -> Session:  # type: ignore[override]
        return self._assign_proxied(_JoiningSession(expire_on_commit=False, info={_OUTER: self}))

    @property
    def _proxied(self) -> Session:  # type: ignore[override]
        return self.sync_session

    @property
    def info(self) -> Any:
        """What belongs to this session and whatever it is handed to."""
        return self._info

    async def execute(self, statement: Any, params: Any = None, **more: Any) -> Any:
        if self.statements_left is not None:
            if self.statements_left == 0:
                raise RuntimeError("this is a second statement: that takes a unit of work")
            self.statements_left -= 1
        prepared = None if more else self._preparer.find(statement, params)
        if prepared is None:
            return await super().execute(statement, params, **more)
        if self._connection is None:
            await self.begun()
        return await self._run(prepared, params)

    async def scalar(self, statement: Any, params: Any = None, **more: Any) -> Any:
        return (await self.execute(statement, params, **more)).scalar()

    async def flush(self, objects: Any = None) -> None:
        """What the ORM holds back; nothing where nobody used it."""
        if "sync_session" in self.__dict__:
            await super().flush(objects)

    async def begun(self) -> Connection:
        """The connection, with a transaction open on it or about to be."""
        if self._connection is None:
            self._connection, self._driver = await self._take()
        return self._connection

    async def commit(self) -> None:
        if self._orm_at_work():
            await super().commit()
        else:
            await self._end(commit=True)
        await self._let_go()

    async def rollback(self) -> None:
        if self._orm_at_work():
            await super().rollback()
        else:
            await self._end(commit=False)
        await self._let_go()

    async def close(self) -> None:
        """Undo what is not committed."""
        try:
            if self._orm_at_work():
                await super().close()
            else:
                await self._end(commit=False)
        finally:
            await self._let_go()

    def _orm_at_work(self) -> bool:
        orm: Session | None = self.__dict__.get("sync_session")
        return orm is not None and orm.in_transaction()

    async def _let_go(self) -> None:
        connection, driver, self._connection, self._driver = self._connection, self._driver, None, None
        if connection is not None:
            await self._give_back(connection, driver)

    async def _take(self) -> tuple[Connection, Any]:
        """A connection and the driver's own under it."""
        raise NotImplementedError

    async def _give_back(self, connection: Connection, driver: Any) -> None:
        raise NotImplementedError

    async def _run(self, prepared: Prepared, given: Any) -> Answer:
        raise NotImplementedError

    async def _end(self, *, commit: bool) -> None:
        """End what the driver has open; nothing if nothing is."""
        raise NotImplementedError


class _JoiningSession(ScopedSession):
    """The ORM's half: works on the connection that the session has in hand."""

    def get_bind(self, *arguments: Any, **named: Any) -> Connection:
        connection: Connection = await_only(self.info[_OUTER].begun())
        return connection
