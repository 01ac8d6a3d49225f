"""The demo reviews as written in res/demo/reviews.json: [stars, language, name, title, text, days ago] each."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import orjson

from product_service.app.demo.catalogue import FOLDER

Written = dict[str, list[list[Any]]]


def written() -> Written:
    """{handle: reviews}."""
    found: Written = orjson.loads((FOLDER / "reviews.json").read_bytes())
    return found


def rows_of(reviews: Written, product_ids: Mapping[str, str], now: datetime) -> list[dict[str, Any]]:
    """The rows to store; nobody bought anything, so none of them is a verified purchase."""
    rows = []
    for handle, listed in reviews.items():
        for place, (rating, language, author, title, text, days) in enumerate(listed, 1):
            moment = now - timedelta(days=days)
            rows.append(
                {
                    "product_id": product_ids[handle],
                    "customer_id": f"demo_{handle}_{place}",
                    "author_name": author,
                    "language": language,
                    "rating": rating,
                    "title": title,
                    "text": text,
                    "created_at": moment,
                    "updated_at": moment,
                }
            )
    return rows
