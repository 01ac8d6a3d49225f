"""A small real HTTP application with user_service's keys, service tokens and session answers."""

import time
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from httpx import ASGITransport, AsyncClient

from common.errors import Conflict, ShopError, problem
from common.ids import new_id
from common.security.tokens import TokenSigner, new_private_key

USER_URL = "http://user.test"


class Issuer:
    """Signs tokens that any service accepts whose user_service_url is USER_URL and whose client is `client()`."""

    def __init__(self) -> None:
        self.signer = TokenSigner(new_private_key(), "test-key")
        self.ended_sessions: set[str] = set()
        self.closed_accounts: set[str] = set()
        self.delegations: list[dict[str, str]] = []
        self.app = self._application()

    def token(
        self,
        subject: str = "usr_1",
        *,
        roles: tuple[str, ...] = ("shopper",),
        permissions: tuple[str, ...] = (),
        tenant: str = "default",
        session: str | None = None,
        lifetime: int = 900,
        **claims: Any,
    ) -> str:
        return self.signer.sign(
            {
                "sub": subject,
                "tid": tenant,
                "sid": session or new_id("ses"),
                "roles": list(roles),
                "permissions": list(permissions),
                "exp": int(time.time()) + lifetime,
                "jti": new_id("tok"),
                **claims,
            }
        )

    def bearer(self, subject: str = "usr_1", **options: Any) -> dict[str, str]:
        """An Authorization header."""
        return {"Authorization": f"Bearer {self.token(subject, **options)}"}

    def service_bearer(self, service: str = "order_service", tenant: str = "default") -> dict[str, str]:
        return {**self.bearer(f"svc_{service}", roles=("service",)), "X-Tenant": tenant}

    def client(self, **others: Any) -> AsyncClient:
        """A client that reaches this issuer, and the apps given as `product="http://…"`-less keyword: app."""
        mounts = {"all://user.test": ASGITransport(app=self.app)}
        mounts |= {f"all://{name}.test": ASGITransport(app=app) for name, app in others.items()}
        return AsyncClient(mounts=mounts)

    def _application(self) -> FastAPI:
        app = FastAPI()

        @app.get("/.well-known/jwks.json")
        async def keys() -> dict[str, Any]:
            return self.signer.jwks()

        @app.post("/api/v1/auth/token")
        async def service_token() -> dict[str, Any]:
            token = self.token("svc_test", roles=("service",), lifetime=3600)
            return {"access_token": token, "token_type": "bearer", "expires_in": 3600}

        @app.get("/internal/v1/sessions/{session_id}")
        async def session(session_id: str) -> dict[str, bool]:
            return {"active": session_id not in self.ended_sessions}

        @app.post("/internal/v1/delegations")
        async def delegate(body: dict[str, str]) -> dict[str, Any]:
            if body["subject_id"] in self.closed_accounts:
                raise Conflict("", code="account_closed")
            self.delegations.append(body)
            act = {"act": {"sub": body["actor_id"]}}
            return {"access_token": self.token(body["subject_id"], lifetime=60, **act), "expires_in": 60}

        @app.get("/internal/v1/events")
        async def events(after: int = 0) -> dict[str, Any]:
            return {"items": [], "read_to": after, "oldest": 0, "newest": 0}

        @app.exception_handler(ShopError)
        async def refuse(request: Request, error: ShopError) -> JSONResponse:
            return JSONResponse(problem(error, ""), error.status)

        return app
