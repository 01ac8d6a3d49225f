"""Prices: pure arithmetic over integers of minor units."""
