"""Categories of the catalogue."""
