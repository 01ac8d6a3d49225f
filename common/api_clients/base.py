"""What all clients of sibling services share: deadlines, careful retries, errors turned back, context sent along."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import quote, urlencode

import httpx
import orjson
import stamina

from common.api_clients.connections import Exchange
from common.api_clients.service_tokens import ServiceTokens
from common.api_clients.wire import LOST, SiblingsClient, sender, was_never_sent
from common.database.tenancy import NoTenant, current_tenant
from common.errors import ShopError, Unavailable, UpstreamTimeout, error_from_problem
from common.languages import current_language
from common.observability.context import current_request

DEADLINE = 5.0
PUBLIC = ""  # the token of a call that needs none
_ATTEMPTS = 4
_SAFE = frozenset({"GET", "HEAD"})
_IDEMPOTENT = _SAFE | {"PUT", "DELETE"}  # RFC 9110 §9.2.2
Params = Mapping[str, Any]


class UnknownOutcome(UpstreamTimeout):
    """The call may or may not have had its effect: ask by id, never assume."""

    code = "unknown_outcome"
    title = "It is not known whether this was done"


@dataclass(frozen=True, slots=True)
class Reply:
    """A sibling's answer below 400."""

    status: int
    body: Any
    headers: Mapping[str, str]


class _Failed(Exception):
    """One attempt failed; `wait` says when another may be made (seconds, True: as usual, False: never)."""

    def __init__(self, error: ShopError, *, may_have_arrived: bool, wait: float | bool) -> None:
        super().__init__(str(error))
        self.error = error
        self.may_have_arrived = may_have_arrived
        self.wait = wait


def segment(text: str) -> str:
    """One segment of a path, whatever the id holds (imported ones may hold `#` or `/`)."""
    return quote(text, safe="")


def make_http_client() -> httpx.AsyncClient:
    """The one client of a process."""
    return SiblingsClient()


