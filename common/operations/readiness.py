"""What a service cannot do without, and what it can."""

import asyncio
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from common.observability.logs import get_logger

if TYPE_CHECKING:
    from common.runtime import Runtime

log = get_logger(__name__)
States = dict[str, str]


async def readiness(runtime: "Runtime") -> tuple[States, States]:
    """(needs, can do without): the state of each; a service is ready when all it needs are `ok`."""
    needs = {"database": "ok"}
    try:
        await asyncio.wait_for(runtime.database.ping(), timeout=2)
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        log.warning("not ready", reason=str(error))
        needs["database"] = "unreachable"
    return needs, {"valkey": "ok" if await runtime.valkey.ping() else "away"}
