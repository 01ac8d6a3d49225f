"""/api/v1/users/{user_id} as the staff change it, its address book, and the list as a file."""

from typing import Annotated

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from user_service.app.accounts.schemas import AccountStatus, CustomerUpdate, RoleFilter, User
from user_service.app.addresses.schemas import Address, AddressCreate, AddressUpdate
from user_service.app.dependencies import Books, CustomersFile, Profiles
from user_service.app.shapes import Key, Word

router = APIRouter(prefix="/api/v1/users", tags=["customers"])

Reader = Annotated[Caller, permitted("users:read")]
Writer = Annotated[Caller, permitted("users:write")]


@router.get("/export.csv", summary="People as CSV, by the filters of the list", response_class=StreamingResponse)
async def export_customers(
    caller: Reader,
    file: CustomersFile,
    q: Word | None = None,
    role: RoleFilter | None = None,
    status: AccountStatus | None = None,
) -> StreamingResponse:
    await file.begin(caller.subject_id)
    headers = {"Content-Disposition": 'attachment; filename="customers.csv"', "Cache-Control": "no-store"}
    pieces = file.csv(caller.tenant_id, q, role, status)
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)


@router.patch("/{user_id}", summary="Change a customer's account; links mailed to an email that changes are void")
async def update_customer(user_id: Key, changes: CustomerUpdate, caller: Writer, profiles: Profiles) -> User:
    return await profiles.update(user_id, changes, caller=caller)


@router.get("/{user_id}/addresses", summary="A customer's addresses")
async def list_customer_addresses(
    user_id: Key, caller: Reader, books: Books, limit: PageLimit = DEFAULT_LIMIT, cursor: str | None = None
) -> Page[Address]:
    return await books.page(user_id, limit, cursor)


@router.post("/{user_id}/addresses", status_code=201, summary="Add an address for a customer")
async def add_customer_address(user_id: Key, given: AddressCreate, caller: Writer, books: Books) -> Address:
    return await books.add(user_id, given, caller=caller)


@router.patch("/{user_id}/addresses/{address_id}", summary="Change a customer's address, or make it the default")
async def change_customer_address(
    user_id: Key, address_id: Key, changes: AddressUpdate, caller: Writer, books: Books
) -> Address:
    return await books.change(user_id, address_id, changes, caller=caller)


@router.delete("/{user_id}/addresses/{address_id}", status_code=204, summary="Delete a customer's address")
async def remove_customer_address(user_id: Key, address_id: Key, caller: Writer, books: Books) -> None:
    await books.remove(user_id, address_id, caller=caller)
