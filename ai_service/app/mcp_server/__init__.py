"""The shop as an MCP server: the agents' own tools, for other people's agents."""
