"""Orders: what was bought, frozen."""
