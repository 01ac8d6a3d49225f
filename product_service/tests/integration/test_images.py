"""Images: told by their bytes, kept by their content, served for ever."""

import asyncio
import struct
from io import BytesIO
from pathlib import Path

import pytest
from httpx import Response
from PIL import Image

from product_service.app.media import scaling
from product_service.app.media.scaling import Scaler
from product_service.tests.conftest import Json, Shop

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SVG = b"<?xml version='1.0'?>\n<!-- a lamp -->\n<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
IMAGES = {
    "image/png": PNG,
    "image/jpeg": b"\xff\xd8\xff\xe0" + b"\0" * 20,
    "image/gif": b"GIF89a" + b"\0" * 20,
    "image/webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "image/avif": b"\0\0\0\x20ftypavif" + b"\0" * 20,
    "image/svg+xml": SVG,
}


async def _upload(shop: Shop, product: Json, content: bytes, **form: str) -> Response:
    files = {"file": ("picture.txt", content, "text/plain")}
    path = f"/api/v1/products/{product['id']}/media"
    return await shop.client.post(path, files=files, data=form, headers=shop.staff)


@pytest.mark.parametrize("kind", IMAGES)
async def test_an_image_is_served_as_what_it_is(shop: Shop, kind: str) -> None:
    product = await shop.product()
    added = await _upload(shop, product, IMAGES[kind], alt_en="A lamp", alt_zh="灯")
    assert added.status_code == 201, added.text
    assert (added.json()["alt"], added.json()["position"]) == ({"en": "A lamp", "zh": "灯"}, 0)
    served = await shop.get(added.json()["url"])
    assert (served.status_code, served.content, served.headers["content-type"]) == (200, IMAGES[kind], kind)
    assert served.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert served.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in served.headers["content-security-policy"]
    assert "sandbox" in served.headers["content-security-policy"]
    again = await shop.get(added.json()["url"], {"If-None-Match": served.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    shown = (await shop.get(f"/api/v1/products/{product['id']}", lang="zh")).json()
    assert shown["image"] == added.json()["url"]
    assert shown["media"] == [{"id": added.json()["id"], "url": shown["image"], "alt": "灯", "position": 0}]


async def test_a_photograph_comes_in_the_width_it_is_shown_in(shop: Shop) -> None:
    photograph, small = _photograph(1000, 500), _photograph(150, 150)
    large, little, vector = [
        (await _upload(shop, await shop.product(), content)).json()["url"] for content in (photograph, small, SVG)
    ]
    served = await shop.get(large, width="400")
    assert (served.status_code, served.headers["content-type"]) == (200, "image/webp")
    assert Image.open(BytesIO(served.content)).size == (400, 200)
    assert len(served.content) < len(photograph)
    again = await shop.get(large, {"If-None-Match": served.headers["etag"]}, width="400")
    assert (again.status_code, again.content) == (304, b"")
    assert (await shop.get(large)).content == photograph
    assert (await shop.get(little, width="400")).content == small  # never made larger
    assert (await shop.get(vector, width="400")).content == SVG
    assert (await shop.get(large, width="401")).status_code == 422


@pytest.mark.parametrize(("size", "drawn"), [((500, 1000), (400, 200)), ((1000, 300), None)])
async def test_how_wide_a_photograph_is_counts_after_it_was_turned(
    shop: Shop, size: tuple[int, int], drawn: tuple[int, int] | None
) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    photograph = _photograph(*size, exif=turned.tobytes())
    url = (await _upload(shop, await shop.product(), photograph)).json()["url"]
    served = (await shop.get(url, width="400")).content
    assert served == photograph if drawn is None else Image.open(BytesIO(served)).size == drawn


async def test_a_photograph_with_senseless_notes_is_shown_as_it_is(shop: Shop) -> None:
    """It lies on its side, and says when it was taken by a fraction: Pillow stumbles with an AttributeError."""
    notes = struct.pack("<HHHII", 2, 0x0112, 3, 1, 6) + struct.pack("<HHIII", 0x0132, 11, 1, 8, 0)
    photograph = _photograph(500, 1000, exif=b"Exif\0\0II*\0\x08\0\0\0" + notes)
    url = (await _upload(shop, await shop.product(), photograph)).json()["url"]
    served = await shop.get(url, width="400")
    assert (served.status_code, served.content) == (200, photograph)


async def test_a_crowd_gets_originals_that_nobody_keeps(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    photograph, scaler = _photograph(1000, 500), Scaler()
    asked = [scaler.scaled(f"default/{n}.jpg", photograph, 200) for n in range(20)]
    given = await asyncio.gather(*asked, return_exceptions=True)
    assert [isinstance(one, bytes) for one in given] == [True] * (1 + scaling.MOST_WAITING) + [False] * 11
    url = (await _upload(shop, await shop.product(), photograph)).json()["url"]
    with monkeypatch.context() as crowd:
        crowd.setattr(scaling, "MOST_WAITING", -1)
        served = await shop.get(url, width="400")
    assert (served.content, served.headers["cache-control"]) == (photograph, "no-store")
    assert "etag" not in served.headers
    assert (await shop.get(url, width="400")).headers["content-type"] == "image/webp"


def _photograph(width: int, height: int, exif: bytes = b"") -> bytes:
    into = BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(into, "JPEG", quality=95, exif=exif)
    return into.getvalue()


async def test_images_have_an_order_and_can_be_removed(shop: Shop) -> None:
    product = await shop.product()
    first = (await _upload(shop, product, IMAGES["image/png"])).json()
    second = (await _upload(shop, product, IMAGES["image/gif"])).json()
    path = f"/api/v1/products/{product['id']}"
    listed = (await shop.get(f"{path}/media")).json()
    assert [one["id"] for one in listed["items"]] == [first["id"], second["id"]]
    assert (await shop.get(path)).json()["media"] == listed["items"]
    assert (await shop.client.delete(f"{path}/media/{first['id']}", headers=shop.staff)).status_code == 204
    assert (await shop.get(path)).json()["image"] == second["url"]
    assert (await shop.client.delete(f"{path}/media/{first['id']}", headers=shop.staff)).status_code == 404
    await shop.client.delete(f"{path}/media/{second['id']}", headers=shop.staff)
    assert ((await shop.get(path)).json()["image"], (await shop.get(path)).json()["media"]) == (None, [])


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 415, "not_an_image"),
        (b"plain text", 415, "not_an_image"),
        (b"<html><svg></svg></html>", 415, "not_an_image"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', 415, "not_an_image"),
        (b"%PDF-1.7", 415, "not_an_image"),
        (PNG + b"\0" * 5_000_000, 413, "image_too_large"),
        (PNG + b"\0" * 6_000_000, 413, "payload_too_large"),
    ],
    ids=["empty", "text", "html", "entities", "pdf", "large", "larger"],
)
async def test_refuses_what_is_no_image(shop: Shop, content: bytes, status: int, code: str) -> None:
    product = await shop.product()
    answer = await _upload(shop, product, content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await shop.get(f"/api/v1/products/{product['id']}")).json()["media"] == []


async def test_refuses_a_form_without_a_file(shop: Shop) -> None:
    product = await shop.product()
    path = f"/api/v1/products/{product['id']}/media"
    for sent in ({"data": {"file": "text"}}, {"json": {"file": 1}}, {"content": b"raw"}):
        answer = await shop.client.post(path, headers=shop.staff, **sent)  # type: ignore[arg-type]
        assert answer.status_code in (400, 422), answer.text
        assert answer.headers["content-type"] == "application/problem+json"


async def test_only_staff_adds_images(shop: Shop) -> None:
    product = await shop.product()
    path = f"/api/v1/products/{product['id']}/media"
    answer = await shop.client.post(path, files={"file": ("a.png", PNG)}, headers=shop.shopper)
    assert answer.status_code == 403
    other = shop.issuer.bearer("usr_other", roles=("owner",), permissions=("*",), tenant="other")
    answer = await shop.client.post(path, files={"file": ("a.png", PNG)}, headers=other)
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/media/default/../../product.db",
        "/media/default/..%2f..%2fproduct.db",
        "/media/%2e%2e/product.db",
        "/media/../product.db",
        "/media/default/" + "0" * 40 + ".png",
        "/media/default/product.db",
        "/media/imports/" + "0" * 40 + ".svg",
        "/media/default/%00.png",
    ],
)
async def test_no_path_leads_out_of_the_store(shop: Shop, tmp_path: Path, path: str) -> None:
    answer = await shop.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
