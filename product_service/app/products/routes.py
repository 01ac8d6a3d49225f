"""Products and variants: public reading, staff writing, prices for the other services."""

from hashlib import blake2b, sha256
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Header, Path, Query, Request, Response

from common.database import current_tenant
from common.errors import InvalidInput
from common.ids import new_id
from common.languages import localized
from common.pagination import DEFAULT_LIMIT, PageLimit
from common.security.caller import Caller
from common.security.dependencies import NotSignedIn, OptionalCaller, ServiceCaller, permitted
from common.service import json_response
from common.service.versions import Versioned, version_in
from product_service.app.dependencies import Bulk, Catalogue, Database, Idempotent, Products, Storefront
from product_service.app.products import schemas
from product_service.app.products.models import ACTIVE
from product_service.app.products.reader import ProductFilter
from product_service.app.products.rendering import Words, all_languages
from product_service.app.search.facets import MAX_CHOICES, facet_choices

router = APIRouter(prefix="/api/v1", tags=["products"])
internal = APIRouter(prefix="/internal/v1", tags=["internal"])
staff = [permitted("catalogue:write")]

Key = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Word = Annotated[str | None, Query(min_length=1, max_length=255, pattern=r"^[^\x00]+$")]
Minor = Annotated[int | None, Query(ge=0, le=10**15, description="In minor units.")]
Currency = Annotated[
    str | None,
    Query(pattern="^[A-Z]{3}$", description="Prices in it, and in lists only what has one; else each in its own."),
]
Stars = Annotated[int | None, Query(ge=1, le=5, description="Only what is rated so many stars or more.")]
Ids = Annotated[str | None, Query(min_length=1, max_length=6600, description="Up to 100 ids, separated by commas.")]
Texts = Annotated[str, Query(pattern="^(one|all)$", description="`all` gives every language, to staff.")]
Status = Annotated[str, Query(pattern="^(active|draft|archived|all)$", description="Other than `active` is for staff.")]
Facets = Annotated[list[str], Query(max_length=MAX_CHOICES, description="`name:value`; may be repeated.")]
Sought = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$", description="Staff: title, vendor or SKU.")]
OptionalKey = Annotated[
    str | None, Header(alias="Idempotency-Key", min_length=1, max_length=255, pattern=r"^[\x21-\x7e]+$")
]
MOST_IDS = 100
Documented = dict[int | str, dict[str, Any]]
STAFF_SORTS = frozenset({"updated", "stock", "-stock", "-title"})
_PAGE: Documented = {200: {"model": schemas.ProductList}}
_BULK: Documented = {200: {"model": schemas.ProductBulkResults}}
_READ: Documented = {
    200: {"model": schemas.Product | schemas.ProductInLanguages, "description": "With `texts=all` the second shape."},
    304: {"description": "You have it already."},
}
_PRODUCT: Documented = {200: {"model": schemas.Product}, 304: {"description": "You have it already."}}
_CREATED: Documented = {201: {"model": schemas.Product}}
_VARIANT: Documented = {200: {"model": schemas.Variant}}
_READ_VARIANT: Documented = {200: {"model": schemas.Variant | schemas.VariantInLanguages}}
_QUOTES: Documented = {200: {"model": schemas.VariantQuotes}}


