"""Cancellations: money back, stock back."""
