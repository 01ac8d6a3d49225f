"""Kill switches: writes of the shop's agents, of one of them, or of one tool, stopped at once."""
