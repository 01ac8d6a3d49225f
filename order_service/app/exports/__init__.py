"""Orders as a download."""
