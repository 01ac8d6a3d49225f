"""order_service, as the assistant calls it: with the shopper's own token, so it may do what the shopper may."""

from typing import Any

from common.api_clients.base import Reply, ServiceClient, segment
from common.errors import NotFound

Json = dict[str, Any]
CHECKOUT_DEADLINE = 30.0


class OrdersClient(ServiceClient):
    service = "order_service"

    async def bought_together(self, product_id: str, limit: int = 10) -> list[Json]:
        """[{product_id, count}] of what was in the same orders, most often first."""
        params = {"product_id": product_id, "limit": limit}
        return list((await self.get("/internal/v1/purchases/together", params=params))["items"])

    async def popular(self, limit: int = 10) -> list[Json]:
        """[{product_id, count}] of what was bought most."""
        return list((await self.get("/internal/v1/purchases/popular", params={"limit": limit}))["items"])

    async def current_cart(self, token: str) -> Json | None:
        """The caller's open cart, if there is one."""
        try:
            cart: Json = await self.get("/api/v1/carts/current", token=token)
        except NotFound:
            return None
        return cart

    async def open_cart(self, token: str, currency: str | None = None) -> Json:
        """The caller's open cart, made if need be (in this currency, else the shop's)."""
        body = {"currency": currency} if currency is not None else {}
        cart: Json = await self.post("/api/v1/carts", body, token=token, idempotent=True)
        return cart

    async def cart(self, token: str, cart_id: str) -> Json:
        cart: Json = await self.get(f"/api/v1/carts/{segment(cart_id)}", token=token)
        return cart

    async def add_to_cart(self, token: str, cart_id: str, variant_id: str, quantity: int) -> Json:
        """The priced cart. Not repeated after a lost answer: it would add twice."""
        body = {"variant_id": variant_id, "quantity": quantity}
        cart: Json = await self.post(f"/api/v1/carts/{segment(cart_id)}/items", body, token=token)
        return cart

    async def set_quantity(self, token: str, cart_id: str, line_id: str, quantity: int) -> Json:
        reply = await self.request(
            "PATCH", _line(cart_id, line_id), json={"quantity": quantity}, token=token, idempotent=True
        )
        cart: Json = reply.body
        return cart

    async def remove_line(self, token: str, cart_id: str, line_id: str) -> Json:
        """The cart without the line."""
        reply = await self.request("DELETE", _line(cart_id, line_id), token=token, idempotent=False)
        return reply.body if reply.body is not None else await self.cart(token, cart_id)

    async def set_address(self, token: str, cart_id: str, address: Json) -> Json:
        reply = await self.request("PUT", f"/api/v1/carts/{segment(cart_id)}/address", json=address, token=token)
        cart: Json = reply.body
        return cart

    async def set_shipping(self, token: str, cart_id: str, shipping_method: str) -> Json:
        body = {"shipping_method": shipping_method}
        reply = await self.request("PUT", f"/api/v1/carts/{segment(cart_id)}/shipping", json=body, token=token)
        cart: Json = reply.body
        return cart

    async def check_out(self, token: str, idempotency_key: str, body: Json) -> Reply:
        """201 with the order, or 202 while its outcome is open; refusals are raised (402 declined, 409 …)."""
        return await self.request(
            "POST",
            "/api/v1/checkouts",
            json=body,
            token=token,
            headers={"Idempotency-Key": idempotency_key},
            deadline=CHECKOUT_DEADLINE,
            idempotent=True,
        )

    async def orders(self, token: str, **filters: Any) -> Json:
        """A page of the caller's orders, newest first."""
        page: Json = await self.get("/api/v1/orders", token=token, params=filters)
        return page

    async def sales(self, token: str, **wanted: Any) -> Json:
        """What was sold, for staff: {rows, group_by, date_from, date_to, currency}."""
        report: Json = await self.get("/api/v1/reports/sales", token=token, params=wanted)
        return report

    async def order(self, token: str, order_id: str) -> Json:
        order: Json = await self.get(f"/api/v1/orders/{segment(order_id)}", token=token)
        return order

    async def cancel(self, token: str, order_id: str, reason: str, idempotency_key: str) -> Json:
        """The cancelled order; the refund is on its way."""
        order: Json = await self.post(
            f"/api/v1/orders/{segment(order_id)}/cancellation",
            {"reason": reason},
            token=token,
            headers={"Idempotency-Key": idempotency_key},
            deadline=CHECKOUT_DEADLINE,
            idempotent=True,
        )
        return order

    async def replace_address(self, token: str, order_id: str, address: Json) -> Json:
        """The order with this address, all six fields; the same address again changes nothing."""
        reply = await self.request("PUT", f"{_order(order_id)}/address", json=address, token=token, idempotent=True)
        order: Json = reply.body
        return order

    async def change_payment(self, token: str, order_id: str, payment_method_id: str, idempotency_key: str) -> Reply:
        """201 with the order paid in the other way, or 202 while the outcome is open."""
        body = {"payment_method_id": payment_method_id}
        return await self._after_sales(token, order_id, "payment-change", body, idempotency_key)

    async def change_items(self, token: str, order_id: str, body: Json, idempotency_key: str) -> Reply:
        """`body`: {swaps: [{from, to}], payment_method_id?, expected_difference?}; 201, or 202 while it is open."""
        return await self._after_sales(token, order_id, "item-changes", body, idempotency_key)

    async def request_return(self, token: str, order_id: str, body: Json, idempotency_key: str) -> Reply:
        """`body`: {items: [line or variant, one per piece], refund_to?}; 201 with the order."""
        return await self._after_sales(token, order_id, "returns", body, idempotency_key)

    async def request_exchange(self, token: str, order_id: str, body: Json, idempotency_key: str) -> Reply:
        """`body` as for change_items; 201 with the order."""
        return await self._after_sales(token, order_id, "exchanges", body, idempotency_key)

    async def estimate(self, token: str, order_id: str, operation: str, body: Json) -> Json:
        """{to_pay, to_get} of a `returns`, `exchanges` or `item-changes` with this body; refused as that would be."""
        path = f"{_order(order_id)}/{operation}/estimate"
        estimate: Json = await self.post(path, body, token=token, idempotent=True)
        return estimate

    async def _after_sales(self, token: str, order_id: str, operation: str, body: Json, key: str) -> Reply:
        return await self.request(
            "POST",
            f"{_order(order_id)}/{operation}",
            json=body,
            token=token,
            headers={"Idempotency-Key": key},
            deadline=CHECKOUT_DEADLINE,
            idempotent=True,
        )

    async def shipping_methods(self, token: str) -> list[Json]:
        return list((await self.get("/api/v1/shipping-methods", token=token, params={"limit": 100}))["items"])


def _line(cart_id: str, line_id: str) -> str:
    return f"/api/v1/carts/{segment(cart_id)}/items/{segment(line_id)}"


def _order(order_id: str) -> str:
    return f"/api/v1/orders/{segment(order_id)}"
