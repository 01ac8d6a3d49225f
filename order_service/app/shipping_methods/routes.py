"""Shipping methods over HTTP: the active ones for whoever buys, all of them and their changes for the staff."""

from fastapi import APIRouter
from fastcrud import PolicyConfig, crud_router
from sqlalchemy import and_

from common.security.dependencies import AnyCaller, permitted
from order_service.app.audit.records import AuditedRecords
from order_service.app.dependencies import tariff_records
from order_service.app.shipping_methods.models import ShippingMethod
from order_service.app.shipping_methods.schemas import ShippingMethod as ShippingMethodShape
from order_service.app.shipping_methods.schemas import ShippingMethodCreate, ShippingMethodUpdate

_WRITE = [permitted("shipping:write").dependency]


class _Endpoints(AuditedRecords):
    noun = "shipping_method"


async def _policy(caller: AnyCaller) -> PolicyConfig:
    """The rows of the caller's shop; who may change them is said by the permissions of the routes."""
    ours = ShippingMethod.tenant_id == caller.tenant_id
    return PolicyConfig(
        read=ours if caller.may("orders:read") else and_(ours, ShippingMethod.active.is_(True)),
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
        endpoint_creator=_Endpoints,
        policy=_policy,  # type: ignore[arg-type]  # FastAPI awaits it
        create_deps=_WRITE,
        update_deps=_WRITE,
        delete_deps=_WRITE,
    )
)
