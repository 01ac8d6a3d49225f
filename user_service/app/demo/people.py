"""Who lives in the demo shop: three on the staff, two who shop."""

from dataclasses import dataclass
from typing import Any

from user_service.app.roles.service import MANAGER, OWNER, SUPPORT


@dataclass(frozen=True)
class DemoPerson:
    """`key` is the name under which first-start.json lists the person."""

    key: str
    email: str
    first_name: str
    last_name: str
    language: str
    roles: tuple[str, ...] = ()
    addresses: tuple[dict[str, Any], ...] = ()
    payment_methods: tuple[dict[str, Any], ...] = ()


def _card(brand: str, last4: str, token: str) -> dict[str, Any]:
    own = {"brand": brand, "last4": last4, "token": token}
    return {"type": "card", "provider": "test", **own, "exp_month": 12, "exp_year": 2035}


PEOPLE = (
    DemoPerson("owner", "owner@shop.example", "Olivia", "Berg", "en", roles=(OWNER,)),
    DemoPerson("manager", "manager@shop.example", "Marta", "Novak", "en", roles=(MANAGER,)),
    DemoPerson("support", "support@shop.example", "小芳", "王", "zh", roles=(SUPPORT,)),
    DemoPerson(
        "shopper",
        "shopper@shop.example",
        "Emil",
        "Sommer",
        "en",
        addresses=(
            {
                "name": "Emil Sommer",
                "address1": "Lindenstraße 12",
                "address2": "3. OG",
                "city": "Berlin",
                "zip": "10969",
                "country": "DE",
                "is_default": True,
            },
            {
                "name": "Emil Sommer c/o Atelier Nord",
                "address1": "Hafengasse 4",
                "city": "Hamburg",
                "zip": "20457",
                "country": "DE",
            },
        ),
        payment_methods=(
            _card("Test card (approved)", "4242", "tok_approve"),
            _card("Test card (declined)", "0002", "tok_decline"),
        ),
    ),
    DemoPerson(
        "shopper_zh",
        "lin@shop.example",
        "雨桐",
        "林",
        "zh",
        addresses=(
            {
                "name": "林雨桐",
                "address1": "Rue des Tilleuls 27",
                "city": "Bruxelles",
                "zip": "1050",
                "country": "BE",
                "is_default": True,
            },
        ),
        payment_methods=(_card("测试卡（通过）", "4242", "tok_approve"),),
    ),
)
