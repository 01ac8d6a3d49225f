"""Whether staff have to approve what a shopper has confirmed: by the tool's rule, and by what was moved before."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.approvals.service import Need
from ai_service.app.confirmations import repository
from ai_service.app.confirmations.errors import ToolOff
from ai_service.app.confirmations.repository import AnyRow
from ai_service.app.tools.registry import ToolRegistry
from ai_service.app.tools.rule_book import RuleBook
from common.clock import Clock

DAY = timedelta(hours=24)


async def staff_needed(
    session: AsyncSession, row: AnyRow, book: RuleBook, registry: ToolRegistry, clock: Clock
) -> Need | None:
    """None when the shopper's confirmation is enough; ToolOff when it was switched off since it was proposed.

    What is counted together is all that moves money the same way, whichever tool did it. Who counts holds the lock on
    the rules: ten confirmations at the same moment are counted one after the other.
    """
    tool = registry.tools[row.tool]
    rule = (await book.within(session)).of(tool)
    if not rule.enabled:
        raise ToolOff
    if rule.approval != "staff":
        return None
    if rule.staff_above is None:
        return Need(("always",))
    await book.within(session, locked=True)
    if row.amount is None or row.currency != rule.currency:
        return Need(("currency",))
    same_way = [each.name for each in registry.tools.values() if each.money == tool.money]
    since = clock.now() - DAY
    of_order, of_day = await repository.moved(session, row, same_way, since)
    totals = {"amount": row.amount, "order": of_order + row.amount, "day": of_day + row.amount}
    causes = tuple(cause for cause, total in totals.items() if total > rule.staff_above)
    return Need(causes, totals["order"] if row.order_id else None, totals["day"]) if causes else None
