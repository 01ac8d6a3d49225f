"""Tariffs: what a shop charges for delivery, owes in taxes and takes off by itself, at one moment."""
