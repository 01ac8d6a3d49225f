"""Products and variants: public reading, staff writing, prices for the other services."""

from hashlib import blake2b
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Path, Query, Request, Response

from common.errors import InvalidInput
from common.languages import localized
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import NotSignedIn, OptionalCaller, ServiceCaller, permitted
from common.service import json_response
from product_service.app.dependencies import Catalogue, Products
from product_service.app.products import schemas
from product_service.app.products.models import ACTIVE
from product_service.app.products.reader import ProductFilter
from product_service.app.products.rendering import Words, all_languages
from product_service.app.shapes import ProductSummary

router = APIRouter(prefix="/api/v1", tags=["products"])
internal = APIRouter(prefix="/internal/v1", tags=["internal"])
staff = [permitted("catalogue:write")]

Key = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Word = Annotated[str | None, Query(min_length=1, max_length=255, pattern=r"^[^\x00]+$")]
Minor = Annotated[int | None, Query(ge=0, le=10**15, description="In minor units.")]
Ids = Annotated[str | None, Query(min_length=1, max_length=6600, description="Up to 100 ids, separated by commas.")]
Texts = Annotated[str, Query(pattern="^(one|all)$", description="`all` gives every language, to staff.")]
Status = Annotated[str, Query(pattern="^(active|draft|all)$", description="Other than `active` is for staff.")]
MOST_IDS = 100
Documented = dict[int | str, dict[str, Any]]
_PAGE: Documented = {200: {"model": Page[ProductSummary]}}
_PRODUCT: Documented = {200: {"model": schemas.Product}, 304: {"description": "You have it already."}}
_CREATED: Documented = {201: {"model": schemas.Product}}
_VARIANT: Documented = {200: {"model": schemas.Variant}}
_QUOTES: Documented = {200: {"model": schemas.VariantQuotes}}


@router.get("/products", response_model=None, responses=_PAGE)
async def list_products(
    products: Products,
    caller: OptionalCaller,
    category: Word = None,
    vendor: Word = None,
    min_price: Minor = None,
    max_price: Minor = None,
    in_stock: bool | None = None,
    ids: Ids = None,
    sort: schemas.Sort = "newest",
    status: Status = ACTIVE,
    texts: Texts = "one",
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """Products of the shop, newest first; filters narrow, `cursor` goes on where a page ended."""
    if status != ACTIVE:
        _require_staff(caller)
    chosen = _split(ids)
    wanted = ProductFilter(category, vendor, min_price, max_price, in_stock, chosen, status)
    return json_response(await products.page(wanted, sort, cursor or None, limit, _words(texts, caller)))


@router.get("/products/{product_id}", response_model=None, responses=_PRODUCT)
async def read_product(
    product_id: Key, request: Request, products: Products, caller: OptionalCaller, texts: Texts = "one"
) -> Response:
    """A product with variants, options, prices, availability and media."""
    public = caller is None or not caller.may("catalogue:write")
    return _tagged(request, await products.product(product_id, _words(texts, caller), public=public))


@router.post("/products", status_code=201, response_model=None, responses=_CREATED, dependencies=staff)
async def create_product(given: schemas.ProductCreate, catalogue: Catalogue, products: Products) -> Response:
    product_id = await catalogue.create_product(given)
    return json_response(
        await products.product(product_id, public=False), 201, {"Location": f"/api/v1/products/{product_id}"}
    )


@router.patch("/products/{product_id}", response_model=None, responses=_PRODUCT, dependencies=staff)
async def update_product(
    product_id: Key, given: schemas.ProductUpdate, catalogue: Catalogue, products: Products
) -> Response:
    await catalogue.update_product(product_id, given)
    return json_response(await products.product(product_id, public=False))


@router.delete("/products/{product_id}", status_code=204, dependencies=staff)
async def delete_product(product_id: Key, catalogue: Catalogue) -> None:
    """Take it out of the shop; orders keep what they sold."""
    await catalogue.delete_product(product_id)


@router.post(
    "/products/{product_id}/variants", status_code=201, response_model=None, responses=_VARIANT, dependencies=staff
)
async def create_variant(
    product_id: Key, given: schemas.VariantCreate, catalogue: Catalogue, products: Products
) -> Response:
    variant_id = await catalogue.add_variant(product_id, given)
    return json_response(await products.variant(variant_id, public=False), 201)


@router.get("/variants/{variant_id}", response_model=None, responses=_VARIANT)
async def read_variant(variant_id: Key, products: Products, caller: OptionalCaller, texts: Texts = "one") -> Response:
    public = caller is None or not caller.may("catalogue:write")
    return json_response(await products.variant(variant_id, _words(texts, caller), public=public))


@router.patch("/variants/{variant_id}", response_model=None, responses=_VARIANT, dependencies=staff)
async def update_variant(
    variant_id: Key, given: schemas.VariantUpdate, catalogue: Catalogue, products: Products
) -> Response:
    await catalogue.update_variant(variant_id, given)
    return json_response(await products.variant(variant_id, public=False))


@router.delete("/variants/{variant_id}", status_code=204, dependencies=staff)
async def delete_variant(variant_id: Key, catalogue: Catalogue) -> None:
    await catalogue.delete_variant(variant_id)


@internal.get("/variants", response_model=None, responses=_QUOTES)
async def quote_variants(
    products: Products, caller: ServiceCaller, ids: Annotated[str, Query(min_length=1, max_length=13_200)]
) -> Response:
    """What these variants are called, cost, and how many there are; unknown ids are missing."""
    quotes = await products.quote([key for key in ids.split(",") if key][: 2 * MOST_IDS])
    return json_response({"items": quotes})


class TooManyIds(InvalidInput):
    code = "too_many_ids"


def _split(ids: str | None) -> list[str] | None:
    if ids is None:
        return None
    chosen = [key for key in ids.split(",") if key]
    if len(chosen) > MOST_IDS:
        raise TooManyIds(f"At most {MOST_IDS} ids are taken at once.")
    return chosen


def _words(texts: str, caller: Caller | None) -> Words:
    if texts == "one":
        return localized
    _require_staff(caller)
    return all_languages


def _require_staff(caller: Caller | None) -> None:
    if caller is None:
        raise NotSignedIn
    caller.require("catalogue:write")


def _tagged(request: Request, content: Any) -> Response:
    """The answer with its ETag, or 304 for a reader who has it; the response cache keeps the tag."""
    body = orjson.dumps(content)
    headers = {"ETag": f'"{blake2b(body, digest_size=12).hexdigest()}"', "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")
