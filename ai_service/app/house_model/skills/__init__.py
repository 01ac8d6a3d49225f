"""What the house model can do, one room per subject; every skill is a generator of tool calls ending in a text."""
