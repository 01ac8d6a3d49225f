"""How single things are read: numbers, prices, places in a list, addresses, typing errors."""

import pytest

from ai_service.app.house_model.addresses import Places, looks_like_address, parse_address
from ai_service.app.house_model.model import HouseModel
from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.quantities import NO_AMOUNT
from ai_service.app.house_model.tokens import LARGEST_NUMBER, chinese_number, parse_decimal
from ai_service.app.house_model.understanding import LONGEST_READ, MOST_PARTS, understand


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十二", 12),
        ("二十四", 24),
        ("一百零五", 105),
        ("两百五", 250),
        ("一千零八十", 1080),
        ("一万二", 12000),
        ("三千", 3000),
    ],
)
def test_reads_chinese_numbers(model: HouseModel, text: str, value: int) -> None:
    assert chinese_number(text, model.lexicon) == value


@pytest.mark.parametrize(
    ("text", "value"), [("1,200.50", 1200.5), ("1.200,50", 1200.5), ("49,95", 49.95), ("1,200", 1200), ("0.5", 0.5)]
)
def test_reads_decimals_of_both_worlds(text: str, value: float) -> None:
    assert parse_decimal(text) == value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a mouse under 50 euros", None, 50),
        ("a mouse for less than €49.90", None, 49.9),
        ("nothing above 180 please, a monitor", None, 180),
        ("a monitor over two hundred dollars", 200, None),
        ("monitors between 150 and 300 euros", 150, 300),
        ("keyboards 30-40€", 30, 40),
        ("a monitor around 200 euros", 150, 250),
        ("100 max for a headset", None, 100),
        ("不超过两百元的显示器", None, 200),
        ("显示器200欧以内", None, 200),
        ("三百块以上的显示器", 300, None),
        ("一百五到三百之间的显示器", 150, 300),
        ("50欧左右的鼠标", 37.5, 62.5),
        ("a 24 inch monitor", None, None),
        ("27寸显示器两台", None, None),
    ],
)
def test_reads_price_limits(model: HouseModel, text: str, low: float | None, high: float | None) -> None:
    (clause, *_) = understand(text, model.lexicon)
    assert (clause.min_price, clause.max_price) == (low, high)


@pytest.mark.parametrize(
    ("text", "ordinals", "quantity"),
    [
        ("the second one, two of them", [2], 2),
        ("来两个第二个的", [2], 2),
        ("number 3 please", [3], None),
        ("#2", [2], None),
        ("the last one", [-1], None),
        ("倒数第二个", [-2], None),
        ("第十二款", [12], None),
        ("3x the first", [1], 3),
    ],
)
def test_reads_places_and_quantities(model: HouseModel, text: str, ordinals: list[int], quantity: int | None) -> None:
    (clause,) = understand(text, model.lexicon)
    assert (clause.pointing.ordinals, clause.quantity) == (ordinals, quantity)


def test_reads_what_is_not_meant(model: HouseModel) -> None:
    (clause,) = understand("not the second, the third", model.lexicon)
    assert (clause.pointing.ordinals, clause.pointing.excluded) == ([3], [2])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("wireles", "wireless"), ("chepest", "cheapest"), ("wher", "where"), ("oder", "order"), ("moniter", "monitor")],
)
def test_mends_typing_errors(model: HouseModel, typed: str, meant: str) -> None:
    assert model.lexicon.spelling.mend(typed) == meant


@pytest.mark.parametrize("word", ["card", "kind", "mind", "water", "dell", "sony"])
def test_leaves_right_words_alone(model: HouseModel, word: str) -> None:
    assert model.lexicon.spelling.mend(word) == word


