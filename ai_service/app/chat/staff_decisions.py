"""Staff's decisions: carried out in the shopper's name and spoken about, also where a process died on the way."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from ai_service.app.approvals.errors import ApprovalExpired, ApprovalRejected
from ai_service.app.approvals.service import ApprovalService
from ai_service.app.chat.decisions import Decisions
from ai_service.app.confirmations.decision import Decision
from ai_service.app.confirmations.service import ConfirmationService
from common.api_clients.users import UsersClient
from common.database import Database, use_tenant
from common.errors import Conflict, NotFound, ShopError
from common.observability.logs import get_logger
from common.security.caller import Caller
from common.security.tokens import TokenVerifier

log = get_logger(__name__)
BY_STAFF = ":staff"


@dataclass(frozen=True, slots=True)
class StaffDecisions:
    database: Database
    decisions: Decisions
    confirmations: ConfirmationService
    approvals: ApprovalService
    users: UsersClient
    tokens: TokenVerifier
    _under_way: set[str] = field(default_factory=set)

    async def approve(self, caller: Caller, approval_id: str, arguments_hash: str) -> None:
        """Decided in one transaction; then carried out, by whoever comes first should this process die."""
        async with self.database.unit_of_work() as session:
            row = await self.approvals.decide(
                session, approval_id, caller.subject_id, "approved", arguments_hash=arguments_hash
            )
            await self.confirmations.approve(session, row.confirmation_id)
        await self._settle_now(approval_id)

    async def reject(self, caller: Caller, approval_id: str, reason: str) -> None:
        async with self.database.unit_of_work() as session:
            row = await self.approvals.decide(session, approval_id, caller.subject_id, "rejected", reason=reason)
            await self.confirmations.decline(session, row.confirmation_id, ApprovalRejected(reason))
        await self._settle_now(approval_id)

    async def settle_left_behind(self) -> None:
        """Every few seconds: what was decided and not finished, and what nobody decided in time."""
        for row in await self.approvals.unsettled():
            with use_tenant(row.tenant_id):
                if row.status == "pending":
                    await self._expire(row)
                await self._settle_now(row.id)

    async def _expire(self, row: Any) -> None:
        async with self.database.unit_of_work() as session:
            if await self.approvals.expire(session, row.id):
                await self.confirmations.decline(session, row.confirmation_id, ApprovalExpired())

    async def _settle_now(self, approval_id: str) -> None:
        """What fails here is tried again by `settle_left_behind`."""
        if approval_id in self._under_way:
            return
        self._under_way.add(approval_id)
        try:
            await self._settle(await self.approvals.find(approval_id))
        except (ShopError, TimeoutError, SQLAlchemyError) as error:
            log.warning("an approval is not settled yet", approval=approval_id, reason=str(error))
        finally:
            self._under_way.discard(approval_id)

    async def _settle(self, row: Any) -> None:
        if row.settled:
            return
        caller = await self._in_the_name_of(row)
        if caller is None:
            await self.approvals.settle(row, "failed" if row.status == "approved" else None, "account_closed")
            return
        decision = await self.confirmations.carry_out(caller, self.decisions.chat.shop, row.confirmation_id)
        await self._tell(caller, row, decision)
        outcome = decision.status if row.status == "approved" else None
        code = decision.error.code[:64] if decision.error and outcome else None
        await self.approvals.settle(row, outcome, code)

    async def _in_the_name_of(self, row: Any) -> Caller | None:
        """The shopper, for a minute; None when their account is closed, and with it what they asked for."""
        confirmation = await self.confirmations.find(row.confirmation_id)
        actor = row.decided_by or "shop"
        try:
            token = await self.users.delegate(confirmation.subject_id, actor, row.tool, row.confirmation_id)
        except Conflict as error:
            async with self.database.unit_of_work() as session:
                await self.confirmations.decline(session, row.confirmation_id, error)
            return None
        return await self.tokens.verify(token)

    async def _tell(self, caller: Caller, row: Any, decision: Decision) -> None:
        try:
            await self.decisions.tell(caller, row.conversation_id, decision, BY_STAFF)
        except NotFound:
            log.info("nobody is told: the conversation was deleted", approval=row.id)
