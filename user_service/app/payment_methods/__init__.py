"""Saved payment methods: references to what a payment provider keeps, never the card itself."""
