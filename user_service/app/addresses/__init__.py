"""Where people want things sent: plain records, each its owner's."""
