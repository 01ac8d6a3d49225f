"""Registering, showing and changing an account."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.events import publish
from common.languages import current_language
from common.security.caller import Caller
from common.security.passwords import hash_password
from user_service.app.accounts import models, repository, schemas
from user_service.app.accounts.errors import EmailTaken, PersonAbove, UserNotFound
from user_service.app.accounts.names import person_name
from user_service.app.addresses.schemas import Address, AddressCreate
from user_service.app.addresses.service import AddressBook
from user_service.app.audit.service import AuditLog
from user_service.app.roles.service import SHOPPER, permissions_of


class Arrival(Protocol):
    """What is known of somebody who comes along from another shop."""

    email: str
    name: str | None
    first_name: str | None
    last_name: str | None
    language: schemas.Language | None


@dataclass(frozen=True)
class AccountService:
    database: Database
    audit: AuditLog
    addresses: AddressBook

    async def register(
        self, registration: schemas.Registration, *, roles: Sequence[str] = (), network_address: str | None = None
    ) -> schemas.User:
        """A new account; EmailTaken where one exists."""
        async with self.database.reading() as session:
            if await repository.by_email(session, registration.email) is not None:
                raise EmailTaken
        password_hash = await hash_password(registration.password)
        try:
            async with self.database.unit_of_work() as session:
                return await self.add(session, registration, password_hash, roles, network_address)
        except IntegrityError as error:  # a rival registered the same email meanwhile
            raise EmailTaken from error

    async def add(
        self,
        session: AsyncSession,
        registration: schemas.Registration | schemas.PersonCreate,
        password_hash: str | None,
        roles: Sequence[str] = (),
        network_address: str | None = None,
        invited_by: str | None = None,
    ) -> schemas.User:
        """The rows of a new account, in the caller's transaction."""
        name = person_name(registration.name, registration.first_name, registration.last_name)
        user = models.User(
            email=registration.email,
            language=registration.language or current_language(),
            password_hash=password_hash,
            **name.columns,
        )
        repository.add(session, user)
        await session.flush()
        if roles:
            await repository.replace_roles(session, user.id, roles)
        await publish(session, "user.registered", user.id, {"user_id": user.id, "language": user.language})
        await self.audit.record(
            session,
            "user.registered" if invited_by is None else "user.invited",
            actor_id=invited_by or user.id,
            subject_id=user.id,
            network_address=network_address,
            **({"roles": list(roles)} if roles else {}),
        )
        return shown(user, roles)

    async def bring_in(self, session: AsyncSession, user_id: str, person: Arrival, *, actor_id: str) -> None:
        """Somebody from another shop under the id they had there, without a password; EmailTaken."""
        if await repository.by_email(session, person.email) is not None:
            raise EmailTaken
        name = person_name(person.name, person.first_name, person.last_name)
        language = person.language or current_language()
        user = models.User(id=user_id, email=person.email, language=language, password_hash=None, **name.columns)
        repository.add(session, user)
        await session.flush()
        await publish(session, "user.imported", user_id, {"user_id": user_id, "language": language})
        await self.audit.record(session, "user.imported", actor_id=actor_id, subject_id=user_id)

    async def get(self, user_id: str) -> schemas.User:
        async with self.database.reading() as session:
            return await self.read(session, user_id)

    async def read(self, session: AsyncSession, user_id: str) -> schemas.User:
        user = await repository.by_id(session, user_id)
        if user is None:
            raise UserNotFound
        return shown(user, (await repository.roles_of(session, [user_id]))[user_id])

    async def by_email(self, session: AsyncSession, email: str) -> schemas.User | None:
        user = await repository.by_email(session, email)
        return shown(user, ()) if user is not None else None

    async def open_owner(self, session: AsyncSession, email: str | None) -> schemas.User:
        """The owner with this email, else the one who is longest here; active again if they were not."""
        owners = await repository.owners_by_email(session, email.strip().lower() if email else None)
        if not owners:
            raise UserNotFound
        owners[0].deactivated_at = None
        await session.flush()
        return await self.read(session, owners[0].id)

    async def update(self, user_id: str, changes: schemas.UserUpdate, *, caller: Caller) -> schemas.User:
        """Change the fields that were sent; the same values again change nothing and tell nobody."""
        async with self.database.unit_of_work() as session:
            return (await self.change(session, user_id, changes, caller=caller))[0]

    async def change(
        self, session: AsyncSession, user_id: str, changes: schemas.UserUpdate, *, caller: Caller
    ) -> tuple[schemas.User, list[str]]:
        """The same in the caller's transaction, with the names of the fields that are others now."""
        user = await self.take_in_hand(session, user_id, caller)
        values = _new_values(user, changes)
        changed = sorted(field for field, value in values.items() if getattr(user, field) != value)
        public = [field.removeprefix("customer_") for field in changed if not field.endswith("_key")]
        if changed:
            for field in changed:
                setattr(user, field, values[field])
            await session.flush()
            await publish(session, "user.updated", user_id, {"user_id": user_id, "changed": public})
            await self.audit.record(
                session, "user.updated", actor_id=caller.subject_id, subject_id=user_id, changed=public
            )
        return shown(user, (await repository.roles_of(session, [user_id]))[user_id]), public

    async def take_in_hand(self, session: AsyncSession, user_id: str, caller: Caller) -> models.User:
        """The account, whose data the caller is about to change: UserNotFound, PersonAbove."""
        user = await repository.by_id(session, user_id)
        if user is None:
            raise UserNotFound
        await require_power_over(session, caller, user_id)
        return user

    async def set_address(self, user_id: str, given: AddressCreate, *, caller: Caller) -> Address:
        """Staff correct a customer's default address."""
        async with self.database.unit_of_work() as session:
            await self.take_in_hand(session, user_id, caller)
            address = await self.addresses.set_default(session, user_id, given)
            await self.audit.record(
                session, "address.changed", actor_id=caller.subject_id, subject_id=user_id, address_id=address.id
            )
            return address

    async def require_power_over(self, user_id: str, caller: Caller) -> None:
        """UserNotFound, or PersonAbove where this person may do what the caller may not."""
        async with self.database.reading() as session:
            await self.take_in_hand(session, user_id, caller)

    async def page(self, limit: int, after: str | None) -> list[schemas.User]:
        async with self.database.reading() as session:
            users = await repository.page(session, after, limit)
            roles = await repository.roles_of(session, [user.id for user in users])
            return [shown(user, roles[user.id]) for user in users]


