"""The demo catalogue: our own products, texts and pictures, so that a fresh shop can be tried at once."""
