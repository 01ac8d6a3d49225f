"""Catalogue files come in, over HTTP and by the command: sound rows land once, broken files change nothing."""

import asyncio
import gzip
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from common.config import ROOT
from tests.support.open_shop import Json, OpenShop, Staff, soon
from tests.support.running_suite import RunningSuite

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]
OWN = ROOT / "examples" / "catalogue.csv"
REAL = ROOT.parent / "shared" / "data" / "electronics" / "products.csv.gz"
HEAD = "Handle,Title,Body (HTML),Vendor,Type,Tags,Variant SKU,Variant Inventory Qty,Variant Price,Currency,Attributes\n"


def rows(count: int, mark: str, price: str = "19.90") -> bytes:
    """A file of so many products."""
    lines = (
        f"{mark}-{number},Garden chair {mark} {number},Made of oak,Werkbank,Garden,,{mark}-SKU-{number},7,{price},EUR,"
        f"Colour: Green ; Weight: {number} kg\n"
        for number in range(count)
    )
    return (HEAD + "".join(lines)).encode()


async def import_file(staff: Staff, content: bytes, inventory: str = "new", seconds: float = 60) -> Json:
    """The job at its end; a refusal at the door as it was said."""
    job = await hand_in(staff, content, inventory)
    if "id" not in job:
        return job

    async def ended() -> Any:
        now = await staff.get("product", f"/api/v1/imports/{job['id']}")
        return now["status"] in ("done", "failed") and now

    return dict(await soon(ended, seconds, "the end of the import"))


async def hand_in(staff: Staff, content: bytes, inventory: str = "new") -> Json:
    files = {"file": ("products.csv", content, "text/csv")}
    answer = await staff.call("POST", "product", "/api/v1/imports", files=files, data={"inventory": inventory})
    assert answer.status_code in {202, 413, 415, 422}, answer.text
    return dict(answer.json())


def counts(job: Json) -> tuple[int, int, int, int]:
    return job["created"], job["updated"], job["unchanged"], job["rejected"]


async def the_catalogue(staff: Staff) -> dict[str, Any]:
    return {item["id"]: item for item in await staff.every("product", "/api/v1/products")}


async def test_a_file_lands_once_and_is_found_and_sold(shop: OpenShop) -> None:
    staff = await shop.staff()
    content = OWN.read_bytes()
    assert counts(await import_file(staff, content)) == (8, 0, 0, 0)
    after = await the_catalogue(staff)
    assert counts(await import_file(staff, content)) == (0, 0, 8, 0)
    assert counts(await import_file(staff, gzip.compress(content))) == (0, 0, 8, 0)
    assert await the_catalogue(staff) == after
    found = await staff.get("product", "/api/v1/search", q="brass lamp")
    lamp = found["items"][0]
    assert lamp["title"] == "Brass desk lamp"
    assert {"Colour", "Power"} <= {facet["name"] for facet in found["facets"]}
    assert await staff.stock(lamp["variant_id"]) == (12, 0)
    await (await shop.guest()).buy(lamp["variant_id"], 2)
    await import_file(staff, content)
    assert await staff.stock(lamp["variant_id"]) == (10, 0)
    job = await import_file(staff, content, inventory="set")
    assert job["adjusted"] == 1
    assert await staff.stock(lamp["variant_id"]) == (12, 0)
    assert await staff.ledger(lamp["variant_id"]) == {"initial": 12, "sale": -2, "adjustment": 2}


