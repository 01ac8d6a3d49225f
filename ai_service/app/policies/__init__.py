"""The shop's policy texts and the search over them."""
