"""Signed-in sessions: their refresh tokens, their end, and how the other services hear of it."""
