"""Brings every database to the newest tables without starting the suite (make migrate)."""

import asyncio
import importlib
import sys

from common.config import Settings, load_settings
from common.database import Database
from common.database.ownership import FileInUse

SERVICES = ("user_service", "product_service", "order_service", "ai_service")


async def migrate(service: str) -> str:
    """What was done for one service, in words."""
    module = importlib.import_module(f"{service}.app.settings")
    settings_class = next(
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Settings) and each.service == service
    )
    importlib.import_module(f"{service}.app.factory")  # knows every table of the service
    metadata = importlib.import_module(f"{service}.app.base").Base.metadata
    database = Database(load_settings(settings_class), metadata)
    await database.start()
    await database.stop()
    return f"{service}: {database.dialect} has the newest tables"


def main() -> int:
    for service in SERVICES:
        try:
            print(asyncio.run(migrate(service)))
        except FileInUse as reason:
            print(f"{service}: {reason}; a running service has migrated its tables already", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
