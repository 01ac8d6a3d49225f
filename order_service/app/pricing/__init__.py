"""Prices: pure arithmetic over integers of minor units; docs/pricing.md tells the rules with figures."""
