"""Chat: turns that run on their own, streamed as server-sent events."""
