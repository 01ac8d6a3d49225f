"""What is said about signing in."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class ProtectedResource(BaseModel):
    """OAuth 2.0 protected resource metadata (RFC 9728)."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "resource": "https://shop.example/mcp",
                "authorization_servers": ["https://shop.example"],
                "bearer_methods_supported": ["header"],
                "resource_documentation": "https://shop.example/docs",
            }
        }
    )

    resource: str
    authorization_servers: list[str]
    bearer_methods_supported: list[Literal["header"]] = ["header"]
    resource_documentation: str
