"""AI staff: chat, agents, tools, confirmations, policies, recommendations and the built-in model."""
