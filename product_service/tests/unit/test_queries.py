"""How a query is understood, and what the engines are told."""

from product_service.app.search.expressions import all_but_one, all_of, any_of, boolean_mode, fts5, tsquery
from product_service.app.search.query import parse
from product_service.app.search.wordlists import load_word_lists

LISTS = load_word_lists()


def _strict(text: str) -> str:
    return fts5(all_of(parse(text, LISTS).terms, widened=False))


def test_stop_words_are_dropped_unless_nothing_else_is_there() -> None:
    assert [term.text for term in parse("I want a mouse for the office", LISTS).terms] == ["mouse", "office"]
    assert [term.text for term in parse("the", LISTS).terms] == ["the"]


def test_chinese_is_cut_into_known_words_with_their_english() -> None:
    terms = parse("我想买无线鼠标", LISTS).terms
    assert [term.text for term in terms] == ["无线", "鼠标"]
    assert _strict("鼠标") == '(("鼠标" OR "mouse"))'


def test_a_model_is_found_in_every_spelling() -> None:
    assert _strict("TN-2110") == '(("tn 2110" OR "tn2110"))'
    assert _strict("wd40") == '(("wd40" OR "wd 40"))'
    assert '"wd40"' in _strict("WD 40")


def test_syntax_of_the_engine_is_only_text() -> None:
    assert _strict('title:"x" NEAR/2 *') == '(("title") AND ("x") AND ("near/2" OR "near2"))'.replace(
        '"near/2"', '"near 2"'
    )


def test_an_accessory_is_wanted_only_when_it_is_named() -> None:
    assert not parse("monitor", LISTS).wants_accessory
    assert parse("monitor stands", LISTS).wants_accessory


def test_each_engine_gets_its_own_language() -> None:
    terms = parse("usb 鼠标", LISTS).terms
    groups = all_of(terms, widened=False)
    assert fts5(groups) == '(("usb") AND ("鼠标" OR "mouse"))'
    assert tsquery(groups) == "((('usb')) & (('鼠标') | ('mouse')))"
    assert boolean_mode(groups) == "(+(usb) +(鼠标__ mouse))"


def test_weaker_groups_leave_terms_out() -> None:
    terms = parse("alpha beta gamma", LISTS).terms
    assert len(all_but_one(terms)) == 3
    assert len(any_of(terms)) == 3
