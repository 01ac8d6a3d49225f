"""Changes of placed orders: from what was asked for to a changed order, whatever happens on the way."""
