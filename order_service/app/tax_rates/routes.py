"""Tax rates over HTTP, for the staff."""

from fastapi import APIRouter
from fastcrud import PolicyConfig, crud_router

from common.security.dependencies import AnyCaller, permitted
from order_service.app.audit.records import AuditedRecords
from order_service.app.dependencies import tariff_records
from order_service.app.tax_rates.models import TaxRate
from order_service.app.tax_rates.schemas import TaxRate as TaxRateShape
from order_service.app.tax_rates.schemas import TaxRateCreate, TaxRateUpdate

_READ, _WRITE = [permitted("orders:read").dependency], [permitted("shipping:write").dependency]


class _Endpoints(AuditedRecords):
    noun = "tax_rate"


async def _policy(caller: AnyCaller) -> PolicyConfig:
    """The rows of the caller's shop; who may do what with them is said by the permissions of the routes."""
    ours = TaxRate.tenant_id == caller.tenant_id
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
        model=TaxRate,
        create_schema=TaxRateCreate,
        update_schema=TaxRateUpdate,
        select_schema=TaxRateShape,
        path="/api/v1/tax-rates",
        tags=["tax rates"],
        endpoint_creator=_Endpoints,
        policy=_policy,  # type: ignore[arg-type]  # FastAPI awaits it
        read_deps=_READ,
        read_multi_deps=_READ,
        create_deps=_WRITE,
        update_deps=_WRITE,
        delete_deps=_WRITE,
    )
)
