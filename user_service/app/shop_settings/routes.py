"""/api/v1/settings: the owner's; /api/v1/settings/public and /legal: everybody's, kept by the response cache."""

from typing import Annotated

from fastapi import APIRouter

from common.cache.rules import CacheRule
from common.security.caller import Caller
from common.security.dependencies import ServiceCaller, permitted
from user_service.app.dependencies import ShopSettingsOf
from user_service.app.shop_settings.schemas import (
    InternalSettings,
    LegalPage,
    LegalText,
    PublicSettings,
    ShopSettings,
    ShopSettingsUpdate,
)
from user_service.app.shop_settings.service import CACHE_TAG

router = APIRouter(prefix="/api/v1/settings", tags=["settings"])
internal = APIRouter(prefix="/internal/v1/settings", tags=["internal"])
CACHEABLE = (
    CacheRule("/api/v1/settings/public", tag=CACHE_TAG),
    CacheRule("/api/v1/settings/legal/{page}", tag=CACHE_TAG),
)
Keeper = Annotated[Caller, permitted("settings:write")]


@router.get("", summary="The shop's settings")
async def get_settings(caller: Keeper, settings: ShopSettingsOf) -> ShopSettings:
    return await settings.get()


@router.patch("", summary="Change the shop's settings")
async def update_settings(changes: ShopSettingsUpdate, caller: Keeper, settings: ShopSettingsOf) -> ShopSettings:
    return await settings.update(changes, actor_id=caller.subject_id)


@router.get("/public", summary="What every visitor may know of the shop")
async def get_public_settings(settings: ShopSettingsOf) -> PublicSettings:
    return await settings.public()


@router.get("/legal/{page}", summary="Imprint, privacy or terms")
async def get_legal_text(page: LegalPage, settings: ShopSettingsOf) -> LegalText:
    return await settings.legal_text(page)


@internal.get("", summary="What the other services go by")
async def internal_settings(service: ServiceCaller, settings: ShopSettingsOf) -> InternalSettings:
    return await settings.internal()
