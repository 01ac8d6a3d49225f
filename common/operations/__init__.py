"""How a service is doing, and its own log lines, for the staff's console."""
