"""Who sold and who bought, as documents name them."""

from collections.abc import Mapping
from typing import Any

from common.shop_settings import ShopFacts

_ADDRESS = ("name", "address1", "address2")


def seller(shop: ShopFacts, language: str, otherwise: str) -> dict[str, Any]:
    """`otherwise` is the name of a shop that gave itself none."""
    says = shop.invoices
    return {
        "name": says.legal_name or shop.name(language, otherwise),
        "lines": says.address.splitlines() if says.address else [],
        "tax_id": says.tax_id,
        "email": shop.contact_email,
    }


def address_lines(address: Mapping[str, Any]) -> list[str]:
    """As on an envelope, the name first where there is one."""
    town = " ".join(address[part] for part in ("zip", "city") if address.get(part))
    lines = [*(address.get(part) for part in _ADDRESS), town, address.get("state"), address.get("country")]
    return [line for line in lines if line]
