"""How an order can be paid in this shop, for whoever is about to."""
