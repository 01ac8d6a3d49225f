"""What user_service's log says of the shop's settings, as far as this service goes by them."""
