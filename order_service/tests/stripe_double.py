"""A small Stripe over real HTTP: PaymentIntents and refunds, keys that replay, cards and faults on demand."""

import asyncio
import hmac
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from itertools import count
from typing import Any

import orjson
from aiohttp import web

Json = dict[str, Any]
DECLINES = "pm_card_chargeDeclined"
WANTS_AUTHENTICATION = "pm_card_authenticationRequired"
SECRET_KEY, WEBHOOK_SECRET = "sk_test_double", "whsec_double"


class StripeDouble:
    """`lose`: names of calls that are done and not answered (each once). `break_`: calls answered 500, undone."""

    def __init__(self) -> None:
        self.base = ""
        self.intents: dict[str, Json] = {}
        self.refunds: dict[str, Json] = {}
        self.lose: list[str] = []
        self.breaks: list[str] = []
        self.requests: list[str] = []
        self._replies: dict[str, tuple[bytes, int, Json]] = {}
        self._numbers = count(1)

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v1/payment_intents", self._answering("create", self._create))
        app.router.add_get("/v1/payment_intents/search", self._answering("search", self._search))
        app.router.add_get("/v1/payment_intents/{id}", self._answering("retrieve", self._retrieve))
        app.router.add_post("/v1/payment_intents/{id}/capture", self._answering("capture", self._capture))
        app.router.add_post("/v1/payment_intents/{id}/cancel", self._answering("cancel", self._cancel))
        app.router.add_post("/v1/refunds", self._answering("refund", self._refund))
        app.router.add_get("/v1/refunds", self._answering("refunds", self._list_refunds))
        return app

    def the_intent(self) -> Json:
        [intent] = self.intents.values()
        return intent

    def give_back_at_the_desk(self, intent: Json, amount: int) -> Json:
        """A refund made in Stripe's own console."""
        return self._new_refund(intent, amount, {})

    def notice(self, kind: str, subject: Json, signed_at: float | None = None) -> tuple[bytes, str]:
        """(body, Stripe-Signature)"""
        body = orjson.dumps({"id": f"evt_{next(self._numbers)}", "type": kind, "data": {"object": subject}})
        stamp = str(int(signed_at if signed_at is not None else time.time()))
        signature = hmac.new(WEBHOOK_SECRET.encode(), f"{stamp}.".encode() + body, sha256).hexdigest()
        return body, f"t={stamp},v1={signature}"

    def _answering(self, name: str, work: Any) -> Any:
        async def answer(request: web.Request) -> web.StreamResponse:
            self.requests.append(name)
            assert request.headers["Authorization"] == f"Bearer {SECRET_KEY}"
            if name in self.breaks:
                self.breaks.remove(name)
                return web.json_response({"error": {"type": "api_error"}}, status=500)
            body, key = await request.read(), request.headers.get("Idempotency-Key")
            if key in self._replies:
                first, status, document = self._replies[key]
                if first != body:
                    status, document = 400, {"error": {"type": "idempotency_error", "message": "another body"}}
            else:
                status, document = work(request, dict(await request.post()))
                if key is not None:
                    self._replies[key] = (body, status, orjson.loads(orjson.dumps(document)))
            if name in self.lose:
                self.lose.remove(name)
                await asyncio.sleep(30)  # longer than any caller of a test waits
            return web.json_response(document, status=status)

        return answer

    def _create(self, request: web.Request, form: Json) -> tuple[int, Json]:
        if not form["payment_method"].startswith("pm_card_"):
            return 404, _error("invalid_request_error", "resource_missing", "No such PaymentMethod.")
        intent: Json = {
            "id": f"pi_{next(self._numbers)}",
            "object": "payment_intent",
            "amount": int(form["amount"]),
            "currency": form["currency"],
            "status": "requires_capture",
            "metadata": {name[9:-1]: value for name, value in form.items() if name.startswith("metadata[")},
            "last_payment_error": None,
        }
        self.intents[intent["id"]] = intent
        if form["payment_method"] == DECLINES:
            intent["status"] = "requires_payment_method"
            intent["last_payment_error"] = {"code": "card_declined", "message": "Your card was declined."}
            error = _error("card_error", "card_declined", "Your card was declined.")
            return 402, {"error": error["error"] | {"payment_intent": intent}}
        if form["payment_method"] == WANTS_AUTHENTICATION:
            intent["status"] = "requires_action"
        return 200, intent

    def _retrieve(self, request: web.Request, form: Json) -> tuple[int, Json]:
        return 200, self.intents[request.match_info["id"]]

    def _search(self, request: web.Request, form: Json) -> tuple[int, Json]:
        payment_id = request.query["query"].split("'")[3]
        found = [each for each in self.intents.values() if each["metadata"]["payment_id"] == payment_id]
        return 200, {"data": found}

    def _capture(self, request: web.Request, form: Json) -> tuple[int, Json]:
        intent = self.intents[request.match_info["id"]]
        if intent["status"] != "requires_capture":
            return 400, _error("invalid_request_error", "payment_intent_unexpected_state", "It cannot be captured.")
        intent["status"] = "succeeded"
        return 200, intent

    def _cancel(self, request: web.Request, form: Json) -> tuple[int, Json]:
        intent = self.intents[request.match_info["id"]]
        if intent["status"] in ("succeeded", "canceled"):
            return 400, _error("invalid_request_error", "payment_intent_unexpected_state", "It cannot be cancelled.")
        intent["status"] = "canceled"
        return 200, intent

    def _refund(self, request: web.Request, form: Json) -> tuple[int, Json]:
        intent, amount = self.intents[form["payment_intent"]], int(form["amount"])
        given = sum(each["amount"] for each in self.refunds.values() if each["payment_intent"] == intent["id"])
        if intent["status"] != "succeeded" or given + amount > intent["amount"]:
            return 400, _error("invalid_request_error", "charge_already_refunded", "More than was charged.")
        return 200, self._new_refund(intent, amount, {"refund_id": form["metadata[refund_id]"]})

    def _new_refund(self, intent: Json, amount: int, metadata: Json) -> Json:
        refund: Json = {"id": f"re_{next(self._numbers)}", "object": "refund", "amount": amount, "status": "succeeded"}
        self.refunds[refund["id"]] = refund | {"payment_intent": intent["id"], "metadata": metadata}
        return self.refunds[refund["id"]]

    def _list_refunds(self, request: web.Request, form: Json) -> tuple[int, Json]:
        wanted = request.query["payment_intent"]
        return 200, {"data": [each for each in self.refunds.values() if each["payment_intent"] == wanted]}


@asynccontextmanager
async def running_stripe() -> AsyncIterator[StripeDouble]:
    double = StripeDouble()
    runner = web.AppRunner(double.app(), handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    double.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield double
    finally:
        await runner.cleanup()


def _error(kind: str, code: str, message: str) -> Json:
    return {"error": {"type": kind, "code": code, "message": message}}
