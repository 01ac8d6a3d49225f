"""`make bench`: what the suite does on this machine, beside bare ASGI answering the same bytes in the same run.

make bench                                    20,000 generated products
make bench ARGS="--catalogue products.csv.gz --queries ratings.csv"
make bench ARGS="--rows purchase --database-url postgresql://postgres@127.0.0.1/bench"
make bench ARGS="--rows overload"         ten times as many purchases as can be done; on a quiet machine
make bench ARGS="--rows pages"            first loads of pages in Chromium, with the demo catalogue
"""

import argparse
import csv
import tempfile
from pathlib import Path

from bench import catalogue, measures, pages, report
from bench.suite import Suite

REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "electronics"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--catalogue", type=Path, help="a merchant's CSV export, plain or gzip")
    parser.add_argument("--queries", type=Path, help="a CSV with a column `query`")
    parser.add_argument("--seconds", type=float, default=3.0, help="length of one run (default 3)")
    parser.add_argument("--database-url", help="an empty database on a server, which every start finds as it was left")
    parser.add_argument("--orders", type=int, default=100_000, help="past orders in the shop (default 100,000)")
    parser.add_argument("--rows", default="", help="only these rows, by name, separated by commas")
    return parser.parse_args()


def chosen_catalogue(named: Path | None, folder: Path) -> tuple[Path, str]:
    """The file to import and what to call it."""
    if named is None and (REAL / "products.csv.gz").exists():
        named = REAL / "products.csv.gz"
    if named is not None:
        return named, f"the catalogue {named.name}"
    return catalogue.generate(
        folder / "generated.csv"
    ), f"{catalogue.COUNT:,} generated products (no catalogue was named)"


def chosen_queries(named: Path | None, real_catalogue: bool) -> list[str]:
    if named is None and real_catalogue and (REAL / "ratings_dev.csv").exists():
        named = REAL / "ratings_dev.csv"
    if named is None:
        return catalogue.queries()
    with named.open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(row["query"] for row in csv.DictReader(file)))


def service_rows(options: argparse.Namespace, folder: Path, only: set[str]) -> list[report.Row]:
    file, described = chosen_catalogue(options.catalogue, folder)
    queries = chosen_queries(options.queries, "generated" not in described)
    file = catalogue.well_stocked(file, folder / "catalogue.csv")
    suite = Suite(folder / "data", options.database_url)
    report.say(f"Measuring with {described}, {len(queries)} queries, {suite.database}, default settings.")
    try:
        return measures.all_rows(suite, file, queries, options.seconds, only, options.orders)
    finally:
        suite.stop()


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="shopkeeper-bench-") as name:
        folder = Path(name)
        only = set(filter(None, options.rows.split(",")))
        if only != {"pages"}:
            report.print_table(service_rows(options, folder, only))
        if not only or "pages" in only:
            report.print_table(pages.page_rows(folder / "pages", report.say))


if __name__ == "__main__":
    main()
