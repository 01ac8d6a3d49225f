"""Deals: carts, checkout, payments, orders."""
