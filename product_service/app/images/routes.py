"""Images of a product: which there are, and staff's adding and removing. The media feature serves the bytes."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from starlette.datastructures import UploadFile

from common.errors import InvalidInput
from common.languages import LANGUAGES, Texts
from common.pagination import Page
from common.security.dependencies import permitted
from common.service import json_response
from product_service.app.dependencies import Catalogue, Products
from product_service.app.images.schemas import ImageOrder, ImageUpdate
from product_service.app.products.reader import ProductReader
from product_service.app.products.rendering import all_languages
from product_service.app.products.schemas import MediaInLanguages, MediaView

router = APIRouter(prefix="/api/v1/products/{product_id}/media", tags=["media"])
staff = [permitted("catalogue:write")]
Key = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
_IMAGES: dict[int | str, dict[str, Any]] = {200: {"model": Page[MediaInLanguages]}}
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        **{f"alt_{language}": {"type": "string"} for language in LANGUAGES},
                    },
                }
            }
        },
    }
}


class NoFile(InvalidInput):
    code = "no_file"
    title = "The form has no field `file` with an image"


@router.get("", response_model=Page[MediaView])
async def list_images(product_id: Key, products: Products) -> dict[str, Any]:
    """The images of a public product in their order; never more than one page."""
    return {"items": (await products.product(product_id))["media"], "next_cursor": None}


@router.post(
    "",
    status_code=201,
    response_model=None,
    responses={201: {"model": MediaView}},
    openapi_extra=_FORM,
    dependencies=staff,
)
async def add_image(product_id: Key, request: Request, catalogue: Catalogue) -> Response:
    """Put an image behind the others. What it is, is told from its bytes."""
    content, alt = await _read_form(request)
    return json_response(await catalogue.add_image(product_id, content, alt), 201)


@router.patch("/{media_id}", response_model=None, responses=_IMAGES, dependencies=staff)
async def change_image(
    product_id: Key, media_id: Key, given: ImageUpdate, catalogue: Catalogue, products: Products
) -> Response:
    """Other words for readers who do not see it, or another place (counted from 0); answers with all images."""
    await catalogue.change_image(product_id, media_id, given.alt, given.position)
    return await _all_images(products, product_id)


@router.put("/order", response_model=None, responses=_IMAGES, dependencies=staff)
async def order_images(product_id: Key, given: ImageOrder, catalogue: Catalogue, products: Products) -> Response:
    """Put the images into this order; every image of the product is named once. The first one is shown on lists."""
    await catalogue.order_images(product_id, given.ids)
    return await _all_images(products, product_id)


@router.delete("/{media_id}", status_code=204, dependencies=staff)
async def remove_image(product_id: Key, media_id: Key, catalogue: Catalogue) -> None:
    await catalogue.remove_image(product_id, media_id)


async def _all_images(products: ProductReader, product_id: str) -> Response:
    found = await products.product(product_id, all_languages, public=False)
    return json_response({"items": found["media"], "next_cursor": None})


async def _read_form(request: Request) -> tuple[bytes, Texts]:
    async with request.form(max_files=1, max_fields=8) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise NoFile
        alt = {language: str(form.get(f"alt_{language}") or "")[:500] for language in LANGUAGES}
        return await file.read(), {language: text for language, text in alt.items() if text}
