"""Refunds by the staff: money back, and goods where they come back too."""
