"""Roles and permissions as clients see them."""

from pydantic import BaseModel, ConfigDict


class Role(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"id": "support", "name": "Customer service", "permissions": ["orders:read", "users:read"]}
        }
    )
    id: str
    name: str
    permissions: list[str]


class Permission(BaseModel):
    id: str
    name: str


class RoleList(BaseModel):
    items: list[Role]
    next_cursor: None = None


class PermissionList(BaseModel):
    items: list[Permission]
    next_cursor: None = None
