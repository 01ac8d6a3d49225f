"""Invoices and credit notes: what an order came to, frozen and numbered without gaps."""
