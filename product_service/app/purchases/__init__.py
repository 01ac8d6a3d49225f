"""Who bought what, learned from order_service: it vouches for reviews and says what sells."""
