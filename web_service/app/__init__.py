"""The Flask app and what belongs to it."""
