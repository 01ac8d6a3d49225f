"""Promotions: coupons and what they take off."""