async def test_rows_that_cannot_be_taken_are_listed_and_the_rest_lands(shop: OpenShop) -> None:
    staff = await shop.staff()
    bad = b"bad-1,No price,,W,,,BAD-1,1,,EUR,\nbad-2,Odd price,,W,,,BAD-2,1,cheap,EUR,\nbad-3,,,W,,,BAD-3,1,5.00,EUR,\n"
    job = await import_file(staff, rows(3, "mixed") + bad)
    assert counts(job) == (3, 0, 0, 3)
    listed = [(row["line"], row["column"]) for row in job["rejected_rows"]]
    assert listed == [(5, "Variant Price"), (6, "Variant Price"), (7, "Title")]
    assert all(row["reason"] for row in job["rejected_rows"])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"just some words without any sense",
        HEAD.replace("Variant Price,", "").encode() + b"a,b\n",
        rows(5, "latin").decode().replace("Garden", "Gärten").encode("latin-1"),
        rows(5, "utf16").decode().encode("utf-16"),
        gzip.compress(rows(500, "cut"))[:-200],
        gzip.compress(rows(500, "crc"))[:-8] + b"\0" * 8,
        gzip.compress(bytes(10_000_000), 1) * 100,
        rows(50, "half") + b'half-x,"never closed,,,,,,\n' * 3,
    ],
    ids=[
        "empty",
        "PNG",
        "words",
        "no price column",
        "latin-1",
        "utf-16",
        "cut gzip",
        "bad sum",
        "1 GB of zeros",
        "quote",
    ],
)
async def test_a_broken_file_gets_one_clear_error_and_changes_nothing(shop: OpenShop, content: bytes) -> None:
    staff = await shop.staff()
    before = await the_catalogue(staff)
    answer = await import_file(staff, content)
    if "id" in answer:
        assert answer["status"] == "failed", counts(answer)
        assert answer["error"]["detail"]
        assert counts(answer) == (0, 0, 0, 0)
    else:
        assert answer["code"]
        assert answer["detail"]
    assert await the_catalogue(staff) == before


def command(suite: RunningSuite, file: Path, *more: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "product_service.import_catalogue", str(file), *more]
    return subprocess.run(line, cwd=ROOT, env=suite.environment, capture_output=True, text=True, check=False)


async def test_the_command_hands_a_file_to_the_running_suite(shop: OpenShop, tmp_path: Path) -> None:
    file = tmp_path / "chairs.csv.gz"
    file.write_bytes(gzip.compress(rows(40, "cmd") + b"bad-1,No price,,W,,,BAD-1,1,,EUR,\n"))
    first = await asyncio.to_thread(command, shop.suite, file)
    assert (first.returncode, first.stdout.splitlines()[0][:20]) == (0, "40 products created,"), first.stderr
    assert "line 42, Variant Price" in first.stdout
    assert "Importing" in first.stderr  # the progress bar
    again = await asyncio.to_thread(command, shop.suite, file)
    assert "0 products created, 0 updated, 40 unchanged" in again.stdout
    file.write_bytes(b"nonsense")
    broken = await asyncio.to_thread(command, shop.suite, file)
    assert broken.returncode == 1
    assert len(broken.stderr.strip().splitlines()[-1]) > 20
    missing = await asyncio.to_thread(command, shop.suite, tmp_path / "none.csv")
    assert (missing.returncode, missing.stderr) == (2, f"There is no file {tmp_path / 'none.csv'}.\n")


async def test_an_import_survives_the_death_of_its_service(shop: OpenShop) -> None:
    staff = await shop.staff()
    job = await hand_in(staff, rows(4000, "death"))
    path = f"/api/v1/imports/{job['id']}"

    async def begun() -> bool:
        return bool((await staff.get("product", path))["products_done"])

    await soon(begun, 30, "the first products")
    shop.suite.processes()["product"].kill()

    async def ended() -> Any:
        now = await staff.get("product", path)
        return now["status"] in ("done", "failed") and now

    ended_job = await soon(ended, 90, "the end of the import")
    assert (ended_job["status"], ended_job["rejected"]) == ("done", 0)
    chairs = await staff.every("product", "/api/v1/products", vendor="Werkbank")
    handles = [each["handle"] for each in chairs if each["handle"].startswith("death-")]
    assert len(handles) == len(set(handles)) == 4000
    assert await staff.ledger(chairs[0]["variant_id"]) == {"initial": (await staff.stock(chairs[0]["variant_id"]))[0]}
    assert counts(await import_file(staff, rows(4000, "death"))) == (0, 0, 4000, 0)


@pytest.mark.skipif(not REAL.is_file(), reason=f"the real catalogue is not beside this checkout: {REAL}")
async def test_the_real_catalogue_comes_in_whole_and_only_once(shop: OpenShop) -> None:
    staff = await shop.staff()
    content = await asyncio.to_thread(REAL.read_bytes)
    job = await import_file(staff, content, seconds=400)
    assert (job["status"], job["created"] + job["rejected"]) == ("done", 19_406)
    assert job["rejected"] < 100
    found = await staff.get("product", "/api/v1/search", q="wireless mouse logitech", limit=10)
    assert found["total"] > 5
    again = await import_file(staff, content, seconds=400)
    assert counts(again) == (0, 0, job["created"], job["rejected"])
