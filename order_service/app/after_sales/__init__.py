"""What was asked for after the sale: changes, returns and exchanges, as they are written down and shown."""
