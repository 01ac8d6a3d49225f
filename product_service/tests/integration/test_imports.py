"""Catalogue files over HTTP: what lands, what is refused, and that nothing happens twice."""

import asyncio
import csv
import gzip
import io
from pathlib import Path
from typing import Any

import pytest

from product_service.app.imports.models import RUNNING

LAMPS = Path(__file__).resolve().parents[1] / "data" / "lamps.csv"
HEADER = "Handle,Title,Variant SKU,Variant Inventory Qty,Variant Price\n"
COUNTS = ("created", "updated", "unchanged", "adjusted", "rejected")


async def imported(shop: Any, content: bytes, seconds: float = 100, **form: str) -> dict[str, Any]:
    """Hand a file in and wait for its job to end."""
    answer = await shop.client.post(
        "/api/v1/imports", files={"file": ("file.csv", content)}, data=form, headers=shop.staff
    )
    assert answer.status_code == 202, answer.text
    return await ended(shop, answer.json()["id"], seconds)


async def ended(shop: Any, job_id: str, seconds: float = 100) -> dict[str, Any]:
    async with asyncio.timeout(seconds):
        while True:
            job: dict[str, Any] = (await shop.get(f"/api/v1/imports/{job_id}", shop.staff)).json()
            if job["status"] in ("done", "failed"):
                return job
            await asyncio.sleep(0.02)


def counts(job: dict[str, Any]) -> tuple[int, ...]:
    return tuple(job[name] for name in COUNTS)


async def found(shop: Any, handle: str) -> dict[str, Any]:
    listed = (await shop.get("/api/v1/products", limit=100)).json()["items"]
    product_id = next(one["id"] for one in listed if one["handle"] == handle)
    product: dict[str, Any] = (await shop.get(f"/api/v1/products/{product_id}")).json()
    return product


async def test_sound_rows_land_and_the_others_are_listed(shop: Any) -> None:
    job = await imported(shop, LAMPS.read_bytes())
    assert job["status"] == "done"
    assert counts(job) == (6, 0, 0, 0, 5)
    assert [(row["line"], row["column"], row["reason"]) for row in job["rejected_rows"]] == [
        (9, "Variant Price", "not a price: write it as 1299.95, without signs or thousands separators"),
        (10, "Variant Inventory Qty", "not a number of pieces"),
        (11, "Variant SKU", "this SKU is already in line 6"),
        (12, "Handle", "a handle is needed"),
        (13, "", "2 fields where the header has 13"),
    ]
    lamp = await found(shop, "desk-lamp")
    assert lamp["description"] == "Warm & bright."
    assert lamp["category"]["slug"] == "lighting"
    assert {"name": "dimmable", "value": "Yes"} in lamp["attributes"]
    assert lamp["options"] == [{"name": "Colour", "values": ["Black", "White"]}]
    assert [(one["sku"], one["price"]["amount"]) for one in lamp["variants"]] == [("LAMP-B", 4990), ("LAMP-W", 5190)]
    assert await shop.stock(lamp["variants"][1]["id"]) == (4, 0)
    finished = await shop.events("import.finished", count=1)
    assert [event["data"]["created"] for event in finished] == [6]


async def test_the_same_file_twice_changes_nothing(shop: Any) -> None:
    await imported(shop, LAMPS.read_bytes())
    lamp = await found(shop, "desk-lamp")
    job = await imported(shop, gzip.compress(LAMPS.read_bytes()))
    assert counts(job) == (0, 0, 6, 0, 5)
    assert await found(shop, "desk-lamp") == lamp


async def test_a_changed_row_updates_its_product_and_no_stock(shop: Any) -> None:
    await imported(shop, (HEADER + "a,Lamp,A-1,5,10.00\nb,Bulb,B-1,5,2.00\n").encode())
    job = await imported(shop, (HEADER + "a,Lamp,A-1,9,12.00\nb,Bulb,B-1,9,2.00\n").encode())
    assert counts(job) == (0, 1, 1, 0, 0)
    lamp = await found(shop, "a")
    assert lamp["price"]["amount"] == 1200
    assert await shop.stock(lamp["variant_id"]) == (5, 0)


async def test_inventory_set_counts_known_variants_as_adjustments(shop: Any) -> None:
    await imported(shop, (HEADER + "a,Lamp,A-1,5,10.00\n").encode())
    lamp = await found(shop, "a")
    job = await imported(shop, (HEADER + "a,Lamp,A-1,9,10.00\n").encode(), inventory="set")
    assert counts(job) == (0, 0, 1, 1, 0)
    assert await shop.stock(lamp["variant_id"]) == (9, 0)
    assert [entry["kind"] for entry in await shop.ledger(lamp["variant_id"])] == ["adjustment", "initial"]


