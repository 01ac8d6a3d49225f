"""The first owner of an empty shop, by a link that works once."""
