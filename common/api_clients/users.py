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

    async def user(self, user_id: str) -> Json:
        """{id, email, name, language, is_guest, default_address}."""
        user: Json = await self.get(f"/internal/v1/users/{segment(user_id)}")
        return user

    async def payment_method(self, user_id: str, payment_method_id: str) -> Json:
        """{id, type, provider, provider_token, …}; NotFound when it is not this user's."""
        path = f"/internal/v1/users/{segment(user_id)}/payment-methods/{segment(payment_method_id)}"
        method: Json = await self.get(path)
        return method

    async def me(self, token: str) -> Json:
        """The profile of whose token this is."""
        profile: Json = await self.get("/api/v1/users/me", token=token)
        return profile

    async def my_addresses(self, token: str) -> list[Json]:
        return list((await self.get("/api/v1/users/me/addresses", token=token, params={"limit": 100}))["items"])

    async def my_payment_methods(self, token: str) -> list[Json]:
        return list((await self.get("/api/v1/users/me/payment-methods", token=token, params={"limit": 100}))["items"])
