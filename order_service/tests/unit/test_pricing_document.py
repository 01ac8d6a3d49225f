"""The figures of docs/pricing.md are what the code says."""

import doctest

from common.config import ROOT


def test_the_examples_of_the_document_hold() -> None:
    found = doctest.testfile(str(ROOT / "docs" / "pricing.md"), module_relative=False)
    assert (found.failed, found.attempted) == (0, 36)
