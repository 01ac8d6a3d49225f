"""`make retail`: plays recorded customer-service cases against a shop of its own and compares what has become of it."""
