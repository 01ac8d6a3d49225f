"""A shopper who talks to a served ai_service over HTTP."""

from collections.abc import AsyncIterator
from itertools import count
from typing import Any

import orjson
from httpx import AsyncClient, Response

_ids = count(1)
Event = tuple[str, str, dict[str, Any]]  # id, name, data


async def events_in(response: Response) -> AsyncIterator[Event]:
    event_id = name = ""
    async for line in response.aiter_lines():
        if line.startswith("id: "):
            event_id = line[4:]
        elif line.startswith("event: "):
            name = line[7:]
        elif line.startswith("data: "):
            yield event_id, name, orjson.loads(line[6:])


class Shopper:
    def __init__(self, client: AsyncClient, bearer: dict[str, str]) -> None:
        self.client = client
        self.bearer = bearer
        self.conversation_id: str | None = None

    def body(self, message: str, /, **fields: Any) -> dict[str, Any]:
        given = {"message_id": f"msg-{next(_ids)}", "message": message, "conversation_id": self.conversation_id}
        return given | fields

    async def post(self, message: str, /, **fields: Any) -> Response:
        """The JSON answer of a turn, as a response."""
        body = self.body(message, stream=False, **fields)
        response = await self.client.post("/api/v1/chat", json=body, headers=self.bearer)
        if response.status_code == 200:
            self.conversation_id = response.json()["conversation_id"]
        return response

    async def say(self, message: str, /, **fields: Any) -> dict[str, Any]:
        response = await self.post(message, **fields)
        assert response.status_code == 200, response.text
        return dict(response.json())

    async def hear(self, message: str, /, **fields: Any) -> list[Event]:
        """The events of a streamed turn."""
        body = self.body(message, **fields)
        async with self.client.stream("POST", "/api/v1/chat", json=body, headers=self.bearer) as response:
            assert response.status_code == 200, await response.aread()
            self.conversation_id = response.headers["x-conversation-id"]
            return [event async for event in events_in(response)]

    async def follow(self, after: str | None = None) -> list[Event]:
        headers = self.bearer | ({"Last-Event-ID": after} if after else {})
        url = f"/api/v1/conversations/{self.conversation_id}/events"
        async with self.client.stream("GET", url, headers=headers) as response:
            assert response.status_code == 200, await response.aread()
            return [event async for event in events_in(response)]

    async def decide(self, confirmation_id: str, decision: str = "confirm") -> Response:
        url = f"/api/v1/conversations/{self.conversation_id}/confirmations/{confirmation_id}"
        return await self.client.post(url, json={"decision": decision}, headers=self.bearer)


def names(events: list[Event]) -> list[str]:
    """The kinds of the events, repeated ones once."""
    kinds: list[str] = []
    for _, name, _ in events:
        if not kinds or kinds[-1] != name:
            kinds.append(name)
    return kinds


def text_of(events: list[Event]) -> str:
    return "".join(data["text"] for _, name, data in events if name == "message.delta")
