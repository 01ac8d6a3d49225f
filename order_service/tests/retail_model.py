"""What a shop may do after a sale, written down a second time and without the shop: plain dicts as in orders.json.

An order is {user, status, items: [{item, product, price}], history: [(type, amount, method)], asked, address}, a user
{method: None or a gift card's balance}, a product {item: {price, stock}}. Money is in cents. Each operation either
changes these dicts or raises Refused and changes nothing.
"""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]
SIX = ("address1", "address2", "city", "state", "zip", "country")


class Refused(Exception):
    """The rules do not allow it."""


class RetailModel:
    def __init__(self, users: Json, products: Json, orders: Json) -> None:
        self.users, self.products, self.orders = users, products, orders

    def cancel(self, user: str, order_id: str, reason: str) -> None:
        order = self._order(user, order_id)
        self._insist(reason in ("no longer needed", "ordered by mistake"))
        self._insist(order["status"] == "pending")
        for method, amount in self._net(order).items():
            if amount > 0:
                self._move(order, "refund", amount, method)
        self._put_back(order["items"])
        order["status"] = "cancelled"

    def change_address(self, user: str, order_id: str, address: Json) -> None:
        order = self._order(user, order_id)
        self._insist(all(name in address for name in SIX))
        self._insist("pending" in order["status"])
        order["address"] = dict(address)

    def change_payment(self, user: str, order_id: str, method: str) -> None:
        order = self._order(user, order_id)
        self._insist("pending" in order["status"])
        self._insist(len(order["history"]) == 1)
        self._insist(method in self.users[user])
        [(_, amount, paid_by)] = order["history"]
        self._insist(method != paid_by)
        self._cover(user, method, amount)
        self._move(order, "payment", amount, method)
        self._move(order, "refund", amount, paid_by)

    def change_items(self, user: str, order_id: str, swaps: Sequence[tuple[str, str]], method: str) -> None:
        order = self._order(user, order_id)
        self._insist(order["status"] == "pending")
        chosen, difference = self._swaps(order, swaps)
        self._insist(method in self.users[user])
        self._cover(user, method, difference)
        self._settle(order, difference, method)
        self._swap(chosen)
        order["status"] = "pending (item modified)"

    def ask_return(self, user: str, order_id: str, items: Sequence[str], method: str) -> None:
        order = self._order(user, order_id)
        self._insist(order["status"] == "delivered" and order["asked"] is None)
        chosen = self._pieces(order, items)
        self._insist(method in self.users[user])
        self._insist(self.users[user][method] is not None or method == order["history"][0][2])
        order["asked"] = {"kind": "return", "pieces": chosen, "method": method}
        order["status"] = "return requested"

    def ask_exchange(self, user: str, order_id: str, swaps: Sequence[tuple[str, str]], method: str) -> None:
        order = self._order(user, order_id)
        self._insist(order["status"] == "delivered" and order["asked"] is None)
        chosen, difference = self._swaps(order, swaps)
        self._insist(method in self.users[user])
        self._cover(user, method, difference)
        order["asked"] = {"kind": "exchange", "swaps": chosen, "method": method, "difference": difference}
        order["status"] = "exchange requested"

    def receive_return(self, order_id: str) -> None:
        order = self.orders[order_id]
        self._insist(order["status"] == "return requested")
        pieces = order["asked"]["pieces"]
        self._move(order, "refund", sum(piece["price"] for piece in pieces), order["asked"]["method"])
        self._put_back(pieces)
        order["status"] = "delivered"

    def complete_exchange(self, order_id: str) -> None:
        order = self.orders[order_id]
        self._insist(order["status"] == "exchange requested")
        asked = order["asked"]
        self._in_stock([(self._sold(piece), new) for piece, new in asked["swaps"]])
        self._cover(order["user"], asked["method"], asked["difference"])
        self._settle(order, asked["difference"], asked["method"])
        self._swap(asked["swaps"])
        order["status"] = "delivered"

    def reject(self, order_id: str, kind: str) -> None:
        order = self.orders[order_id]
        self._insist(order["status"] == f"{kind} requested")
        order["status"], order["asked"] = "delivered", None

    def _order(self, user: str, order_id: str) -> Json:
        order: Json | None = self.orders.get(order_id)
        if order is None or order["user"] != user:
            raise Refused
        return order

    def _pieces(self, order: Json, items: Sequence[str]) -> list[Json]:
        self._insist(len(items) > 0)
        left, chosen = list(order["items"]), []
        for item in items:
            piece = next((piece for piece in left if piece["item"] == item), None)
            if piece is None:
                raise Refused
            left = [other for other in left if other is not piece]
            chosen.append(piece)
        return chosen

    def _swaps(self, order: Json, swaps: Sequence[tuple[str, str]]) -> tuple[list[tuple[Json, str]], int]:
        pieces = self._pieces(order, [old for old, _ in swaps])
        chosen = [(piece, new) for piece, (_, new) in zip(pieces, swaps, strict=True)]
        self._in_stock([(self._sold(piece), new) for piece, new in chosen])
        return chosen, sum(self._sold(piece)[new]["price"] - piece["price"] for piece, new in chosen)

    def _swap(self, chosen: Sequence[tuple[Json, str]]) -> None:
        self._put_back([piece for piece, _ in chosen])
        for piece, new in chosen:
            variant = self._sold(piece)[new]
            variant["stock"] -= 1
            piece["item"], piece["price"] = new, variant["price"]

    def _sold(self, piece: Json) -> Json:
        """The variants of the piece's product."""
        sold: Json = self.products[piece["product"]]
        return sold

    def _in_stock(self, wanted: Sequence[tuple[Json, str]]) -> None:
        """What comes back by the same swap is not on the shelf yet."""
        for sold, new in wanted:
            self._insist(new in sold)
            self._insist(sold[new]["stock"] >= sum(other == new for _, other in wanted))

    def _put_back(self, pieces: Sequence[Json]) -> None:
        for piece in pieces:
            self._sold(piece)[piece["item"]]["stock"] += 1

    def _settle(self, order: Json, difference: int, method: str) -> None:
        if difference:
            self._move(order, "payment" if difference > 0 else "refund", abs(difference), method)

    def _move(self, order: Json, kind: str, amount: int, method: str) -> None:
        order["history"].append((kind, amount, method))
        wallet = self.users[order["user"]]
        if wallet[method] is not None:
            wallet[method] += amount if kind == "refund" else -amount

    def _net(self, order: Json) -> dict[str, int]:
        net: dict[str, int] = {}
        for kind, amount, method in order["history"]:
            net[method] = net.get(method, 0) + (amount if kind == "payment" else -amount)
        return net

    def _cover(self, user: str, method: str, amount: int) -> None:
        balance = self.users[user][method]
        self._insist(balance is None or balance >= amount)

    def _insist(self, condition: bool) -> None:
        if not condition:
            raise Refused
