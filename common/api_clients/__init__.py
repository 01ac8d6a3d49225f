"""Typed clients of the sibling services and of LLM providers."""
