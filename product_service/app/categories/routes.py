"""/api/v1/categories: everybody reads, staff writes; a record router takes what is written."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from fastcrud import PolicyConfig, crud_router
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import current_tenant
from common.languages import localized
from common.pagination import DEFAULT_LIMIT, Page, PageLimit, decode_cursor, encode_cursor
from common.records import Change, RecordEndpoints
from common.records.routes import RecordId
from common.security.caller import Caller
from common.security.dependencies import NotSignedIn, OptionalCaller, permitted
from common.service import json_response
from product_service.app.categories import schemas
from product_service.app.categories.models import Category
from product_service.app.categories.service import RENAMED, CategoryRecords, Words, refuse_loops
from product_service.app.dependencies import category_records

_STAFF = [permitted("catalogue:write").dependency]
_STAFF_ONLY = [permitted("catalogue:write")]
Records = Annotated[CategoryRecords, Depends(category_records)]
Named = Annotated[str | None, Query(min_length=1, max_length=100, pattern=r"^[^\x00]+$")]
InLanguages = Annotated[
    str, Query(alias="texts", pattern="^(one|all)$", description="`all`: every language, to staff.")
]
Documented = dict[int | str, dict[str, Any]]
_LIST: Documented = {200: {"model": Page[schemas.CategoryListed]}}
_ONE: Documented = {200: {"model": schemas.CategoryListed | schemas.CategoryInLanguages}}


class _Endpoints(RecordEndpoints):
    async def changed(self, session: AsyncSession, change: Change, record: dict[str, Any]) -> None:
        await refuse_loops(session, record["id"])
        if change == "updated":
            session.info.setdefault(RENAMED, []).append(record["id"])


async def _own_shop() -> PolicyConfig:
    """The rows of the shop."""
    own = Category.tenant_id == current_tenant()
    return PolicyConfig(
        read=own,
        create=True,
        create_check=own,
        update=own,
        read_only_columns=frozenset({"id", "tenant_id", "created_at", "updated_at"}),
    )


router = APIRouter()


@router.get("/api/v1/categories", response_model=None, responses=_LIST, tags=["categories"])
async def list_categories(
    categories: Records,
    caller: OptionalCaller,
    slug: Named = None,
    parent_id: Named = None,
    texts: InLanguages = "one",
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """Categories in the order staff gave them; `texts=all` gives staff every language."""
    after = decode_cursor(cursor, (int, str)) if cursor else None
    found = await categories.page(slug, parent_id, after, limit + 1, _words(texts, caller))
    last = found[limit - 1] if len(found) > limit else None
    following = encode_cursor(last["position"], last["id"]) if last else None
    return json_response({"items": found[:limit], "next_cursor": following})


@router.put("/api/v1/categories/order", status_code=204, dependencies=_STAFF_ONLY, tags=["categories"])
async def order_categories(given: schemas.CategoryOrder, categories: Records) -> None:
    """Put these categories first, in this order."""
    await categories.arrange(given.ids)


@router.get("/api/v1/categories/{category_id}", response_model=None, responses=_ONE, tags=["categories"])
async def read_category(
    category_id: RecordId, categories: Records, caller: OptionalCaller, texts: InLanguages = "one"
) -> Response:
    return json_response(await categories.one(category_id, _words(texts, caller)))


@router.delete("/api/v1/categories/{category_id}", status_code=204, dependencies=_STAFF_ONLY, tags=["categories"])
async def delete_category(category_id: RecordId, categories: Records) -> None:
    """Remove an empty shelf; 409 `category_in_use` says what still stands on it."""
    await categories.remove(category_id)


def _words(texts: str, caller: Caller | None) -> Words:
    if texts == "one":
        return localized
    if caller is None:
        raise NotSignedIn
    caller.require("catalogue:write")
    return dict


router.include_router(
    crud_router(
        session=category_records,
        model=Category,
        create_schema=schemas.CategoryCreate,
        update_schema=schemas.CategoryUpdate,
        select_schema=schemas.Category,
        path="/api/v1/categories",
        tags=["categories"],
        endpoint_creator=_Endpoints,
        policy=_own_shop,  # type: ignore[arg-type]  # fastcrud's types know no async dependency
        create_deps=_STAFF,
        update_deps=_STAFF,
        included_methods=["create", "update"],
    )
)
