"""Shapes of reviews over HTTP."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from common.pagination import Page
from common.texts import Text

Stars = Annotated[int, Field(ge=1, le=5)]
Language = Literal["en", "zh"]
Status = Literal["shown", "hidden"]
Sort = Literal["newest", "highest", "lowest"]
MOST_IN_BULK = 200


def _no_email(name: str) -> str:
    if "@" in name:
        raise ValueError("this name is shown to everybody; do not give an email address")
    return name.strip()


ShownName = Annotated[Text, Field(max_length=60), AfterValidator(_no_email)]
ReviewTitle = Annotated[Text, Field(max_length=120), AfterValidator(str.strip)]
ReviewText = Annotated[Text, Field(max_length=5000), AfterValidator(str.strip)]
Reason = Annotated[Text, Field(min_length=1, max_length=300)]


class ReviewCreate(BaseModel):
    """`author_name` is shown; left empty the reader sees "A customer". `language` defaults to the request's."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "rating": 4,
                "title": "Quiet, a little small",
                "text": "Half a year in the library and nobody has turned round yet.",
                "author_name": "Mira L.",
                "language": "en",
            }
        },
    )

    rating: Stars
    title: ReviewTitle = ""
    text: ReviewText = ""
    author_name: ShownName = ""
    language: Language | None = None


class ReviewUpdate(BaseModel):
    """What is left out stays."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"rating": 5}})

    rating: Stars | None = None
    title: ReviewTitle | None = None
    text: ReviewText | None = None
    author_name: ShownName | None = None
    language: Language | None = None


class Review(BaseModel):
    """A review as everybody reads it; `verified_purchase` when an order of this customer had the product."""

    id: str
    product_id: str
    author_name: str
    language: Language
    rating: int
    title: str
    text: str
    verified_purchase: bool
    created_at: datetime
    updated_at: datetime


class OwnReview(Review):
    """A review as its author sees it, also when the shop hides it."""

    status: Status
    hidden_reason: str | None


class StaffReview(OwnReview):
    """A review as staff sees it."""

    product_title: str
    customer_id: str
    hidden_by: str | None


class RatingSummary(BaseModel):
    """What all shown reviews of a product say together; `average` is null where there is none."""

    average: float | None
    count: int
    stars: dict[str, int] = Field(description="How many reviews gave 1, 2, 3, 4 and 5 stars.")


class ProductReviews(Page[Review]):
    """One page of a product's reviews, with the summary of all of them."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "items": [
                    {
                        "id": "rev_01j",
                        "product_id": "prd_01j",
                        "author_name": "Mira L.",
                        "language": "en",
                        "rating": 4,
                        "title": "Quiet, a little small",
                        "text": "Half a year in the library and nobody has turned round yet.",
                        "verified_purchase": True,
                        "created_at": "2026-03-02T10:15:00+00:00",
                        "updated_at": "2026-03-02T10:15:00+00:00",
                    }
                ],
                "next_cursor": None,
                "summary": {"average": 4.0, "count": 1, "stars": {"1": 0, "2": 0, "3": 0, "4": 1, "5": 0}},
            }
        }
    )

    summary: RatingSummary


class Hiding(BaseModel):
    """Why a review is kept out of sight; its author can read it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"reason": "Insults another customer"}})

    reason: Reason


class ReviewBulk(BaseModel):
    """Hide or show several reviews at once; hiding needs a reason."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"ids": ["rev_01j"], "action": "hide", "reason": "Spam"}}
    )

    ids: Annotated[list[Annotated[Text, Field(min_length=1, max_length=64)]], Field(min_length=1, max_length=200)]
    action: Literal["hide", "unhide"]
    reason: Reason | None = None


class ReviewBulkResult(BaseModel):
    id: str
    result: Literal["changed", "unchanged", "not_found"]


class ReviewBulkResults(BaseModel):
    results: list[ReviewBulkResult]
