"""Which files a page names in its head."""

from pathlib import Path

import orjson
import pytest

from web_service.app.site.page_files import MANIFEST, PageFiles, page_files

LISTING = "src/storefront/catalogue/ListingPage.vue"
CHUNKS = {
    "index.html": {"file": "assets/index.js", "css": ["assets/index.css"], "imports": ["_shop.js"]},
    "_shop.js": {"file": "assets/shop.js"},
    "_grid.js": {"file": "assets/grid.js", "css": ["assets/grid.css"], "imports": ["_shop.js", "_card.js"]},
    "_card.js": {"file": "assets/card.js", "imports": ["_grid.js"]},  # bundlers do make circles
    LISTING: {"file": "assets/listing.js", "imports": ["_grid.js", "index.html"]},
    "src/i18n/first-zh.ts": {"file": "assets/first-zh.js"},
}


def hrefs(links: str) -> list[str]:
    return [part.split('"')[0] for part in links.split('href="')[1:]]


@pytest.mark.parametrize("path", ["/products", "/search", "/categories/monitors"])
def test_a_page_names_what_it_is_made_of_but_what_every_page_names_already(path: str) -> None:
    links = PageFiles(CHUNKS).links(path, "zh")
    expected = ["/assets/listing.js", "/assets/grid.js", "/assets/grid.css", "/assets/card.js", "/assets/first-zh.js"]
    assert hrefs(links) == expected
    assert '<link rel="stylesheet" crossorigin href="/assets/grid.css">' in links
    assert '<link rel="modulepreload" crossorigin href="/assets/card.js">' in links


def test_other_pages_find_their_files_themselves() -> None:
    files = PageFiles(CHUNKS)
    assert files.links("/admin/products", "en") == ""
    assert files.links("/categories/a/b", "en") == ""


def test_a_new_build_is_noticed_and_an_old_one_without_a_manifest_does(tmp_path: Path) -> None:
    assert page_files(tmp_path).links("/products", "zh") == ""
    (tmp_path / MANIFEST).write_bytes(orjson.dumps(CHUNKS))
    assert "/assets/listing.js" in page_files(tmp_path).links("/products", "zh")
    (tmp_path / MANIFEST).write_bytes(orjson.dumps(CHUNKS | {LISTING: {"file": "assets/other.js"}}))
    assert hrefs(page_files(tmp_path).links("/products", "en")) == ["/assets/other.js"]
