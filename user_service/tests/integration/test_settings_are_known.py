"""What the owner sets is what the other services go by, without their asking."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from common.config import private_file
from common.database import system_scope, use_tenant
from common.shop_settings import ShopFacts
from tests.support.suite import InProcessSuite
from user_service.tests.conftest import People

SETTINGS = "/api/v1/settings"


async def _until(known: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(60):
        while True:
            if await known():
                return
            await asyncio.sleep(0.05)


async def test_a_change_reaches_those_who_go_by_it(
    make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes
) -> None:
    private_file(tmp_path / "keys" / "access_tokens.pem", lambda: private_key)
    async with InProcessSuite(make_settings, ("user", "product", "order")) as suite:
        people = People(suite.users, suite.apps["user"].state.room)
        owner = await people.person("owner@mail.example", roles=("owner",))
        shops = [suite.apps[name].state.room.shop for name in ("product", "order")]

        async def facts() -> list[ShopFacts]:
            with use_tenant("default"):
                return [await shop.now() for shop in shops]

        async def alerts() -> Any:
            answer = await suite.products.get("/api/v1/inventory/alerts", headers=owner.bearer)
            return answer.raise_for_status().json()["threshold"]

        assert await facts() == [ShopFacts(), ShopFacts()]
        assert await alerts() == 5
        changes = {
            "shop_name": {"en": "Corner Shop"},
            "order_mails": False,
            "return_window_days": 14,
            "low_stock_threshold": 12,
        }
        (await suite.users.patch(SETTINGS, json=changes, headers=owner.bearer)).raise_for_status()
        wanted = ShopFacts({"en": "Corner Shop"}, order_mails=False, return_window_days=14, low_stock_threshold=12)

        async def known() -> bool:
            return await facts() == [wanted, wanted]

        await _until(known)
        assert await alerts() == 12
        assert (await suite.products.get("/api/v1/inventory/alerts?threshold=3", headers=owner.bearer)).json()[
            "threshold"
        ] == 3
        with use_tenant("another"):
            assert [await shop.now() for shop in shops] == [ShopFacts(), ShopFacts()]


async def test_what_was_set_long_ago_is_told_again(people: People, client: Any, room: Any) -> None:
    await room.shop_settings.tell_again()
    assert await people.events("settings.told") == []
    owner = await people.person("owner@mail.example", roles=("owner",))
    await client.patch(SETTINGS, json={"return_window_days": 14}, headers=owner.bearer)
    with system_scope():
        await room.shop_settings.tell_again()
    (told,) = await people.events("settings.told")
    (changed,) = await people.events("settings.changed")
    assert told["data"] == {name: changed["data"][name] for name in ("version", "settings")}
    assert told["data"]["settings"]["return_window_days"] == 14
