"""Mails about orders."""
