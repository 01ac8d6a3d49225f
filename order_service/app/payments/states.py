"""What a payment, a refund and a ledger entry can be."""

# of a payment: created (the provider may not know it yet) and what the provider made of it; of a refund: created, done
CREATED, CAPTURED, DECLINED, VOIDED, DONE = "created", "captured", "declined", "voided", "done"
PAYMENT, REFUND = "payment", "refund"  # types of ledger entries
