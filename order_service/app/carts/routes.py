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
    CouponChoice,
    ShippingChoice,
)
from order_service.app.dependencies import Carts

router = APIRouter(prefix="/api/v1/carts", tags=["carts"])
_shape: dict[int | str, dict[str, Any]] = {200: {"model": Cart}}


@router.post("", status_code=201, responses={200: {"model": Cart}, 201: {"model": Cart}})
async def open_cart(caller: AnyCaller, carts: Carts, body: CartCreate | None = None) -> Response:
    """The caller's open cart (200), or a new one (201)."""
    cart, made = await carts.open(caller.subject_id)
    return json_response(cart, 201 if made else 200)


@router.get("/current", responses=_shape)
async def current_cart(caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.current(caller.subject_id))


@router.get("/{cart_id}", responses=_shape)
async def read_cart(cart_id: str, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.view(caller.subject_id, cart_id))


@router.post("/{cart_id}/items", status_code=201, responses={201: {"model": Cart}})
async def add_line(cart_id: str, line: CartLineCreate, caller: AnyCaller, carts: Carts) -> Response:
    """The whole cart comes back; a line with the same variant and note grows."""
    cart = await carts.add_line(caller.subject_id, cart_id, line.variant_id, line.quantity, line.note)
    return json_response(cart, 201)


@router.patch("/{cart_id}/items/{line_id}", responses=_shape)
async def change_line(cart_id: str, line_id: str, changes: CartLineUpdate, caller: AnyCaller, carts: Carts) -> Response:
    named = changes.model_dump(exclude_unset=True)
    return json_response(await carts.change_line(caller.subject_id, cart_id, line_id, named))


@router.delete("/{cart_id}/items/{line_id}", responses=_shape)
async def remove_line(cart_id: str, line_id: str, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.remove_line(caller.subject_id, cart_id, line_id))


@router.put("/{cart_id}/address", responses=_shape)
async def set_address(cart_id: str, address: Address, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.set_address(caller.subject_id, cart_id, address.model_dump(exclude_none=True)))


@router.put("/{cart_id}/shipping", responses=_shape)
async def set_shipping(cart_id: str, choice: ShippingChoice, caller: AnyCaller, carts: Carts) -> Response:
    return json_response(await carts.set_shipping(caller.subject_id, cart_id, choice.shipping_method))


@router.put(
    "/{cart_id}/coupon",
    responses=_shape
    | {
        404: {"model": Problem, "description": "unknown_coupon"},
        409: {
            "model": Problem,
            "description": "coupon_not_started, coupon_expired, coupon_used_up, coupon_already_used, "
            "coupon_minimum_not_reached (with `minimum` and `missing`), coupon_other_currency; `detail` is for people",
        },
    },
)
async def set_coupon(cart_id: str, choice: CouponChoice, caller: AnyCaller, carts: Carts) -> Response:
    """Apply a coupon, or take it off (null). A refused one leaves the cart as it was."""
    return json_response(await carts.set_coupon(caller.subject_id, cart_id, choice.code))
