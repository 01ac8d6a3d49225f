"""user_service, as its siblings call it."""

from typing import Any

from common.api_clients.base import PUBLIC, ServiceClient, segment
from common.errors import NotFound

Json = dict[str, Any]


class UsersClient(ServiceClient):
    service = "user_service"

    async def jwks(self) -> Json:
        """The public keys that access tokens are checked with."""
        keys: Json = await self.get("/.well-known/jwks.json", token=PUBLIC)
        return keys

    async def session_is_active(self, session_id: str) -> bool:
        """Whether this session was neither ended nor revoked; one that is not known is not active."""
        try:
            answer = await self.get(f"/internal/v1/sessions/{segment(session_id)}", deadline=2.0)
        except NotFound:
            return False
        return bool(answer["active"])

    async def delegate(self, subject_id: str, actor_id: str, tool: str, confirmation_id: str) -> str:
        """A token of one minute in a shopper's name; Conflict when their account is closed."""
        body = {"subject_id": subject_id, "actor_id": actor_id, "tool": tool, "confirmation_id": confirmation_id}
        reply = await self.request("POST", "/internal/v1/delegations", json=body)
        return str(reply.body["access_token"])

    async def user(self, user_id: str) -> Json:
        """{id, email, name, language, is_guest, default_address}."""
        user: Json = await self.get(f"/internal/v1/users/{segment(user_id)}")
        return user

    async def payment_method(self, user_id: str, payment_method_id: str) -> Json:
        """{id, type, provider, provider_token, …}; NotFound when it is not this user's."""
        path = f"/internal/v1/users/{segment(user_id)}/payment-methods/{segment(payment_method_id)}"
        method: Json = await self.get(path)
        return method

    async def hold_gift_card(self, card_id: str, payment_id: str, order_id: str, amount: Json) -> Json:
        """{payment_id, gift_card_id, amount, refunded, state}; PaymentRequired when the card does not cover it."""
        return await self._put(_card(card_id, "holds", payment_id), {"order_id": order_id, "amount": amount})

    async def adopt_gift_card_payment(self, card_id: str, payment_id: str, order_id: str, amount: Json) -> Json:
        """A payment that the card made before the shop moved in."""
        return await self._put(_card(card_id, "adoptions", payment_id), {"order_id": order_id, "amount": amount})

    async def credit_gift_card(self, card_id: str, credit_id: str, order_id: str, amount: Json) -> None:
        """Money for a card that did not pay; Conflict when it takes none."""
        await self._put(_card(card_id, "credits", credit_id), {"order_id": order_id, "amount": amount})

    async def capture_gift_card_payment(self, payment_id: str) -> Json:
        return await self._put(f"{_payment(payment_id)}/capture")

    async def void_gift_card_payment(self, payment_id: str) -> Json:
        return await self._put(f"{_payment(payment_id)}/void")

    async def refund_gift_card_payment(self, payment_id: str, refund_id: str, amount: Json) -> Json:
        return await self._put(f"{_payment(payment_id)}/refunds/{segment(refund_id)}", {"amount": amount})

    async def gift_card_payment(self, payment_id: str) -> Json:
        """What became of it; NotFound when no card was ever asked."""
        payment: Json = await self.get(_payment(payment_id))
        return payment

    async def _put(self, path: str, body: Json | None = None) -> Json:
        answer: Json = (await self.request("PUT", path, json=body)).body
        return answer

    async def me(self, token: str) -> Json:
        """The profile of whose token this is."""
        profile: Json = await self.get("/api/v1/users/me", token=token)
        return profile

    async def my_addresses(self, token: str) -> list[Json]:
        return list((await self.get("/api/v1/users/me/addresses", token=token, params={"limit": 100}))["items"])

    async def my_payment_methods(self, token: str) -> list[Json]:
        return list((await self.get("/api/v1/users/me/payment-methods", token=token, params={"limit": 100}))["items"])


def _card(card_id: str, kind: str, key: str) -> str:
    return f"/internal/v1/gift-cards/{segment(card_id)}/{kind}/{segment(key)}"


def _payment(payment_id: str) -> str:
    return f"/internal/v1/gift-card-payments/{segment(payment_id)}"