async def test_the_export_comes_back_unchanged(shop: Any) -> None:
    await imported(shop, LAMPS.read_bytes())
    named = [{"name": {"en": "Ratio", "zh": "比例"}, "value": {"en": "16:10 ; wide", "zh": "宽"}}]
    texts = {"en": "@home <lamp>", "zh": "家用灯"}
    await shop.product(title=texts, description=texts, attributes=named, tags=["-5", "x"])
    answer = await shop.get("/api/v1/exports/products.csv", shop.staff)
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 8
    assert list(rows[0])[:5] == ["Handle", "Title", "Body (HTML)", "Vendor", "Type"]
    assert next(row for row in rows if row["Handle"] == "bulb")["Title"] == "'=SUM(A1) LED bulb 9 W"
    job = await imported(shop, answer.content)
    assert counts(job) == (0, 0, 7, 0, 0)
    assert (await shop.get("/api/v1/exports/products.csv", shop.staff)).content == answer.content


async def test_a_tax_class_is_taken_kept_and_given_back(shop: Any) -> None:
    header = HEADER.strip() + ",Variant Tax Class\n"
    job = await imported(
        shop, (header + "a,Book,A-1,5,10.00,Reduced\nb,Bulb,B-1,5,2.00,\nc,X,C-1,1,1.00,no class\n").encode()
    )
    assert [(row["line"], row["column"]) for row in job["rejected_rows"]] == [(4, "Variant Tax Class")]
    exported = (await shop.get("/api/v1/exports/products.csv", shop.staff)).text
    classes = {row["Handle"]: row["Variant Tax Class"] for row in csv.DictReader(io.StringIO(exported))}
    assert classes == {"a": "reduced", "b": ""}
    await imported(shop, (HEADER + "a,Book,A-1,5,12.00\n").encode())
    book = await found(shop, "a")
    assert [(one["price"]["amount"], one["tax_class"]) for one in book["variants"]] == [(1200, "reduced")]


async def test_a_file_in_one_language_keeps_the_other(shop: Any) -> None:
    made = await shop.product(title={"en": "Lamp", "zh": "灯"}, handle="lamp")
    sku = made["variants"][0]["sku"]
    job = await imported(shop, (HEADER + f"lamp,Bright lamp,{sku},1,49.00\n").encode())
    assert counts(job) == (0, 1, 0, 0, 0)
    assert (await shop.get(f"/api/v1/products/{made['id']}", lang="zh")).json()["title"] == "灯"
    assert (await shop.get(f"/api/v1/products/{made['id']}")).json()["title"] == "Bright lamp"


async def test_a_sku_of_another_product_is_refused(shop: Any) -> None:
    await imported(shop, (HEADER + "a,Lamp,A-1,5,10.00\n").encode())
    job = await imported(shop, (HEADER + "b,Bulb,A-1,5,2.00\nc,Cable,C-1,1,1.00\n").encode())
    assert counts(job) == (1, 0, 0, 0, 1)
    assert job["rejected_rows"][0] == {
        "line": 2,
        "column": "Variant SKU",
        "reason": "A-1 belongs to another product",
        "value": "b",
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "wrong_encoding"),
        (HEADER.encode() + "a,Caf\xe9,1,1,1.00\n".encode("latin-1"), "wrong_encoding"),
        ("Handle,Title\n".encode("utf-16"), "wrong_encoding"),
        (b"Handle,Title,Variant SKU\na,b,c\n", "missing_column"),
        (b"hello there\n", "missing_column"),
        (HEADER.encode() + b'a,"b,1,1,1.00\n', "not_csv"),
        (HEADER.encode() + b"a\x00,b,1,1,1.00\n", "not_csv"),
        (gzip.compress(HEADER.encode() + b"a,b,1,1,1.00\n" * 999)[:-8], "truncated_file"),
        (gzip.compress(b"\x00" * 50_000_000), "not_csv"),
        (gzip.compress((HEADER + "a,b,1,1,1.00\n" * 5_000_000).encode()), "file_too_large"),
    ],
)
async def test_a_broken_file_gets_one_error_and_changes_nothing(shop: Any, content: bytes, code: str) -> None:
    job = await imported(shop, content)
    assert job["status"] == "failed"
    assert job["error"]["code"] == code
    assert (await shop.get("/api/v1/products")).json()["items"] == []


async def test_only_staff_and_services_import(shop: Any) -> None:
    for headers, status in ((None, 401), (shop.shopper, 403)):
        answer = await shop.client.post("/api/v1/imports", files={"file": ("x", b"x")}, headers=headers)
        assert answer.status_code == status
    assert (await shop.get("/api/v1/imports", shop.shopper)).status_code == 403
    assert (await shop.get("/api/v1/exports/products.csv", shop.shopper)).status_code == 403
    assert (await shop.get("/api/v1/imports/imp_none", shop.staff)).status_code == 404


