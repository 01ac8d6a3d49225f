"""Exchanges: delivered goods for other variants of the same products."""
