"""The shop window: serves the front end, and tells it where the services are."""
