"""Stock as the console lists it, with what lies low."""
