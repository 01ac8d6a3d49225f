"""What happened to an order, one thing after the other."""
