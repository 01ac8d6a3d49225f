"""The map of the shop: its services, where they listen and whom they call; `python main.py` runs them all."""

import sys
from pathlib import Path

from common.supervisor import Service, run

SERVICES = (
    Service(
        name="user_service",
        module="user_service.main",
        port_setting="USER_SERVICE_PORT",
        port=8001,
        health="/readyz",
        depends_on=(),
        about="people: accounts, tokens, roles, addresses · /docs",
    ),
    Service(
        name="product_service",
        module="product_service.main",
        port_setting="PRODUCT_SERVICE_PORT",
        port=8002,
        health="/readyz",
        depends_on=(),
        about="things: catalogue, stock, search, imports · /docs",
    ),
    Service(
        name="order_service",
        module="order_service.main",
        port_setting="ORDER_SERVICE_PORT",
        port=8003,
        health="/readyz",
        depends_on=("user_service", "product_service"),
        about="deals: carts, checkout, payments, orders · /docs",
    ),
    Service(
        name="ai_service",
        module="ai_service.main",
        port_setting="AI_SERVICE_PORT",
        port=8004,
        health="/readyz",
        depends_on=("user_service", "product_service", "order_service"),
        about="staff: the assistant, its agents and tools · /docs",
    ),
    Service(
        name="web_service",
        module="web_service.main",
        port_setting="WEB_SERVICE_PORT",
        port=8000,
        health="/readyz",
        depends_on=(),
        about="the shop window · /admin for the staff",
        has_database=False,
    ),
)

if __name__ == "__main__":
    sys.exit(run(SERVICES, root=Path(__file__).resolve().parent))
