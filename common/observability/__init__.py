"""Logs, request context, metrics and audit."""
