"""Smaller copies of raster images, drawn when first asked for and kept in memory: their address never changes."""

import asyncio
from collections import OrderedDict
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SCALABLE = frozenset({"png", "jpg", "webp"})  # vectors need it not, and animations would stand still
MOST_KEPT = 32 << 20  # bytes
MOST_WAITING = 8
MOST_PIXELS = 50_000_000  # more of them are not looked at: a small file can hold a huge picture
MOST_UNPACKED = 25_000_000  # held in memory at a time
QUALITY = 80
_ORIENTATION, _SIDEWAYS = 0x0112, frozenset({5, 6, 7, 8})  # Exif


class Crowded(Exception):
    """Too many wait for a copy already."""


class Scaler:
    """Draws one at a time, away from the event loop."""

    def __init__(self, most_kept: int = MOST_KEPT) -> None:
        self._most_kept = most_kept
        self._kept: OrderedDict[tuple[str, int], bytes | None] = OrderedDict()
        self._size = 0
        self._drawing = asyncio.Lock()
        self._waiting = 0

    def known(self, key: str, width: int) -> bytes | None:
        """The copy, if there is one at hand."""
        drawn = self._kept.get((key, width))
        if drawn is not None:
            self._kept.move_to_end((key, width))
        return drawn

    async def scaled(self, key: str, content: bytes, width: int) -> bytes | None:
        """The image as WebP, so wide at most; None where the original does as well, Crowded when nobody knows in time.

        `key` names its content.
        """
        wanted = (key, width)
        if wanted not in self._kept:
            await self._draw(wanted, content)
        self._kept.move_to_end(wanted)
        return self._kept[wanted]

    async def _draw(self, wanted: tuple[str, int], content: bytes) -> None:
        if self._waiting > MOST_WAITING:  # one of them is being drawn for
            raise Crowded
        self._waiting += 1
        try:
            async with self._drawing:
                if wanted not in self._kept:
                    self._keep(wanted, await asyncio.to_thread(_draw, content, wanted[1]))
        finally:
            self._waiting -= 1

    def forget(self, key: str) -> None:
        """The image is gone."""
        for wanted in [one for one in self._kept if one[0] == key]:
            self._size -= len(self._kept.pop(wanted) or b"")

    def _keep(self, wanted: tuple[str, int], drawn: bytes | None) -> None:
        self._kept[wanted] = drawn
        self._size += len(drawn or b"")
        while self._size > self._most_kept and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone or b"")


def _draw(content: bytes, width: int) -> bytes | None:
    from PIL import Image, ImageOps  # heavy, and a shop with drawn pictures needs it never

    try:
        with Image.open(BytesIO(content)) as image:
            size = image.size
            if getattr(image, "is_animated", False) or not _unpacks(image, width):
                return None
            turned = image.getexif().get(_ORIENTATION) in _SIDEWAYS
            if size[turned] <= width:
                return None
            small = _blendable(image)
            small.thumbnail((small.width, width) if turned else (width, small.height), Image.Resampling.LANCZOS)
            upright = ImageOps.exif_transpose(small)
            into = BytesIO()
            upright.convert("RGBA" if upright.has_transparency_data else "RGB").save(into, "WEBP", quality=QUALITY)
    except Exception:  # noqa: BLE001 - Pillow raises anything: struct.error, TypeError …
        return None  # what cannot be read is shown as it is
    drawn = into.getvalue()
    return drawn if len(drawn) < len(content) else None


def _unpacks(image: "Image.Image", width: int) -> bool:
    """Whether there is room for the picture, as much smaller as its decoder can make it (JPEG)."""
    whole = image.width * image.height
    image.draft("RGB", (2 * width, 2 * width))
    if image.info.get("progressive"):  # its decoder holds the whole of it in any case
        return whole <= MOST_UNPACKED
    return whole <= MOST_PIXELS and image.width * image.height <= MOST_UNPACKED


def _blendable(image: "Image.Image") -> "Image.Image":
    """Neither numbers of a palette nor a colour that stands for nothing can be mixed."""
    if image.mode not in ("1", "P") and "transparency" not in image.info:
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")
