"""Carts: what a shopper or guest means to buy."""
