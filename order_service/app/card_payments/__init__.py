"""Card payments that the shopper confirms in the browser before checking out."""
