"""Whether a notice is Stripe's (docs.stripe.com/webhooks/signature): `t=…,v1=…` over "t.body", SHA-256."""

import hmac
from datetime import datetime
from hashlib import sha256

from common.errors import BadRequest

TOLERANCE = 300.0  # seconds: an older one may be somebody's copy


class BadSignature(BadRequest):
    code = "bad_signature"
    title = "This notice is not signed as agreed"


def check(secret: str, header: str, body: bytes, now: datetime) -> None:
    """Returns when the header holds a fresh signature of the body; BadSignature otherwise."""
    parts = [part.partition("=")[::2] for part in header.split(",")]
    stamps = [value for name, value in parts if name.strip() == "t"]
    given = [value for name, value in parts if name.strip() == "v1"]
    if len(stamps) != 1 or not (stamps[0].isascii() and stamps[0].isdigit() and len(stamps[0]) < 13):
        raise BadSignature("Stripe-Signature carries no time.")
    if abs(now.timestamp() - int(stamps[0])) > TOLERANCE:
        raise BadSignature("It was signed too long ago.")
    right = hmac.new(secret.encode(), stamps[0].encode() + b"." + body, sha256).hexdigest()
    if not any(hmac.compare_digest(right.encode(), each.encode()) for each in given):
        raise BadSignature("It was signed with another secret, or changed on its way.")
