"""Orders that come along from another shop under their own ids, with what was sent and what was paid."""
