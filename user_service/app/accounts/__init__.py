"""People's accounts: registration, profile, password, the roles they hold."""
