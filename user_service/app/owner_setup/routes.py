"""/api/v1/auth/owner-setup: the page behind the printed link, and the form it sends."""

from html import escape
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from common.languages import current_language
from user_service.app.dependencies import NetworkAddress, Setup
from user_service.app.owner_setup.schemas import OwnerForm

PAGES = Path(__file__).resolve().parents[2] / "res" / "owner_setup"
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}
router = APIRouter(prefix="/api/v1/auth/owner-setup", tags=["auth"])


@router.get("", summary="The page on which the first owner of an empty shop signs up")
async def owner_setup_page(token: str, setup: Setup) -> HTMLResponse:
    setup.check(token)
    return _page("form", token=token)


@router.post("", status_code=201, summary="Become the owner of an empty shop", response_model=None)
async def claim_ownership(
    form: Annotated[OwnerForm, Form()], request: Request, setup: Setup, address: NetworkAddress
) -> Response:
    owner = await setup.claim(form, address)
    if "text/html" in request.headers.get("accept", ""):
        return _page("done", 201, email=owner.email)
    return JSONResponse(owner.model_dump(mode="json"), 201)


def _page(name: str, status: int = 200, **values: str) -> HTMLResponse:
    text = (PAGES / current_language() / f"{name}.html").read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"{{{{{key}}}}}", escape(value))
    return HTMLResponse(text, status, HEADERS)
