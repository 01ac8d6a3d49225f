"""`make import-shop DIR=folder`: hands a whole shop to the running suite, or starts one. Twice is as good as once.

Exit codes: 0 all of it is there, 1 something was refused (it is listed), 2 no suite to talk to, or a broken folder.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import httpx
import orjson
from tqdm import tqdm

from common.config import Settings, load_settings
from common.running_suite import NoSuite, complain, refusal, running_suite, say, token_of_the_suite
from order_service.app.settings import OrderSettings
from scripts.import_shop.conversion import Conversion
from scripts.import_shop.folder import BrokenFolder, Shop, read

CLIENT = "shop_import"  # how this command signs in
ALL_THERE, SOME_REFUSED = 0, 1
SERVICES = ("user_service", "product_service", "order_service")
MOST_ITEMS, MOST_BYTES, SHOWN = 100, 400_000, 20
Json = dict[str, Any]


class Refused(Exception):
    """The suite did not take a batch at all."""


def main() -> int:
    options = _arguments()
    try:
        shop = read(options.folder)
    except BrokenFolder as error:
        return complain(f"Nothing was imported.\n{error}")
    settings = load_settings(OrderSettings)
    try:
        with running_suite(settings, SERVICES, "import.log"), httpx.Client(timeout=httpx.Timeout(30, read=300)) as http:
            return _import(http, settings, shop, options)
    except (NoSuite, Refused) as error:
        return complain(str(error))
    except httpx.TransportError as error:
        return complain(f"The suite stopped answering ({error}); what was imported stays, run this again.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make import-shop", description=__doc__)
    parser.add_argument("folder", type=Path, help="with users.json, products.json and orders.json")
    parser.add_argument("--currency", default="USD", type=currency_code, help="of all amounts in the files (USD)")
    parser.add_argument("--stock", default=100, type=int, help="pieces on the shelf of what is available (100)")
    parser.add_argument("--tenant", default="default", help="the shop to import into")
    return parser.parse_args()


def currency_code(text: str) -> str:
    if len(text) != 3 or not text.isalpha() or not text.isascii():
        raise argparse.ArgumentTypeError("three letters are needed, as USD")
    return text.upper()


def _import(http: httpx.Client, settings: Settings, shop: Shop, options: argparse.Namespace) -> int:
    http.headers["Authorization"] = f"Bearer {token_of_the_suite(http, settings, CLIENT)}"
    http.headers["X-Tenant"] = options.tenant
    convert = Conversion(options.currency, options.stock)
    kinds = (
        ("products", settings.product_service_url, convert.products(shop), len(shop.products)),
        ("customers", settings.user_service_url, convert.users(shop), len(shop.users)),
        ("orders", settings.order_service_url, convert.orders(shop), len(shop.orders)),
    )
    paths = {"products": "products", "customers": "users", "orders": "orders"}
    lines, rejected = [], 0
    with tqdm(total=sum(kind[3] for kind in kinds), unit=" records", desc="Importing", dynamic_ncols=True) as bar:
        for name, url, items, _ in kinds:
            created, unchanged, refusals = send(http, f"{url}/api/v1/{paths[name]}/imports", items, bar)
            lines.append(f"{created} {name} created, {unchanged} unchanged, {len(refusals)} refused.")
            lines += [f"  {each['id']}: {each['detail']} ({each['code']})" for each in refusals[:SHOWN]]
            rejected += len(refusals)
    for line in lines:
        say(line)
    if settings.default_currency != options.currency:
        say(
            f"The shop sells in {settings.default_currency}, these products are in {options.currency}: set "
            f"DEFAULT_CURRENCY={options.currency} before a shop's first start, or add shipping methods in it."
        )
    return SOME_REFUSED if rejected else ALL_THERE


def send(http: httpx.Client, url: str, items: Iterable[Json], bar: Any) -> tuple[int, int, list[Json]]:
    """(created, unchanged, rejected)"""
    created, unchanged, rejected = 0, 0, []
    for batch in _batches(items):
        answer = http.post(url, json={"items": batch})
        if answer.status_code != httpx.codes.OK:
            raise Refused(f"{url} refused a batch ({refusal(answer)}); what was imported stays, run this again.")
        report = answer.json()
        created, unchanged = created + report["created"], unchanged + report["unchanged"]
        rejected += report["rejected"]
        bar.update(len(batch))
    return created, unchanged, rejected


def _batches(items: Iterable[Json]) -> Iterator[list[Json]]:
    """As many as a request may hold."""
    batch: list[Json] = []
    size = 0
    for item in items:
        length = len(orjson.dumps(item))
        if batch and (len(batch) == MOST_ITEMS or size + length > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += length
    if batch:
        yield batch


if __name__ == "__main__":
    sys.exit(main())
