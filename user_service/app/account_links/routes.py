"""Invitations and new passwords: for the staff, for clients, and as a page behind the mailed link."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse

from common.errors import Forbidden
from common.security.caller import Caller
from common.security.dependencies import ServiceCaller, permitted
from user_service.app.account_links.errors import LinkSpent
from user_service.app.account_links.schemas import (
    Invitation,
    NewPassword,
    OwnerLink,
    OwnerLinkRequest,
    ResetAsked,
    ResetRequest,
)
from user_service.app.accounts.schemas import PersonCreate
from user_service.app.dependencies import Links, NetworkAddress
from user_service.app.pages import PAGE_HEADERS, page_text
from user_service.app.shapes import Key

public = APIRouter(prefix="/api/v1/auth/password-reset", tags=["auth"])
staff = APIRouter(prefix="/api/v1/users", tags=["customers"])
internal = APIRouter(prefix="/internal/v1/owner-links", tags=["internal"])
Writer = Annotated[Caller, permitted("users:write")]
COMMAND = "svc_owner_reset"


class CommandOnly(Forbidden):
    code, title = "command_only", "Only the command on the shop's own machine may do this"


@public.post("", status_code=202, summary="I forgot my password: have a link mailed to me")
async def ask_for_reset(request: ResetRequest, links: Links, address: NetworkAddress) -> ResetAsked:
    await links.ask(request.email, address)
    return ResetAsked()


@public.get("", summary="The page behind a mailed link", response_class=HTMLResponse)
async def password_page(token: str, links: Links) -> HTMLResponse:
    try:
        user = await links.owner_of(token)
    except LinkSpent:
        return HTMLResponse(page_text("account_links", "spent"), 404, PAGE_HEADERS)
    return HTMLResponse(page_text("account_links", "form", token=token, email=user.email), 200, PAGE_HEADERS)


@public.post("/confirmation", status_code=204, summary="Choose the password; every session ends")
async def choose_password(given: NewPassword, links: Links, address: NetworkAddress) -> None:
    await links.redeem(given, address)


@public.post("/form", include_in_schema=False)
async def choose_password_by_form(
    given: Annotated[NewPassword, Form()], links: Links, address: NetworkAddress
) -> HTMLResponse:
    try:
        user = await links.redeem(given, address)
    except LinkSpent:
        return HTMLResponse(page_text("account_links", "spent"), 404, PAGE_HEADERS)
    return HTMLResponse(
        page_text("account_links", "done", email=user.email, shop=links.settings.shop_url), 200, PAGE_HEADERS
    )


@staff.post("", status_code=201, summary="Invite a person; they choose their password by the link")
async def invite_person(person: PersonCreate, caller: Writer, links: Links) -> Invitation:
    return await links.invite(person, caller=caller)


@staff.post("/{user_id}/invitation", status_code=201, summary="Another link for a person who was invited")
async def invite_again(user_id: Key, caller: Writer, links: Links) -> Invitation:
    return await links.invite_again(user_id, caller=caller)


@staff.post("/{user_id}/password-reset", status_code=202, summary="Mail a person a link to a new password")
async def send_reset(user_id: Key, caller: Writer, links: Links) -> ResetAsked:
    await links.send_reset(user_id, caller=caller)
    return ResetAsked(status="mailed")


@internal.post("", status_code=201, summary="A link for the owner, for `make reset-owner`")
async def owner_link(service: ServiceCaller, links: Links, wishes: OwnerLinkRequest) -> OwnerLink:
    if service.subject_id != COMMAND:
        raise CommandOnly
    return await links.for_owner(wishes.email)
