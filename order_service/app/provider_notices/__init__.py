"""What payment providers tell the shop unasked."""
