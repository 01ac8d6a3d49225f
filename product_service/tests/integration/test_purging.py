"""What nobody needs any more is removed, and nothing else."""

from product_service.tests.conftest import Shop
from product_service.tests.integration.test_imports import imported

DAY = 86_400
CSV = b"Handle,Title,Variant SKU,Variant Price\nlamp,Lamp,L-1,9.90\n"


async def _file(shop: Shop, url: str) -> int:
    return (await shop.client.get(url)).status_code


async def test_images_go_a_month_after_nothing_shows_them(shop: Shop) -> None:
    product = (await shop.product())["id"]
    path = f"/api/v1/products/{product}/media"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    image = (await shop.client.post(path, files={"file": ("a.svg", svg)}, headers=shop.staff)).json()
    unused = shop.room.unused_images
    shop.clock.advance(60 * DAY)
    assert (await unused.purge(), await _file(shop, image["url"])) == (0, 200)
    await shop.client.delete(f"{path}/{image['id']}", headers=shop.staff)
    assert (await unused.purge(), await _file(shop, image["url"])) == (0, 200)
    shop.clock.advance(29 * DAY)
    assert await unused.purge() == 0
    again = (await shop.client.post(path, files={"file": ("a.svg", svg)}, headers=shop.staff)).json()
    assert await unused.purge() == 0
    await shop.client.delete(f"{path}/{again['id']}", headers=shop.staff)
    shop.clock.advance(2 * DAY)
    assert (await unused.purge(), await _file(shop, image["url"])) == (0, 200)
    shop.clock.advance(31 * DAY)
    assert (await unused.purge(), await _file(shop, image["url"])) == (1, 404)
    assert await unused.purge() == 0


async def test_uploads_go_a_day_after_they_were_worked_off(shop: Shop) -> None:
    job = await imported(shop, CSV)
    path = f"/api/v1/imports/{job['id']}"
    assert await shop.room.imports.purge() == 0
    shop.clock.advance(2 * DAY)
    assert await shop.room.imports.purge() == 1
    assert await shop.room.imports.purge() == 0
    assert (await shop.get(path, shop.staff)).json()["status"] == "done"
