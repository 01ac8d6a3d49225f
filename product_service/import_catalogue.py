"""`make import FILE=products.csv.gz`: hands a catalogue file to the running suite, or starts one, and watches it.

Exit codes: 0 the file was taken (rows that were not are listed), 1 nothing of it was, 2 no suite to talk to or no file.
"""

import argparse
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from tqdm import tqdm

from common.config import ROOT, load_settings, service_secret
from product_service.app.settings import ProductSettings

TAKEN, NOT_TAKEN, NOT_POSSIBLE = 0, 1, 2
START_SECONDS, POLL_SECONDS, SHOWN_ROWS = 60.0, 0.2, 20
SERVICES = "user_service,product_service"


class NoSuite(Exception):
    """There is nobody to hand the file to; the text says why."""


def main() -> int:
    options = _arguments()
    if not options.file.is_file():
        return _complain(f"There is no file {options.file}.")
    settings = load_settings(ProductSettings)
    try:
        with _suite(settings), httpx.Client(timeout=httpx.Timeout(30.0, read=300.0, write=300.0)) as http:
            return _import(http, settings, options)
    except NoSuite as error:
        return _complain(str(error))
    except httpx.TransportError as error:
        return _complain(f"The suite stopped answering ({error}); what was imported stays, run this again.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make import", description=__doc__)
    parser.add_argument("file", type=Path, help="a CSV file, plain or gzip")
    parser.add_argument("--inventory", choices=("new", "set"), default="new", help="`set` counts known variants anew")
    parser.add_argument("--tenant", default="default", help="the shop to import into")
    return parser.parse_args()


@contextmanager
def _suite(settings: ProductSettings) -> Iterator[None]:
    """The running suite, or one of our own for as long as this takes."""
    if _answers(settings):
        yield
        return
    _say("No suite is running here: starting one for the import.")
    command = [sys.executable, str(ROOT / "main.py"), "--only", SERVICES]
    log = settings.data_dir / "import.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_until_ready(settings, process, log)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)
    _say("Start the shop with: make run")


def _answers(settings: ProductSettings) -> bool:
    try:
        ready = [httpx.get(f"{settings.url_of(name)}/readyz", timeout=3.0) for name in SERVICES.split(",")]
    except httpx.TransportError:
        return False
    return all(answer.status_code == httpx.codes.OK for answer in ready)


def _wait_until_ready(settings: ProductSettings, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(settings):
        if process.poll() is not None or time.monotonic() > deadline:
            raise NoSuite(f"The suite did not start; {log} says why:\n{_tail(log)}")
        time.sleep(POLL_SECONDS)


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:])


def _import(http: httpx.Client, settings: ProductSettings, options: argparse.Namespace) -> int:
    imports = f"{settings.product_service_url}/api/v1/imports"
    headers = {"Authorization": f"Bearer {_token(http, settings)}", "X-Tenant": options.tenant}
    with options.file.open("rb") as file:
        form = {"inventory": options.inventory}
        answer = http.post(imports, files={"file": (options.file.name, file)}, data=form, headers=headers)
    if answer.status_code != httpx.codes.ACCEPTED:
        return _complain(f"The file was refused: {_detail(answer)}", NOT_TAKEN)
    job = _watch(http, f"{imports}/{answer.json()['id']}", headers)
    return _report(job, f"{imports}/{job['id']}/rejected.csv")


def _token(http: httpx.Client, settings: ProductSettings) -> str:
    """Signed in by the key that the suite keeps under DATA_DIR."""
    form = {
        "grant_type": "client_credentials",
        "client_id": settings.service,
        "client_secret": service_secret(settings),
    }
    answer = http.post(f"{settings.user_service_url}/api/v1/auth/token", data=form)
    if answer.status_code != httpx.codes.OK:
        raise NoSuite(f"The suite at {settings.user_service_url} does not know the key in {settings.data_dir}/keys.")
    return str(answer.json()["access_token"])


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
        return _complain(f"Nothing was imported. {job['error']['detail']}", NOT_TAKEN)
    _say(
        f"{job['created']} products created, {job['updated']} updated, {job['unchanged']} unchanged, "
        f"{job['adjusted']} stock counts adjusted, {job['rejected']} rows rejected."
    )
    for row in job["rejected_rows"][:SHOWN_ROWS]:
        value = f" ({row['value']})" if row["value"] else ""
        _say(f"  line {row['line']}, {row['column'] or 'the row'}: {row['reason']}{value}")
    if job["rejected"] > SHOWN_ROWS:
        _say(f"  … and {job['rejected'] - SHOWN_ROWS} more: {rejected_url}")
    return TAKEN


def _detail(answer: httpx.Response) -> str:
    try:
        return str(answer.json().get("detail") or answer.json()["title"])
    except (ValueError, KeyError):
        return f"HTTP {answer.status_code}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _complain(text: str, code: int = NOT_POSSIBLE) -> int:
    sys.stderr.write(f"{text}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
