"""Promises of stock to orders, and goods that come back."""
