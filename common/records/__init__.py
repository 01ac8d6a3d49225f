"""Plain records over HTTP: categories, addresses, shipping methods and their like."""

from common.records.routes import Change, RecordEndpoints

__all__ = ["Change", "RecordEndpoints"]