@router.get("/products", response_model=None, responses=_PAGE)
async def list_products(
    products: Products,
    storefront: Storefront,
    caller: OptionalCaller,
    category: Word = None,
    vendor: Word = None,
    min_price: Minor = None,
    max_price: Minor = None,
    in_stock: bool | None = None,
    min_rating: Stars = None,
    currency: Currency = None,
    ids: Ids = None,
    facet: Facets = [],  # noqa: B006 - FastAPI copies it
    facets: Annotated[
        bool, Query(description="Also answer what the whole list has: `total`, `facets`, `ratings`.")
    ] = False,
    q: Sought = None,
    sort: schemas.Sort = "newest",
    status: Status = ACTIVE,
    counts: Annotated[bool, Query(description="Staff: also how many products there are of each status.")] = False,
    texts: Texts = "one",
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """Products of the shop, newest first; filters narrow, `cursor` goes on where a page ended.

    Staff sees `staff` in every product, drafts and archived ones, looks for words (`q`) and sorts by stock or change.
    """
    prices = (min_price, max_price)
    wanted = ProductFilter(category, vendor, *prices, in_stock, _split(ids), status, q or None, min_rating, currency)
    words = _words(texts, caller)
    for_staff = caller is not None and caller.may("catalogue:write")
    if status != ACTIVE or wanted.text or counts or sort in STAFF_SORTS:
        _require_staff(caller)
    if facet or facets:
        _refuse_with_facets(wanted, sort)
        chosen = facet_choices(facet)
        return json_response(await storefront.browse(wanted, chosen, sort, cursor or None, limit, facets=facets))
    if for_staff:
        return json_response(await products.staff_page(wanted, sort, cursor or None, limit, words, counts=counts))
    return json_response(await products.page(wanted, sort, cursor or None, limit, words))


@router.get("/products/{product_id}", response_model=None, responses=_READ)
async def read_product(
    product_id: Key,
    request: Request,
    products: Products,
    caller: OptionalCaller,
    texts: Texts = "one",
    currency: Currency = None,
) -> Response:
    """A product with variants, options, prices, availability and media."""
    public = caller is None or not caller.may("catalogue:write")
    words = _words(texts, caller)
    return _tagged(request, await products.product(product_id, words, public=public, currency=currency))


@router.post("/products", status_code=201, response_model=None, responses=_CREATED, dependencies=staff)
async def create_product(given: schemas.ProductCreate, catalogue: Catalogue, products: Products) -> Response:
    product_id = await catalogue.create_product(given)
    return json_response(
        await products.product(product_id, public=False), 201, {"Location": f"/api/v1/products/{product_id}"}
    )


@router.post("/products/bulk", response_model=None, responses=_BULK)
async def change_products(
    given: schemas.ProductBulk,
    caller: Annotated[Caller, permitted("catalogue:write")],
    bulk: Bulk,
    idempotent: Idempotent,
    database: Database,
    key: OptionalKey = None,
) -> Response:
    """One action for many products, all in one transaction; every product has its result.

    With an Idempotency-Key it happens once however often it is sent; the results are those of the first time.
    """
    bulk_id = _bulk_id(caller, key) if key else new_id("blk")

    async def work() -> tuple[int, dict[str, Any]]:
        return 200, {"results": await bulk.apply(given, caller.subject_id, bulk_id)}

    if key is None:
        return json_response((await work())[1])
    body = given.model_dump(mode="json")
    status, reply, _ = await idempotent.run(database, caller, "products.bulk", key, body, work)
    return json_response(reply, status)


@router.patch("/products/{product_id}", response_model=None, responses=_PRODUCT, dependencies=staff)
async def update_product(
    product_id: Key, given: schemas.ProductUpdate, catalogue: Catalogue, products: Products, if_match: Versioned = None
) -> Response:
    """Change a product; with `If-Match`, only if nobody else did since it was read."""
    await catalogue.update_product(product_id, given, version_in(if_match))
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


@router.get("/variants/{variant_id}", response_model=None, responses=_READ_VARIANT)
async def read_variant(
    variant_id: Key, products: Products, caller: OptionalCaller, texts: Texts = "one", currency: Currency = None
) -> Response:
    public = caller is None or not caller.may("catalogue:write")
    words = _words(texts, caller)
    return json_response(await products.variant(variant_id, words, public=public, currency=currency))


@router.patch("/variants/{variant_id}", response_model=None, responses=_VARIANT, dependencies=staff)
async def update_variant(
    variant_id: Key, given: schemas.VariantUpdate, catalogue: Catalogue, products: Products, if_match: Versioned = None
) -> Response:
    """Change a variant; with `If-Match`, only if nobody else did since it was read."""
    await catalogue.update_variant(variant_id, given, version_in(if_match))
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


class FacetsAreForShoppers(InvalidInput):
    code = "facets_are_for_shoppers"
    title = "Facets are known of public products only; leave out status, q, ids and orders for staff"


def _refuse_with_facets(wanted: ProductFilter, sort: str) -> None:
    if wanted.status != ACTIVE or wanted.text or wanted.ids is not None or sort in STAFF_SORTS:
        raise FacetsAreForShoppers


def _bulk_id(caller: Caller, key: str) -> str:
    return "blk_" + sha256(f"{current_tenant()}\0{caller.subject_id}\0{key}".encode()).hexdigest()[:32]


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
