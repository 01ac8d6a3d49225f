"""`make retail`: plays the cases of cases_dev.jsonl in the shop beside them and compares orders, ledgers and balances.

A suite of its own takes the shop in once; every round of cases that do not meet begins on a copy of it. What a case
does not name must read as it did before. Exit codes: 0 all as it must be, 1 something differs, 2 nothing was played.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from common.config import ROOT
from common.running_suite import complain, say
from scripts.retail.cases import BrokenCases, Case, Files, read_cases, read_files, rounds
from scripts.retail.customer import Customer
from scripts.retail.records import differences, order_record, user_record
from tests.support.running_suite import RunningSuite

DATA = ROOT.parent / "shared" / "data" / "retail"
CASES = "cases_dev.jsonl"
NEEDED = (CASES, "users.json", "orders.json", "products.json")
SERVICES = "user_service,product_service,order_service"
ALL_AS_EXPECTED, SOME_DIFFER = 0, 1


def main() -> int:
    folder = _arguments().folder
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        return complain(f"Nothing was played: {folder} lacks {', '.join(missing)}.")
    try:
        files = read_files(folder)
        cases = read_cases(folder / CASES, files)
        with tempfile.TemporaryDirectory() as work:
            found = play(cases, files, _imported(folder, Path(work)), Path(work))
    except BrokenCases as error:
        return complain(str(error))
    for case in cases:
        say(f"{case.id:<12} {', '.join(call.name for call in case.calls) or 'no call'}: {_verdict(found[case.id])}")
    differing = sum(bool(faults) for faults in found.values())
    say(f"{len(cases)} cases, {len(cases) - differing} as they must be, {differing} not.")
    return SOME_DIFFER if differing else ALL_AS_EXPECTED


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make retail", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=DATA, help=f"with {', '.join(NEEDED)}")
    return parser.parse_args()


def _verdict(faults: list[str]) -> str:
    return "".join(f"\n    {fault}" for fault in faults) or "ok"


def play(cases: list[Case], files: Files, imported: Path, work: Path) -> dict[str, list[str]]:
    """What differs after each case, by its id; `imported` is the data folder of a suite that took the shop in."""
    found, all_rounds = {}, rounds(cases)
    for number, together in enumerate(all_rounds, 1):
        folder = work / f"round{number}"
        shutil.copytree(imported, folder / "data", ignore=shutil.ignore_patterns("*.sock", "*.lock", "logs"))
        with _suite(folder) as suite:
            say(f"Round {number} of {len(all_rounds)}: {', '.join(case.id for case in together)}")
            for case in together:
                found[case.id] = list(_faults(case, files, suite))
    return found


def _imported(folder: Path, work: Path) -> Path:
    with _suite(work / "imported") as suite:
        command = [sys.executable, "-m", "scripts.import_shop", str(folder)]
        done = subprocess.run(command, cwd=ROOT, env=suite.environment, check=False)
        if done.returncode:
            raise BrokenCases("The shop did not come in whole, so no case was played.")
    return suite.data_dir


@contextmanager
def _suite(folder: Path) -> Iterator[RunningSuite]:
    folder.mkdir(exist_ok=True)
    suite = RunningSuite(folder, SEED_DEMO="false", DEFAULT_CURRENCY="USD")
    try:
        yield suite.start("--only", SERVICES)
    finally:
        suite.http.close()
        if suite.process is not None:
            suite.stop()


def _faults(case: Case, files: Files, suite: RunningSuite) -> Iterator[str]:
    customer = Customer(suite, files.users[case.user]["email"])
    for call in case.calls:
        if call.write and (fault := customer.make(call)):
            yield fault
    orders = {order["id"]: order for order in customer.settled_orders()}
    for order_id, expected in files.expected_orders(case).items():
        told = order_record(orders[order_id]) if order_id in orders else {}
        yield from (f"{order_id}: {difference}" for difference in differences(expected, told))
    user = user_record(
        customer.get("user", "/api/v1/users/me"),
        customer.items("user", "/api/v1/users/me/addresses"),
        customer.items("user", "/api/v1/users/me/payment-methods"),
        list(orders),
    )
    yield from (f"{case.user}: {difference}" for difference in differences(files.expected_user(case), user))


if __name__ == "__main__":
    sys.exit(main())
