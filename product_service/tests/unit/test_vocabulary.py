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


def test_proposes_a_far_commoner_word_for_a_rare_one() -> None:
    words = Vocabulary([["wireless mouse"]] * 60 + [["wireles mice"], ["mouses"], ["mouth mose"], ["ireless"]])
    assert words.commoner("wireles") == "wireless"
    assert words.commoner("wireless") is None
    assert words.commoner("mouses") is None  # the same word in the plural
    assert words.commoner("mouth") is None  # two edits away
    assert words.commoner("mose") is None  # too short
    assert words.commoner("ireless") is None  # the first letter is rarely missed
