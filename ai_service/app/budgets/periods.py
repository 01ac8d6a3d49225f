"""Days and months of budgets, in the shop's time zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY, MONTH, TOTAL = "day", "month", "total"


def period_at(kind: str, moment: datetime, zone: ZoneInfo) -> str:
    """`2026-01-31`, `2026-01` or `total`."""
    return TOTAL if kind == TOTAL else str(moment.astimezone(zone).date())[: 10 if kind == DAY else 7]


def since(kind: str, moment: datetime, zone: ZoneInfo) -> datetime | None:
    """When the period of this moment began, in UTC; None for one that has no beginning."""
    if kind == TOTAL:
        return None
    day = moment.astimezone(zone).date()
    return _midnight(day if kind == DAY else day.replace(day=1), zone)


def ends(kind: str, moment: datetime, zone: ZoneInfo) -> datetime | None:
    """When the next period begins."""
    if kind == TOTAL:
        return None
    day = moment.astimezone(zone).date()
    if kind == DAY:
        return _midnight(day + timedelta(days=1), zone)
    return _midnight((day.replace(day=28) + timedelta(days=4)).replace(day=1), zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
