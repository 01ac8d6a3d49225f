"""/api/v1/users/me/addresses: a record router under its owner's policy."""

from typing import Any

from fastapi import APIRouter
from fastcrud import CreateConfig, PolicyConfig, crud_router
from sqlalchemy.ext.asyncio import AsyncSession

from common.records import Change, RecordEndpoints
from user_service.app.addresses import schemas
from user_service.app.addresses.models import Address
from user_service.app.addresses.service import keep_book_in_order
from user_service.app.dependencies import SignedIn, the_database


class AddressEndpoints(RecordEndpoints):
    async def changed(self, session: AsyncSession, change: Change, record: dict[str, Any]) -> None:
        if change != "deleted":
            await keep_book_in_order(session, record, is_new=change == "created")


async def own_rows(caller: SignedIn) -> PolicyConfig:
    """Everybody reaches their own addresses and nobody else's."""
    mine = (Address.tenant_id == caller.tenant_id) & (Address.user_id == caller.subject_id)
    return PolicyConfig(
        read=mine,
        create=True,
        create_check=mine,
        update=mine,
        delete=mine,
        hidden_columns=frozenset({"zip_key"}),
        read_only_columns=frozenset({"user_id", "tenant_id", "id"}),
    )


async def owner_id(caller: SignedIn) -> str:
    return caller.subject_id


router = APIRouter()
router.include_router(
    crud_router(
        session=the_database,
        model=Address,
        create_schema=schemas.AddressCreate,
        update_schema=schemas.AddressUpdate,
        select_schema=schemas.Address,
        create_config=CreateConfig(auto_fields={"user_id": owner_id}, exclude_from_schema=[]),
        path="/api/v1/users/me/addresses",
        tags=["addresses"],
        endpoint_creator=AddressEndpoints,
        policy=own_rows,  # type: ignore[arg-type]  # FastAPI awaits it
    )
)
