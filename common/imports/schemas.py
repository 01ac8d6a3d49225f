"""What every import takes and answers."""

from hashlib import sha256
from typing import Annotated

import orjson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

MOST_ITEMS = 500
_RESERVED = frozenset({".", "..", "me", "imports", "export.csv"})  # what paths already mean something by


def _free(text: str) -> str:
    if text in _RESERVED:
        raise ValueError("this id means something else here")
    return text


# As another shop made it; what could not stand in a path is refused.
ImportedId = Annotated[
    str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\s/\\\x00-\x1f\x7f]+$"), AfterValidator(_free)
]


class ImportItem(BaseModel):
    """One record; an unknown field is refused, so that nothing is silently left behind."""

    model_config = ConfigDict(extra="forbid")

    id: ImportedId

    def fingerprint(self) -> str:
        """Equal for equal records."""
        content = self.model_dump(mode="json")
        return sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


class RejectedItem(BaseModel):
    """Nothing of this record was taken; `index` is its place in the batch."""

    index: int
    id: str
    code: str
    detail: str


class ImportReport(BaseModel):
    """What became of a batch. `unchanged`: records that were taken before, just as they are now."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "created": 2,
                "unchanged": 1,
                "rejected": [{"index": 3, "id": "mei_1", "code": "email_taken", "detail": "There is an account …"}],
            }
        }
    )

    created: int = 0
    unchanged: int = 0
    rejected: list[RejectedItem] = Field(default_factory=list)
