"""Serving images."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from common.errors import NotFound
from product_service.app.dependencies import Media

router = APIRouter(tags=["media"])

Width = Annotated[
    Literal["200", "400", "800", "1200"] | None,
    Query(description="So wide at most, as WebP; an image that does as well as it is stays as it is."),
]

_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
    # an SVG opened by itself is a document: nothing in it may run or load
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}


@router.head("/media/{tenant_id}/{name}", include_in_schema=False)
@router.get(
    "/media/{tenant_id}/{name}",
    summary="An image",
    response_class=Response,
    responses={200: {"content": {"image/*": {}}, "description": "The bytes; they never change."}},
)
async def image(tenant_id: str, name: str, request: Request, media: Media, width: Width = None) -> Response:
    etag = f'"{name.partition(".")[0]}{f"-{width}" if width else ""}"'
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={**_HEADERS, "ETag": etag})
    found = await media.shown(tenant_id, name, int(width) if width else None)
    if found is None:
        raise NotFound("There is no such image.")
    keeping = {"ETag": etag} if found.final else {"Cache-Control": "no-store"}
    return Response(found.content, headers={**_HEADERS, **keeping}, media_type=found.content_type)
