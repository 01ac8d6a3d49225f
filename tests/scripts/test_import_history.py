"""`make import-orders` brings other books' invoices in once, and the reports' sums agree with theirs to the cent."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from common.config import ROOT
from scripts.import_history.folder import BrokenFolder, read, totals_by_day
from tests.support.running_suite import RunningSuite

REAL = ROOT.parent / "shared" / "data" / "transactions"
HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"
FIRST = [
    "536365,85123A,WHITE LANTERN,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
    "536365,POST,POSTAGE,1,2010-12-01 08:27:00,18.0,17850.0,United Kingdom",
    "536370,22728,ALARM CLOCK,3,2010-12-01 23:59:00,3.75,,France",
    "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom",
    "536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom",
]
SECOND = ["536371,22086,PAPER CHAIN,80,2010-12-02 09:00:00,2.55,13748.0,United Kingdom"]
DAYS = {date(2010, 12, 1): 6 * 255 + 1800 + 3 * 375 - 2750, date(2010, 12, 2): 80 * 255}


def books(folder: Path, *rows: str) -> Path:
    (folder / "2010-12-01.csv").write_text("\n".join([HEADER, *FIRST, *rows]))
    (folder / "2010-12-02.csv").write_text("\n".join([HEADER, *SECOND]))
    return folder


def test_rows_become_invoices(tmp_path: Path) -> None:
    found = read(books(tmp_path), "GBP")
    told = [(one.id, one.kind, str(one.at), one.customer_id, one.total, len(one.lines)) for one in found]
    assert told == [
        ("536365", "sale", "2010-12-01 08:26:00", "17850", 3330, 2),
        ("C536379", "credit", "2010-12-01 09:41:00", "14527", -2750, 1),
        ("536589", "write_off", "2010-12-01 16:50:00", None, 0, 1),
        ("536370", "sale", "2010-12-01 23:59:00", None, 1125, 1),
        ("536371", "sale", "2010-12-02 09:00:00", "13748", 20400, 1),
    ]
    assert totals_by_day(found) == DAYS


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",1,x,1,2010-12-01 08:26:00,1.0,,UK", "2010-12-01.csv, line 7: InvoiceNo or StockCode is empty"),
        ("1,1,x,one,2010-12-01 08:26:00,1.0,,UK", "is no number"),
        ("1,1,x,1,yesterday,1.0,,UK", "no time"),
        ("1,1,x,0,2010-12-01 08:26:00,1.0,,UK", "no pieces"),
        ("1,1,x,1,2010-12-01 08:26:00,1.005,,UK", "too fine"),
        ("1,1,x,1,2010-12-01 08:26:00,NaN,,UK", "negative or too fine"),
        ("536365,1,x,1,2010-12-01 08:26:00,1.0,2,UK", "invoice 536365 is of two customers"),
        ("536365,1,x,1,2010-12-03 08:26:00,1.0,17850.0,UK", "invoice 536365 is of two days"),
        ("1", "is no number"),
    ],
)
def test_a_row_that_cannot_be_taken_refuses_the_folder(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(BrokenFolder) as refused:
        read(books(tmp_path, row), "GBP")
    assert said in str(refused.value) or (row == "1" and "is empty" in str(refused.value))


def test_a_folder_without_such_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenFolder, match="no CSV file"):
        read(tmp_path, "GBP")
    (tmp_path / "a.csv").write_text("InvoiceNo,StockCode\n1,2\n")
    with pytest.raises(BrokenFolder, match=r"a\.csv: there is no column Description, Quantity"):
        read(tmp_path, "GBP")


def bring(suite: RunningSuite, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts.import_history", str(folder), *more]
    return subprocess.run(command, cwd=ROOT, env=suite.environment, capture_output=True, text=True, check=False)


def counted(done: subprocess.CompletedProcess[str]) -> tuple[int, ...]:
    """(created, unchanged, refused)"""
    found = re.search(r"^(\d+) invoices created, (\d+) unchanged, (\d+) refused\.$", done.stdout, re.MULTILINE)
    assert found is not None, done.stdout + done.stderr
    return tuple(map(int, found.groups()))


@pytest.fixture
def suite(make_suite: Callable[..., RunningSuite]) -> RunningSuite:
    made = make_suite(SEED_DEMO="false", DEFAULT_CURRENCY="GBP", TIME_ZONE="Europe/London")
    return made.start("--only", "user_service,order_service")


@pytest.mark.e2e
@pytest.mark.timeout(300)
def test_books_come_in_once_and_agree_with_the_report(suite: RunningSuite, tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    folder = books(tmp_path / "books")
    first = bring(suite, folder)
    assert (first.returncode, counted(first)) == (0, (5, 0, 0)), first.stderr
    assert first.stdout.splitlines()[0] == "5 invoices in GBP, which the shop sells in."
    assert first.stdout.splitlines()[-3:] == [
        "2010-12-01           £17.05 in the files           £17.05 in the report",
        "2010-12-02          £204.00 in the files          £204.00 in the report",
        "all days            £221.05 in the files          £221.05 in the report",
    ]
    again = bring(suite, folder)
    assert (again.returncode, counted(again)) == (0, (0, 5, 0))
    assert again.stdout.splitlines()[-3:] == first.stdout.splitlines()[-3:]
    (folder / "2010-12-02.csv").write_text("\n".join([HEADER, SECOND[0].replace("80", "81", 1)]))
    changed = bring(suite, folder)
    assert (changed.returncode, counted(changed)) == (1, (0, 4, 1))
    assert "536371" in changed.stdout
    assert changed.stdout.splitlines()[-2].endswith("£204.00 in the report  DIFFERS")
    (folder / "2010-12-02.csv").write_text("no columns")
    broken = bring(suite, folder)
    assert (broken.returncode, broken.stdout) == (2, "")


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(not REAL.is_dir(), reason=f"the real invoices are not beside this checkout: {REAL}")
def test_eight_real_days_agree_to_the_cent(suite: RunningSuite) -> None:
    first = bring(suite, REAL)
    assert (first.returncode, counted(first)) == (0, (1016, 0, 0)), first.stdout + first.stderr
    last = first.stdout.splitlines()[-1].split()
    assert (last[2], last[6]) == ("£407,415.22", "£407,415.22")
    again = bring(suite, REAL)
    assert (again.returncode, counted(again)) == (0, (0, 1016, 0))
