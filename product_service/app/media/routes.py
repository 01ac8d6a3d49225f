"""Serving images."""

from fastapi import APIRouter, Request, Response

from common.errors import NotFound
from product_service.app.dependencies import Media
from product_service.app.media.store import TYPES

router = APIRouter(tags=["media"])

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
async def image(tenant_id: str, name: str, request: Request, media: Media) -> Response:
    etag = f'"{name.partition(".")[0]}"'
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={**_HEADERS, "ETag": etag})
    content = await media.get(tenant_id, name)
    if content is None:
        raise NotFound("There is no such image.")
    kind = TYPES[name.rpartition(".")[2]]
    return Response(content, headers={**_HEADERS, "ETag": etag}, media_type=kind)
