"""What an order, its checkout and its payment can be."""

PLACING, PLACED, REFUSED, PAYMENT_REVIEW = "placing", "placed", "refused", "payment_review"  # checkout_state

PENDING, PENDING_MODIFIED, PROCESSED, DELIVERED = "pending", "pending (item modified)", "processed", "delivered"
CANCELLED, RETURN_REQUESTED, EXCHANGE_REQUESTED = "cancelled", "return requested", "exchange requested"
SENDABLE = (PENDING, PENDING_MODIFIED)
STATUSES = (  # while it is being placed an order's status is `placing`, once refused `refused`
    *(PLACING, REFUSED, PENDING, PENDING_MODIFIED, PROCESSED),
    *(DELIVERED, CANCELLED, RETURN_REQUESTED, EXCHANGE_REQUESTED),
)
UNPAID, PAID, UNCLEAR = "unpaid", "paid", "unclear"  # payment_status
REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED = "refund_pending", "partially_refunded", "refunded"

UNFULFILLED, PARTIALLY_FULFILLED, FULFILLED = "unfulfilled", "partially_fulfilled", "fulfilled"  # fulfilment_status
