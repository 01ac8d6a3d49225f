"""Ratings and reviews of products: what shoppers write, and what staff keeps out of sight."""
