"""/api/v1/users: oneself, and the people staff look after."""

from typing import Annotated

from fastapi import APIRouter, Query

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import ServiceCaller, permitted
from user_service.app.accounts.schemas import (
    AccountStatus,
    Deactivation,
    InternalUser,
    PasswordChange,
    PeopleOrder,
    Person,
    RoleFilter,
    RoleGrant,
    RoleSet,
    User,
    UserRoles,
    UserUpdate,
)
from user_service.app.addresses.schemas import Address, AddressCreate
from user_service.app.dependencies import (
    Accounts,
    Activations,
    Addresses,
    Auth,
    Customers,
    NetworkAddress,
    Passwords,
    Roles,
    Sessions,
    SignedIn,
    Wallets,
)
from user_service.app.payment_methods.schemas import PaymentMethod
from user_service.app.sessions.schemas import SessionList
from user_service.app.shapes import Key, Word

profile = APIRouter(prefix="/api/v1/users/me", tags=["profile"])
staff = APIRouter(prefix="/api/v1/users", tags=["customers"])
internal = APIRouter(prefix="/internal/v1/users", tags=["internal"])

Reader = Annotated[Caller, permitted("users:read")]
Writer = Annotated[Caller, permitted("users:write")]
RoleGiver = Annotated[Caller, permitted("roles:write")]


@profile.get("", summary="My account")
async def get_me(caller: SignedIn, accounts: Accounts) -> User:
    return await accounts.get(caller.subject_id)


@profile.patch("", summary="Change my account")
async def update_me(changes: UserUpdate, caller: SignedIn, accounts: Accounts) -> User:
    return await accounts.update(caller.subject_id, changes, caller=caller)


@profile.put("/password", status_code=204, summary="Change my password; my other sessions end")
async def change_password(
    change: PasswordChange, caller: SignedIn, passwords: Passwords, address: NetworkAddress
) -> None:
    await passwords.change(
        caller.subject_id,
        change.current_password,
        change.new_password,
        session_id=caller.session_id,
        network_address=address,
    )


@staff.get("", summary="Find a customer by id, by email, or by name and postal code; without a filter, all of them")
async def find_customers(
    caller: Reader,
    customers: Customers,
    email: Word | None = None,
    first_name: Word | None = None,
    last_name: Word | None = None,
    zip: Word | None = None,
    ids: Annotated[
        list[Key] | None, Query(max_length=100, description="These people; who is unknown is left out.")
    ] = None,
    q: Annotated[Word | None, Query(description="Words that are all in the email or the name.")] = None,
    role: Annotated[RoleFilter | None, Query(description="`customer`: nobody of the staff; `staff`: anybody.")] = None,
    status: AccountStatus | None = None,
    sort: PeopleOrder = "oldest",
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> Page[Person]:
    if ids is not None:
        return await customers.by_ids(ids)
    if email is not None:
        return await customers.by_email(email)
    if first_name is not None or last_name is not None or zip is not None:
        return await customers.by_name(first_name, last_name, zip)
    return await customers.page(limit, cursor, q=q, role=role, status=status, order=sort)


@staff.get("/{user_id}", summary="A customer")
async def get_customer(user_id: Key, caller: Reader, customers: Customers) -> Person:
    return await customers.person(user_id)


@staff.post("/{user_id}/deactivation", summary="Close an account to its owner; their sessions end")
async def deactivate(user_id: Key, caller: Writer, activation: Activations, wishes: Deactivation | None = None) -> User:
    return await activation.deactivate(user_id, wishes.reason if wishes else None, caller=caller)


@staff.post("/{user_id}/reactivation", summary="Open a closed account again")
async def reactivate(user_id: Key, caller: Writer, activation: Activations) -> User:
    return await activation.reactivate(user_id, caller=caller)


@staff.get("/{user_id}/sessions", summary="Where a person is signed in")
async def list_customer_sessions(user_id: Key, caller: Reader, accounts: Accounts, sessions: Sessions) -> SessionList:
    await accounts.get(user_id)
    return SessionList(items=await sessions.open_sessions(user_id))


@staff.delete("/{user_id}/sessions", status_code=204, summary="Sign a person out everywhere")
async def end_customer_sessions(user_id: Key, caller: Writer, accounts: Accounts, sessions: Sessions) -> None:
    await accounts.require_power_over(user_id, caller)
    await sessions.end_all(user_id, actor_id=caller.subject_id)


@staff.get("/{user_id}/address", summary="A customer's default address")
async def get_customer_address(user_id: Key, caller: Reader, accounts: Accounts, addresses: Addresses) -> Address:
    await accounts.get(user_id)
    return await addresses.required_default(user_id)


@staff.put("/{user_id}/address", summary="Replace a customer's default address")
async def put_customer_address(user_id: Key, given: AddressCreate, caller: Writer, accounts: Accounts) -> Address:
    return await accounts.set_address(user_id, given, caller=caller)


@staff.get("/{user_id}/payment-methods", summary="A customer's saved payment methods")
async def list_customer_payment_methods(
    user_id: Key,
    caller: Reader,
    accounts: Accounts,
    wallet: Wallets,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> Page[PaymentMethod]:
    await accounts.get(user_id)
    return await wallet.page(user_id, limit, cursor)


@staff.get("/{user_id}/roles", summary="A person's roles and what they allow")
async def get_roles(user_id: Key, caller: Reader, roles: Roles) -> UserRoles:
    return await roles.roles(user_id)


@staff.put("/{user_id}/roles", summary="Set a person's roles")
async def set_roles(user_id: Key, given: RoleSet, caller: RoleGiver, roles: Roles) -> UserRoles:
    return await roles.replace(user_id, given.roles, actor_id=caller.subject_id)


@staff.post("/{user_id}/roles", status_code=201, summary="Give a person one more role")
async def grant_role(user_id: Key, given: RoleGrant, caller: RoleGiver, roles: Roles) -> UserRoles:
    return await roles.grant(user_id, given.role, actor_id=caller.subject_id)


@internal.get("/{user_id}", summary="A person or guest, for the other services")
async def internal_user(
    user_id: Key, service: ServiceCaller, accounts: Accounts, auth: Auth, addresses: Addresses
) -> InternalUser:
    if await auth.guest_exists(user_id):
        return InternalUser(id=user_id, is_guest=True)
    user = await accounts.get(user_id)
    return InternalUser(
        id=user.id,
        email=user.email,
        name=user.name,
        language=user.language,
        default_address=await addresses.default_of(user_id),
    )
