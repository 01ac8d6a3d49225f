"""Payments: attempts, refunds, the ledger and the providers behind them."""
