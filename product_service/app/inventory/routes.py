"""Stock for staff: levels, corrections, the ledger."""

from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Response

from common.database import current_tenant
from common.ids import new_id
from common.pagination import DEFAULT_LIMIT, InvalidCursor, Page, PageLimit, decode_cursor, encode_cursor
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import json_response
from product_service.app.dependencies import Database, Idempotent, Inventory
from product_service.app.inventory.models import DEFAULT_LOCATION
from product_service.app.inventory.repository import Level
from product_service.app.inventory.schemas import Adjustment, AdjustmentCreate, LedgerEntryView, Stock

router = APIRouter(prefix="/api/v1/inventory", tags=["inventory"])
VariantId = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
OptionalKey = Annotated[
    str | None, Header(alias="Idempotency-Key", min_length=1, max_length=255, pattern=r"^[\x21-\x7e]+$")
]
reads = [permitted("stock:read")]


@router.get("/{variant_id}", response_model=Stock, dependencies=reads)
async def read_stock(variant_id: VariantId, inventory: Inventory) -> dict[str, Any]:
    return _stock(await inventory.stock(variant_id))


@router.post("/{variant_id}/adjustments", status_code=201, response_model=None, responses={201: {"model": Adjustment}})
async def adjust_stock(
    variant_id: VariantId,
    given: AdjustmentCreate,
    caller: Annotated[Caller, permitted("stock:write")],
    inventory: Inventory,
    idempotent: Idempotent,
    database: Database,
    key: OptionalKey = None,
) -> Response:
    """Correct what lies on the shelf; with an Idempotency-Key, once however often it is sent."""
    entry_id = _entry_id(caller, key) if key else new_id("led")

    async def work() -> tuple[int, dict[str, Any]]:
        entry, level = await inventory.adjust(variant_id, given.delta, given.reason, caller.subject_id, entry_id)
        return 201, {**_entry(entry), "stock": _stock(level)}

    if key is None:
        status, reply = await work()
    else:
        body = {"variant_id": variant_id, **given.model_dump()}
        status, reply, _ = await idempotent.run(database, caller, "stock.adjust", key, body, work)
    return json_response(reply, status)


@router.get("/{variant_id}/ledger", response_model=Page[LedgerEntryView], dependencies=reads)
async def read_ledger(
    variant_id: VariantId,
    inventory: Inventory,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> dict[str, Any]:
    """Why the stock is what it is, newest first; the quantities add up to `on_hand`."""
    rows = await inventory.ledger(variant_id, limit + 1, _position(cursor) if cursor else None)
    last = rows[limit - 1] if len(rows) > limit else None
    next_cursor = encode_cursor(last.created_at.isoformat(), last.id) if last is not None else None
    return {"items": [_entry(row) for row in rows[:limit]], "next_cursor": next_cursor}


def _entry_id(caller: Caller, key: str) -> str:
    """The ledger entry a key stands for: should we die before the reply is kept, the retry finds it done."""
    return "led_" + sha256(f"{current_tenant()}\0{caller.subject_id}\0{key}".encode()).hexdigest()[:32]


def _position(cursor: str) -> tuple[datetime, str]:
    moment, entry_id = decode_cursor(cursor)
    try:
        return datetime.fromisoformat(moment).astimezone(), entry_id
    except (ValueError, OverflowError) as error:
        raise InvalidCursor from error


def _stock(level: Level) -> dict[str, Any]:
    return {**level._asdict(), "location_id": DEFAULT_LOCATION, "available": level.available}


def _entry(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row._asdict().items() if name != "tenant_id"}
