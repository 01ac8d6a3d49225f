"""SQL of the shop's settings."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import current_tenant, upsert
from user_service.app.shop_settings.models import ShopSettingsRow


async def read(session: AsyncSession) -> ShopSettingsRow | None:
    return (await session.scalars(select(ShopSettingsRow))).one_or_none()


async def tenants(session: AsyncSession) -> list[str]:
    """All shops that changed something (in the system scope)."""
    return list((await session.scalars(select(ShopSettingsRow.tenant_id).order_by(ShopSettingsRow.tenant_id))).all())


async def locked(session: AsyncSession, dialect: str) -> ShopSettingsRow:
    """The shop's row, made where there is none, and ours until the transaction ends."""
    await session.execute(
        upsert(ShopSettingsRow, dialect, {"tenant_id": current_tenant(), "chosen": {}}, keys=["tenant_id"])
    )
    return (await session.scalars(select(ShopSettingsRow).with_for_update())).one()


async def write(session: AsyncSession, chosen: dict[str, Any], actor_id: str, now: datetime) -> None:
    values = {"chosen": chosen, "version": ShopSettingsRow.version + 1, "updated_by": actor_id, "updated_at": now}
    await session.execute(update(ShopSettingsRow).values(**values).execution_options(synchronize_session=False))
