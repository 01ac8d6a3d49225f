"""Which models a provider has: GET /models of the OpenAI-compatible wire."""

import asyncio

import httpx
import orjson

from common.api_clients.llm.deadlines import Deadlines
from common.api_clients.llm.openai_compatible import hiding, provider_headers, refusal
from common.api_clients.llm.types import (
    BadModelAnswer,
    ModelMisconfigured,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
)
from common.egress import AddressNotAllowed

MOST, LONGEST_NAME = 1_000, 128


class NoListing(ModelRefused):
    """It is there, but does not say which models it has."""

    code = "model_no_listing"


async def model_names(http: httpx.AsyncClient, base_url: str, api_key: str | None, deadlines: Deadlines) -> list[str]:
    """Their names in alphabetical order; a ModelError where there is no such answer in time."""
    headers, hide = provider_headers(api_key), hiding(api_key)
    timeout = httpx.Timeout(None, connect=deadlines.connect)
    try:
        async with asyncio.timeout(deadlines.first_token):
            answer = await http.get(base_url.rstrip("/") + "/models", headers=headers, timeout=timeout)
    except AddressNotAllowed as error:
        raise ModelMisconfigured("requests to the provider's address are not made") from error
    except TimeoutError as error:
        raise ModelTimeout("waited too long for the list of models") from error
    except httpx.HTTPError as error:
        raise ModelUnavailable(f"the provider cannot be reached: {error}") from error
    if answer.status_code in (404, 405):
        raise NoListing("the provider does not list its models")
    if answer.status_code != 200:
        raise await refusal(answer, asyncio.get_running_loop().time() + 1, hide)
    return _names(hide(answer.content))


def _names(body: bytes) -> list[str]:
    try:
        names = {str(item["id"]) for item in orjson.loads(body)["data"][:MOST]}
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise BadModelAnswer("the answer is no list of models") from error
    return sorted(name for name in names if 0 < len(name) <= LONGEST_NAME)
