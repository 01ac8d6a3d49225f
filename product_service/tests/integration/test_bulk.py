"""Records in bulk: by natural key, at once, and only what differs."""

from dataclasses import replace
from typing import Any

from common.database import Database
from product_service.app.inventory.service import Counted
from product_service.app.products.records import MediaRecord, NamedValue, ProductRecord, UpsertCounts, VariantRecord
from product_service.tests.conftest import Shop


def _record(handle: str = "lamp", **changes: Any) -> ProductRecord:
    record = ProductRecord(
        handle=handle,
        title={"en": f"The {handle}"},
        currency="EUR",
        variants=[VariantRecord(sku=f"{handle}-1", price=4900, quantity=7)],
        vendor="Lumen",
        category="lighting",
        category_name={"en": "Lighting", "zh": "灯具"},
        attributes=[NamedValue({"en": "Socket"}, {"en": "E27"})],
    )
    return replace(record, **changes)


async def _upsert(shop: Shop, *records: ProductRecord) -> UpsertCounts:
    database: Database = shop.room.database
    async with database.unit_of_work() as session:
        return await shop.room.catalogue.upsert_products(session, records)


async def _items(shop: Shop) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await shop.get("/api/v1/products", sort="title")).json()["items"]
    return items


async def test_new_records_arrive_whole(shop: Shop) -> None:
    counts = await _upsert(shop, _record("lamp"), _record("bulb"))
    assert (counts.created, counts.updated, counts.unchanged, counts.refused) == (2, 0, 0, [])
    bulb, lamp = await _items(shop)
    assert (bulb["handle"], lamp["handle"]) == ("bulb", "lamp")
    assert lamp["category"]["slug"] == bulb["category"]["slug"] == "lighting"
    assert await shop.stock(lamp["variant_id"]) == (7, 0)
    assert [entry["kind"] for entry in await shop.ledger(lamp["variant_id"])] == ["initial"]
    assert len(await shop.events("product.created", count=2)) == 2
    found = (await shop.get("/api/v1/search", q="bulb")).json()
    assert [item["id"] for item in found["items"]] == [bulb["id"]]


async def test_the_same_records_change_nothing(shop: Shop) -> None:
    await _upsert(shop, _record())
    before = await _items(shop)
    counts = await _upsert(shop, _record(), _record("bulb"))
    assert (counts.created, counts.updated, counts.unchanged) == (1, 0, 1)
    assert counts.known_variants == {"lamp-1": before[0]["variant_id"]}
    assert (await _items(shop))[1] == before[0]
    assert await shop.events("product.updated", count=0) == []


async def test_quantities_are_only_for_new_variants(shop: Shop) -> None:
    await _upsert(shop, _record())
    more = VariantRecord(sku="lamp-1", price=5900, quantity=99)
    fresh = VariantRecord(sku="lamp-2", price=6900, quantity=3)
    counts = await _upsert(shop, _record(variants=[more, fresh]))
    assert (counts.created, counts.updated) == (0, 1)
    [item] = await _items(shop)
    assert (item["price"]["amount"], item["max_price"]["amount"], item["variants_count"]) == (5900, 6900, 2)
    product = (await shop.get(f"/api/v1/products/{item['id']}")).json()
    assert [await shop.stock(one["id"]) for one in product["variants"]] == [(7, 0), (3, 0)]


async def test_a_file_sets_right_what_was_edited(shop: Shop) -> None:
    await _upsert(shop, _record())
    [item] = await _items(shop)
    path = f"/api/v1/products/{item['id']}"
    await shop.client.patch(path, json={"vendor": "Other"}, headers=shop.staff)
    assert (await _upsert(shop, _record())).updated == 1
    assert (await shop.get(path)).json()["vendor"] == "Lumen"


async def test_images_come_with_a_record_and_stay_without(shop: Shop) -> None:
    file = await shop.room.media.put("default", b"\x89PNG\r\n\x1a\n")
    image = MediaRecord(file.url, file.content_type, file.size, {"en": "A lamp"})
    await _upsert(shop, _record(media=[image]))
    [item] = await _items(shop)
    assert item["image"] == file.url
    await _upsert(shop, _record(vendor="Other"))
    product = (await shop.get(f"/api/v1/products/{item['id']}")).json()
    assert (product["vendor"], product["image"]) == ("Other", file.url)
    assert [one["alt"] for one in product["media"]] == ["A lamp"]


async def test_what_cannot_be_taken_is_named_and_the_rest_lands(shop: Shop) -> None:
    await _upsert(shop, _record("lamp"))
    thief = _record("thief", variants=[VariantRecord(sku="lamp-1", price=1)])
    records = [
        thief,
        _record("twice"),
        _record("twice"),
        _record("same-sku", variants=[VariantRecord(sku="twice-1", price=1)]),
        _record("dear", variants=[VariantRecord(sku="dear-1", price=10**13)]),
        _record("negative", variants=[VariantRecord(sku="negative-1", price=1, quantity=-1)]),
        _record("mute", title={"en": ""}),
        _record("bare", variants=[]),
        _record("fine"),
    ]
    counts = await _upsert(shop, *records)
    assert counts.created == 2
    assert {(refusal.handle, refusal.field) for refusal in counts.refused} == {
        ("thief", "sku"),
        ("twice", "handle"),
        ("same-sku", "sku"),
        ("dear", "price"),
        ("negative", "quantity"),
        ("mute", "title"),
        ("bare", "variants"),
    }
    assert [item["handle"] for item in await _items(shop)] == ["fine", "lamp", "twice"]


async def test_a_count_is_an_adjustment(shop: Shop) -> None:
    made = [await shop.product(quantity=n) for n in (10, 10, 10)]
    keys = [product["variant_id"] for product in made]
    await shop.hold("res_1", {keys[1]: 4})
    async with shop.room.database.unit_of_work() as session:
        counted = {keys[0]: 25, keys[1]: 3, keys[2]: 10, "var_none": 1}
        done = await shop.room.inventory.set_many(session, counted, "Import of stock.csv", "usr_staff")
    assert done == Counted({keys[0]: 15}, [keys[1], "var_none"])
    assert [await shop.stock(key) for key in keys] == [(25, 0), (10, 4), (10, 0)]
    entry = (await shop.ledger(keys[0]))[0]
    assert (entry["kind"], entry["quantity"], entry["note"]) == ("adjustment", 15, "Import of stock.csv")
