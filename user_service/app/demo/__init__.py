"""The people of the demo shop, so that a fresh one can be tried at once."""