class ServiceClient:
    """Calls one sibling: in this service's own name, or with the token of whoever the work is done for."""

    service: ClassVar[str] = "sibling"

    def __init__(self, http: httpx.AsyncClient, base_url: str, tokens: ServiceTokens) -> None:
        self._send = sender(http)
        self._base_url = base_url.rstrip("/")
        self._tokens = tokens

    async def get(self, path: str, *, token: str | None = None, params: Params | None = None, **more: Any) -> Any:
        """The JSON of a GET."""
        return (await self.request("GET", path, token=token, params=params, **more)).body

    async def post(self, path: str, json: Any = None, *, token: str | None = None, **more: Any) -> Any:
        """The JSON of a POST."""
        return (await self.request("POST", path, json=json, token=token, **more)).body

    async def request(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        json: Any = None,
        params: Params | None = None,
        headers: Mapping[str, str] | None = None,
        deadline: float = DEADLINE,
        idempotent: bool | None = None,
    ) -> Reply:
        """One call within `deadline` seconds; tried again only where that cannot do anything twice.

        `token` None is our own, PUBLIC is none. A problem document is raised as the error it was. Unavailable: it was
        not done. UnknownOutcome: a call that changes something may have been done.
        """
        call = _Call(method, self._url(path, params), json, headers or {}, time.monotonic() + deadline)
        again = method in _IDEMPOTENT if idempotent is None else idempotent
        try:
            return await self._attempt(call, token)
        except _Failed as failed:
            if not again or failed.wait is False:
                raise self._final(call, failed) from failed
        return await self._try_again(call, token)

    async def _try_again(self, call: "_Call", token: str | None) -> Reply:
        left = call.ends - time.monotonic()
        try:
            async for attempt in stamina.retry_context(
                on=_wait_before_next, attempts=_ATTEMPTS, timeout=max(left, 0.001), wait_initial=0.05, wait_max=0.5
            ):
                with attempt:
                    await asyncio.sleep(0.02)  # the first attempt was made just now
                    return await self._attempt(call, token)
        except _Failed as failed:
            raise self._final(call, failed) from failed
        raise AssertionError("stamina ends with an answer or an error")

    async def _attempt(self, call: "_Call", token: str | None) -> Reply:
        bearer = await self._tokens.current() if token is None else token
        headers = self._headers(call, bearer, own=token is None)
        content = orjson.dumps(call.json) if call.json is not None else None
        try:
            async with asyncio.timeout(max(call.ends - time.monotonic(), 0.001)):
                response = await self._send(call.method, call.url, headers, content)
        except LOST as error:
            raise self._lost(call, error) from error
        return self._read(call, response, own_token=bearer if token is None else None)

    def _read(self, call: "_Call", response: Exchange, own_token: str | None) -> Reply:
        body = _json(response)
        if response.status < 400:
            return Reply(response.status, body, response.headers)
        error = error_from_problem(response.status, body)
        retry_after = response.headers.get("retry-after")
        if retry_after is not None:
            error.headers = {"Retry-After": retry_after}
        if response.status == 401 and own_token is not None:
            self._tokens.forget(own_token)
            raise _Failed(self._away(f"takes no token of ours: {error}"), may_have_arrived=False, wait=0.0)
        if response.status < 500:
            raise error
        # 503 is how we say "not now, nothing was done"; after any other failure inside, who knows
        arrived = response.status != 503
        call.may_have_arrived |= arrived
        raise _Failed(error, may_have_arrived=arrived, wait=_asked_to_wait(retry_after, call))

    def _lost(self, call: "_Call", error: Exception) -> _Failed:
        arrived = not was_never_sent(error)
        call.may_have_arrived |= arrived
        return _Failed(self._away(f"did not answer: {type(error).__name__}"), may_have_arrived=arrived, wait=True)

    def _away(self, why: str) -> Unavailable:
        return Unavailable(f"{self.service} {why}", code=f"{self.service}_unavailable", headers={"Retry-After": "1"})

    def _final(self, call: "_Call", failed: _Failed) -> ShopError:
        """What the caller learns: about a write that any attempt may have delivered, only that nobody knows."""
        if call.method not in _SAFE and call.may_have_arrived:
            return UnknownOutcome(str(failed.error), upstream=self.service)
        return failed.error

    def _url(self, path: str, params: Params | None) -> str:
        if not params:
            return self._base_url + path
        given = {name: _spelled(value) for name, value in params.items() if value is not None}
        return f"{self._base_url}{path}?{urlencode(given, doseq=True)}"

    def _headers(self, call: "_Call", bearer: str, *, own: bool) -> dict[str, str]:
        headers = {"Accept": "application/json", "Accept-Language": current_language(), **call.headers}
        if bearer:
            headers["Authorization"] = f"Bearer {bearer}"
        if call.json is not None:
            headers["Content-Type"] = "application/json"
        context = current_request()
        if context is not None:
            headers["X-Request-Id"] = context.request_id
            headers["traceparent"] = context.traceparent()
        tenant = _tenant_or_none() if own else None
        if tenant is not None:
            headers["X-Tenant"] = tenant
        return headers


@dataclass(slots=True)
class _Call:
    method: str
    url: str
    json: Any
    headers: Mapping[str, str]
    ends: float  # monotonic
    may_have_arrived: bool = False  # true once any attempt may have


def _asked_to_wait(retry_after: str | None, call: _Call) -> float | bool:
    """As long as the sibling asked for (RFC 9110 §10.2.3); not at all when the deadline comes before."""
    if retry_after is None or not retry_after.isdigit():
        return True
    seconds = float(retry_after)
    return seconds if seconds < call.ends - time.monotonic() else False


def _wait_before_next(error: Exception) -> float | bool:
    return error.wait if isinstance(error, _Failed) else False


def _json(response: Exchange) -> Any:
    if not response.content:
        return None
    try:
        return orjson.loads(response.content)
    except orjson.JSONDecodeError:
        return None


def _spelled(value: Any) -> Any:
    return ("false", "true")[value] if isinstance(value, bool) else value


def _tenant_or_none() -> str | None:
    try:
        return current_tenant()
    except NoTenant:
        return None
