"""POST /api/v1/users/imports, for the staff."""

from typing import Annotated

from fastapi import APIRouter

from common.imports import ImportReport
from common.security.caller import Caller
from common.security.dependencies import permitted
from user_service.app.dependencies import UsersMovingIn
from user_service.app.moving_in.schemas import UserImports

router = APIRouter(prefix="/api/v1/users/imports", tags=["customers"])


@router.post("", summary="Bring customers in from another shop", dependencies=[permitted("gift_cards:write")])
async def import_users(
    given: UserImports, caller: Annotated[Caller, permitted("users:write")], moving_in: UsersMovingIn
) -> ImportReport:
    """Each with addresses, saved payment methods and gift cards, under the ids they had; each whole or not at all.

    The same batch again changes nothing. What cannot be taken is in `rejected`: `imported_differently` (brought in
    before and it read differently; it stays as it is), `email_taken`, `id_taken`, `raw_card_refused`.
    """
    return await moving_in(caller, given.items)
