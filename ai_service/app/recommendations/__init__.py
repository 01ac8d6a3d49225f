"""What goes well with what."""
