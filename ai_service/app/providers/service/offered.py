"""What the staff does with the models of its providers."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.audit import service as audit
from ai_service.app.prices.schemas import PriceCreate
from ai_service.app.prices.service import PriceBook
from ai_service.app.providers.errors import ModelExists, NoSuchModel, SetByConfiguration, TooManyModels
from ai_service.app.providers.repository.rows import models
from ai_service.app.providers.schemas import ModelCreate, ModelUpdate, Prices
from ai_service.app.providers.service.configured import CONFIGURED, Configured
from ai_service.app.providers.service.providers import found as provider_found
from ai_service.app.providers.service.providers import refuse_if_changed
from common.clock import Clock
from common.database import Database, current_tenant, retrying
from common.ids import new_id
from common.security.caller import Caller

Json = dict[str, Any]
MOST_MODELS = 500
_PRICES = ("input", "cached", "output", "reasoning", "currency")


class OfferedModels:
    """`changed` is awaited after each commit. What a model costs is in the price list, under its name on the wire."""

    def __init__(
        self,
        database: Database,
        configured: Configured | None,
        clock: Clock,
        prices: PriceBook,
        changed: Callable[[], Awaitable[None]],
    ) -> None:
        self._database = database
        self._configured = configured
        self._clock = clock
        self._prices = prices
        self._changed = changed

    async def all(self, provider_id: str | None = None) -> list[Json]:
        """Rows with their present prices, that of the configuration first."""
        async with self._database.reading() as session:
            rows = await models.all(session)
        rows = [self._configured.model, *rows] if self._configured else rows
        return [self._priced(row) for row in rows if provider_id in (None, row["provider_id"])]

    async def row(self, model_id: str) -> Json:
        if model_id == CONFIGURED and self._configured is not None:
            return self._priced(self._configured.model)
        async with self._database.reading() as session:
            return self._priced(await _found(session, model_id))

    def _priced(self, row: Json) -> Json:
        price = self._prices.at(row["name"], self._clock.now())
        return row | {"prices": {kind: getattr(price, kind) for kind in _PRICES}}

    async def create(self, caller: Caller, wanted: ModelCreate) -> Json:
        now, tenant = self._clock.now(), current_tenant()
        given = wanted.model_dump(exclude={"prices"})
        row = given | {"tenant_id": tenant, "id": new_id("mdl"), "version": 1, "created_at": now, "updated_at": now}
        row["display_name"] = wanted.display_name or wanted.name
        try:
            async with self._database.unit_of_work() as session:
                await provider_found(session, wanted.provider_id, lock=True)
                if await models.count(session) >= MOST_MODELS:
                    raise TooManyModels(most=MOST_MODELS)
                await models.add(session, row)
                if "prices" in wanted.model_fields_set:
                    await self._price(session, caller, row["name"], wanted.prices)
                await self._told(session, caller, "model.created", row)
        except IntegrityError as error:
            raise ModelExists from error
        await self._made_known()
        return self._priced(row)

    async def change(self, caller: Caller, model_id: str, changes: ModelUpdate, version: int | None) -> Json:
        """Counts for the next call."""
        try:
            row = await self._change(caller, model_id, changes, version)
        except IntegrityError as error:
            raise ModelExists from error
        await self._made_known()
        return self._priced(row)

    @retrying
    async def _change(self, caller: Caller, model_id: str, changes: ModelUpdate, version: int | None) -> Json:
        values = changes.model_dump(exclude_unset=True, exclude={"prices"})
        fields = changes.model_fields_set
        async with self._database.unit_of_work() as session:
            row = await _found(session, model_id, lock=True)
            refuse_if_changed(row, version)
            if fields:
                await models.change(session, row, values)
                if "prices" in fields:
                    await self._price(session, caller, (row | values)["name"], changes.prices)
                await self._told(session, caller, "model.changed", row | values, fields=sorted(fields))
            return await _found(session, model_id)

    async def remove(self, caller: Caller, model_id: str, version: int | None) -> None:
        await self._remove(caller, model_id, version)
        await self._made_known()

    @retrying
    async def _remove(self, caller: Caller, model_id: str, version: int | None) -> None:
        async with self._database.unit_of_work() as session:
            row = await _found(session, model_id, lock=True)
            refuse_if_changed(row, version)
            await models.remove(session, model_id)
            await self._told(session, caller, "model.removed", row)

    async def _price(self, session: AsyncSession, caller: Caller, name: str, wanted: Prices) -> None:
        """A new version in the price list, where it says anything new."""
        present, given = self._prices.at(name, self._clock.now()), wanted.model_dump()
        given["cached"] = wanted.input if wanted.cached is None else wanted.cached
        if any(getattr(present, kind) != given[kind] for kind in _PRICES):
            await self._prices.write(session, PriceCreate(model=name, **given), actor_id=caller.subject_id)

    async def _made_known(self) -> None:
        await self._prices.changed()
        await self._changed()

    async def _told(self, session: AsyncSession, caller: Caller, action: str, row: Json, **detail: Any) -> None:
        detail = {"name": row["name"], "provider_id": row["provider_id"], **detail}
        await audit.record(session, action, actor_id=caller.subject_id, subject_id=row["id"], **detail)


async def _found(session: AsyncSession, model_id: str, *, lock: bool = False) -> Json:
    row = await models.find(session, model_id, lock=lock)
    if row is None:
        raise SetByConfiguration if model_id == CONFIGURED else NoSuchModel
    return row
