"""GET /api/v1/roles and /api/v1/permissions, for staff."""

from fastapi import APIRouter

from common.security.dependencies import permitted
from user_service.app.roles.schemas import PermissionList, RoleList
from user_service.app.roles.service import all_permissions, all_roles

router = APIRouter(prefix="/api/v1", tags=["roles"], dependencies=[permitted("users:read")])


@router.get("/roles", summary="The roles a person can have")
async def list_roles() -> RoleList:
    return RoleList(items=all_roles())


@router.get("/permissions", summary="Everything a role can allow")
async def list_permissions() -> PermissionList:
    return PermissionList(items=all_permissions())
