"""A small shop in memory behind the very tools the agents have: names, arguments and results as the real ones."""

import tomllib
from pathlib import Path
from typing import Any

from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.scene import PROPOSALS
from common.api_clients.llm.types import ToolSpec

Thing = dict[str, Any]

SPECS: dict[str, tuple[str, list[str], list[str]]] = {
    "search_products": (
        "catalogue.search",
        ["query", "category", "vendor", "min_price", "max_price", "in_stock", "sort", "limit"],
        [],
    ),
    "get_product": ("catalogue.product", ["product_id"], ["product_id"]),
    "compare_products": ("catalogue.compare", ["product_ids"], ["product_ids"]),
    "check_stock": ("stock.check", ["product_id", "variant_id"], []),
    "recommend_products": ("catalogue.recommend", ["product_id", "limit"], []),
    "get_cart": ("cart.view", [], []),
    "add_to_cart": ("cart.add", ["variant_id", "quantity"], ["variant_id"]),
    "update_cart_item": ("cart.update", ["line_id", "quantity"], ["line_id", "quantity"]),
    "remove_from_cart": ("cart.remove", ["line_id"], ["line_id"]),
    "place_order": ("order.place", ["shipping_method", "payment_method_id", "address", "email"], []),
    "list_orders": ("order.list", ["limit"], []),
    "get_order": ("order.view", ["order_id", "number"], []),
    "cancel_order": ("order.cancel", ["order_id", "reason"], ["order_id", "reason"]),
    "change_order_items": ("order.change_items", ["order_id", "swaps", "payment_method_id"], ["order_id", "swaps"]),
    "change_order_address": ("order.change_address", ["order_id", "address"], ["order_id", "address"]),
    "change_order_payment": (
        "order.change_payment",
        ["order_id", "payment_method_id"],
        ["order_id", "payment_method_id"],
    ),
    "return_items": ("order.return", ["order_id", "items", "refund_to"], ["order_id", "items"]),
    "exchange_items": ("order.exchange", ["order_id", "swaps", "payment_method_id"], ["order_id", "swaps"]),
    "get_account": ("account.view", [], []),
    "search_policies": ("policy.search", ["query"], ["query"]),
}


# What the shop lets one do with an order, by its status.
ACTIONS = {
    "pending": ["cancellation", "address", "payment-change", "item-changes"],
    "delivered": ["returns", "exchanges"],
}
REFUSALS = {"returns": "order_not_delivered", "exchanges": "order_not_delivered", "item-changes": "order_not_pending"}
PROPOSED_BY = {kind: name for tag, kind in PROPOSALS.items() for name, spec in SPECS.items() if spec[0] == tag}
# What confirming a proposal makes of its order.
DECIDED = {
    "cancel": {"status": "cancelled", "payment_status": "refunded"},
    "return": {"status": "return requested"},
    "exchange": {"status": "exchange requested"},
    "item_change": {"status": "pending (item modified)"},
    "address_change": {},
    "payment_change": {},
}
GIFT_CARD = {"id": "pm_3", "type": "gift_card", "last4": "HT3C"}


def tool_specs(without: tuple[str, ...] = ()) -> list[ToolSpec]:
    return [
        ToolSpec(name, name, {"properties": {f: {} for f in fields}, "required": required}, (tag,))
        for name, (tag, fields, required) in SPECS.items()
        if name not in without
    ]


def euros(cents: int) -> Thing:
    return {"amount": cents, "currency": "EUR", "text": f"€{cents / 100:.2f}"}


