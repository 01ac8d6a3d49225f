"""The audit log: who changed what about the AI staff."""
