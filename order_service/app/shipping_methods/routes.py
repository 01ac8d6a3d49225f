"""Shipping methods over HTTP, for the staff."""

from fastapi import APIRouter
from fastcrud import PolicyConfig, crud_router

from common.records import RecordEndpoints
from common.security.dependencies import AnyCaller, permitted
from order_service.app.dependencies import tariff_records
from order_service.app.shipping_methods.models import ShippingMethod
from order_service.app.shipping_methods.schemas import ShippingMethod as ShippingMethodShape
from order_service.app.shipping_methods.schemas import ShippingMethodCreate, ShippingMethodUpdate

_READ, _WRITE = [permitted("orders:read").dependency], [permitted("settings:write").dependency]


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
        session=tariff_records,
        model=ShippingMethod,
        create_schema=ShippingMethodCreate,
        update_schema=ShippingMethodUpdate,
        select_schema=ShippingMethodShape,
        path="/api/v1/shipping-methods",
        tags=["shipping methods"],
        endpoint_creator=RecordEndpoints,
        policy=_policy,  # type: ignore[arg-type]  # FastAPI awaits it
        read_deps=_READ,
        read_multi_deps=_READ,
        create_deps=_WRITE,
        update_deps=_WRITE,
        delete_deps=_WRITE,
    )
)
