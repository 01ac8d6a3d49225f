"""Tax rates: by country and state, as data of the shop."""
