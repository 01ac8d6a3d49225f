"""The shop's policies, found by the words people use for them."""

import pytest

from ai_service.app.policies.service import NoSuchPolicy, PolicyIndex, read_sections
from ai_service.app.policies.texts import stem, words
from ai_service.app.settings import RESOURCES


@pytest.fixture(scope="module")
def shipped():
    return PolicyIndex(RESOURCES / "policies")


@pytest.fixture
def small(tmp_path):
    for language, text in {
        "en": "# Returns\nSend it back within 30 days.\n\n## Refunds\nMoney comes back in 5 days.\n",
        "zh": "# 退货\n三十天内可以退货。\n\n## 退款\n五天内退款。\n",
    }.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "returns.md").write_text(text, encoding="utf-8")
    (tmp_path / "en" / "shipping.md").write_text("# Shipping\nWe ship to Europe in 3 days.\n", encoding="utf-8")
    return tmp_path


def test_sections_are_read_with_their_titles(small):
    found = [(section.source, section.title, section.section) for section in read_sections(small / "en")]
    assert found == [
        ("returns", "Returns", "Returns"),
        ("returns", "Returns", "Refunds"),
        ("shipping",) + ("Shipping",) * 2,
    ]


def test_the_reader_s_language_comes_first_and_the_other_one_helps_out(small):
    index = PolicyIndex(small)
    assert index.search("退款要多久？", "zh")[0]["section"] == "退款"
    assert index.search("when do I get my money back?", "en")[0]["section"] == "Refunds"
    assert index.search("Europe", "zh")[0]["source"] == "shipping"
    assert index.search("quantum physics", "en") == []
    assert index.search("", "en") == []


def test_endings_do_not_matter():
    assert len({stem(word) for word in ("return", "returns", "returned", "returning")}) == 1
    assert words("What is your return policy?") == ["return"]
    assert "退货" in words("你们的退货政策是什么？")


@pytest.mark.parametrize(
    ("query", "language", "word"),
    [
        ("what is your return policy?", "en", "return"),
        ("how much is shipping", "en", "ship"),
        ("do you have a warranty", "en", "warrant"),
        ("退货政策是什么？", "zh", "退"),
        ("运费多少", "zh", "运"),
    ],
)
def test_the_shops_own_texts_answer_common_questions(shipped, query, language, word):
    best = shipped.search(query, language)[0]
    assert word in (best["title"] + best["section"] + best["text"]).lower()


def test_a_policy_that_is_not_translated_is_read_in_the_language_there_is(small):
    index = PolicyIndex(small)
    assert index.titles("zh") == {"returns": "退货", "shipping": "Shipping"}
    assert [section.text for section in index.policy("returns", "zh")[1]] == ["三十天内可以退货。", "五天内退款。"]
    assert (index.policy("shipping", "zh")[0], index.policy("returns", "fr")[0]) == ("en", "en")
    with pytest.raises(NoSuchPolicy):
        index.policy("warranty", "en")
