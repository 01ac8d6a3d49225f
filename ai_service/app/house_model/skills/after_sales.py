"""What is wanted of an order that was placed, as far as it was said: which order, which pieces, over several turns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ai_service.app.house_model.choosing import match_kinds, match_words, nearest_title, only_options, pick_ordinals
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.denial import refused
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills.listing import line_title
from ai_service.app.house_model.skills.orders import RECENT, by_number, order_lines, picked
from ai_service.app.house_model.turn import Answer, CannotDo, Turn, Work

Kind = Literal["return", "exchange", "readdress", "repay"]
# What each can be done with; the order's own `actions` decide.
SENDABLE = ("pending", "pending (item modified)")
ABLE = {"return": ("delivered",), "exchange": ("delivered", "pending"), "readdress": SENDABLE, "repay": SENDABLE}
# What may name the things; answers to the other questions name none.
NAMING = ("", "order", "items")

OWNING = ("of", "for", "把")
ROOMS = ("室", "栋", "幢", "楼", "弄")


@dataclass(slots=True)
class Wish:
    """What is wanted and everything said of it, newest first."""

    turn: Turn
    kind: Kind
    said: list[Answer]

    @property
    def asked(self) -> str:
        """What the newest answer answers: the second half of the question's name, or nothing."""
        return self.about(self.said[0])

    @property
    def clauses(self) -> list[Clause]:
        return [clause for answer in self.said for clause in answer.clauses]

    def about(self, answer: Answer) -> str:
        kind, _, what = answer.asked.partition("_")
        return what if kind == self.kind else ""

    def answers_to(self, *questions: str) -> Iterator[Clause]:
        """What was said to these questions; "" is what began the talk."""
        for answer in self.said:
            if self.about(answer) in questions:
                yield from answer.clauses

    def means(self, *meanings: str) -> bool:
        return any(clause.means(*meanings) for clause in self.clauses)

    def ask(self, what: str, **values: object) -> CannotDo:
        return CannotDo(f"ask_{self.kind}_{what}", **values)


def wish_of(turn: Turn, clause: Clause, kind: Kind) -> Wish:
    now = Answer(turn.scene.asked, [clause, *clause.beside], turn.text)
    said = [now]
    for answer in reversed(turn.thread):
        if said[-1].asked.partition("_")[0] not in (kind, "change"):
            # What was said before belongs to another wish.
            break
        said.append(answer)
    return Wish(turn, kind, said)


def places(clause: Clause, things: list[Thing]) -> list[Thing]:
    """The things at the places said in answer to a numbered list: "the second", or just "2", or "1 and 2"."""
    if chosen := pick_ordinals(clause.pointing, things):
        return chosen
    numbers = [int(token.value or 0) for token in clause.tokens if token.kind == "number"]
    bare = not clause.phrase and all(1 <= number <= len(things) for number in numbers)
    return [things[number - 1] for number in numbers] if bare else []


def order_meant(wish: Wish) -> Work[Thing]:
    """The order, looked at anew for what can be done with it; asks when it could be several."""
    turn, scene = wish.turn, wish.turn.scene
    if number := _number_said(wish):
        return (yield from by_number(turn, number))
    corrects = wish.kind == "readdress" and scene.pending == "address_change" and scene.shown == "proposal"
    settled = wish.asked not in ("", "order") or corrects or _is_spoken_of(wish)
    order = scene.order if settled and scene.order else (yield from _among_latest(wish))
    return (yield from turn.use("order.view", order_id=order["order_id"]))


def _number_said(wish: Wish) -> str:
    if wish.kind != "readdress":
        return next((clause.order_number for clause in wish.clauses if clause.order_number), "")
    # An address has numbers of its own.
    said = (_number_before_address(clause) for clause in wish.answers_to("", "order"))
    return next((number for number in said if number), "")


def _number_before_address(clause: Clause) -> str:
    """That of "the address of order 1001" and 把1001的地址, and neither a postcode nor a room."""
    for i, token in enumerate(clause.tokens):
        before, after = clause.tokens[max(0, i - 3) : i], clause.tokens[i + 1 : i + 2]
        beside = any(t.means("ordernumber") for t in before) or any(t.means("ordernumber") for t in after)
        owns = any(t.text in OWNING for t in before[-1:]) or any(t.text == "的" for t in after)
        room = any(t.text.startswith(ROOMS) for t in after)
        if token.role == "order" and (beside or owns or token.kind != "number") and not room:
            return token.text.lstrip("#").upper() if token.kind == "code" else token.text
    return ""


def _is_spoken_of(wish: Wish) -> bool:
    """Whether an order was just looked at, or its page is, and nothing else is named."""
    order, shown = wish.turn.scene.order, wish.turn.scene.shown
    if order is None or shown != "order" or wish.asked or wish.means("lastone", "older"):
        return False
    if not order.get("status"):
        # The page names only the order's id.
        return True
    named = any(clause.kinds for clause in wish.clauses)
    return "actions" in order and (not named or bool(lines_named(wish, order.get("lines") or [])))


