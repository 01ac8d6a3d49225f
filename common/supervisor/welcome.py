"""What the suite prints when it opens: the addresses, and once how to sign in."""

import json
from collections.abc import Iterable
from pathlib import Path

from common.supervisor.plan import Placed

FIRST_START = "first-start.json"


def table(services: Iterable[Placed], others: dict[str, str]) -> str:
    """One line per service, then whatever else has an address."""
    by_port = sorted(services, key=lambda each: each.port)
    rows = [(each.service.short_name, each.url, each.service.about) for each in by_port]
    rows += [(name, value, "") for name, value in others.items()]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    lines = [f"  {name:<{first}}   {address:<{second}}   {about}".rstrip() for name, address, about in rows]
    return "\n".join(["", *lines, ""])


def without_password(url: str) -> str:
    """An address that may be shown."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def take_sign_in(data_dir: Path) -> str | None:
    """How to sign in, left by user_service on the first start; printed once, so the file goes with it."""
    path = data_dir / FIRST_START
    try:
        left = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    path.unlink()
    rows = [
        (role.replace("_", " "), *((value["email"], value["password"]) if isinstance(value, dict) else (value, "")))
        for role, value in left.items()
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ["  To sign in; shown once, so keep it (only hashes are stored, deleting DATA_DIR starts afresh):"]
    lines += ["    " + "   ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([*(line.rstrip() for line in lines), ""])
