"""When a lease is over, judged so that no clock that jumped keeps anything leased for ever.

A lease is written with the clock of whoever takes it. If that clock was two days ahead and is put right, the lease
lies further in the future than any lease is long: then it is over as well. What counts as that far is well beyond the
longest lease, for the clocks of two hosts never agree: whoever is a moment behind must not take what is still held.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_LEASE = timedelta(hours=2)  # settings allow one hour, the second is for clocks that are behind


def taken(lease: Any) -> ColumnElement[bool]:
    """Whether there is one, over or not: said so that an index is entered where leases begin, behind all without."""
    return lease > bindparam("long_ago", _LONG_AGO, type_=lease.type)  # type: ignore[no-any-return]


def run_out(lease: Any) -> ColumnElement[bool]:
    """Over at the moment that is given with `at`."""
    over = or_(lease <= bindparam("now", type_=lease.type), lease > bindparam("unbelievable", type_=lease.type))
    return and_(taken(lease), over)


def held(lease: datetime, now: datetime) -> bool:
    """Whether a lease that was read is not over."""
    return now < lease <= now + LONGEST_LEASE


def at(now: datetime, longest: timedelta = LONGEST_LEASE) -> dict[str, datetime]:
    """The parameters of `run_out`, where no lease is longer than `longest`."""
    return {"now": now, "unbelievable": now + longest}
