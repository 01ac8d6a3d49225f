"""Reviews over HTTP: public reading, one's own, and staff's list."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import AnyCaller, permitted
from common.service import json_response
from product_service.app.dependencies import Reviews
from product_service.app.reviews import schemas
from product_service.app.reviews.models import SHOWN
from product_service.app.reviews.service import ReviewFilter

router = APIRouter(prefix="/api/v1", tags=["reviews"])
Key = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Cursor = Annotated[str | None, Query(max_length=2000)]
Rating = Annotated[int | None, Query(ge=1, le=5, description="Only reviews with so many stars.")]
ProductId = Annotated[str | None, Query(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Sought = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$")]
Staff = Annotated[Caller, permitted("catalogue:write")]
Documented = dict[int | str, dict[str, Any]]
_OF_PRODUCT: Documented = {200: {"model": schemas.ProductReviews}}
_OWN: Documented = {200: {"model": schemas.OwnReview}}
_CREATED: Documented = {201: {"model": schemas.OwnReview}}
_MINE: Documented = {200: {"model": Page[schemas.OwnReview]}}
_STAFF: Documented = {200: {"model": schemas.StaffReview}}
_LIST: Documented = {200: {"model": Page[schemas.StaffReview]}}
_BULK: Documented = {200: {"model": schemas.ReviewBulkResults}}


@router.get("/products/{product_id}/reviews", response_model=None, responses=_OF_PRODUCT)
async def list_product_reviews(
    product_id: Key,
    reviews: Reviews,
    sort: schemas.Sort = "newest",
    rating: Rating = None,
    language: schemas.Language | None = None,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Response:
    """What customers say about a product; `summary` counts all shown reviews, whatever the page is narrowed to."""
    wanted = ReviewFilter(product_id=product_id, status=SHOWN, rating=rating, language=language)
    return json_response(await reviews.of_product(product_id, wanted, sort, cursor or None, limit))


@router.post("/products/{product_id}/reviews", status_code=201, response_model=None, responses=_CREATED)
async def write_review(product_id: Key, given: schemas.ReviewCreate, caller: AnyCaller, reviews: Reviews) -> Response:
    """Review a product; once for each customer (409 `already_reviewed` names the review there is)."""
    review_id = await reviews.write(product_id, caller, given)
    return json_response(await reviews.own(review_id), 201, {"Location": f"/api/v1/reviews/{review_id}"})


@router.get("/reviews/mine", response_model=None, responses=_MINE)
async def list_own_reviews(
    caller: AnyCaller,
    reviews: Reviews,
    product_id: ProductId = None,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Response:
    """The caller's own reviews, newest first; with `product_id` the one of that product, if there is one."""
    wanted = ReviewFilter(product_id=product_id, customer_id=caller.subject_id)
    return json_response(await reviews.of_customer(wanted, cursor or None, limit))


@router.get("/reviews", response_model=None, responses=_LIST)
async def list_reviews(
    caller: Staff,
    reviews: Reviews,
    status: schemas.Status | None = None,
    rating: Rating = None,
    product_id: ProductId = None,
    language: schemas.Language | None = None,
    q: Sought = None,
    sort: schemas.Sort = "newest",
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Response:
    """For staff: reviews of all products, hidden ones too; `q` looks in names, titles and texts."""
    wanted = ReviewFilter(product_id, None, status, rating, language, q)
    return json_response(await reviews.for_staff(wanted, sort, cursor or None, limit))


@router.post("/reviews/bulk", response_model=None, responses=_BULK)
async def judge_reviews(given: schemas.ReviewBulk, caller: Staff, reviews: Reviews) -> Response:
    """Hide or show up to 200 reviews in one transaction; every one has its result. Safe to send again."""
    return json_response({"results": await reviews.judge_many(given, caller)})


@router.patch("/reviews/{review_id}", response_model=None, responses=_OWN)
async def change_review(review_id: Key, given: schemas.ReviewUpdate, caller: AnyCaller, reviews: Reviews) -> Response:
    """Change one's own review; what staff hid stays hidden."""
    await reviews.change(review_id, caller, given)
    return json_response(await reviews.own(review_id))


@router.delete("/reviews/{review_id}", status_code=204)
async def withdraw_review(review_id: Key, caller: AnyCaller, reviews: Reviews) -> None:
    """Take one's own review back."""
    await reviews.withdraw(review_id, caller)


@router.post("/reviews/{review_id}/hide", response_model=None, responses=_STAFF)
async def hide_review(review_id: Key, given: schemas.Hiding, caller: Staff, reviews: Reviews) -> Response:
    """Keep a review out of sight, for a reason its author can read; it no longer counts for the rating."""
    await reviews.hide(review_id, caller, given.reason)
    return json_response(await reviews.one_for_staff(review_id))


@router.post("/reviews/{review_id}/unhide", response_model=None, responses=_STAFF)
async def unhide_review(review_id: Key, caller: Staff, reviews: Reviews) -> Response:
    await reviews.unhide(review_id, caller)
    return json_response(await reviews.one_for_staff(review_id))
