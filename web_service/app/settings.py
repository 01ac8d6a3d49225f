"""Settings of web_service beyond the shared ones."""

from pathlib import Path
from typing import ClassVar

from pydantic import Field

from common.config import ROOT, Settings

START_PAGE = ROOT / "web_service" / "res" / "start"


class WebSettings(Settings):
    service: ClassVar[str] = "web_service"

    site_dir: Path = Field(ROOT / "web_service" / "dist", description="The built front end; without it, a start page.")
    behind_gateway: bool = Field(
        False, description="All services share the page's origin, and X-Forwarded-* of the gateway are believed."
    )
    payment_providers: list[str] = ["test"]
    stripe_publishable_key: str = ""
    web_threads: int = Field(8, ge=1, le=64)

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self.site_dir if (self.site_dir / "index.html").is_file() else START_PAGE

    @property
    def takes_cards_by_stripe(self) -> bool:
        """Whether pages may load Stripe's card form; order_service offers it under the same conditions."""
        return "stripe" in self.payment_providers and bool(self.stripe_publishable_key)