def _among_latest(wish: Wish) -> Work[Thing]:
    listed = wish.turn.scene.orders if wish.turn.scene.shown == "order" else []
    result = yield from wish.turn.use("order.list", limit=RECENT)
    orders: list[Thing] = result.get("items") or []
    if not orders:
        raise CannotDo("no_orders")
    numbers = {str(order.get("number", "")).lstrip("#").lower(): order for order in orders}
    for clause in wish.answers_to("order", ""):
        if said := [numbers[word] for token in clause.tokens if (word := token.text.lstrip("#")) in numbers]:
            return said[0]
        if clause.means("lastone", "older"):
            return orders[0] if clause.means("lastone") else orders[-1]
        if clause.pointing.ordinals and len(listed) > 1 and not wish.asked:
            return picked(clause, listed)
    return _only_one(wish, orders)


def _only_one(wish: Wish, orders: list[Thing]) -> Thing:
    named = [order for order in orders if lines_named(wish, order.get("lines") or [])]
    if not named and wish.kind in ("return", "exchange") and (what := _names(wish)):
        question = wish.turn.say(f"ask_{wish.kind}_order", lines=order_lines(wish.turn, orders))
        raise CannotDo("not_among_orders", what=what, question=question)
    fitting = named or orders
    able = [order for order in fitting if order.get("status") in ABLE[wish.kind]]
    answered = [order for clause in wish.answers_to("order") for order in places(clause, able or orders)]
    if len(able) > 1 and not answered:
        raise wish.ask("order", lines=order_lines(wish.turn, able))
    return (answered or able or fitting)[0]


def _names(wish: Wish) -> str:
    """What kind of thing was named, in the person's words."""
    for clause in wish.answers_to(*NAMING):
        if clause.kinds:
            return " ".join(token.text for token in clause.tokens if token.means(*clause.kinds))
    return ""


def lines_named(wish: Wish, lines: list[Thing]) -> list[Thing]:
    """The lines whose titles say what was said last of all that names any."""
    return next((named for clause in wish.answers_to(*NAMING) if (named := _named_by(wish, clause, lines))), [])


def _named_by(wish: Wish, clause: Clause, lines: list[Thing]) -> list[Thing]:
    if not clause.words or (wish.kind == "exchange" and only_options(clause)):
        # "Exchange it for the black one": black is what is wanted, not what there is.
        return []
    lexicon = wish.turn.lexicon
    named = match_words(clause, lines, lexicon) or match_kinds(clause, lines, lexicon)
    return named or nearest_title(clause, lines, lexicon)


def _lines_chosen(wish: Wish, order: Thing, lines: list[Thing]) -> list[Thing]:
    """The lines named; the others when what was named is to stay: "all but the mouse", "keep the mouse"."""
    for clause in wish.answers_to(*NAMING):
        both = bool(clause.words and clause.dropped)
        stays = clause.means("except", "keep") and not both and not refused(clause.tokens, "keep")
        if stays:
            clause.words = clause.words or clause.dropped
        named = _named_by(wish, clause, lines)
        if named and stays and len(named) == len(lines):
            raise _which_lines(wish, order, lines)
        if named:
            return [line for line in lines if line not in named] if stays else named
    return []


def pieces_meant(wish: Wish, order: Thing) -> list[tuple[Thing, int]]:
    """The lines meant and how many pieces of each; asks when it was not said."""
    lines: list[Thing] = order.get("lines") or []
    chosen = _lines_meant(wish, order, lines)
    many = [line for line in chosen if int(line["quantity"]) > 1]
    if len(chosen) == 1 or (len(many) == 1 and _counted(wish, lines)):
        return [(line, _count(wish, line, lines)) for line in chosen]
    return [(line, int(line["quantity"])) for line in chosen]


def _lines_meant(wish: Wish, order: Thing, lines: list[Thing]) -> list[Thing]:
    for clause in wish.answers_to("items"):
        if chosen := places(clause, lines):
            return chosen
    if named := _lines_chosen(wish, order, lines):
        return named
    all_of_it = any(c.means("everything") or c.pointing.plural for c in wish.answers_to(*NAMING))
    if len(lines) == 1 or all_of_it:
        return lines
    raise _which_lines(wish, order, lines)


def _which_lines(wish: Wish, order: Thing, lines: list[Thing]) -> CannotDo:
    rows = "\n".join(f"{n}. {line['quantity']} × {line_title(line)}" for n, line in enumerate(lines, 1))
    return wish.ask("items", number=order.get("number", ""), lines=rows)


def _counts(clause: Clause) -> list[int]:
    said = [int(t.value or 0) for t in clause.tokens if t.role == "quantity" and t.kind == "number"]
    return [*said, clause.quantity or 0]


def _counting(wish: Wish, lines: list[Thing]) -> Iterator[Clause]:
    """What may say how many; a bare "2" in answer to the numbered list is a place in it."""
    places_said = [c for c in wish.answers_to("items") if not c.pointing and places(c, lines)]
    return (c for c in wish.answers_to("count", "items", "") if not any(c is place for place in places_said))


def _counted(wish: Wish, lines: list[Thing]) -> bool:
    return any(any(_counts(clause)) for clause in _counting(wish, lines))


def _count(wish: Wish, line: Thing, lines: list[Thing]) -> int:
    """How many pieces of a line; asks when there are several and it was not said."""
    most = int(line["quantity"])
    if most == 1:
        return most
    for clause in _counting(wish, lines):
        fitting = [count for count in _counts(clause) if 1 <= count <= most]
        if fitting:
            # "Two of the three" are two.
            return min(fitting)
        if clause.means("everything") or clause.pointing.plural:
            return most
    raise wish.ask("count", title=line_title(line), most=most)
