"""Which images show a product. Methods take the caller's session; the catalogue keeps each product's first image."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.errors import Conflict, NotFound
from common.ids import new_id
from common.languages import Texts
from product_service.app.base import Record
from product_service.app.media import repository
from product_service.app.media.store import StoredFile

MOST_IMAGES = 50


class TooManyImages(Conflict):
    code = "too_many_images"


class NotTheseImages(Conflict):
    """Somebody added or removed one meanwhile, or one was named twice."""

    code = "not_these_images"
    title = "Name every image of the product once"


class MediaService:
    """The rows that tie files to products."""

    async def of_product(self, session: AsyncSession, product_id: str) -> Sequence[Record]:
        return await repository.of_product(session, product_id)

    async def shown(self, session: AsyncSession) -> set[str]:
        """The addresses of all images that are tied to a product."""
        return await repository.urls(session)

    async def unused_since(self, session: AsyncSession) -> dict[str, datetime]:
        """What is known to show nothing, {name: since}."""
        return await repository.unused(session)

    async def mark_unused(self, session: AsyncSession, names: Sequence[str], now: datetime) -> None:
        await repository.mark_unused(session, [{"name": name, "since": now} for name in names])

    async def forget_unused(self, session: AsyncSession, names: Sequence[str]) -> None:
        """They show something again, or are gone."""
        await repository.forget_unused(session, names)

    async def add(self, session: AsyncSession, product_id: str, file: StoredFile, alt: Texts) -> dict[str, Any]:
        """Put an image behind the others of its product."""
        present = await repository.of_product(session, product_id)
        if len(present) >= MOST_IMAGES:
            raise TooManyImages(f"A product may have {MOST_IMAGES} images.")
        position = present[-1].position + 1 if present else 0
        row = _row(product_id, position, file, alt)
        await repository.add(session, [row])
        return row

    async def remove(self, session: AsyncSession, product_id: str, media_id: str) -> None:
        if not await repository.remove(session, product_id, media_id):
            raise NotFound("There is no such image.")

    async def describe(self, session: AsyncSession, product_id: str, media_id: str, alt: Texts) -> None:
        if not await repository.write(session, product_id, media_id, {"alt": alt}):
            raise NotFound("There is no such image.")

    async def move(self, session: AsyncSession, product_id: str, media_id: str, position: int) -> None:
        """Put an image at a place, counted from 0; behind the last place means last."""
        ids = [row.id for row in await repository.of_product(session, product_id)]
        if media_id not in ids:
            raise NotFound("There is no such image.")
        ids.remove(media_id)
        ids.insert(position, media_id)
        await self.arrange(session, product_id, ids)

    async def arrange(self, session: AsyncSession, product_id: str, media_ids: Sequence[str]) -> None:
        """NotTheseImages unless all images of the product are named, each once."""
        present = await repository.of_product(session, product_id)
        if sorted(row.id for row in present) != sorted(media_ids):
            raise NotTheseImages
        for position, media_id in enumerate(media_ids):
            await repository.write(session, product_id, media_id, {"position": position})

    async def replace(
        self, session: AsyncSession, images: Mapping[str, Sequence[tuple[StoredFile, Texts]]], *, new: bool = False
    ) -> None:
        """Give products exactly these images: {product_id: [(file, alt), …]}; `new` products have none to clear."""
        if images and not new:
            await repository.clear(session, sorted(images))
        rows = [
            _row(product_id, position, file, alt)
            for product_id, listed in images.items()
            for position, (file, alt) in enumerate(listed)
        ]
        if rows:
            await repository.add(session, rows)


def _row(product_id: str, position: int, file: StoredFile, alt: Texts) -> dict[str, Any]:
    return {
        "id": new_id("med"),
        "product_id": product_id,
        "url": file.url,
        "content_type": file.content_type,
        "size": file.size,
        "alt": alt,
        "position": position,
    }