def test_brings_text_to_one_form() -> None:
    assert normalise("ＡＢＣ　１２３，無線滑鼠") == "abc 123,无线滑鼠"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ship it to Hauptstr. 5, 10115 Berlin, Germany",
            {"address1": "Hauptstr. 5", "zip": "10115", "city": "Berlin", "country": "DE"},
        ),
        (
            "Jane Doe, 12 Baker Street, London NW1 6XE, United Kingdom",
            {"name": "Jane Doe", "address1": "12 Baker Street", "city": "London", "zip": "NW1 6XE", "country": "GB"},
        ),
        (
            "500 Market St, San Francisco CA 94105, USA",
            {"address1": "500 Market St", "city": "San Francisco", "state": "CA", "zip": "94105", "country": "US"},
        ),
        (
            "Ada Lovelace, 12 Market Street, 10115 Berlin, BE, Germany",
            {
                "name": "Ada Lovelace",
                "address1": "12 Market Street",
                "city": "Berlin",
                "state": "BE",
                "zip": "10115",
                "country": "DE",
            },
        ),
        (
            "收件人张三，上海市浦东新区世纪大道100号，邮编200120",
            {"name": "张三", "address1": "浦东新区世纪大道100号", "city": "上海市", "zip": "200120", "country": "CN"},
        ),
        (
            "李四，北京市朝阳区建国路88号，100022",
            {"name": "李四", "address1": "朝阳区建国路88号", "city": "北京市", "zip": "100022", "country": "CN"},
        ),
        (
            "i live at Musterweg 12, 80331 München, Germany. mail: eva@example.de",
            {"address1": "Musterweg 12", "zip": "80331", "city": "München", "country": "DE"},
        ),
    ],
)
def test_reads_addresses(model: HouseModel, text: str, expected: dict[str, str]) -> None:
    assert looks_like_address(text)
    assert parse_address(text, Places(model.places)) == expected


@pytest.mark.parametrize(
    "text", ["a 24 inch monitor under 200 euros", "compare 1, 2 and 3", "第二个来两台", "order 1001"]
)
def test_takes_nothing_else_for_an_address(text: str) -> None:
    assert not looks_like_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "put -5 of the first one in my basket",
        "put minus two of the third in my basket",
        "add 1.5 of the first one",
        "put 10000 of the second one in my basket",
        f"add {'9' * 400} of the first one",
        "把第一个放进购物车，一百万个",
        f"把第一个放进购物车，{'九' * 400}个",
    ],
)
def test_an_amount_that_cannot_be_is_asked_about_and_never_one(model: HouseModel, text: str) -> None:
    assert [clause.quantity for clause in understand(text, model.lexicon) if clause.quantity] == [NO_AMOUNT]


@pytest.mark.parametrize(
    ("text", "amount"), [("add item 1 - 2 of them", 2), ("add 2 of the first one", 2), ("把第一个放进购物车，三个", 3)]
)
def test_an_amount_that_can_be_is_taken(model: HouseModel, text: str, amount: int) -> None:
    assert [clause.quantity for clause in understand(text, model.lexicon) if clause.quantity] == [amount]


def test_a_price_of_four_hundred_digits_is_a_number(model: HouseModel) -> None:
    [clause] = understand(f"a mouse under {'9' * 400} euros", model.lexicon)
    assert clause.max_price == LARGEST_NUMBER


@pytest.mark.parametrize("said", ["，比较第一个和第二个", "compare the first two, "])
def test_a_message_without_end_is_read_in_parts_that_one_says_at_once(model: HouseModel, said: str) -> None:
    clauses = understand(said * 1000, model.lexicon)
    assert len(clauses) == MOST_PARTS
    assert all(clause.means("compare") for clause in clauses)
    assert sum(len(clause.text) for clause in clauses) <= LONGEST_READ


@pytest.mark.parametrize("text", ["don't remove the lamp", "please do not delete it", "台灯别删", "先别下单"])
def test_a_forbidden_deed_is_no_wish(model: HouseModel, text: str) -> None:
    (clause,) = understand(text, model.lexicon)
    assert clause.means("forbidden") or clause.means("no")
    assert not clause.means("remove", "checkout", "buy")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("a wireless mouse for my laptop", "wireless mouse"),
        ("给平板配个蓝牙键盘", "蓝牙 键盘"),
        ("a case for my phone", "case phone"),
    ],
)
def test_looks_for_the_thing_and_not_for_what_it_is_for(model: HouseModel, text: str, phrase: str) -> None:
    (clause,) = understand(text, model.lexicon)
    assert clause.phrase == phrase


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三四十块的键盘", 30, 40),
        ("I don't want to spend more than 45 euros on a mouse", None, 45),
        ("50欧以上的不看", None, 50),
        ("a hundred and fifty euros for a screen", None, 150),
        ("keyboards under thirty-five euros", None, 35),
        ("more expensive monitors than 200", 200, None),
    ],
)
def test_reads_limits_in_words(model: HouseModel, text: str, low: float | None, high: float | None) -> None:
    (clause, *_) = understand(text, model.lexicon)
    assert (clause.min_price, clause.max_price) == (low, high)


def test_a_size_is_no_count(model: HouseModel) -> None:
    (clause, *_) = understand("the 24 one, is it still there", model.lexicon)
    assert clause.quantity is None
