"""The rooms of user_service."""
