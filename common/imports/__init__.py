"""Bringing records in from another shop, with their own ids: batches that bear being repeated."""

from common.imports.batch import take_in
from common.imports.records import imported_table
from common.imports.schemas import MOST_ITEMS, ImportedId, ImportItem, ImportReport, RejectedItem

__all__ = ["MOST_ITEMS", "ImportItem", "ImportReport", "ImportedId", "RejectedItem", "imported_table", "take_in"]
