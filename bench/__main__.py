"""`make bench`: what the suite does on this machine, beside bare ASGI answering the same bytes in the same run.

make bench                                    20,000 generated products
make bench ARGS="--catalogue products.csv.gz --queries ratings.csv"
"""

import argparse
import csv
import tempfile
from pathlib import Path

from bench import catalogue, measures, report
from bench.suite import Suite

REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "electronics"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--catalogue", type=Path, help="a merchant's CSV export, plain or gzip")
    parser.add_argument("--queries", type=Path, help="a CSV with a column `query`")
    parser.add_argument("--seconds", type=float, default=3.0, help="length of one run (default 3)")
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


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="shopkeeper-bench-") as name:
        folder = Path(name)
        file, described = chosen_catalogue(options.catalogue, folder)
        queries = chosen_queries(options.queries, "generated" not in described)
        report.say(f"Measuring with {described}, {len(queries)} queries, SQLite, default settings.")
        suite = Suite(folder / "data")
        try:
            rows = measures.all_rows(suite, file, queries, options.seconds, set(filter(None, options.rows.split(","))))
            report.print_table(rows)
        finally:
            suite.stop()


if __name__ == "__main__":
    main()
