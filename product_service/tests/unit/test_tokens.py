"""How text becomes tokens."""

import pytest

from product_service.app.search.tokens import index_text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Brother TN-2110 Toner", "brother tn 2110 tn2110 toner"),
        ('24" monitor', "24 inch 24inch monitor"),
        ("24-inch", "24 inch 24inch"),
        ("显示器 24英寸", "显示 示器 24 inch 24inch"),
        ('15.6" notebook', "15 6 inch 15p6inch notebook"),
        ("3-in-1", "3 in 1 3in1"),
        ("无线鼠标", "无线 线鼠 鼠标"),
        ("线", "线"),
        ("Ｃａｆé ＵＳＢ", "cafe usb"),
        ("WD40", "wd40"),
        ('a"b\x00c*() OR :', "a b c or"),
        ("😀", ""),
    ],
)
def test_text_becomes_these_tokens(text: str, tokens: str) -> None:
    assert index_text(text) == tokens


def test_a_text_without_end_is_cut() -> None:
    assert len(index_text("word " * 100_000)) <= 30_000
