"""What the staff does with webhook endpoints."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from yarl import URL

from common.clock import Clock
from common.database import Database, after_commit, current_tenant, retrying
from common.egress import Egress
from common.errors import Conflict, InvalidInput, NotFound
from common.ids import new_id
from common.languages import localized
from common.pagination import decode_cursor, encode_cursor
from common.security.caller import Caller
from order_service.app.audit import service as audit
from order_service.app.webhooks.happenings import BY_SOURCE, NAMES
from order_service.app.webhooks.repository import deliveries, endpoints
from order_service.app.webhooks.schemas import WebhookEndpointCreate, WebhookEndpointUpdate
from order_service.app.webhooks.service.secrets import EndpointSecrets, still_signing, until
from order_service.app.webhooks.signing import new_secret

OLD_SECRET_SIGNS = timedelta(hours=24)
MOST_ENDPOINTS, MOST_OLD_SECRETS = 50, 5
Json = dict[str, Any]
_NOT_SHOWN = frozenset({"tenant_id", "secret", "old_secrets"})


class NoSuchEndpoint(NotFound):
    title = "There is no such webhook endpoint"


class TooManyEndpoints(Conflict):
    code = "too_many_webhook_endpoints"
    title = "There are as many webhook endpoints as a shop may have"


class UnknownEventType(InvalidInput):
    code = "unknown_event_type"
    title = "There is no event of this type"


class RotatedTooOften(Conflict):
    code = "rotated_too_often"
    title = "Several earlier secrets still sign: wait until one has ended"


class WebhookEndpoints:
    def __init__(
        self, database: Database, egress: Egress, secrets: EndpointSecrets, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._database = database
        self._egress = egress
        self._secrets = secrets
        self._clock = clock
        self._wake = wake

    def event_types(self) -> Json:
        """What an endpoint may ask for, in the reader's language."""
        known = [(type, name, source) for source, types in BY_SOURCE.items() for type, name in types.items()]
        return {"items": [{"type": type, "name": localized(name), "source": source} for type, name, source in known]}

    async def create(self, caller: Caller, wanted: WebhookEndpointCreate) -> Json:
        """With its secret, which is never shown again."""
        now, secret = self._clock.now(), new_secret()
        row = wanted.model_dump() | {"id": new_id("whe"), "tenant_id": current_tenant(), "old_secrets": []}
        row |= {"disabled_at": None if wanted.enabled else now, "disabled_reason": None, "failing_since": None}
        row |= {"created_at": now, "updated_at": now}
        self._refuse_nonsense(row)
        row["secret"] = self._secrets.seal(row["tenant_id"], row["id"], secret)
        async with self._database.unit_of_work() as session:
            if await endpoints.count(session) >= MOST_ENDPOINTS:
                raise TooManyEndpoints(most=MOST_ENDPOINTS)
            await endpoints.add(session, row)
            await self._audit(session, caller, "webhook_endpoint.created", row, event_types=row["event_types"])
        return rendered(row, now) | {"secret": secret}

    async def page(self, limit: int, cursor: str | None) -> Json:
        """Newest first."""
        before = decode_cursor(cursor, (str,))[0] if cursor is not None else None
        async with self._database.reading() as session:
            rows = await endpoints.page(session, limit + 1, before)
        now, shown = self._clock.now(), rows[:limit]
        more = len(rows) > limit
        return {
            "items": [rendered(row, now) for row in shown],
            "next_cursor": encode_cursor(shown[-1]["id"]) if more else None,
        }

    async def view(self, endpoint_id: str) -> Json:
        async with self._database.reading() as session:
            return rendered(await found(session, endpoint_id), self._clock.now())

    @retrying
    async def change(self, caller: Caller, endpoint_id: str, changes: WebhookEndpointUpdate) -> Json:
        """Counts for what is sent from now on. Enabled again, it begins with a clean sheet."""
        named = changes.model_dump(exclude_unset=True)
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            row = await found(session, endpoint_id, lock=True)
            self._refuse_nonsense(named)
            if "enabled" in named and named["enabled"] != row["enabled"]:
                named |= {"disabled_reason": None, "disabled_at": None if named["enabled"] else now}
                named |= {"failing_since": None} if named["enabled"] else {}
            if named:
                await endpoints.change(session, endpoint_id, named)
                after_commit(session, self._wake)
                fields = sorted(changes.model_fields_set)
                await self._audit(session, caller, "webhook_endpoint.changed", row | named, fields=fields)
            return rendered(await found(session, endpoint_id), now)

    @retrying
    async def rotate_secret(self, caller: Caller, endpoint_id: str) -> Json:
        """A new secret, shown this once; the one before it signs too for a day."""
        now, secret = self._clock.now(), new_secret()
        async with self._database.unit_of_work() as session:
            row = await found(session, endpoint_id, lock=True)
            old = still_signing(row, now)
            if len(old) >= MOST_OLD_SECRETS:
                raise RotatedTooOften(headers={"Retry-After": str(int((until(old[-1]) - now).total_seconds()) + 1)})
            ending = {"sealed": row["secret"], "until": (now + OLD_SECRET_SIGNS).isoformat()}
            sealed = self._secrets.seal(row["tenant_id"], endpoint_id, secret)
            await endpoints.change(session, endpoint_id, {"secret": sealed, "old_secrets": [ending, *old]})
            await self._audit(session, caller, "webhook_endpoint.secret_rotated", row)
            return rendered(await found(session, endpoint_id), now) | {"secret": secret}

    async def remove(self, caller: Caller, endpoint_id: str) -> None:
        """With all that was delivered; what a crash leaves of that is never sent and goes with time."""
        await self._remove(caller, endpoint_id)
        while await self._forget_some(endpoint_id):
            pass

    @retrying
    async def _remove(self, caller: Caller, endpoint_id: str) -> None:
        async with self._database.unit_of_work() as session:
            row = await found(session, endpoint_id, lock=True)
            await endpoints.remove(session, endpoint_id)
            await self._audit(session, caller, "webhook_endpoint.removed", row)

    @retrying
    async def _forget_some(self, endpoint_id: str) -> int:
        async with self._database.unit_of_work() as session:
            some = await deliveries.some_of_endpoint(session, endpoint_id)
            if some:
                await deliveries.forget(session, some)
        return len(some)

    def _refuse_nonsense(self, row: Json) -> None:
        if "url" in row:
            self._egress.check(row["url"])
        if unknown := sorted(set(row.get("event_types") or ()) - NAMES.keys()):
            raise UnknownEventType(f"{unknown[0][:64]} is none; GET /api/v1/webhook-endpoints/event-types lists them.")

    async def _audit(self, session: AsyncSession, caller: Caller, action: str, row: Json, **detail: Any) -> None:
        """The host alone, since the rest of an address may hold a secret."""
        host = URL(row["url"]).host
        await audit.record(session, action, actor_id=caller.subject_id, subject_id=row["id"], host=host, **detail)


async def found(session: AsyncSession, endpoint_id: str, *, lock: bool = False) -> Json:
    row = await endpoints.find(session, endpoint_id, lock=lock)
    if row is None:
        raise NoSuchEndpoint
    return row


def rendered(row: Json, now: datetime) -> Json:
    old = still_signing(row, now)
    shown = {name: value for name, value in row.items() if name not in _NOT_SHOWN}
    return shown | {"old_secrets_until": until(old[0]) if old else None}
