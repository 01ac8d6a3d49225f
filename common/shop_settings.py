"""The shop's settings as user_service tells them in its log, kept by the services that go by them: a row a shop."""

import time
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Integer, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Database, TenantMixin, after_commit, current_tenant, upsert
from common.events import Event
from common.languages import Texts, localized

CHANGED, TOLD = "settings.changed", "settings.told"  # told: again, since a log does not keep everything for ever
_KEPT_SECONDS = 5.0  # how long another worker's change may stay unknown


@dataclass(frozen=True)
class InvoiceFacts:
    """What invoices and credit notes say of the shop, and how they are numbered."""

    legal_name: str | None = None
    address: str | None = None
    tax_id: str | None = None
    invoice_prefix: str = "INV-"
    credit_note_prefix: str = "CN-"
    numbered_by_year: bool = False


@dataclass(frozen=True)
class ShopFacts:
    """What the other services go by; before anything was told, what a new shop has."""

    shop_name: Texts = field(default_factory=dict)
    contact_email: str | None = None
    mail_sender_name: str | None = None
    order_mails: bool = True
    return_window_days: int = 30
    low_stock_threshold: int = 5
    currencies: list[str] = field(default_factory=list)  # those besides the default one
    invoices: InvoiceFacts = InvoiceFacts()

    @classmethod
    def of(cls, told: dict[str, Any]) -> "ShopFacts":
        """Settings that are told but not known here are passed by: the other service may be newer."""
        invoices = InvoiceFacts(**_known(InvoiceFacts, told.get("invoices", {})))
        return cls(**_known(cls, told) | {"invoices": invoices})

    def name(self, language: str, otherwise: str) -> str:
        return localized(self.shop_name, language) or otherwise


def _known(facts: type[ShopFacts] | type[InvoiceFacts], told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name in facts.__dataclass_fields__}


class KnownSettingsMixin(TenantMixin):
    """The columns of a service's `known_settings`."""

    version: Mapped[int] = mapped_column(Integer)
    told: Mapped[dict[str, Any]] = mapped_column(JSON)


class KnownSettings:
    """`model` is the service's own table with the columns of KnownSettingsMixin."""

    def __init__(self, database: Database, model: type[KnownSettingsMixin]) -> None:
        self._database = database
        self._model = model
        self._kept: dict[str, tuple[float, ShopFacts]] = {}

    @property
    def handlers(self) -> dict[str, Any]:
        """For a consumer of user_service's log."""
        return {CHANGED: self.learn, TOLD: self.learn}

    async def learn(self, session: AsyncSession, event: Event) -> None:
        """Handles {version, settings}, in the transaction that moves the consumer's cursor."""
        if "settings" not in event.data:  # told before the values came along
            return
        row = {"tenant_id": event.tenant_id, "version": event.data["version"], "told": event.data["settings"]}
        await session.execute(
            upsert(self._model, self._database.dialect, row, keys=["tenant_id"], update=["version", "told"])
        )
        after_commit(session, lambda: self._forget(event.tenant_id))

    def _forget(self, tenant_id: str) -> None:
        self._kept.pop(tenant_id, None)

    async def now(self) -> ShopFacts:
        """Of the tenant of this context; a few seconds old at most."""
        tenant, moment = current_tenant(), time.monotonic()
        if (kept := self._kept.get(tenant)) is not None and kept[0] > moment:
            return kept[1]
        async with self._database.reading() as session:
            told = (await session.scalars(select(self._model.told))).one_or_none()
        facts = ShopFacts.of(told or {})
        self._kept[tenant] = (moment + _KEPT_SECONDS, facts)
        return facts
