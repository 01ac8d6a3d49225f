"""The time, as an argument: services take a Clock, tests hand in their own."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


class Clock:
    """The system's clock."""

    def now(self) -> datetime:
        return utc_now()
