"""`make import FILE=products.csv.gz`: hands a catalogue file to the running suite, or starts one, and watches it.

Exit codes: 0 the file was taken (rows that were not are listed), 1 nothing of it was, 2 no suite to talk to or no file.
"""

import argparse
import sys
import time
from pathlib import Path
from typing import Any

import httpx
from tqdm import tqdm

from common.config import load_settings
from common.running_suite import POLL_SECONDS, NoSuite, complain, refusal, running_suite, say, token_of_the_suite
from product_service.app.settings import ProductSettings

TAKEN, NOT_TAKEN = 0, 1
SHOWN_ROWS = 20
SERVICES = ("user_service", "product_service")


def main() -> int:
    options = _arguments()
    if not options.file.is_file():
        return complain(f"There is no file {options.file}.")
    settings = load_settings(ProductSettings)
    try:
        timeout = httpx.Timeout(30.0, read=300.0, write=300.0)
        with running_suite(settings, SERVICES, "import.log"), httpx.Client(timeout=timeout) as http:
            return _import(http, settings, options)
    except NoSuite as error:
        return complain(str(error))
    except httpx.TransportError as error:
        return complain(f"The suite stopped answering ({error}); what was imported stays, run this again.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make import", description=__doc__)
    parser.add_argument("file", type=Path, help="a CSV file, plain or gzip")
    parser.add_argument("--inventory", choices=("new", "set"), default="new", help="`set` counts known variants anew")
    parser.add_argument("--tenant", default="default", help="the shop to import into")
    return parser.parse_args()


def _import(http: httpx.Client, settings: ProductSettings, options: argparse.Namespace) -> int:
    imports = f"{settings.product_service_url}/api/v1/imports"
    headers = {
        "Authorization": f"Bearer {token_of_the_suite(http, settings, settings.service)}",
        "X-Tenant": options.tenant,
    }
    with options.file.open("rb") as file:
        form = {"inventory": options.inventory}
        answer = http.post(imports, files={"file": (options.file.name, file)}, data=form, headers=headers)
    if answer.status_code != httpx.codes.ACCEPTED:
        return complain(f"The file was refused: {refusal(answer)}", NOT_TAKEN)
    job = _watch(http, f"{imports}/{answer.json()['id']}", headers)
    return _report(job, f"{imports}/{job['id']}/rejected.csv")


def _watch(http: httpx.Client, url: str, headers: dict[str, str]) -> dict[str, Any]:
    """Follow a job to its end."""
    with tqdm(total=0, unit=" rows", desc="Importing", dynamic_ncols=True) as bar:
        while True:
            answer = http.get(url, headers=headers)
            answer.raise_for_status()
            job: dict[str, Any] = answer.json()
            bar.total = job["rows_total"]
            bar.update(round(job["progress"] * job["rows_total"]) - bar.n)
            if job["status"] in ("done", "failed"):
                return job
            time.sleep(POLL_SECONDS)


def _report(job: dict[str, Any], rejected_url: str) -> int:
    if job["status"] == "failed":
        return complain(f"Nothing was imported. {job['error']['detail']}", NOT_TAKEN)
    say(
        f"{job['created']} products created, {job['updated']} updated, {job['unchanged']} unchanged, "
        f"{job['adjusted']} stock counts adjusted, {job['rejected']} rows rejected."
    )
    for row in job["rejected_rows"][:SHOWN_ROWS]:
        value = f" ({row['value']})" if row["value"] else ""
        say(f"  line {row['line']}, {row['column'] or 'the row'}: {row['reason']}{value}")
    if job["rejected"] > SHOWN_ROWS:
        say(f"  … and {job['rejected'] - SHOWN_ROWS} more: {rejected_url}")
    return TAKEN


if __name__ == "__main__":
    sys.exit(main())
