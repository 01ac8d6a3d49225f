"""Idempotency keys: the same key and body get the same reply for at least a day, another body is refused."""

from common.idempotency.dependencies import IdempotencyKey
from common.idempotency.errors import KeyReused
from common.idempotency.keys import Idempotency
from common.idempotency.receipts import Receipt
from common.idempotency.records import idempotency_table

__all__ = ["Idempotency", "IdempotencyKey", "KeyReused", "Receipt", "idempotency_table"]
