"""What product_service can be told."""

from typing import ClassVar

from pydantic import Field

from common.config import Settings


class ProductSettings(Settings):
    service: ClassVar[str] = "product_service"

    media_url: str = Field("", description="An object store for images, e.g. s3://bucket; empty: a folder in DATA_DIR.")
    max_image_bytes: int = Field(5_000_000, ge=1)
    reservation_sweep_seconds: float = Field(1.0, gt=0, description="How often holds whose time is over are ended.")
