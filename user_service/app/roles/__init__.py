"""What roles there are and what each may do."""
