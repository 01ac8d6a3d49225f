"""The LLM client: what a chat model is, the OpenAI-compatible wire, and fail-over between models."""
