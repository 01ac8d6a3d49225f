"""Agents: prompt, tools, limits, and the loop that runs them."""
