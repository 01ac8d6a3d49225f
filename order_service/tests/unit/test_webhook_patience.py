"""When a webhook that failed is tried again."""

from datetime import UTC, datetime, timedelta

import pytest

from order_service.app.webhooks.patience import PAUSES, next_try, wished_pause

NOW = datetime(2030, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


def seconds(tries: int, wish: timedelta | None = None, chance: float = 0.5) -> float:
    return (next_try(NOW, tries, LATER, wish, lambda: chance) - NOW).total_seconds()


def test_pauses_grow_and_the_last_one_stays() -> None:
    assert [seconds(tries) for tries in range(1, 12)] == [*PAUSES, 43_200, 43_200]
    assert PAUSES == (5, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200)
    assert [seconds(2, chance=chance) for chance in (0, 0.25, 1)] == [24, 27, 36]


def test_the_receiver_may_ask_for_more_time_but_not_for_less_or_for_ever() -> None:
    assert seconds(1, timedelta(seconds=90)) == 90
    assert seconds(5, timedelta(seconds=90)) == 1800
    assert seconds(1, timedelta(days=40)) == 86_400
    assert next_try(LATER - timedelta(hours=1), 9, LATER, None, lambda: 0.5) == LATER


@pytest.mark.parametrize(
    ("header", "pause"),
    [
        (None, None),
        ("120", 120),
        ("0", 0),
        ("9" * 400, 86_400),
        ("Tue, 01 Jan 2030 00:02:00 GMT", 120),
        ("Mon, 31 Dec 2029 00:00:00 GMT", 0),
        ("-5", None),
        ("soon", None),
        ("１２", None),
    ],
)
def test_retry_after_is_read_in_both_forms(header: str | None, pause: int | None) -> None:
    assert wished_pause(header, NOW) == (None if pause is None else timedelta(seconds=pause))
