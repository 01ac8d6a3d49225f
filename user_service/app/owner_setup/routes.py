"""/api/v1/auth/owner-setup: the page behind the printed link, and the form it sends."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from user_service.app.dependencies import NetworkAddress, Setup
from user_service.app.owner_setup.schemas import OwnerForm
from user_service.app.pages import PAGE_HEADERS, page_text

router = APIRouter(prefix="/api/v1/auth/owner-setup", tags=["auth"])


@router.get("", summary="The page on which the first owner of an empty shop signs up")
async def owner_setup_page(token: str, setup: Setup) -> HTMLResponse:
    setup.check(token)
    return HTMLResponse(page_text("owner_setup", "form", token=token), 200, PAGE_HEADERS)


@router.post("", status_code=201, summary="Become the owner of an empty shop", response_model=None)
async def claim_ownership(
    form: Annotated[OwnerForm, Form()], request: Request, setup: Setup, address: NetworkAddress
) -> Response:
    owner = await setup.claim(form, address)
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(page_text("owner_setup", "done", email=owner.email), 201, PAGE_HEADERS)
    return JSONResponse(owner.model_dump(mode="json"), 201)
