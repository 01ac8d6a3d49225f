"""Stock for the console: the list, what is low, many corrections at once."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Response

from common.ids import new_id
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import json_response
from common.shop_settings import KnownSettings
from product_service.app.dependencies import Database, Idempotent, Shop, StockList, Stockroom
from product_service.app.products.stock_list import StockFilter
from product_service.app.stockroom import schemas

router = APIRouter(prefix="/api/v1/inventory", tags=["inventory"])
reads = [permitted("stock:read")]
OptionalKey = Annotated[
    str | None, Header(alias="Idempotency-Key", min_length=1, max_length=255, pattern=r"^[\x21-\x7e]+$")
]
Threshold = Annotated[
    int | None,
    Query(ge=0, le=1_000_000, description="With so many available, or fewer, it is low; left out, the shop's setting."),
]
Sought = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$", description="In title, vendor or SKU.")]
Documented = dict[int | str, dict[str, Any]]
_PAGE: Documented = {200: {"model": Page[schemas.StockLine]}}
_ALERTS: Documented = {200: {"model": schemas.StockAlerts}}
_RESULTS: Documented = {200: {"model": schemas.BulkAdjustments}}


@router.get("", response_model=None, responses=_PAGE, dependencies=reads)
async def list_stock(
    stock: StockList,
    shop: Shop,
    q: Sought = None,
    category: Annotated[str | None, Query(min_length=1, max_length=255, pattern=r"^[^\x00]+$")] = None,
    low: bool = False,
    out: bool = False,
    threshold: Threshold = None,
    sort: schemas.Sort = "title",
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """Every variant with its product and its stock; `low` shows those at or below the threshold, `out` those at 0."""
    wanted = StockFilter(q or None, category, low, out, await _low_at(shop, threshold))
    return json_response(await stock.page(wanted, sort, cursor or None, limit))


@router.get("/alerts", response_model=None, responses=_ALERTS, dependencies=reads)
async def count_alerts(stock: StockList, shop: Shop, threshold: Threshold = None) -> Response:
    """For the dashboard: how much is sold out and how much is low."""
    return json_response(await stock.alerts(await _low_at(shop, threshold)))


async def _low_at(shop: KnownSettings, threshold: int | None) -> int:
    return threshold if threshold is not None else (await shop.now()).low_stock_threshold


@router.post("/bulk-adjustments", response_model=None, responses=_RESULTS)
async def adjust_many(
    given: schemas.BulkAdjustment,
    caller: Annotated[Caller, permitted("stock:write")],
    stockroom: Stockroom,
    idempotent: Idempotent,
    database: Database,
    key: OptionalKey = None,
) -> Response:
    """Correct up to 200 variants; each line has its own result. With an Idempotency-Key nothing happens twice."""
    bulk_id = f"{caller.subject_id}\0{key}" if key else new_id("blk")

    async def work() -> tuple[int, dict[str, Any]]:
        return 200, {"results": await stockroom.adjust(given, caller.subject_id, bulk_id)}

    if key is None:
        return json_response((await work())[1])
    status, reply, _ = await idempotent.run(database, caller, "stock.adjust_many", key, given.model_dump(), work)
    return json_response(reply, status)
