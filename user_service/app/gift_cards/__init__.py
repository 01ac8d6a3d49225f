"""Gift cards: what is on them, what is promised to payments, and the ledger of every change."""
