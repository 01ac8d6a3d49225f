"""GET /.well-known/jwks.json."""

from typing import Any

from fastapi import APIRouter, Response

from user_service.app.dependencies import Keys

router = APIRouter(tags=["auth"])


@router.get("/.well-known/jwks.json", summary="The public keys that access tokens are checked with")
async def jwks(keys: Keys, response: Response) -> dict[str, Any]:
    response.headers["Cache-Control"] = "public, max-age=300"
    return await keys.jwks()
