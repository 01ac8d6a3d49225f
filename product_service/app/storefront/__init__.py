"""What the shop window asks for besides one product: lists with facets, picks, related products, completions."""
