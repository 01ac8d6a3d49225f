"""Reports over HTTP, for the staff."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from common.money import Currency
from common.security.dependencies import permitted
from common.service import Problem, json_response
from order_service.app.dependencies import Reports
from order_service.app.reports.schemas import Dashboard, GroupBy, Sales

router = APIRouter(prefix="/api/v1/reports", tags=["reports"], dependencies=[permitted("reports:read")])
From = Annotated[date | None, Query(alias="from", description="The first day; default 29 days before the last.")]
To = Annotated[date | None, Query(alias="to", description="The last day, included; default today.")]
In = Annotated[
    Currency | None, Query(description="Only what was sold in it: no two are ever added up. Default the shop's own.")
]
_wrong: dict[int | str, dict[str, Any]] = {422: {"model": Problem, "description": "unusable_range: at most 366 days"}}


@router.get("/dashboard", responses={200: {"model": Dashboard}, **_wrong})
async def dashboard(reports: Reports, first: From = None, last: To = None, currency: In = None) -> Response:
    """The console's front page: what was sold in some days, and what needs attention now."""
    return json_response(await reports.dashboard(first, last, currency))


@router.get("/sales", responses={200: {"model": Sales}, **_wrong})
async def report_sales(
    reports: Reports,
    group_by: GroupBy = "day",
    first: From = None,
    last: To = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Of products, those that sold best.")] = 100,
    currency: In = None,
) -> Response:
    return json_response(await reports.sales(group_by, first, last, limit, currency))
