"""/api/v1/categories: a record router; everybody reads, staff writes."""

from typing import Any

from fastapi import APIRouter
from fastcrud import PolicyConfig, crud_router
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import current_tenant
from common.records import Change, RecordEndpoints
from common.security.dependencies import permitted
from product_service.app.categories import schemas
from product_service.app.categories.models import Category
from product_service.app.categories.service import RENAMED
from product_service.app.dependencies import category_records

_STAFF = [permitted("catalogue:write").dependency]


class _Endpoints(RecordEndpoints):
    async def changed(self, session: AsyncSession, change: Change, record: dict[str, Any]) -> None:
        if change == "updated":
            session.info.setdefault(RENAMED, []).append(record["id"])


async def _own_shop() -> PolicyConfig:
    """The rows of the shop; named here, too, since fastcrud deletes past the session's scope."""
    own = Category.tenant_id == current_tenant()
    return PolicyConfig(
        read=own,
        create=True,
        create_check=own,
        update=own,
        delete=own,
        read_only_columns=frozenset({"id", "tenant_id", "created_at", "updated_at"}),
    )


router = APIRouter()
router.include_router(
    crud_router(
        session=category_records,
        model=Category,
        create_schema=schemas.CategoryCreate,
        update_schema=schemas.CategoryUpdate,
        select_schema=schemas.Category,
        path="/api/v1/categories",
        tags=["categories"],
        endpoint_creator=_Endpoints,
        filter_config={"slug": None, "parent_id": None},
        policy=_own_shop,  # type: ignore[arg-type]  # fastcrud's types know no async dependency
        create_deps=_STAFF,
        update_deps=_STAFF,
        delete_deps=_STAFF,
    )
)
