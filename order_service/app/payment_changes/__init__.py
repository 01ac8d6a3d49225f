"""Payment changes: a pending order paid in another way."""
