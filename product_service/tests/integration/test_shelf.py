"""What is kept in memory for searching is always what the database would answer."""

from typing import Any

import pytest
from sqlalchemy import Connection

from product_service.app.search import repository
from product_service.app.search.index import MOST_CHANGES, Changes
from product_service.app.search.repository import Narrowing
from product_service.app.search.shelf import Shelf
from product_service.tests.integration.test_imports import LAMPS, imported


@pytest.fixture
async def shelf(shop: Any) -> Shelf:
    if shop.room.database.dialect != "sqlite":
        pytest.skip("a server may be written to by other processes")
    await imported(shop, LAMPS.read_bytes())
    return Shelf("default")


async def compare(shop: Any, shelf: Shelf) -> int:
    """Asserts that both say the same; how many documents there are."""

    def read(connection: Connection) -> int:
        shelf.follow(connection, shop.room.search._index.changes)
        for narrowing in (Narrowing("default"), Narrowing("default", 2000, 6000)):
            for sort in ("relevance", "price", "-price", "newest", "rating"):
                known = repository.matches(connection, "sqlite", "lamp OR mouse", narrowing, sort, demote=True)
                kept = shelf.matches(connection, "lamp OR mouse", narrowing, sort, demote=True)
                assert sorted(kept) == sorted(map(tuple, known))
            stored = sorted(map(tuple, repository.documents(connection, narrowing)))
            assert sorted(shelf.documents(narrowing)) == stored
        return len(shelf.documents(Narrowing("default")))

    found: int = await shop.room.database.read_in_thread(read)
    return found


async def test_follows_what_is_added_edited_and_taken_away(shop: Any, shelf: Shelf) -> None:
    count = await compare(shop, shelf)
    product = await shop.product(title="Reading lamp", price=3000)
    assert await compare(shop, shelf) == count + 1
    path = f"/api/v1/products/{product['id']}"
    edited = await shop.client.patch(path, json={"title": "Mouse lamp"}, headers=shop.staff)
    assert edited.status_code == 200, edited.text
    assert await compare(shop, shelf) == count + 1
    assert (await shop.client.delete(path, headers=shop.staff)).status_code in (200, 204)
    assert await compare(shop, shelf) == count


async def test_follows_what_reviews_say(shop: Any, shelf: Shelf) -> None:
    await compare(shop, shelf)
    product = await shop.product(title="Reading lamp", price=3000)
    path = f"/api/v1/products/{product['id']}/reviews"
    for name, stars in (("usr_1", 4), ("usr_2", 5)):
        answer = await shop.client.post(path, json={"rating": stars}, headers=shop.issuer.bearer(name))
        assert answer.status_code == 201, answer.text
    await compare(shop, shelf)
    assert [row[4] for row in shelf.documents(Narrowing("default")) if row[1] == product["id"]] == [4]


async def test_reads_everything_anew_where_too_much_has_changed(shop: Any, shelf: Shelf) -> None:
    count = await compare(shop, shelf)
    await shop.product(title="Reading lamp", price=3000)
    shop.room.search._index.changes.add("default", ["prd_none"] * (MOST_CHANGES + 1))
    assert await compare(shop, shelf) == count + 1


def test_changes_are_told_to_each_shop_from_where_it_was() -> None:
    changes = Changes()
    assert changes.since(-1, "north") == (0, None)
    assert changes.since(0, "north") == (0, [])
    changes.add("north", ["a", "b"])
    changes.add("south", ["c"])
    changes.add("north", ["a"])
    assert changes.since(0, "north") == (3, ["a", "b", "a"])
    assert changes.since(1, "north") == (3, ["a"])
    assert changes.since(3, "south") == (3, [])
    changes.add("north", ["d"] * MOST_CHANGES)
    assert changes.since(2, "north") == (4, None)
    assert changes.since(3, "north") == (4, ["d"] * MOST_CHANGES)
