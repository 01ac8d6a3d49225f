"""Reports: what was sold, counted by the database."""
