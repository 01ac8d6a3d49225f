"""Fulfilments: what was sent, and that it arrived."""
