"""Shows things as numbered lines, so that "the second one" means the same to both sides."""

from collections.abc import Sequence

from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.turn import Turn


def item_line(turn: Turn, number: int, item: Thing) -> str:
    line = turn.say(
        "item_line",
        number=number,
        title=item.get("title", ""),
        price=turn.wording.money(turn.language, item.get("price")),
        availability=availability(turn, item),
    )
    return f"{line} · {item['reason']}" if item.get("reason") else line


def item_lines(turn: Turn, items: Sequence[Thing], first: int = 1) -> str:
    return "\n".join(item_line(turn, number, item) for number, item in enumerate(items, first))


def availability(turn: Turn, item: Thing) -> str:
    known = item.get("availability") or "unknown"
    return turn.say(
        f"availability_{known}" if known in ("in_stock", "few_left", "out_of_stock") else "availability_unknown"
    )


def cart_text(turn: Turn, cart: Thing) -> str:
    lines = cart.get("items") or []
    if not lines:
        return turn.say("cart_is_empty")
    rows = [
        turn.say(
            "cart_line",
            number=number,
            quantity=line.get("quantity", 1),
            title=line_title(line),
            total=turn.wording.money(turn.language, line.get("total")),
        )
        for number, line in enumerate(lines, 1)
    ]
    totals = cart.get("totals") or {}
    rows.append(turn.say("cart_total", total=turn.wording.money(turn.language, totals.get("total"))))
    return "\n".join(rows)


def line_title(line: Thing) -> str:
    """The line's title with its variant, unless the title already says it."""
    title, variant = str(line.get("title", "")), str(line.get("variant_title") or "")
    return f"{title} ({variant})" if variant and variant not in title else title


def number_of(turn: Turn, item: Thing) -> str:
    """The item's number in the list that was shown, as a prefix; empty when it is not in it."""
    for number, shown in enumerate(turn.scene.items, 1):
        if shown.get("product_id") == item.get("product_id"):
            return f"{number}. "
    return ""
