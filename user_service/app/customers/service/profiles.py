"""Correcting somebody's profile, their email too."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from common.database import Database
from common.security.caller import Caller
from user_service.app.account_links.service import AccountLinks
from user_service.app.accounts.errors import EmailTaken
from user_service.app.accounts.schemas import CustomerUpdate, User
from user_service.app.accounts.service import AccountService


@dataclass(frozen=True)
class CustomerProfiles:
    database: Database
    accounts: AccountService
    links: AccountLinks

    async def update(self, user_id: str, changes: CustomerUpdate, *, caller: Caller) -> User:
        """Change the fields that were sent. Links that went to the old email open nothing any more.

        UserNotFound, PersonAbove, EmailTaken.
        """
        try:
            async with self.database.unit_of_work() as session:
                user, changed = await self.accounts.change(session, user_id, changes, caller=caller)
                if "email" in changed:
                    await self.links.void(session, user_id)
                return user
        except IntegrityError as error:  # somebody else's, or taken in this moment
            raise EmailTaken from error
