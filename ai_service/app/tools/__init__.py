"""What agents can do: typed functions over the shop's own services."""
