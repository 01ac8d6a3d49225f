"""/api/v1/users/me/payment-methods, and what order_service asks when it charges one."""

from fastapi import APIRouter, Depends, Request

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.dependencies import ServiceCaller
from common.service import Problem
from user_service.app.dependencies import NetworkAddress, SignedIn, Wallets
from user_service.app.payment_methods.schemas import (
    ChargeablePaymentMethod,
    GiftCardClaim,
    NewPaymentMethod,
    PaymentMethod,
    PaymentMethodUpdate,
)
from user_service.app.payment_methods.service import refuse_card_numbers
from user_service.app.shapes import Key

router = APIRouter(prefix="/api/v1/users/me/payment-methods", tags=["payment methods"])
internal = APIRouter(prefix="/internal/v1/users/{user_id}/payment-methods", tags=["internal"])


async def without_card_numbers(request: Request) -> None:
    try:
        body = await request.json()
    except ValueError:
        return  # malformed: the route itself says so
    refuse_card_numbers(body)


@router.post(
    "",
    status_code=201,
    summary="Save a payment method, or add a gift card by its code",
    dependencies=[Depends(without_card_numbers)],
    responses={
        404: {"model": Problem, "description": "unknown_gift_card_code"},
        409: {"model": Problem, "description": "wallet_full, gift_card_taken, gift_card_not_usable"},
        429: {"model": Problem, "description": "too_many_gift_card_codes"},
    },
)
async def save_payment_method(
    given: NewPaymentMethod, caller: SignedIn, wallet: Wallets, address: NetworkAddress
) -> PaymentMethod:
    if isinstance(given, GiftCardClaim):
        return await wallet.claim(caller.subject_id, given, address)
    return await wallet.save(caller.subject_id, given)


@router.get("", summary="My payment methods")
async def list_payment_methods(
    caller: SignedIn, wallet: Wallets, limit: PageLimit = DEFAULT_LIMIT, cursor: str | None = None
) -> Page[PaymentMethod]:
    return await wallet.page(caller.subject_id, limit, cursor)


@router.get("/{method_id}", summary="One of my payment methods")
async def get_payment_method(method_id: Key, caller: SignedIn, wallet: Wallets) -> PaymentMethod:
    return await wallet.get(caller.subject_id, method_id)


@router.patch("/{method_id}", summary="Use this payment method by default")
async def choose_payment_method(
    method_id: Key, change: PaymentMethodUpdate, caller: SignedIn, wallet: Wallets
) -> PaymentMethod:
    return await wallet.use_by_default(caller.subject_id, method_id)


@router.delete("/{method_id}", status_code=204, summary="Forget a payment method")
async def delete_payment_method(method_id: Key, caller: SignedIn, wallet: Wallets) -> None:
    await wallet.delete(caller.subject_id, method_id)


@internal.get("/{method_id}", summary="A person's payment method, with the provider's token")
async def chargeable_payment_method(
    user_id: Key, method_id: Key, wallet: Wallets, service: ServiceCaller
) -> ChargeablePaymentMethod:
    return await wallet.chargeable(user_id, method_id)
