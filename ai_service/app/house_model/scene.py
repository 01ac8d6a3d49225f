"""What the conversation has shown so far, read back from the tool results in its messages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Thing = dict[str, Any]

LISTS = ("catalogue.search", "catalogue.recommend")
CARTS = ("cart.view", "cart.add", "cart.update", "cart.remove")
PROPOSALS = {
    "order.place": "order",
    "order.cancel": "cancel",
    "order.return": "return",
    "order.exchange": "exchange",
    "order.change_items": "item_change",
    "order.change_address": "address_change",
    "order.change_payment": "payment_change",
}
# What we ask about an order that was placed, which may take several turns.
AFTER_SALES = frozenset(
    (
        *("return_order", "return_items", "return_count", "return_refund"),
        *("exchange_order", "exchange_items", "exchange_count", "exchange_version"),
        *("readdress_order", "readdress_where", "readdress_rest"),
        *("repay_order", "repay_with", "change"),
    )
)


@dataclass(slots=True)
class Scene:
    """The state that references are resolved against. `shown` says what the last answer was about."""

    items: list[Thing] = field(default_factory=list)
    group: list[Thing] = field(default_factory=list)
    focus: Thing | None = None
    # What was in focus before a list was shown: "the original one".
    previous: Thing | None = None
    search: dict[str, Any] = field(default_factory=dict)
    total: int = 0
    cart: Thing | None = None
    added: str = ""
    # The last thing done to the basket: what "and the lamp too" goes on with.
    last_deed: str = ""
    removed: Thing | None = None
    orders: list[Thing] = field(default_factory=list)
    order: Thing | None = None
    checkout: dict[str, Any] = field(default_factory=dict)
    pending: str = ""
    cancelling: str = ""
    asked: str = ""
    shown: str = ""
    previous_text: str = ""
    # What the person says now, and what was said and asked for while the things now shown were looked for.
    said: str = ""
    wishes: list[str] = field(default_factory=list)
    page: dict[str, Any] = field(default_factory=dict)
    products: dict[str, Thing] = field(default_factory=dict)
    # What of a search result was shown: arguments and items to the items numbered in the answer.
    fitting: Callable[[dict[str, Any], list[Thing]], list[Thing]] = lambda _, items: items

    def observe(self, tag: str, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        """Takes in one tool result."""
        if tag == "order.place":
            self.checkout |= {key: value for key, value in arguments.items() if value}
        if "error" in result:
            return
        self._wish(tag, arguments)
        if tag in LISTS:
            self._observe_list(tag, arguments, result)
        elif tag in ("catalogue.product", "stock.check"):
            self._remember([result])
            self.focus, self.shown = self._known(result), "product"
        elif tag == "catalogue.compare":
            self._observe_comparison(result)
        elif tag in CARTS:
            self._observe_cart(tag, arguments, result)
        elif tag in ("order.list", "order.view"):
            self._observe_orders(tag, result)
        elif tag in PROPOSALS and result.get("status") == "confirmation_required":
            self.pending, self.shown = PROPOSALS[tag], "proposal"
            self.cancelling = ""
        elif tag == "policy.search":
            self.shown = "policy"

    def _observe_list(self, tag: str, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        items = result.get("items") or []
        if tag == "catalogue.search":
            self.search, self.total = dict(arguments), int(result.get("total") or 0)
            items = self.fitting(arguments, items)
        if not items:
            return
        self.items, self.group, self.shown = items, [], "list"
        self._remember(items)
        self.previous = self.focus or self.previous
        single = len(items) == 1 or arguments.get("sort") in ("price", "-price")
        self.focus = items[0] if single else None

    def _wish(self, tag: str, arguments: dict[str, Any]) -> None:
        if tag == "catalogue.search":
            self.wishes = [str(arguments.get("query") or ""), self.said]
        elif tag in ("catalogue.product", "stock.check") and self.said not in self.wishes:
            self.wishes.append(self.said)

    def _observe_comparison(self, result: dict[str, Any]) -> None:
        items = result.get("items") or []
        self._remember(items)
        self.group = [self._known(item) for item in items]
        best = result.get("cheapest")
        self.focus = next((item for item in self.group if item.get("product_id") == best), None)
        self.shown = "comparison"

    def _observe_cart(self, tag: str, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        if tag == "cart.remove":
            lines = (self.cart or {}).get("items") or []
            gone = next((line for line in lines if line.get("line_id") == arguments.get("line_id")), None)
            # Only that one: which version it was is settled.
            self.removed = {**gone, "variants_count": 1} if gone else None
        self.cart, self.shown = result, "cart"
        if tag == "cart.view":
            return
        self.last_deed = tag
        self.pending = ""
        if tag == "cart.add":
            self.added = str(arguments.get("variant_id"))
            seen = [*self.items, *self.products.values()]
            self.focus = next((item for item in seen if item.get("variant_id") == self.added), self.focus)

    def _observe_orders(self, tag: str, result: dict[str, Any]) -> None:
        self.shown = "order"
        if tag == "order.list":
            self.orders = result.get("items") or []
            self.order = self.orders[0] if self.orders else None
        else:
            self.order = result
            self.orders = self.orders or [result]

    def decide(self, kind: str, outcome: dict[str, Any]) -> None:
        """Takes in what became of a proposal of this kind once the person pressed a button."""
        self.pending = "" if kind == self.pending else self.pending
        result = outcome.get("result") or {}
        order = result.get("order", result) if isinstance(result, dict) else {}
        if outcome.get("status") == "confirmed" and order.get("number"):
            self.order, self.orders, self.shown = order, [order, *self.orders], "order"
        if outcome.get("status") == "confirmed" and kind == "order":
            self.cart, self.checkout, self.added = None, {}, ""

    def _remember(self, items: list[Thing]) -> None:
        for item in items:
            key = str(item.get("product_id"))
            self.products[key] = {**self.products.get(key, {}), **{k: v for k, v in item.items() if v is not None}}

    def _known(self, item: Thing) -> Thing:
        return self.products.get(str(item.get("product_id")), item)

    @property
    def state(self) -> set[str]:
        """The features that intents may name."""
        found = {
            "list": bool(self.items),
            "focus": self.focus is not None,
            "searched": bool(self.search.get("query")),
            "cart_known": bool(self.cart and self.cart.get("items")),
            "cart_shown": self.shown == "cart",
            "order_known": self.order is not None,
            "order_shown": self.shown == "order",
            "single": self.focus is not None and self.shown in ("list", "product", "comparison", "policy"),
            "product_shown": self.shown == "product",
            "removed_last": self.last_deed == "cart.remove" and self.shown == "cart",
            "compared": self.shown == "comparison",
            "pending": bool(self.pending),
            "pending_order": self.pending == "order",
            "pending_fresh": self.shown == "proposal",
            "order_arrived": (self.order or {}).get("status") == "delivered",
            "asked_after_sales": self.asked in AFTER_SALES,
        }
        return {name for name, holds in found.items() if holds} | ({f"asked_{self.asked}"} if self.asked else set())
