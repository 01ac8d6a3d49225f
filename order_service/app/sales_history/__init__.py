"""What was sold before the shop moved in: invoices, credits and write-offs as they stood in other books."""
