"""Signing in: people by password, guests, services by secret."""
