"""What the staff does with providers."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from yarl import URL

from ai_service.app.audit import service as audit
from ai_service.app.providers.errors import (
    ApiKeyNeeded,
    NoSuchProvider,
    ProviderExists,
    SetByConfiguration,
    TooManyProviders,
)
from ai_service.app.providers.repository.rows import providers, remove_models_of
from ai_service.app.providers.schemas import ProviderCreate, ProviderUpdate
from ai_service.app.providers.service.configured import CONFIGURED
from ai_service.app.providers.service.wire import Wire
from common.clock import Clock
from common.database import Database, current_tenant, retrying
from common.errors import ChangedMeanwhile
from common.ids import new_id
from common.security.caller import Caller

Json = dict[str, Any]
MOST_PROVIDERS = 50
SHORTEST_TOLD = 12  # of a shorter key the last four characters would tell too much


class Providers:
    """`changed` is awaited after each commit."""

    def __init__(self, database: Database, wire: Wire, clock: Clock, changed: Callable[[], Awaitable[None]]) -> None:
        self._database = database
        self._wire = wire
        self._clock = clock
        self._changed = changed

    async def all(self) -> list[Json]:
        """Rows in the order in which they are asked, that of the configuration first."""
        async with self._database.reading() as session:
            rows = await providers.all(session)
        return [self._wire.configured.provider, *rows] if self._wire.configured else rows

    async def row(self, provider_id: str) -> Json:
        if provider_id == CONFIGURED and self._wire.configured is not None:
            return self._wire.configured.provider
        async with self._database.reading() as session:
            return await found(session, provider_id)

    async def create(self, caller: Caller, wanted: ProviderCreate) -> Json:
        now, tenant, provider_id = self._clock.now(), current_tenant(), new_id("prv")
        values = _columns(wanted.model_dump())
        self._wire.check(values["base_url"])
        row = {"tenant_id": tenant, "id": provider_id, "version": 1, "created_at": now, "updated_at": now, **values}
        row |= self._sealed(row, wanted.api_key.get_secret_value() if wanted.api_key else None)
        try:
            async with self._database.unit_of_work() as session:
                if await providers.count(session) >= MOST_PROVIDERS:
                    raise TooManyProviders(most=MOST_PROVIDERS)
                await providers.add(session, row)
                await self._told(session, caller, "provider.created", row)
        except IntegrityError as error:
            raise ProviderExists from error
        await self._changed()
        return row

    async def change(self, caller: Caller, provider_id: str, changes: ProviderUpdate, version: int | None) -> Json:
        """Counts for the next call; what is being answered goes on."""
        values = _columns(changes.model_dump(exclude_unset=True))
        if "base_url" in values:
            self._wire.check(values["base_url"])
        try:
            row = await self._change(caller, provider_id, changes, values, version)
        except IntegrityError as error:
            raise ProviderExists from error
        await self._changed()
        return row

    @retrying
    async def _change(
        self, caller: Caller, provider_id: str, changes: ProviderUpdate, values: Json, version: int | None
    ) -> Json:
        async with self._database.unit_of_work() as session:
            row = await found(session, provider_id, lock=True)
            refuse_if_changed(row, version)
            named = changes.model_fields_set
            if "api_key" in named:
                values = values | self._sealed(row, changes.api_key.get_secret_value() if changes.api_key else None)
            elif row["api_key"] is not None and _elsewhere(row["base_url"], values.get("base_url")):
                raise ApiKeyNeeded
            if values:
                await providers.change(session, row, values)
                await self._told(session, caller, "provider.changed", row | values, fields=sorted(named))
            return await found(session, provider_id)

    async def remove(self, caller: Caller, provider_id: str, version: int | None) -> None:
        """With its models; what they cost stays in the reports."""
        await self._remove(caller, provider_id, version)
        await self._changed()

    @retrying
    async def _remove(self, caller: Caller, provider_id: str, version: int | None) -> None:
        async with self._database.unit_of_work() as session:
            row = await found(session, provider_id, lock=True)
            refuse_if_changed(row, version)
            await remove_models_of(session, provider_id)
            await providers.remove(session, provider_id)
            await self._told(session, caller, "provider.removed", row)

    def _sealed(self, row: Json, key: str | None) -> Json:
        if key is None:
            return {"api_key": None, "key_end": None}
        sealed = self._wire.seal(row["tenant_id"], row["id"], key)
        return {"api_key": sealed, "key_end": key[-4:] if len(key) >= SHORTEST_TOLD else None}

    async def _told(self, session: AsyncSession, caller: Caller, action: str, row: Json, **detail: Any) -> None:
        """The host alone: a path may hold what is nobody's business."""
        detail = {"name": row["name"], "host": URL(row["base_url"]).host, **detail}
        await audit.record(session, action, actor_id=caller.subject_id, subject_id=row["id"], **detail)


async def found(session: AsyncSession, provider_id: str, *, lock: bool = False) -> Json:
    """Only what is in the table: NoSuchProvider, or SetByConfiguration for the other one."""
    row = await providers.find(session, provider_id, lock=lock)
    if row is None:
        raise SetByConfiguration if provider_id == CONFIGURED else NoSuchProvider
    return row


def refuse_if_changed(row: Json, version: int | None) -> None:
    if version is not None and version != row["version"]:
        raise ChangedMeanwhile(version=row["version"])


def _columns(given: Json) -> Json:
    """The columns of what was sent; the key has its own way."""
    given = {name: value for name, value in given.items() if name != "api_key"}
    for phase, seconds in given.pop("timeouts", {}).items():
        given[f"{phase}_ms"] = max(1, round(seconds * 1000))
    return given | given.pop("limits", {})


def _elsewhere(before: str, after: str | None) -> bool:
    return after is not None and URL(before).origin() != URL(after).origin()
