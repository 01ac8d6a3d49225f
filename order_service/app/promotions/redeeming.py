"""Promotions of carts and orders: who may have which, and their uses, inside the caller's transaction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database
from common.languages import Texts
from order_service.app.pricing.lines import Item
from order_service.app.pricing.rules import Rule
from order_service.app.promotions import repository
from order_service.app.promotions.errors import CouponAlreadyUsed, CouponNotValid, UnknownCoupon
from order_service.app.promotions.offers import Offer, Problem, offer

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
MOST_AUTOMATIC = 100  # of them a shop has in force; what goes beyond, lowest priority first, does not count


@dataclass(frozen=True, slots=True)
class Customer:
    """Who buys; the address is known at the checkout."""

    id: str
    groups: tuple[str, ...] = ()
    email: str | None = None


@dataclass(slots=True)
class Entitlement:
    """The rules that may count for somebody's basket; for every other code why it does not, and how it is called."""

    rules: list[Rule] = field(default_factory=list)
    problems: dict[str, Problem] = field(default_factory=dict)
    names: dict[str, Texts] = field(default_factory=dict)


NOTHING = Entitlement()  # what nearly every cart has; nobody writes into it


class Entitlements:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def of(
        self,
        customer: Customer,
        codes: Sequence[str],
        automatic: Sequence[Offer],
        items: Sequence[Item],
        currency: str,
        ordered: bool = False,
    ) -> Entitlement:
        """Of these codes and the shop's automatic promotions, which may count for these goods now.

        With `ordered` an order has them: its own use is no reason against them.
        """
        if not codes and not automatic:
            return NOTHING
        now, found = self._clock.now(), Entitlement()
        here = [one.in_currency(currency) for one in automatic]
        by_themselves = [one for one in here if _standing(one, customer, items, currency, now) is None]
        if not codes and all(one.max_uses_per_customer is None for one in by_themselves):
            found.rules = [one.rule for one in by_themselves]
            return found
        async with self._database.reading() as session:
            coded = {code: one.in_currency(currency) for code, one in (await find(session, codes)).items()}
            offers = [] if ordered else [*by_themselves, *coded.values()]
            used = await _used_up(session, offers, customer)
        found.rules = [one.rule for one in by_themselves if one.rule.promotion_id not in used]
        for code in codes:
            one = coded.get(code)
            if one is not None:
                found.names[code] = one.rule.name
            problem: Problem | None = UnknownCoupon()
            if one is not None:
                problem = None if ordered else _standing(one, customer, items, currency, now)
            if problem is None and one is not None and one.rule.promotion_id in used:
                problem = CouponAlreadyUsed()
            if problem is not None:
                found.problems[code] = problem
            elif one is not None:
                found.rules.append(one.rule)
        return found


async def automatic(session: AsyncSession, now: datetime) -> tuple[Offer, ...]:
    """The promotions that count without a code, now or soon."""
    return tuple(map(offer, await repository.automatic(session, now, MOST_AUTOMATIC)))


async def find(session: AsyncSession, codes: Iterable[str]) -> dict[str, Offer]:
    """The coupons of these codes (in capitals), by code."""
    known = [code for code in codes if CODE.fullmatch(code)]
    if not known:
        return {}
    return {code: offer(row) for code, row in (await repository.by_codes(session, known)).items()}


async def use(
    session: AsyncSession, promotion_ids: Iterable[str], order_id: str, customer: Customer, now: datetime
) -> None:
    """Count the order with each of them, or CouponNotValid; the promotions stay locked, so that the customer's uses
    can be counted. Always in the same order, so that no two orders wait for each other."""
    for promotion_id in sorted(promotion_ids):
        taken = await repository.take_one(session, promotion_id, now)
        row = await repository.find(session, promotion_id)
        if row is None:
            raise CouponNotValid(UnknownCoupon())
        found = offer(row)
        if not taken:
            raise CouponNotValid(found.standing(found.customer_groups, now) or UnknownCoupon())
        if await _used_up(session, [found], customer):
            raise CouponNotValid(CouponAlreadyUsed())
        use = {"order_id": order_id, "promotion_id": promotion_id, "customer_id": customer.id}
        await repository.add_use(session, use | {"email": _folded(customer.email), "created_at": now})


async def give_back(session: AsyncSession, order_id: str) -> None:
    """The order was refused or cancelled: its uses are others'."""
    await repository.give_back(session, order_id)


async def hand_over(session: AsyncSession, guest_id: str, user_id: str) -> None:
    """The guest signed in: what the guest used, the user has used."""
    await repository.hand_over(session, guest_id, user_id)


def _standing(one: Offer, customer: Customer, items: Sequence[Item], currency: str, now: datetime) -> Problem | None:
    return one.standing(customer.groups, now) or one.problem(items, currency)


async def _used_up(session: AsyncSession, offers: Sequence[Offer], customer: Customer) -> set[str]:
    """Those of which this customer had all the uses that one customer may have."""
    limits = {
        one.rule.promotion_id: one.max_uses_per_customer for one in offers if one.max_uses_per_customer is not None
    }
    if not limits:
        return set()
    uses = await repository.uses_by(session, list(limits), customer.id, _folded(customer.email))
    return {promotion_id for promotion_id, most in limits.items() if uses.get(promotion_id, 0) >= most}


def _folded(email: str | None) -> str | None:
    return email.lower() if email else None
