"""Checkout: from a cart to an order, whatever happens on the way."""
