"""Spelling and completions from a catalogue's own words."""

import pytest

from product_service.app.search.vocabulary import Vocabulary, edits

WORDS = Vocabulary([["wireless mouse"]] * 9 + [["wireless keyboard"]] * 5 + [["monitor backpack"], ["wired mouth"]])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("mose", "mouse"), ("wireles", "wireless"), ("keybaord", "keyboard"), ("moniter", "monitor"), ("xqzzv", None)],
)
def test_corrects_to_the_likeliest_word(typed: str, meant: str | None) -> None:
    assert WORDS.correction(typed) == meant


def test_knows_plurals_of_its_words() -> None:
    assert WORDS.knows("backpacks")
    assert not WORDS.knows("backpakc")


def test_completes_with_the_most_frequent_words_first() -> None:
    assert WORDS.completions("wire", 5) == ["wireless", "wired"]
    assert WORDS.completions("zz", 5) == []


@pytest.mark.parametrize(("left", "right", "distance"), [("ab", "ba", 1), ("abc", "abc", 0), ("abc", "xyz", 2)])
def test_counts_edits_up_to_the_limit(left: str, right: str, distance: int) -> None:
    assert edits(left, right, 1) == distance
