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
PUBLISHABLE_KEY = "pk_test_double"
CANCELLABLE = ("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture")
NOT_AUTHENTICATED = (
    "We are unable to authenticate your payment method. Please choose a different payment method and try again."
)


class StripeDouble:
    """`lose`: names of calls that are done and not answered (each once). `breaks`: calls answered 500, undone.
    `slow`: calls during which their key is in use. `revoked`: no key is good for anything.
    """

    def __init__(self) -> None:
        self.base = ""
        self.intents: dict[str, Json] = {}
        self.refunds: dict[str, Json] = {}
        self.lose: list[str] = []
        self.breaks: list[str] = []
        self.slow: list[str] = []
        self.revoked = False
        self.requests: list[str] = []
        self._replies: dict[str, tuple[bytes, int, Json]] = {}
        self._numbers = count(1)
        self._running: set[str] = set()

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v1/payment_intents", self._answering("create", self._create))
        app.router.add_get("/v1/payment_intents/search", self._answering("search", self._search))
        app.router.add_get("/v1/payment_intents/{id}", self._answering("retrieve", self._retrieve))
        app.router.add_post("/v1/payment_intents/{id}/capture", self._answering("capture", self._capture))
        app.router.add_post("/v1/payment_intents/{id}/cancel", self._answering("cancel", self._cancel))
        app.router.add_post("/v1/payment_intents/{id}/confirm", self._answering("confirm", self._confirm))
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
            if self.revoked:
                document = _error("invalid_request_error", "", "Invalid API Key provided.")
                return web.json_response(document, status=401)
            if name in self.breaks:
                self.breaks.remove(name)
                return web.json_response({"error": {"type": "api_error"}}, status=500)
            body, key = await request.read(), request.headers.get("Idempotency-Key")
            if key in self._running:
                document = _error("idempotency_error", "idempotency_key_in_use", "Another request has this key.")
                return web.json_response(document, status=409)
            if key in self._replies:
                first, status, document = self._replies[key]
                if first != body:
                    status, document = 400, {"error": {"type": "idempotency_error", "message": "another body"}}
            else:
                status, document = work(request, dict(await request.post()))
                if key is not None:
                    self._replies[key] = (body, status, orjson.loads(orjson.dumps(document)))
            if key is not None and name in self.slow:
                self.slow.remove(name)
                self._running.add(key)
                await asyncio.sleep(0.1)
                self._running.discard(key)
            if name in self.lose:
                self.lose.remove(name)
                await asyncio.sleep(30)  # longer than any caller of a test waits
            return web.json_response(document, status=status)

        return answer

    def _create(self, request: web.Request, form: Json) -> tuple[int, Json]:
        confirmed, method = form.get("confirm") == "true", form.get("payment_method", "")
        if confirmed and not method.startswith("pm_card_"):
            return 404, _error("invalid_request_error", "resource_missing", "No such PaymentMethod.")
        if form["currency"] == "eur" and int(form["amount"]) < 50:
            return 400, _error("invalid_request_error", "amount_too_small", "Amount must be at least €0.50 eur")
        assert (form["payment_method_types[]"], form["capture_method"]) == ("card", "manual")
        number = next(self._numbers)
        intent: Json = {
            "id": f"pi_double{number}",
            "object": "payment_intent",
            "amount": int(form["amount"]),
            "amount_capturable": 0,
            "amount_received": 0,
            "capture_method": "manual",
            "client_secret": f"pi_double{number}_secret_{number}",
            "currency": form["currency"],
            "status": "requires_payment_method",
            "metadata": {name[9:-1]: value for name, value in form.items() if name.startswith("metadata[")},
            "last_payment_error": None,
            "next_action": None,
        }
        self.intents[intent["id"]] = intent
        return self._try_card(intent, method) if confirmed else (200, intent)

    def confirm(self, intent_id: str, method: str = "pm_card_visa") -> tuple[int, Json]:
        """What Stripe's own form does in the browser, with the client secret."""
        intent = self.intents[intent_id]
        if intent["status"] not in ("requires_payment_method", "requires_confirmation", "requires_action"):
            words = f"This PaymentIntent could not be confirmed because it has a status of {intent['status']}."
            return 400, _unexpected(intent, words)
        return self._try_card(intent, method)

    def authenticate(self, intent_id: str, *, passed: bool) -> Json:
        """What the shopper told the bank (3-D Secure)."""
        intent = self.intents[intent_id]
        assert intent["status"] == "requires_action"
        if passed:
            self._promise(intent)
        else:
            self._fail(intent, "payment_intent_authentication_failure", NOT_AUTHENTICATED)
        return intent

    def _confirm(self, request: web.Request, form: Json) -> tuple[int, Json]:
        return self.confirm(request.match_info["id"], form["payment_method"])

    def _try_card(self, intent: Json, method: str) -> tuple[int, Json]:
        if method == DECLINES:
            error = self._fail(intent, "card_declined", "Your card was declined.")
            return 402, {"error": {"type": "card_error", **error, "payment_intent": intent}}
        if method == WANTS_AUTHENTICATION:
            intent |= {"status": "requires_action", "next_action": {"type": "use_stripe_sdk"}}
        else:
            self._promise(intent)
        return 200, intent

    def _promise(self, intent: Json) -> None:
        intent |= {"status": "requires_capture", "amount_capturable": intent["amount"]}
        intent |= {"next_action": None, "last_payment_error": None}

    def _fail(self, intent: Json, code: str, words: str) -> Json:
        error = {"code": code, "message": words}
        intent |= {"status": "requires_payment_method", "last_payment_error": error, "next_action": None}
        return error

    def _retrieve(self, request: web.Request, form: Json) -> tuple[int, Json]:
        intent = self.intents.get(request.match_info["id"])
        if intent is None:
            return 404, _error("invalid_request_error", "resource_missing", "No such payment_intent.")
        return 200, intent

    def _search(self, request: web.Request, form: Json) -> tuple[int, Json]:
        payment_id = request.query["query"].split("'")[3]
        found = [each for each in self.intents.values() if each["metadata"].get("payment_id") == payment_id]
        return 200, {"data": found}

    def _capture(self, request: web.Request, form: Json) -> tuple[int, Json]:
        intent = self.intents[request.match_info["id"]]
        if intent["status"] != "requires_capture":
            words = f"This PaymentIntent could not be captured because it has a status of {intent['status']}."
            return 400, _unexpected(intent, words)
        intent |= {"status": "succeeded", "amount_capturable": 0, "amount_received": intent["amount"]}
        return 200, intent

    def _cancel(self, request: web.Request, form: Json) -> tuple[int, Json]:
        intent = self.intents.get(request.match_info["id"])
        if intent is None:
            return 404, _error("invalid_request_error", "resource_missing", "No such payment_intent.")
        if intent["status"] not in CANCELLABLE:
            words = f"You cannot cancel this PaymentIntent because it has a status of {intent['status']}."
            return 400, _unexpected(intent, words)
        intent |= {"status": "canceled", "amount_capturable": 0}
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


def _unexpected(intent: Json, words: str) -> Json:
    error = _error("invalid_request_error", "payment_intent_unexpected_state", words)["error"]
    return {"error": {**error, "payment_intent": intent}}
