"""Previews of promotions: what a cart would pay with one, before anybody may have it."""
