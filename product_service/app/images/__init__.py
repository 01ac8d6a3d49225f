"""Putting images on products; the media feature keeps and serves them."""
