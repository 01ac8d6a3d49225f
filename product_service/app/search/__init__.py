"""Finding products: the text index, ranking, facets, spelling and completions."""
