"""What the front end is told before it begins: /config.json."""
