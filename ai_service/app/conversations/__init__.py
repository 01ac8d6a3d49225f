"""Conversations: their turns, kept in the database, and the model's context, kept in Valkey."""
