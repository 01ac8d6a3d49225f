"""People: accounts, tokens, roles, addresses, saved payment methods, audit."""
