"""Products that come along from another shop under their own ids, with variants and stock."""
