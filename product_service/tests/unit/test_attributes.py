"""Reading the Attributes column."""

from product_service.app.imports.attributes import AttributeNames, written


def test_a_name_is_the_lower_case_words_in_front() -> None:
    text = "product colour Black ; numeric keypad ; usb 2 0 ports 3 ; battery life 5 hours ; dimmable N"
    assert AttributeNames([text]).split(text) == [
        ("product colour", "Black"),
        ("numeric keypad", "Yes"),
        ("usb 2 0 ports", "3"),
        ("battery life", "5 hours"),
        ("dimmable", "No"),
    ]


def test_the_whole_file_decides_what_is_a_name() -> None:
    texts = [f"type {kind}" for kind in ("Server", "Fan", "PC", "Roller", "Battery")] * 20
    texts += [f"connector {number} {kind}" for number in (1, 2) for kind in ("VGA", "USB", "DVI", "RCA", "LC")]
    names = AttributeNames(texts)
    assert names.split("type open") == [("type", "open")]
    assert names.split("connector 2 VGA") == [("connector 2", "VGA")]


def test_a_separator_inside_a_value_stays_in_it() -> None:
    text = "certification EN 60950 ; EN 55024 : 1998 ; rohs compliance"
    assert AttributeNames([text]).split(text) == [
        ("certification", "EN 60950 ; EN 55024 : 1998"),
        ("rohs compliance", "Yes"),
    ]


def test_what_is_written_is_read_back() -> None:
    pairs = [("Ratio", "16:10 ; wide"), ("a: b", "c\\"), ("Backlit", "Yes")]
    text = written(pairs)
    assert AttributeNames([text]).split(text) == pairs
