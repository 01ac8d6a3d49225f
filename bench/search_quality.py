"""How good the answers are: NDCG@10 of search over human ratings, as typed and with one typo in every query.

.venv/bin/python -m bench.search_quality [--catalogue products.csv.gz] [--ratings ratings.csv] [--database postgres]
"""

import argparse
import asyncio
import csv
import importlib
import math
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from common.clock import utc_now
from common.config import load_settings
from common.database import Database, use_tenant
from product_service.app.base import Base
from product_service.app.imports.catalogue_file import CatalogueFile, Gathered
from product_service.app.products.bulk import pairs
from product_service.app.search.documents import ProductDocument
from product_service.app.search.index import SearchIndex
from product_service.app.search.service import SearchRequest, SearchService
from product_service.app.settings import ProductSettings
from tests.support.databases import throw_away_database

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "electronics"
Ratings = dict[str, dict[str, int]]  # query -> product -> 0 to 3


def main() -> int:
    options = _arguments()
    for path in (options.catalogue, options.ratings):
        if not path.exists():
            print(f"Skipped: there is no {path}; name files with --catalogue and --ratings.")
            return 0
    with throw_away_database(options.database) as database, tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(options, database.url, Path(folder)))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.search_quality", description=__doc__)
    parser.add_argument("--catalogue", type=Path, default=DATA / "products.csv.gz")
    parser.add_argument("--ratings", type=Path, default=DATA / "ratings_dev.csv", help="columns query, sku, rating")
    parser.add_argument("--database", choices=("sqlite", "postgres", "mysql"), default="sqlite")
    return parser.parse_args()


async def _measure(options: argparse.Namespace, url: str | None, folder: Path) -> None:
    importlib.import_module("product_service.app.factory")  # registers every table
    settings = load_settings(ProductSettings, env="test", data_dir=folder, database_url=url)
    database = Database(settings, Base.metadata)
    await database.start()
    try:
        with use_tenant("default"):
            index = SearchIndex(_nothing_to_read, database.dialect)
            count = await _fill(database, index, options.catalogue)
            ratings = _ratings(options.ratings)
            service = SearchService(database, index)
            print(f"{options.database}: {count} products, {len(ratings)} queries that somebody rated above 0")
            await service.search(SearchRequest("wireles mose"))  # learns the vocabulary
            print("| queries | NDCG@10 | p50 ms | p95 ms |\n|---|---|---|---|")
            for label, spell in (("as typed", str), ("one typo each", _with_typo)):
                print(await _row(service, ratings, label, spell))
    finally:
        await database.stop()


async def _nothing_to_read(*_: object) -> list[ProductDocument]:
    return []


async def _fill(database: Database, index: SearchIndex, path: Path) -> int:
    file = CatalogueFile(path, "EUR", "en")
    products = file.products(file.check().names)
    count = 0
    while piece := list(islice(products, 200)):
        async with database.unit_of_work() as session:
            await index.write(session, [_document(one) for one in piece], new=True)
        count += len(piece)
    return count


def _document(one: Gathered) -> ProductDocument:
    record = one.record
    return ProductDocument(
        product_id=record.variants[0].sku,
        title=record.title,
        price=record.variants[0].price,
        created_at=utc_now(),
        description=record.description,
        vendor=record.vendor,
        category=record.category,
        category_name=record.category_name,
        tags=record.tags,
        attributes=pairs(record.attributes),
        skus=[variant.sku for variant in record.variants],
    )


def _ratings(path: Path) -> Ratings:
    """Queries without any good product are left out: no order of theirs is better than another."""
    found: Ratings = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["query"]][row["sku"]] = int(row["rating"])
    return {query: rated for query, rated in found.items() if any(rated.values())}


async def _row(service: SearchService, ratings: Ratings, label: str, spell: Callable[[str], str]) -> str:
    scores, times = [], []
    for query, rated in ratings.items():
        started = time.perf_counter()
        page = await service.search(SearchRequest(spell(query), limit=20))
        times.append((time.perf_counter() - started) * 1000)
        scores.append(ndcg([rated.get(product_id, 0) for product_id in page.product_ids[:10]], list(rated.values())))
    times.sort()
    median, late = statistics.median(times), times[int(len(times) * 0.95)]
    return f"| {label} | {statistics.fmean(scores):.3f} | {median:.1f} | {late:.1f} |"


def ndcg(shown: list[int], all_ratings: list[int]) -> float:
    """Normalised discounted cumulative gain with gain 2^rating - 1 (Järvelin and Kekäläinen 2002, Burges 2005)."""

    def gain(ratings: list[int]) -> float:
        return sum((2**rating - 1) / math.log2(place + 2) for place, rating in enumerate(ratings[:10]))

    return gain(shown) / gain(sorted(all_ratings, reverse=True))


def _with_typo(query: str) -> str:
    """One letter dropped, added, replaced or swapped in one word of four letters or more; the same in every run."""
    chance = random.Random(query)
    words = query.split()
    long = [place for place, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if not long:
        return query
    place = chance.choice(long)
    word, at, letter = words[place], chance.randrange(1, len(words[place])), chance.choice("abcdefghijklmnopqrstuvwxyz")
    swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    words[place] = chance.choice(
        [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :], swapped]
    )
    return " ".join(words)


if __name__ == "__main__":
    sys.exit(main())
