"""Budgets: what the AI staff may use up, and the stop before a call that would go beyond."""
