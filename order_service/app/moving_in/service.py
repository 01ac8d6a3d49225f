"""Bringing orders in, each with lines, parcels and payments or not at all."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.api_clients.users import UsersClient
from common.clock import Clock
from common.database import Database
from common.errors import NotFound, Unavailable
from common.events import publish
from common.imports import ImportReport, take_in
from common.money import money
from common.security.caller import Caller
from order_service.app.audit import service as audit
from order_service.app.checkout.service.means import Means, PaymentMeans
from order_service.app.moving_in.errors import PaymentsDiffer, UnknownCustomer
from order_service.app.moving_in.records import Arrival, arrival
from order_service.app.moving_in.schemas import OrderImport
from order_service.app.orders import fulfilments, numbers, progress
from order_service.app.orders.states import CANCELLED
from order_service.app.payments import service as payments
from order_service.app.payments.providers import AdoptionRefused, OutcomeUnknown, PaymentRequest, Providers
from order_service.app.tariffs.service import Tariffs

ORDER = "order"  # the kind under which they are noted
Json = dict[str, Any]
_LONGEST_NUMBER = 15  # digits; what is longer never meets our own


class MovingIn:
    def __init__(
        self,
        database: Database,
        tariffs: Tariffs,
        users: UsersClient,
        means: PaymentMeans,
        providers: Providers,
        clock: Clock,
    ) -> None:
        self._database = database
        self._tariffs = tariffs
        self._users = users
        self._means = means
        self._providers = providers
        self._clock = clock

    async def __call__(self, caller: Caller, items: list[OrderImport]) -> ImportReport:
        """What became of each; those that are here already are compared with what was brought in then.

        Neither stock nor money moves. What payments still hold is made known to their providers, so that it can be
        given back from here; nobody is mailed.
        """

        await self._tariffs.current()  # which begins the sequence of numbers, in a shop where nobody bought yet

        async def prepare(item: OrderImport) -> Arrival:
            customer = await self._customer(item.customer_id)
            means = await self._means_of(item)
            made = arrival(item, customer, means, caller.subject_id, self._clock.now())
            await self._adopt(made)
            return made

        async def bring_in(session: AsyncSession, item: OrderImport, made: Arrival) -> None:
            await _write(session, made)
            await audit.record(session, "order.imported", actor_id=caller.subject_id, subject_id=item.id)

        return await take_in(self._database, ORDER, items, prepare, bring_in)

    async def _customer(self, customer_id: str) -> Json:
        try:
            customer = await self._users.user(customer_id)
        except NotFound as error:
            raise UnknownCustomer from error
        if customer.get("is_guest"):
            raise UnknownCustomer
        return customer

    async def _means_of(self, item: OrderImport) -> dict[str, Means]:
        named = {moved.payment_method_id for moved in item.payments}
        return {name: await self._means.saved(item.customer_id, name) for name in sorted(named)}

    async def _adopt(self, made: Arrival) -> None:
        """Providers go by our ids, which are the same for the same order: telling them twice is telling them once."""
        for payment in made.payments:
            held = made.held[payment["id"]]
            if held:
                request = PaymentRequest(
                    payment["id"], payment["order_id"], held, payment["currency"], payment["token"]
                )
                try:
                    await self._providers[payment["provider"]].adopt(request)
                except AdoptionRefused as error:
                    raise PaymentsDiffer(str(error)) from error
                except OutcomeUnknown as error:
                    raise Unavailable(f"{payment['provider']} did not answer; send the batch again.") from error


async def _write(session: AsyncSession, made: Arrival) -> None:
    order = made.order
    if order["number"].isdecimal() and len(order["number"]) <= _LONGEST_NUMBER:
        await numbers.keep_above(session, int(order["number"]))
    fresh = [line | {"fulfilled": 0} for line in made.lines]  # the parcels say so themselves
    await progress.record(session, order, fresh)
    for parcel in made.parcels:
        await fulfilments.add(session, parcel)
    await payments.bring_in(session, made.payments, made.refunds)
    if order["status"] != CANCELLED:
        await publish(session, "order.imported", order["id"], _imported(made))


def _imported(made: Arrival) -> Json:
    """As `order.placed` tells it; other servers are not told, since nothing happened now."""
    order = made.order
    return {
        "order_id": order["id"],
        "number": order["number"],
        "customer_id": order["customer_id"],
        "language": order["language"],
        "total": money(order["total"], order["currency"]),
        "lines": [
            {"product_id": line["product_id"], "variant_id": line["variant_id"], "quantity": line["quantity"]}
            for line in made.lines
        ],
    }