async def require_power_over(session: AsyncSession, caller: Caller, user_id: str) -> None:
    """PersonAbove where this person may do what the caller may not: nobody manages those above them."""
    if caller.subject_id == user_id:
        return
    roles = (await repository.roles_of(session, [user_id]))[user_id]
    if not all(caller.may(permission) for permission in permissions_of(roles)):
        raise PersonAbove


def shown(user: models.User, staff_roles: Sequence[str]) -> schemas.User:
    return schemas.User(
        id=user.id,
        email=user.email,
        name=user.name,
        first_name=user.first_name,
        last_name=user.last_name,
        language=user.language,
        roles=[SHOPPER, *staff_roles],
        groups=user.customer_groups or [],
        status=user.status,
        created_at=user.created_at,
        updated_at=user.updated_at,
    )


def _new_values(user: models.User, changes: schemas.UserUpdate) -> dict[str, Any]:
    sent = {field: value for field, value in changes.model_dump(exclude_unset=True).items() if value is not None}
    values: dict[str, Any] = {field: sent[field] for field in ("email", "language") if field in sent}
    if "groups" in sent and (groups := sorted(set(sent["groups"]))) != (user.customer_groups or []):
        values["customer_groups"] = groups
    if "name" in sent and not {"first_name", "last_name"} & sent.keys():
        values |= person_name(sent["name"]).columns
    elif {"name", "first_name", "last_name"} & sent.keys():
        first, last = sent.get("first_name", user.first_name), sent.get("last_name", user.last_name)
        values |= person_name(sent.get("name"), first, last).columns
    return values
