"""Reading and changing the shop's settings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from common.clock import Clock
from common.database import Database, after_commit, current_tenant, retrying, system_scope, use_tenant
from common.events import publish
from common.languages import LANGUAGES, localized
from common.shop_settings import CHANGED, TOLD
from user_service.app.audit.service import AuditLog
from user_service.app.settings import UserSettings
from user_service.app.shop_settings import repository, schemas
from user_service.app.shop_settings.defaults import default_settings
from user_service.app.shop_settings.errors import NoLegalText, SamePrefixes
from user_service.app.shop_settings.models import ShopSettingsRow

CACHE_TAG = "settings"
_PARTS = frozenset({"banner", "legal", "invoices"})  # changed field by field


@dataclass(frozen=True)
class ShopSettingsService:
    """`changed(tenant_id, tag)` drops the kept public answers (ResponseCache.raise_generation)."""

    database: Database
    settings: UserSettings
    audit: AuditLog
    clock: Clock
    changed: Callable[[str, str], None]

    async def get(self) -> schemas.ShopSettings:
        async with self.database.reading() as session:
            return self._shown(await repository.read(session))

    async def public(self) -> schemas.PublicSettings:
        known = await self.get()
        texts = known.legal.model_dump()
        return schemas.PublicSettings(
            shop_name=localized(known.shop_name),
            contact_email=known.contact_email,
            default_language=known.default_language,
            languages=list(LANGUAGES),
            currency=known.currency,
            currencies=[known.currency, *known.currencies],
            return_window_days=known.return_window_days,
            banner=(localized(known.banner.text) or None) if known.banner.enabled else None,
            legal_pages=[page for page in schemas.LEGAL_PAGES if texts[page]],
        )

    async def legal_text(self, page: schemas.LegalPage) -> schemas.LegalText:
        text = localized((await self.get()).legal.model_dump()[page])
        if not text:
            raise NoLegalText
        return schemas.LegalText(page=page, text=text)

    async def internal(self) -> schemas.InternalSettings:
        return schemas.InternalSettings.model_validate((await self.get()).model_dump())

    @retrying
    async def update(self, changes: schemas.ShopSettingsUpdate, *, actor_id: str) -> schemas.ShopSettings:
        """Change the fields that were sent; the same values again change nothing and tell nobody."""
        sent = changes.model_dump(exclude_unset=True)
        if sent.get("currencies"):
            sent["currencies"] = [
                one for one in dict.fromkeys(sent["currencies"]) if one != self.settings.default_currency
            ]
        async with self.database.unit_of_work() as session:
            row = await repository.locked(session, self.database.dialect)
            chosen = _merged(row.chosen, sent)
            before, after = self._values(row.chosen), self._values(chosen)
            changed = sorted(name for name in after if after[name] != before[name])
            if not changed:
                return self._shown(row)
            if "invoices" in changed and _reads_alike(after["invoices"]):
                raise SamePrefixes
            await repository.write(session, chosen, actor_id, self.clock.now())
            await session.refresh(row)
            tenant = current_tenant()
            await publish(session, CHANGED, tenant, {"changed": changed, **self._told(row)})
            await self.audit.record(session, "settings.changed", actor_id=actor_id, subject_id=tenant, changed=changed)
            after_commit(session, lambda: self.changed(tenant, CACHE_TAG))
            return self._shown(row)

    async def tell_again(self) -> None:
        """Tell every shop's settings anew: who follows the log from today on learns what was set long ago."""
        with system_scope():
            async with self.database.reading() as session:
                tenants = await repository.tenants(session)
        for tenant in tenants:
            with use_tenant(tenant):
                async with self.database.unit_of_work() as session:
                    row = await repository.read(session)
                    if row is not None and row.version > 0:
                        await publish(session, TOLD, tenant, self._told(row))

    def _told(self, row: ShopSettingsRow) -> dict[str, Any]:
        """What the other services go by, as KnownSettings learns it."""
        settings = schemas.InternalSettings.model_validate(self._shown(row).model_dump())
        return {"version": row.version, "settings": settings.model_dump(exclude={"version"})}

    def _values(self, chosen: dict[str, Any]) -> dict[str, Any]:
        defaults = default_settings(self.settings)
        values = {**defaults, **chosen}
        return values | {part: {**defaults[part], **chosen.get(part, {})} for part in _PARTS}

    def _shown(self, row: ShopSettingsRow | None) -> schemas.ShopSettings:
        changed = row is not None and row.version > 0
        return schemas.ShopSettings(
            **self._values(row.chosen if row is not None else {}),
            currency=self.settings.default_currency,
            version=row.version if row is not None else 0,
            updated_by=row.updated_by if row is not None else None,
            updated_at=row.updated_at if row is not None and changed else None,
        )


def _reads_alike(invoices: dict[str, Any]) -> bool:
    return bool(invoices["invoice_prefix"] == invoices["credit_note_prefix"])


def _merged(chosen: dict[str, Any], sent: dict[str, Any]) -> dict[str, Any]:
    """What is chosen after these changes; null takes a choice back."""
    merged = dict(chosen)
    for name, given in sent.items():
        value = _merged(chosen.get(name, {}), given) if name in _PARTS and given else given
        if value is None or value == {}:
            merged.pop(name, None)
        else:
            merged[name] = value
    return merged
