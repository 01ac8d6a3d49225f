"""Reviews as JSON."""

from collections.abc import Collection, Mapping
from typing import Any

from common.languages import localized
from product_service.app.base import Record

Json = dict[str, Any]
SOMEBODY = {"en": "A customer", "zh": "一位顾客"}
_PUBLIC = ("id", "product_id", "language", "rating", "title", "text", "created_at", "updated_at")


def review(row: Record, buyers: Collection[tuple[str, str]]) -> Json:
    """A review as everybody reads it; `buyers` are the (customer_id, product_id) that order_service vouches for."""
    shown = {name: getattr(row, name) for name in _PUBLIC}
    verified = (row.customer_id, row.product_id) in buyers
    return {**shown, "author_name": row.author_name or localized(SOMEBODY), "verified_purchase": verified}


def own_review(row: Record, buyers: Collection[tuple[str, str]]) -> Json:
    return {**review(row, buyers), "status": row.status, "hidden_reason": row.hidden_reason}


def staff_review(row: Record, buyers: Collection[tuple[str, str]], titles: Mapping[str, Any]) -> Json:
    more = {"customer_id": row.customer_id, "hidden_by": row.hidden_by}
    return {**own_review(row, buyers), **more, "product_title": localized(titles.get(row.product_id))}


def summary(stars: Mapping[int, int]) -> Json:
    """Average (two digits), count, and how many gave each number of stars."""
    count = sum(stars.values())
    total = sum(rating * number for rating, number in stars.items())
    return {
        "average": round(total / count, 2) if count else None,
        "count": count,
        "stars": {str(rating): stars.get(rating, 0) for rating in range(1, 6)},
    }
