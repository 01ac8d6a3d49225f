"""The product service's room."""
