"""`make import-orders DIR=folder`: brings invoices into the running suite's sales history. Twice is as good as once.

At the end the days' plain sums stand beside what the shop's report says. Exit codes: 0 all of it is there and the sums
agree, 1 something was refused or they differ, 2 no suite to talk to, or a broken folder.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from tqdm import tqdm

from common.config import load_settings
from common.money import format_money, money
from common.running_suite import NoSuite, complain, running_suite, say, token_of_the_suite
from order_service.app.settings import OrderSettings
from scripts.import_history.folder import BrokenFolder, Invoice, read, totals_by_day
from scripts.import_shop.__main__ import SHOWN, Refused, currency_code, send

CLIENT = "history_import"  # how this command signs in
AS_IT_STOOD, NOT_ALL = 0, 1
SERVICES = ("user_service", "order_service")
OF_THE_HISTORY = "history "  # how the report's statuses of brought-in invoices begin
Json = dict[str, Any]


def main() -> int:
    options, settings = _arguments(), load_settings(OrderSettings)
    currency = options.currency or settings.default_currency
    try:
        invoices = read(options.folder, currency)
    except BrokenFolder as error:
        return complain(f"Nothing was imported.\n{error}")
    say(f"{len(invoices)} invoices in {currency}{'' if options.currency else ', which the shop sells in'}.")
    try:
        with running_suite(settings, SERVICES, "import.log"), httpx.Client(timeout=httpx.Timeout(30, read=300)) as http:
            http.headers["Authorization"] = f"Bearer {token_of_the_suite(http, settings, CLIENT)}"
            http.headers["X-Tenant"] = options.tenant
            return _import(http, settings, invoices, currency)
    except (NoSuite, Refused) as error:
        return complain(str(error))
    except httpx.HTTPError as error:
        return complain(f"The suite stopped answering ({error}); what was imported stays, run this again.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make import-orders", description=__doc__)
    parser.add_argument("folder", type=Path, help="with CSV files of invoices, one row a line")
    parser.add_argument("--currency", type=currency_code, help="of all amounts in the files (default: the shop's)")
    parser.add_argument("--tenant", default="default", help="the shop to import into")
    return parser.parse_args()


def _import(http: httpx.Client, settings: OrderSettings, invoices: list[Invoice], currency: str) -> int:
    url, zone = settings.order_service_url, ZoneInfo(settings.time_zone)
    items = (_item(invoice, currency, zone) for invoice in invoices)
    with tqdm(total=len(invoices), unit=" invoices", desc="Importing", dynamic_ncols=True) as bar:
        created, unchanged, rejected = send(http, f"{url}/api/v1/sales-history/imports", items, bar)
    say(f"{created} invoices created, {unchanged} unchanged, {len(rejected)} refused.")
    for each in rejected[:SHOWN]:
        say(f"  {each['id']}: {each['detail']} ({each['code']})")
    differing = sum(_differs(*day, currency) for day in _beside(http, url, invoices, currency))
    return NOT_ALL if rejected or differing else AS_IT_STOOD


def _item(invoice: Invoice, currency: str, zone: ZoneInfo) -> Json:
    """As the import takes it; the books' times are the shop's own."""
    lines = [
        {"code": one.code, "title": one.title, "quantity": one.quantity, "unit_price": money(one.price, currency)}
        for one in invoice.lines
    ]
    made: Json = {"id": invoice.id, "kind": invoice.kind, "issued_at": invoice.at.replace(tzinfo=zone).isoformat()}
    return made | {"customer_id": invoice.customer_id, "country": invoice.country, "lines": lines}


def _beside(http: httpx.Client, url: str, invoices: list[Invoice], currency: str) -> Iterator[tuple[str, int, int]]:
    """(day, our plain sum, the report's) of each day, then of all."""
    whole = [0, 0]
    for day, total in totals_by_day(invoices).items():
        reported = _reported(http, url, day, currency)
        whole = [whole[0] + total, whole[1] + reported]
        yield str(day), total, reported
    yield "all days", whole[0], whole[1]


def _reported(http: httpx.Client, url: str, day: date, currency: str) -> int:
    days = {"group_by": "status", "from": str(day), "to": str(day), "currency": currency}
    rows = http.get(f"{url}/api/v1/reports/sales", params=days).raise_for_status().json()["rows"]
    return sum(int(row["revenue"]["amount"]) for row in rows if row["key"].startswith(OF_THE_HISTORY))


def _differs(day: str, total: int, reported: int, currency: str) -> bool:
    sums = f"{format_money(total, currency):>16} in the files {format_money(reported, currency):>16} in the report"
    say(f"{day:<10} {sums}{'' if total == reported else '  DIFFERS'}")
    return total != reported


if __name__ == "__main__":
    sys.exit(main())