async def test_an_upload_without_a_file_is_refused(shop: Any) -> None:
    empty = await shop.client.post("/api/v1/imports", files={"file": ("x.csv", b"")}, headers=shop.staff)
    assert (empty.status_code, empty.json()["code"]) == (422, "not_csv")
    other = await shop.client.post("/api/v1/imports", files={"other": ("x.csv", b"x")}, headers=shop.staff)
    assert other.status_code == 422
    wrong = await shop.client.post(
        "/api/v1/imports", files={"file": ("x.csv", b"x")}, data={"inventory": "all"}, headers=shop.staff
    )
    assert wrong.status_code == 422


async def test_a_killed_job_goes_on_where_it_stopped(shop: Any) -> None:
    """The worker is stopped after its first piece, as a crash would; a fresh one takes the job up."""
    worker = shop.room.import_worker
    write, written, killed = worker._write, 0, asyncio.Event()

    async def write_once(job: Any, piece: Any) -> None:
        nonlocal written
        if written:
            killed.set()
            raise RuntimeError("killed")
        written += 1
        await write(job, piece)

    worker._write = write_once
    text = HEADER + "".join(f"p{n},Product {n},SKU-{n},1,1.00\n" for n in range(150)) + "bad,,BAD,1,1.00\n"
    answer = await shop.client.post("/api/v1/imports", files={"file": ("f.csv", text.encode())}, headers=shop.staff)
    job_id = answer.json()["id"]
    async with asyncio.timeout(60):
        await killed.wait()
    job = (await shop.get(f"/api/v1/imports/{job_id}", shop.staff)).json()
    assert (job["status"], job["products_done"]) == (RUNNING, 100)
    worker._write = write
    worker._fresh = True
    shop.clock.advance(120)
    shop.room.new_import.set()
    job = await ended(shop, job_id)
    assert counts(job) == (150, 0, 0, 0, 1)
    assert job["attempts"] == 2


async def test_jobs_are_listed_and_rejected_rows_can_be_downloaded(shop: Any) -> None:
    job = await imported(shop, LAMPS.read_bytes())
    listed = (await shop.get("/api/v1/imports", shop.staff)).json()
    assert [one["id"] for one in listed["items"]] == [job["id"]]
    page = (await shop.get(f"/api/v1/imports/{job['id']}/rejected", shop.staff, limit=2)).json()
    assert [row["line"] for row in page["items"]] == [9, 10]
    rest = await shop.get(f"/api/v1/imports/{job['id']}/rejected", shop.staff, cursor=page["next_cursor"])
    assert [row["line"] for row in rest.json()["items"]] == [11, 12, 13]
    file = await shop.get(f"/api/v1/imports/{job['id']}/rejected.csv", shop.staff)
    assert [row["line"] for row in csv.DictReader(io.StringIO(file.text))] == ["9", "10", "11", "12", "13"]


async def test_prices_in_other_currencies_are_taken_kept_and_given_back(shop: Any) -> None:
    header = HEADER.replace("Variant Price", "Variant Price,Variant Price (USD),Variant Price (JPY)")
    rows = "a,Lamp,A-1,1,49.00,54.00,8000\na,,A-2,1,39.00,,7000\nb,Shade,B-1,1,19.00,20.00,10.5\n"
    job = await imported(shop, (header + rows).encode())
    assert counts(job) == (1, 0, 0, 0, 1)
    (refused,) = job["rejected_rows"]
    assert (refused["column"], refused["reason"]) == ("Variant Price (JPY)", "more decimals than JPY has")

    async def prices() -> list[list[tuple[str, int]]]:
        variants = (await found(shop, "a"))["variants"]
        return [[(each["currency"], each["amount"]) for each in one["prices"]] for one in variants]

    first = [[("EUR", 4900), ("USD", 5400), ("JPY", 8000)], [("EUR", 3900), ("JPY", 7000)]]
    assert await prices() == first
    await imported(shop, (HEADER + "a,Lamp,A-1,1,48.00\na,,A-2,1,39.00\n").encode())
    assert await prices() == [[("EUR", 4800), *first[0][1:]], first[1]]  # a file without the columns keeps them
    exported = await shop.client.get("/api/v1/exports/products.csv", headers=shop.staff)
    assert [row["Variant Price (USD)"] for row in csv.DictReader(io.StringIO(exported.text))] == ["54.00", ""]
    assert counts(await imported(shop, exported.content)) == (0, 0, 1, 0, 0)
    emptied = (HEADER.replace("Variant Price", "Variant Price,Variant Price (JPY)") + "a,Lamp,A-1,1,48.00,\n").encode()
    await imported(shop, emptied)
    assert (await prices())[0] == [("EUR", 4800)]
