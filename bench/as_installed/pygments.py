"""Stands before pygments, which httpx imports where it finds it, for the same reason as rich.py."""

raise ImportError("not among what a shop runs on")
