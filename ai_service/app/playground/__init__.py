"""Trying an agent out: one turn of a draft or a version, step by step, with no effect on the shop."""
