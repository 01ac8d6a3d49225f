"""The audit log: who did what with money and orders."""
