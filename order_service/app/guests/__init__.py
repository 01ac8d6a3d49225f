"""Guests who sign in."""
