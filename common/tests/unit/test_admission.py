"""So many at once, the others in turn; who waits too long behind a standing queue is refused."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from common import admission
from common.admission import Admission, Overloaded


async def enters(doors: Admission) -> bool:
    """Whether somebody gets in without waiting; a place that is taken so is kept."""
    trying = waiting(doors)
    await asyncio.sleep(0)
    if not trying.done():
        trying.cancel()
        await asyncio.wait([trying])
        return False
    return True


def waiting(doors: Admission, *, begun: bool = False) -> "asyncio.Task[None]":
    return asyncio.ensure_future(doors.enter(begun=begun))


@pytest.fixture
async def goes_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], Awaitable[None]]:
    """`await goes_by(seconds)`: the loop's time stands still but for this."""
    loop = asyncio.get_running_loop()
    now = loop.time()
    monkeypatch.setattr(loop, "time", lambda: now)

    async def go_by(seconds: float) -> None:
        nonlocal now
        until = now + seconds
        while now < until:
            now = min(now + 0.05, until)
            for _ in range(3):  # what is due, and what that wakes
                await asyncio.sleep(0)

    return go_by


async def test_hands_places_on_and_what_is_begun_comes_first() -> None:
    doors = Admission(1)
    assert await enters(doors)
    assert not await enters(doors)
    new, begun = waiting(doors), waiting(doors, begun=True)
    await asyncio.sleep(0)
    doors.leave()
    await begun
    assert not new.done()
    doors.leave()
    await new
    assert not await enters(doors)
    doors.leave()
    assert await enters(doors)


async def test_a_burst_is_waited_out_and_a_standing_queue_is_not(
    monkeypatch: pytest.MonkeyPatch, goes_by: Callable[[float], Awaitable[None]]
) -> None:
    monkeypatch.setattr(admission, "_FEWEST_WAITING", 1)
    doors = Admission(1)
    assert await enters(doors)
    patient, begun = waiting(doors), waiting(doors, begun=True)
    await goes_by(admission.STANDING - 0.1)
    assert not patient.done()
    assert not doors.is_full(begun=False)
    await goes_by(0.5)
    with pytest.raises(Overloaded) as refused:
        await patient
    assert 1 <= int(refused.value.headers["Retry-After"]) <= 3
    another = waiting(doors)
    await asyncio.sleep(0)
    assert (doors.is_full(begun=False), doors.is_full(begun=True), begun.done()) == (True, False, False)
    doors.leave()
    await begun
    doors.leave()
    await another
    doors.leave()  # nobody waits any more
    await goes_by(0.3)
    assert await enters(doors)
    fresh = waiting(doors)
    await asyncio.sleep(0)
    assert (fresh.done(), doors.is_full(begun=False)) == (False, False)
    fresh.cancel()


async def test_only_so_many_may_wait_and_new_ones_take_no_room_from_what_is_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(admission, "MOST_WAITING", 2)
    doors = Admission(1)
    assert await enters(doors)
    patient = [waiting(doors), waiting(doors)]
    await asyncio.sleep(0)
    assert (doors.is_full(begun=False), doors.is_full(begun=True)) == (True, False)
    patient += [waiting(doors, begun=True), waiting(doors, begun=True)]
    await asyncio.sleep(0)
    assert (doors.is_full(begun=False), doors.is_full(begun=True)) == (True, True)
    for task in patient:
        task.cancel()
    await asyncio.wait(patient)
    doors.leave()
    assert (doors.is_full(begun=False), doors.is_full(begun=True)) == (False, False)
    assert await enters(doors)


async def test_a_place_given_to_somebody_who_left_is_not_lost() -> None:
    doors = Admission(1)
    assert await enters(doors)
    gone = waiting(doors)
    await asyncio.sleep(0)
    doors.leave()  # the turn is given …
    gone.cancel()  # … and not taken
    await asyncio.wait([gone])
    assert await enters(doors)
