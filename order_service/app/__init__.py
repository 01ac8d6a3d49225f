"""The application of order_service."""
