"""Writes every service's OpenAPI document into a folder: python -m scripts.openapi FOLDER."""

import importlib
import sys
from pathlib import Path

import orjson

from common.config import load_settings

SERVICES = {"user": "UserSettings", "product": "ProductSettings", "order": "OrderSettings", "ai": "AiSettings"}


def document(service: str) -> bytes:
    """What this service's /openapi.json answers, made without starting it."""
    factory = importlib.import_module(f"{service}_service.app.factory")
    settings = getattr(importlib.import_module(f"{service}_service.app.settings"), SERVICES[service])
    app = factory.create_app(load_settings(settings))
    return orjson.dumps(app.openapi(), option=orjson.OPT_SORT_KEYS)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for service in SERVICES:
        (folder / f"{service}.json").write_bytes(document(service))


if __name__ == "__main__":
    main()
