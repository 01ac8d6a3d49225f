"""Proposals that wait for the shopper's decision."""