class Shop:
    """Holds a shelf, one person's basket and orders."""

    def __init__(
        self, language: str = "en", *, guest: bool = False, address: bool = True, giftcard: bool = False
    ) -> None:
        shelf = tomllib.loads((Path(__file__).parent / "catalogue.toml").read_text("utf-8"))["products"]
        self.language, self.guest, self.giftcard = language, guest, giftcard
        # Why nothing can be sent back although it was delivered.
        self.refuses = ""
        self.address: Thing | None = {"address1": "Musterstr. 1", "zip": "10115", "city": "Berlin"} if address else None
        self.products = {key: self._product(key, row) for key, row in shelf.items()}
        self.lines: list[Thing] = []
        self.orders: list[Thing] = []
        self.proposals: dict[str, Thing] = {}

    def _product(self, key: str, row: list[Any]) -> Thing:
        title = row[0] if self.language == "en" else row[1]
        names = [name.split("|")[0 if self.language == "en" else 1] for name in row[6]]
        variants = [
            {"variant_id": f"{key}-{n}", "title": name, "options": {}, "price": euros(row[4]), "availability": row[5]}
            for n, name in enumerate(names, 1)
        ]
        return {
            "product_id": key, "variant_id": f"{key}-1", "title": title, "vendor": row[2], "category": row[3],
            "price": euros(row[4]), "availability": row[5], "variants": variants, "variants_count": len(variants),
            "words": normalise(f"{row[0]} {row[1]} {row[2]} {' '.join(row[6])}"), "description": title,
        }  # fmt: skip

    def call(self, name: str, arguments: Thing) -> Thing:
        return getattr(self, f"_{name}")(**arguments)

    def _brief(self, product: Thing) -> Thing:
        return {k: v for k, v in product.items() if k not in ("variants", "words", "description")}

    def _search_products(self, query: str = "", limit: int = 5, sort: str = "relevance", **filters: Any) -> Thing:
        words = [w.rstrip("s") if w.isascii() and len(w) > 3 else w for w in normalise(query).split()]
        words = [{"mice": "mouse", "screen": "monitor", "寸": "英寸"}.get(w, w) for w in words]
        hits = [p for p in self.products.values() if all(self._in(w, p["words"]) for w in words)]
        hits = hits or [p for p in self.products.values() if any(len(w) > 1 and self._in(w, p["words"]) for w in words)]
        low, high = filters.get("min_price", 0) * 100, filters.get("max_price", 10**6) * 100
        hits = [p for p in hits if low <= p["price"]["amount"] <= high]
        if filters.get("in_stock"):
            hits = [p for p in hits if p["availability"] != "out_of_stock"]
        if sort in ("price", "-price"):
            hits.sort(key=lambda p: p["price"]["amount"], reverse=sort == "-price")
        return {"total": len(hits), "did_you_mean": None, "items": [self._brief(p) for p in hits[:limit]]}

    @staticmethod
    def _in(word: str, text: str) -> bool:
        if word in text or (word[0].isdigit() and word in text.replace(" ", "")):
            return True
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        return not word.isascii() and len(word) > 2 and all(pair in text.replace(" ", "") for pair in pairs)

    def _get_product(self, product_id: str) -> Thing:
        product = self.products[product_id]
        return {**product, "attributes": [{"name": "vendor", "value": product["vendor"]}]}

    def _compare_products(self, product_ids: list[str]) -> Thing:
        items = [
            self._brief(self.products[i]) | {"attributes": {"vendor": self.products[i]["vendor"]}} for i in product_ids
        ]
        return {"items": items, "cheapest": min(items, key=lambda i: i["price"]["amount"])["product_id"]}

    def _check_stock(self, product_id: str = "", variant_id: str = "") -> Thing:
        product = self.products[product_id or variant_id.split("-")[0]]
        return {k: product[k] for k in ("product_id", "title", "availability", "variants")}

    def _recommend_products(self, product_id: str = "", limit: int = 3) -> Thing:
        others = [p for p in self.products.values() if p["product_id"] not in (product_id, "")]
        return {"items": [self._brief(p) | {"reason": ""} for p in others[-limit:]]}

    def _get_cart(self) -> Thing:
        total = sum(line["total"]["amount"] for line in self.lines)
        totals = {"subtotal": euros(total), "total": euros(total)}
        return {"cart_id": "crt_1", "version": 1, "items": [dict(line) for line in self.lines], "totals": totals}

    def _add_to_cart(self, variant_id: str, quantity: int = 1) -> Thing:
        product = self.products[variant_id.split("-")[0]]
        if product["availability"] == "out_of_stock":
            return {"error": {"code": "out_of_stock", "detail": "none left"}}
        variant = next(v for v in product["variants"] if v["variant_id"] == variant_id)
        line = next((line for line in self.lines if line["variant_id"] == variant_id), None)
        if line is None:
            title = f"{product['title']} {variant['title']}"
            line = {"line_id": f"line-{variant_id}", "variant_id": variant_id, "title": title, "quantity": 0}
            line |= {"product_id": product["product_id"], "variant_title": variant["title"]}
            self.lines.append(line)
        return self._count(line, line["quantity"] + quantity, product)

    def _count(self, line: Thing, quantity: int, product: Thing) -> Thing:
        amount = product["price"]["amount"]
        line.update(quantity=quantity, unit_price=euros(amount), total=euros(amount * quantity))
        return self._get_cart()

    def _update_cart_item(self, line_id: str, quantity: int) -> Thing:
        line = next(line for line in self.lines if line["line_id"] == line_id)
        return self._count(line, quantity, self.products[line["variant_id"].split("-")[0]])

    def _remove_from_cart(self, line_id: str) -> Thing:
        self.lines = [line for line in self.lines if line["line_id"] != line_id]
        return self._get_cart()

    def _place_order(self, **given: Any) -> Thing:
        if not self.lines:
            return {"error": {"code": "cart_empty", "detail": "empty"}}
        if not (given.get("address") or self.address):
            return {"error": {"code": "address_required", "detail": "address"}}
        if self.guest and not given.get("email"):
            return {"error": {"code": "email_required", "detail": "email"}}
        return self._propose("order", {"total": self._get_cart()["totals"]["total"], **given})

    def _propose(self, kind: str, details: Thing) -> Thing:
        key = f"cnf_{len(self.proposals) + 1}"
        self.proposals[key] = {"kind": kind, "tool": PROPOSED_BY[kind], **details}
        said = {"summary": kind, "text": kind, "details": details}
        return {"status": "confirmation_required", "confirmation_id": key, **said}

    def decide(self, key: str) -> Thing:
        """The person presses Confirm."""
        proposal = self.proposals[key]
        if proposal["kind"] == "order":
            return {"status": "confirmed", "result": self.order(self.lines, clear=True)}
        order = next(o for o in self.orders if o["order_id"] == proposal["order_id"])
        order.update(DECIDED[proposal["kind"]])
        return {"status": "confirmed", "result": order}

    def order(self, lines: list[Thing], status: str = "pending", clear: bool = False) -> Thing:
        number = str(1001 + len(self.orders))
        total = euros(sum(line["total"]["amount"] for line in lines))
        order = {
            "order_id": f"ord_{number}", "number": number, "status": status, "payment_status": "paid", "total": total,
            "placed_at": "2026-11-21T10:00:00Z",
            "lines": [{k: v for k, v in line.items() if k != "unit_price"} for line in lines],
        }  # fmt: skip
        self.orders.insert(0, order)
        self.lines = [] if clear else self.lines
        return order

    def _list_orders(self, limit: int = 5) -> Thing:
        return {"items": self.orders[:limit]}

    def _get_order(self, order_id: str = "", number: str = "") -> Thing:
        found = [o for o in self.orders if o["order_id"] == order_id or o["number"] == number]
        if not found:
            return {"error": {"code": "not_found", "detail": "no such order"}}
        return found[0] | {"actions": self._actions(found[0])}

    def _actions(self, order: Thing) -> list[str]:
        return [] if self.refuses else ACTIONS.get(order["status"], [])

    def _cancel_order(self, order_id: str, reason: str) -> Thing:
        if reason not in ("no longer needed", "ordered by mistake"):
            return {"error": {"code": "invalid_input", "detail": "reason"}}
        return self._propose("cancel", {"order_id": order_id, "reason": reason})

    def _return_items(self, order_id: str, items: list[Thing], refund_to: str | None = None) -> Thing:
        order, refusal = self._allowing(order_id, "returns")
        if refusal:
            return refusal
        amount = sum(self._price(order, each["item"]) * each["quantity"] for each in items)
        return self._propose("return", {"order_id": order_id, "to_get": euros(amount), "payment_label": "visa"})

    def _exchange_items(self, order_id: str, swaps: list[Thing], payment_method_id: str | None = None) -> Thing:
        return self._swap("exchange", "exchanges", order_id, swaps)

    def _change_order_items(self, order_id: str, swaps: list[Thing], payment_method_id: str | None = None) -> Thing:
        return self._swap("item_change", "item-changes", order_id, swaps)

    def _change_order_address(self, order_id: str, address: Thing) -> Thing:
        return self._propose("address_change", {"order_id": order_id, "address": address})

    def _change_order_payment(self, order_id: str, payment_method_id: str) -> Thing:
        if payment_method_id == "pm_1":
            return {"error": {"code": "same_payment_method", "detail": "The order is paid with this method already."}}
        return self._propose("payment_change", {"order_id": order_id, "payment_method_id": payment_method_id})

    def _swap(self, kind: str, action: str, order_id: str, swaps: list[Thing]) -> Thing:
        order, refusal = self._allowing(order_id, action)
        if refusal:
            return refusal
        for each in swaps:
            line = next(line for line in order["lines"] if line["line_id"] == each["item"])
            if not each["to_variant_id"].startswith(f"{line['product_id']}-"):
                return {"error": {"code": "other_product", "detail": "another product"}}
        return self._propose(kind, {"order_id": order_id, "to_pay": euros(0), "to_get": euros(0)})

    def _allowing(self, order_id: str, action: str) -> tuple[Thing, Thing]:
        order = self._get_order(order_id=order_id)
        if action in order["actions"]:
            return order, {}
        code = self.refuses or REFUSALS[action]
        return order, {"error": {"code": code, "detail": code.replace("_", " ")}}

    @staticmethod
    def _price(order: Thing, line_id: str) -> int:
        line = next(line for line in order["lines"] if line["line_id"] == line_id)
        return int(line["total"]["amount"] // line["quantity"])

    def _get_account(self) -> Thing:
        cards = [{"id": "pm_1", "type": "card", "brand": "visa", "last4": "4242"}, {"id": "pm_2", "type": "paypal"}]
        cards += [GIFT_CARD] if self.giftcard else []
        return {
            "name": "Ada", "email": "ada@example.com", "is_guest": self.guest,
            "addresses": [self.address] if self.address else [], "payment_methods": [] if self.guest else cards,
        }  # fmt: skip

    def _search_policies(self, query: str) -> Thing:
        return {
            "items": [
                {"source": "returns.md", "title": "Returns", "section": "Period", "text": "14 days.", "score": 1.0}
            ]
        }
