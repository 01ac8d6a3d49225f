"""Shipping methods: what delivery costs, as data of the shop."""
