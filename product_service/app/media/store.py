"""Where files lie: a folder under DATA_DIR, or any object store that `MEDIA_URL` names (obstore)."""

import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import obstore
from obstore.store import LocalStore, ObjectStore, from_url

from common.errors import PayloadTooLarge, UnsupportedMedia
from product_service.app.media.scaling import SCALABLE, Crowded, Scaler

TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
}
NAME = re.compile(r"[0-9a-f]{40}\.(?:png|jpg|gif|webp|avif|svg)", re.ASCII)
TENANT = re.compile(r"[\w-]{1,64}", re.ASCII)
# each comment is taken once and for all (?>…): tried in every way they could end, thirty of them would take minutes
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:(?><!--.*?-->)\s*)*<svg[\s>]", re.DOTALL)


class NotAnImage(UnsupportedMedia):
    code = "not_an_image"
    title = "Only PNG, JPEG, GIF, WebP, AVIF and SVG images are taken"


class ImageTooLarge(PayloadTooLarge):
    code = "image_too_large"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it can be shown: its address, its type and its size in bytes."""

    url: str
    content_type: str
    size: int


def kind_of(content: bytes) -> str:
    """The file extension of an image, told from its first bytes and not from what the sender calls it."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:12] in (b"ftypavif", b"ftypavis"):
        return "avif"
    if _SVG.match(content.removeprefix(b"\xef\xbb\xbf")) and b"<!ENTITY" not in content:
        return "svg"
    raise NotAnImage


@dataclass(frozen=True, slots=True)
class Picture:
    """What is sent of a file; not `final` where the same address will soon show something smaller."""

    content: bytes
    content_type: str
    final: bool = True


class MediaStore:
    """Files named by their content: writing one twice changes nothing, and an address never shows anything else."""

    def __init__(self, store: ObjectStore, max_bytes: int) -> None:
        self._store = store
        self._scaler = Scaler()
        self.max_bytes = max_bytes

    @classmethod
    def at(cls, folder: Path, url: str, max_bytes: int) -> "MediaStore":
        """The store at `url` (`s3://bucket/…`), or the local folder when it is empty."""
        return cls(from_url(url) if url else LocalStore(folder, mkdir=True), max_bytes)

    async def put(self, tenant_id: str, content: bytes) -> StoredFile:
        """Keep an image. NotAnImage or ImageTooLarge when it cannot be taken."""
        if len(content) > self.max_bytes:
            raise ImageTooLarge(f"An image may have {self.max_bytes} bytes.", limit=self.max_bytes)
        kind = kind_of(content)
        name = f"{sha256(content).hexdigest()[:40]}.{kind}"
        await obstore.put_async(self._store, f"{tenant_id}/{name}", content)
        return StoredFile(f"/media/{tenant_id}/{name}", TYPES[kind], len(content))

    async def surely(self, tenant_id: str, file: StoredFile, content: bytes) -> None:
        """Put a file back that was swept away as unused while it was being put to use again."""
        try:
            await obstore.head_async(self._store, f"{tenant_id}/{file.url.rpartition('/')[2]}")
        except FileNotFoundError:
            await self.put(tenant_id, content)

    async def names(self) -> dict[str, set[str]]:
        """What is kept: {tenant_id: names}. Other files in the folder are nobody's images."""
        found: dict[str, set[str]] = {}
        async for batch in obstore.list(self._store):
            for file in batch:
                tenant_id, _, name = file["path"].rpartition("/")
                if TENANT.fullmatch(tenant_id) and NAME.fullmatch(name):
                    found.setdefault(tenant_id, set()).add(name)
        return found

    async def remove(self, tenant_id: str, name: str) -> None:
        """Delete a file; one that is gone already is fine."""
        with suppress(FileNotFoundError):
            await obstore.delete_async(self._store, f"{tenant_id}/{name}")
        self._scaler.forget(f"{tenant_id}/{name}")

    async def get(self, tenant_id: str, name: str) -> bytes | None:
        """The bytes of a file, or None. Only names this store makes are looked up, so no path leads out of it."""
        if not TENANT.fullmatch(tenant_id) or not NAME.fullmatch(name):
            return None
        try:
            found = await obstore.get_async(self._store, f"{tenant_id}/{name}")
        except FileNotFoundError:
            return None
        return bytes(await found.bytes_async())

    async def shown(self, tenant_id: str, name: str, width: int | None) -> Picture | None:
        """The image, so wide at most: a WebP, or the file itself where that does as well or too many wait."""
        key, kind = f"{tenant_id}/{name}", name.rpartition(".")[2]
        if width is None or kind not in SCALABLE:
            content = await self.get(tenant_id, name)
            return Picture(content, TYPES[kind]) if content is not None else None
        drawn = self._scaler.known(key, width)
        if drawn is None:
            content = await self.get(tenant_id, name)
            if content is None:
                return None
            try:
                drawn = await self._scaler.scaled(key, content, width)
            except Crowded:
                return Picture(content, TYPES[kind], final=False)
            if drawn is None:
                return Picture(content, TYPES[kind])
        return Picture(drawn, TYPES["webp"])
