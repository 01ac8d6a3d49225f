"""What a change, a return or an exchange can be, and what can be changed."""

ADDRESS, PAYMENT, ITEMS, EXCHANGE = "address", "payment", "items", "exchange"  # kind of a change
RUNNING, PAYMENT_REVIEW, MADE, REFUSED = "running", "payment_review", "made", "refused"  # state of a change
UNFINISHED = (RUNNING, PAYMENT_REVIEW)
REQUESTED, RECEIVED, COMPLETED, REJECTED = "requested", "received", "completed", "rejected"  # of returns, exchanges
