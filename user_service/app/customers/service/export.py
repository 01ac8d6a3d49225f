"""People as CSV, one row each; written out a piece at a time, so that memory stays small however many there are."""

import csv
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from common.database import Database, use_tenant
from common.spreadsheets import shielded
from user_service.app.accounts.schemas import AccountStatus, Person, RoleFilter
from user_service.app.accounts.service import CustomerLookup
from user_service.app.audit.service import AuditLog

COLUMNS = ("id", "email", "name", "first_name", "last_name", "language", "status", "created_at", "last_seen_at")
PIECE = 500


@dataclass(frozen=True)
class CustomerExport:
    database: Database
    customers: CustomerLookup
    audit: AuditLog

    async def begin(self, actor_id: str) -> None:
        """Everybody's names and emails leave the house: that is written down before the first row goes out."""
        async with self.database.unit_of_work() as session:
            await self.audit.record(session, "customers.exported", actor_id=actor_id)

    async def csv(
        self, tenant_id: str, q: str | None, role: RoleFilter | None, status: AccountStatus | None
    ) -> AsyncIterator[str]:
        """The file in pieces: the header, then the people of a list with the same filters, newest first."""
        yield _lines([COLUMNS])
        cursor: str | None = None
        while True:
            with use_tenant(tenant_id):
                page = await self.customers.page(PIECE, cursor, q=q, role=role, status=status, order="newest")
            yield _lines(_cells(person) for person in page.items)
            cursor = page.next_cursor
            if cursor is None:
                return


def _cells(person: Person) -> list[str]:
    values = person.model_dump(mode="json")
    return [shielded("" if values[name] is None else str(values[name])) for name in COLUMNS]


def _lines(rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
