"""What people read when something is refused comes in their language."""

import json
import re

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core._pydantic_core import list_all_errors

from common.errors import Conflict, NotFound, problem
from common.languages import use_language
from common.sentences import in_readers_language
from common.service.wrong_input import TRANSLATED, said_of


class Address(BaseModel):
    model_config = ConfigDict(extra="forbid")
    zip: str = Field(min_length=1, max_length=32)
    quantity: int = Field(ge=1, le=99)
    names: dict[str, str] = {}

    @field_validator("names")
    @classmethod
    def _some(cls, names: dict[str, str]) -> dict[str, str]:
        if not names:
            raise ValueError("a text in at least one language is needed")
        return names


def _said(language: str, body: dict[str, object]) -> dict[str, str]:
    with pytest.raises(ValidationError) as refused, use_language(language):
        Address.model_validate(body)
    with use_language(language):
        return {str(error["loc"][0]): said_of(dict(error)) for error in refused.value.errors()}


def test_wrong_fields_are_told_in_the_readers_language_with_their_limits() -> None:
    body = {"zip": "x" * 33, "quantity": 0, "names": {}, "colour": "red"}
    assert _said("zh", body) == {
        "zip": "最多 32 个字符",
        "quantity": "不能小于 1",
        "names": "请至少用一种语言填写",
        "colour": "没有这个字段",
    }
    assert _said("en", body) == {
        "zip": "String should have at most 32 characters",
        "quantity": "Input should be greater than or equal to 1",
        "names": "a text in at least one language is needed",
        "colour": "Extra inputs are not permitted",
    }
    assert _said("zh", {}) == {"zip": "必填", "quantity": "必填"}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_kind_of_error_is_one_of_pydantics_with_its_values(language: str) -> None:
    known = {str(error["type"]): error for error in list_all_errors()}
    for kind, text in TRANSLATED[language].items():
        values = json.loads(json.dumps(known[kind].get("example_context") or {}, default=str))
        assert set(re.findall(r"\{(\w+)\}", text)) <= set(values), kind


def test_titles_and_details_are_translated_and_codes_are_not() -> None:
    class OutOfStock(Conflict):
        code, title = "out_of_stock", "There is not enough in stock"

    with use_language("zh"):
        told = problem(OutOfStock("At most 512 bytes are taken here.", left=3), "trace")
        nothing = problem(NotFound(), "trace")
        unknown = problem(NotFound("Nobody translated this."), "trace")
    assert (told["code"], told["title"], told["detail"], told["left"]) == (
        "out_of_stock",
        "库存不足",
        "这里最多接收 512 字节。",
        3,
    )
    assert nothing["title"] == "这里没有您要找的内容"
    assert "detail" not in nothing
    assert unknown["detail"] == "Nobody translated this."
    assert problem(OutOfStock(), "trace")["title"] == "There is not enough in stock"


def test_values_keep_their_places() -> None:
    with use_language("zh"):
        assert in_readers_language("Line 7 is longer than 900 bytes.") == "第 7 行超过 900 字节。"
        assert in_readers_language("this is not an email address: no @") == "这不是有效的邮箱地址"
        assert in_readers_language("x" * 5000 + " is taken.").startswith("xxx")
        assert in_readers_language("") == ""
