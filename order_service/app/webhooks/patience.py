"""When an attempt that failed is made again, and when nobody tries any more."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

KEEP_TRYING = timedelta(days=3)
_MINUTE, _HOUR = 60, 3600
PAUSES = (5, 30, 2 * _MINUTE, 10 * _MINUTE, 30 * _MINUTE, _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR)  # the last for ever
_JITTER = 0.2  # of the pause, either way: receivers that fell together do not get everything back at once
_LONGEST_WISH = timedelta(hours=24)

Chance = Callable[[], float]


def next_try(failed_at: datetime, tries: int, give_up_at: datetime, wish: timedelta | None, chance: Chance) -> datetime:
    """When try number `tries + 1` is made; at `give_up_at` the last one is. `chance` is between 0 and 1.

    `wish` is what the receiver asked for; waiting longer than a day is not granted.
    """
    seconds = PAUSES[min(tries, len(PAUSES)) - 1] * (1 + _JITTER * (2 * chance() - 1))
    pause = max(timedelta(seconds=seconds), min(wish or timedelta(), _LONGEST_WISH))
    return min(failed_at + pause, give_up_at)


def wished_pause(retry_after: str | None, now: datetime) -> timedelta | None:
    """A Retry-After header: seconds or a moment (RFC 9110 §10.2.3); None for one that is neither."""
    if retry_after is None:
        return None
    if retry_after.isascii() and retry_after.isdigit():
        return min(timedelta(seconds=int(retry_after[:9])), _LONGEST_WISH)
    try:
        moment = parsedate_to_datetime(retry_after)
    except (ValueError, TypeError):
        return None
    return max(moment.replace(tzinfo=moment.tzinfo or UTC) - now, timedelta())
