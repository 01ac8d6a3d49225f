"""Many corrections of stock at once: every line stands for itself and happens once."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from common.database import current_tenant
from common.errors import Conflict, InvalidInput, NotFound
from common.languages import Texts, localized
from product_service.app.inventory.service import InventoryService
from product_service.app.stockroom.schemas import BulkAdjustment, BulkLine

Json = dict[str, Any]
REFUSALS: dict[str, Texts] = {
    "not_found": {"en": "There is no such variant.", "zh": "没有这个规格。"},
    "stock_refuses_adjustment": {
        "en": "The shelf would hold less than is promised to shoppers.",
        "zh": "库存会少于已承诺给顾客的数量。",
    },
}


class VariantTwice(InvalidInput):
    code = "variant_twice"
    title = "Every variant may be named once"


class StockroomService:
    """Each line is a transaction of its own: one that cannot be does not keep the others from the shelf."""

    def __init__(self, inventory: InventoryService) -> None:
        self._inventory = inventory

    async def adjust(self, given: BulkAdjustment, actor_id: str, bulk_id: str) -> list[Json]:
        """The results of all lines, in their order. Sent again with the same `bulk_id`, nothing happens twice."""
        _each_once(given.lines)
        return [await self._line(line, given.reason, actor_id, _entry_id(bulk_id, line)) for line in given.lines]

    async def _line(self, line: BulkLine, reason: str, actor_id: str, entry_id: str) -> Json:
        try:
            _, level = await self._inventory.adjust(line.variant_id, line.delta, reason, actor_id, entry_id)
        except (NotFound, Conflict) as error:
            detail = localized(REFUSALS[error.code])
            nothing = dict.fromkeys(("on_hand", "reserved", "available"))
            return {"variant_id": line.variant_id, "result": "refused", "code": error.code, "detail": detail, **nothing}
        stock = {"on_hand": level.on_hand, "reserved": level.reserved, "available": level.available}
        return {"variant_id": line.variant_id, "result": "adjusted", "code": None, "detail": None, **stock}


def _each_once(lines: Sequence[BulkLine]) -> None:
    ids = [line.variant_id for line in lines]
    if len(set(ids)) < len(ids):
        raise VariantTwice


def _entry_id(bulk_id: str, line: BulkLine) -> str:
    """The ledger entry a line stands for, so that a retry finds what was done before the service died."""
    return "led_" + sha256(f"{current_tenant()}\0{bulk_id}\0{line.variant_id}".encode()).hexdigest()[:32]
