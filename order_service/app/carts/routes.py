"""Carts over HTTP."""

from typing import Any

from fastapi import APIRouter, Response

from common.security.dependencies import AnyCaller
from common.service import Problem, json_response
from order_service.app.carts.schemas import (
    Address,
    Cart,
    CartCreate,
    CartLineCreate,
    CartLineUpdate,
    CouponAdded,
    CouponChoice,
    CurrencyChoice,
    ShippingChoice,
)
from order_service.app.dependencies import Carts

router = APIRouter(prefix="/api/v1/carts", tags=["carts"])
_shape: dict[int | str, dict[str, Any]] = {200: {"model": Cart}}


@router.post("", status_code=201, responses={200: {"model": Cart}, 201: {"model": Cart}})
async def open_cart(caller: AnyCaller, carts: Carts, body: CartCreate | None = None) -> Response:
    """The caller's open cart (200), or a new one (201)."""
    cart, made = await carts.open(caller, body.currency if body else None)
    return json_response(cart, 201 if made else 200)


@router.get("/current", responses=_shape)
async def current_cart(caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.current(caller))


@router.get("/{cart_id}", responses=_shape)
async def read_cart(cart_id: str, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.view(caller, cart_id))


@router.post("/{cart_id}/items", status_code=201, responses={201: {"model": Cart}})
async def add_line(cart_id: str, line: CartLineCreate, caller: AnyCaller, carts: Carts) -> Response:
    """The whole cart comes back; a line with the same variant and note grows."""
    cart = await carts.add_line(caller, cart_id, line.variant_id, line.quantity, line.note)
    return json_response(cart, 201)


@router.patch("/{cart_id}/items/{line_id}", responses=_shape)
async def change_line(cart_id: str, line_id: str, changes: CartLineUpdate, caller: AnyCaller, carts: Carts) -> Response:
    named = changes.model_dump(exclude_unset=True)
    return json_response(await carts.change_line(caller, cart_id, line_id, named))


@router.delete("/{cart_id}/items/{line_id}", responses=_shape)
async def remove_line(cart_id: str, line_id: str, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.remove_line(caller, cart_id, line_id))


@router.put("/{cart_id}/address", responses=_shape)
async def set_address(cart_id: str, address: Address, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.set_address(caller, cart_id, address.model_dump(exclude_none=True)))


@router.put(
    "/{cart_id}/shipping",
    responses=_shape
    | {409: {"model": Problem, "description": "shipping_not_available, with `reason`: destination, weight, subtotal"}},
)
async def set_shipping(cart_id: str, choice: ShippingChoice, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.set_shipping(caller, cart_id, choice.shipping_method))


@router.put(
    "/{cart_id}/currency",
    responses=_shape
    | {409: {"model": Problem, "description": "not_for_sale_in_currency, with `lines`: the cart stays as it was"}},
)
async def set_currency(cart_id: str, choice: CurrencyChoice, caller: AnyCaller, carts: Carts) -> Response:
    """Every line at its price in this currency; a shipping method that has no price in it is chosen anew."""
    return json_response(await carts.set_currency(caller, cart_id, choice.currency))


_refusals: dict[int | str, dict[str, Any]] = {
    404: {"model": Problem, "description": "unknown_coupon"},
    409: {
        "model": Problem,
        "description": "coupon_not_started, coupon_expired, coupon_used_up, coupon_already_used, coupon_not_for_you, "
        "coupon_minimum_not_reached (with `minimum` and `missing`), coupon_quantity_not_reached, too_many_coupons, "
        "coupon_not_for_these_goods, coupon_other_currency, coupon_not_combined; `detail` is for people",
    },
}


@router.put("/{cart_id}/coupon", responses=_shape | _refusals)
async def set_coupon(cart_id: str, choice: CouponChoice, caller: AnyCaller, carts: Carts) -> Response:
    """This coupon and no other, or none (null). A refused one leaves the cart as it was."""
    return json_response(await carts.set_coupon(caller, cart_id, choice.code))


@router.post("/{cart_id}/coupons", status_code=201, responses={**_refusals, 201: {"model": Cart}})
async def add_coupon(cart_id: str, given: CouponAdded, caller: AnyCaller, carts: Carts) -> Response:
    """One more coupon, where they may be combined. One that is there already changes nothing."""
    return json_response(await carts.add_coupon(caller, cart_id, given.code), 201)


@router.delete("/{cart_id}/coupons/{code}", responses=_shape)
async def remove_coupon(cart_id: str, code: str, caller: AnyCaller, carts: Carts) -> Response:
    """The cart without this coupon."""
    return json_response(await carts.remove_coupon(caller, cart_id, code))
