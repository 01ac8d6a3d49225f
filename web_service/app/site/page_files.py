"""Which files of the build a page is made of, so that a browser can fetch them at once and not one after the other."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

MANIFEST = "manifest.json"  # written by the bundler
_ENTRY = "index.html"
_PAGES = (
    (re.compile(r"/"), "src/storefront/home/HomePage.vue"),
    (re.compile(r"/(?:products|search|categories/[^/]+)"), "src/storefront/catalogue/ListingPage.vue"),
    (re.compile(r"/products/[^/]+"), "src/storefront/product/ProductPage.vue"),
)


def page_files(site: Path) -> "PageFiles":
    """Of the build as it is now; an app without a manifest finds its files by itself, only later."""
    manifest = site / MANIFEST
    return _read(manifest, manifest.stat().st_mtime_ns) if manifest.is_file() else PageFiles({})


@lru_cache(maxsize=1)
def _read(manifest: Path, written: int) -> "PageFiles":
    return PageFiles(orjson.loads(manifest.read_bytes()))


class PageFiles:
    def __init__(self, chunks: dict[str, Any]) -> None:
        self._chunks = chunks
        self._at_entry = set(self._files(_ENTRY))

    def links(self, path: str, language: str) -> str:
        """What the head of the page at this path needs beside what index.html names itself."""
        page = next((source for pattern, source in _PAGES if pattern.fullmatch(path)), None)
        if page is None:
            return ""
        files = dict.fromkeys([*self._files(page), *self._files(f"src/i18n/first-{language}.ts")])
        return "".join(_link(file) for file in files if file not in self._at_entry)

    def _files(self, key: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        """Scripts and styles of a chunk and of all it imports."""
        chunk = self._chunks.get(key)
        if chunk is None or key in seen:
            return
        yield chunk["file"]
        yield from chunk.get("css", ())
        for imported in chunk.get("imports", ()):
            yield from self._files(imported, seen | {key})


def _link(file: str) -> str:
    relation = "stylesheet" if file.endswith(".css") else "modulepreload"
    return f'<link rel="{relation}" crossorigin href="/{file}">'
