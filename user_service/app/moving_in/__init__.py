"""Customers who come along from another shop, with their addresses, saved payment methods and gift cards."""
