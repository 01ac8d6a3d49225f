"""/api/v1/gift-cards: the staff's desk."""

from typing import Annotated

from fastapi import APIRouter, Query

from common.idempotency import IdempotencyKey
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem
from user_service.app.dependencies import GiftCardDeskOf, GiftCardsOf
from user_service.app.gift_card_desk.schemas import (
    GiftCardAdjustment,
    GiftCardClosing,
    GiftCardIssue,
    GiftCardLookup,
    IssuedGiftCard,
)
from user_service.app.gift_cards.schemas import GiftCard, GiftCardDetail
from user_service.app.shapes import Key

router = APIRouter(prefix="/api/v1/gift-cards", tags=["gift cards"])
Reader = Annotated[Caller, permitted("users:read")]
Writer = Annotated[Caller, permitted("gift_cards:write")]
Last4 = Annotated[str, Query(min_length=4, max_length=4, pattern=r"^\w{4}$", description="The end of the code.")]


@router.post(
    "",
    status_code=201,
    summary="Issue a gift card; its code is shown once",
    responses={
        409: {"model": Problem, "description": "idempotency_key_reused, wallet_full"},
        422: {"model": Problem, "description": "other_currency, expires_in_the_past"},
    },
)
async def issue_gift_card(
    wanted: GiftCardIssue, key: IdempotencyKey, caller: Writer, desk: GiftCardDeskOf
) -> IssuedGiftCard:
    return await desk.issue(caller, key, wanted)


@router.get("", summary="Gift cards, the newest first")
async def list_gift_cards(
    caller: Reader,
    cards: GiftCardsOf,
    owner_id: Key | None = None,
    status: Annotated[str | None, Query(pattern="^(active|deactivated)$")] = None,
    last4: Last4 | None = None,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> Page[GiftCard]:
    wanted = {"owner_id": owner_id, "status": status, "last4": last4.upper() if last4 else None}
    return await cards.page(limit, cursor, {name: value for name, value in wanted.items() if value is not None})


@router.post("/lookup", summary="The gift card with this code")
async def look_up_gift_card(wanted: GiftCardLookup, caller: Reader, cards: GiftCardsOf) -> GiftCard:
    return await cards.by_code(wanted.code)


@router.get("/{gift_card_id}", summary="A gift card and its ledger")
async def get_gift_card(
    gift_card_id: Key,
    caller: Reader,
    cards: GiftCardsOf,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> GiftCardDetail:
    return await cards.detail(gift_card_id, limit, cursor)


@router.post(
    "/{gift_card_id}/adjustments",
    status_code=201,
    summary="Correct the balance",
    responses={409: {"model": Problem, "description": "adjustment_too_large, idempotency_key_reused"}},
)
async def adjust_gift_card(
    gift_card_id: Key, wanted: GiftCardAdjustment, key: IdempotencyKey, caller: Writer, desk: GiftCardDeskOf
) -> GiftCard:
    return await desk.adjust(caller, key, gift_card_id, wanted)


@router.post("/{gift_card_id}/deactivation", summary="Let a gift card pay for nothing any more; it keeps its balance")
async def deactivate_gift_card(
    gift_card_id: Key, why: GiftCardClosing, caller: Writer, desk: GiftCardDeskOf
) -> GiftCard:
    return await desk.set_status(caller, gift_card_id, "deactivated", why.reason)


@router.post("/{gift_card_id}/reactivation", summary="Let a deactivated gift card pay again")
async def reactivate_gift_card(
    gift_card_id: Key, why: GiftCardClosing, caller: Writer, desk: GiftCardDeskOf
) -> GiftCard:
    return await desk.set_status(caller, gift_card_id, "active", why.reason)
