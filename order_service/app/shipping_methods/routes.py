"""Shipping methods over HTTP, for the staff."""

from typing import Any

from fastapi import APIRouter
from fastcrud import PolicyConfig, crud_router
from sqlalchemy.ext.asyncio import AsyncSession

from common.records import Change, RecordEndpoints
from common.security.dependencies import AnyCaller, permitted
from order_service.app.dependencies import database
from order_service.app.pricing.tariffs import forget_after_commit
from order_service.app.shipping_methods.models import ShippingMethod
from order_service.app.shipping_methods.schemas import ShippingMethod as ShippingMethodShape
from order_service.app.shipping_methods.schemas import ShippingMethodCreate, ShippingMethodUpdate

_READ, _WRITE = [permitted("orders:read").dependency], [permitted("settings:write").dependency]


class _Endpoints(RecordEndpoints):
    async def changed(self, session: AsyncSession, change: Change, record: dict[str, Any]) -> None:
        forget_after_commit(session)


async def _policy(caller: AnyCaller) -> PolicyConfig:
    """The rows of the caller's shop; who may do what with them is said by the permissions of the routes."""
    ours = ShippingMethod.tenant_id == caller.tenant_id
    return PolicyConfig(
        read=ours,
        create=True,
        create_check=ours,
        update=ours,
        delete=ours,
        read_only_columns=frozenset({"tenant_id", "id"}),
    )


router = APIRouter()
router.include_router(
    crud_router(
        session=database,
        model=ShippingMethod,
        create_schema=ShippingMethodCreate,
        update_schema=ShippingMethodUpdate,
        select_schema=ShippingMethodShape,
        path="/api/v1/shipping-methods",
        tags=["shipping methods"],
        endpoint_creator=_Endpoints,
        policy=_policy,  # type: ignore[arg-type]  # FastAPI awaits it
        read_deps=_READ,
        read_multi_deps=_READ,
        create_deps=_WRITE,
        update_deps=_WRITE,
        delete_deps=_WRITE,
    )
)
