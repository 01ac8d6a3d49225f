"""What a shop says of itself and how it is run: name, contact, banner, legal texts, return window."""
