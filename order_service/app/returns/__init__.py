"""Returns: delivered goods that come back, and the money that follows them."""
