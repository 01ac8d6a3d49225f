"""Quotes: what product_service says a variant is and costs now."""
