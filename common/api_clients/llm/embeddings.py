"""Embeddings over the OpenAI-compatible wire."""

import asyncio
from collections.abc import Sequence
from typing import Any

import httpx
import orjson

from common.api_clients.llm.deadlines import DEADLINES, RETRIES, Deadlines, Retries
from common.api_clients.llm.openai_compatible import hiding, provider_headers, refusal, traced
from common.api_clients.llm.types import BadModelAnswer, ModelTimeout, ModelUnavailable


class OpenAICompatibleEmbeddings:
    def __init__(
        self,
        http: httpx.AsyncClient,
        base_url: str,
        model: str,
        api_key: str | None = None,
        deadlines: Deadlines = DEADLINES,
        retries: Retries = RETRIES,
    ) -> None:
        self.name = model
        self._http = http
        self._url = base_url.rstrip("/") + "/embeddings"
        self._headers = provider_headers(api_key)
        self._hide = hiding(api_key)
        self._deadlines = deadlines
        self._retries = retries

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector per text, in the order of the texts."""
        body = orjson.dumps({"model": self.name, "input": list(texts), "encoding_format": "float"})
        attempt = 0
        try:
            async with asyncio.timeout(self._deadlines.total):
                while True:
                    attempt += 1
                    try:
                        return _vectors(await self._post(body), len(texts))
                    except ModelUnavailable as error:
                        wait = self._retries.wait(attempt, error.retry_after)
                        if wait is None:
                            raise
                    await asyncio.sleep(wait)
        except TimeoutError as error:
            raise ModelTimeout("waited too long for embeddings") from error

    async def _post(self, body: bytes) -> bytes:
        timeout = httpx.Timeout(self._deadlines.first_token, connect=self._deadlines.connect)
        try:
            response = await self._http.post(self._url, content=body, headers=self._headers | traced(), timeout=timeout)
        except httpx.ReadTimeout as error:
            raise ModelTimeout("waited too long for embeddings") from error
        except httpx.TransportError as error:
            raise ModelUnavailable(f"the provider cannot be reached: {error}") from error
        if response.status_code != 200:
            raise await refusal(response, asyncio.get_running_loop().time() + 1, self._hide)
        return response.content


def _vectors(body: bytes, expected: int) -> list[list[float]]:
    try:
        rows: list[dict[str, Any]] = sorted(orjson.loads(body)["data"], key=lambda row: row["index"])
        vectors = [row["embedding"] for row in rows]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise BadModelAnswer("the answer holds no embeddings") from error
    if len(vectors) != expected or any(not isinstance(vector, list) or not vector for vector in vectors):
        raise BadModelAnswer(f"asked for {expected} embeddings, got {len(vectors)}")
    return vectors
