"""Products and their variants, as staff keep them and shoppers see them."""
