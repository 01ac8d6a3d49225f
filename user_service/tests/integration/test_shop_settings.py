"""The shop's settings: the owner changes them, visitors see the public part."""

import asyncio
from typing import Any

import pytest
from httpx import AsyncClient

from user_service.tests.conftest import People

SETTINGS = "/api/v1/settings"
NO_INVOICES = {
    "legal_name": None,
    "address": None,
    "tax_id": None,
    "invoice_prefix": "INV-",
    "credit_note_prefix": "CN-",
    "numbered_by_year": False,
}


async def test_a_fresh_shop_has_defaults(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    fresh = (await client.get(SETTINGS, headers=owner.bearer)).json()
    assert (fresh["version"], fresh["updated_at"], fresh["updated_by"]) == (0, None, None)
    assert (fresh["currency"], fresh["return_window_days"], fresh["low_stock_threshold"]) == ("EUR", 30, 5)
    assert fresh["banner"] == {"enabled": False, "text": {}}
    assert fresh["legal"] == {"imprint": {}, "privacy": {}, "terms": {}}
    assert (await client.get(f"{SETTINGS}/public")).json() == {
        "shop_name": "Shopkeeper",
        "contact_email": None,
        "default_language": "en",
        "languages": ["en", "zh"],
        "currency": "EUR",
        "currencies": ["EUR"],
        "return_window_days": 30,
        "banner": None,
        "legal_pages": [],
    }
    missing = await client.get(f"{SETTINGS}/legal/terms")
    assert (missing.status_code, missing.json()["code"]) == (404, "no_legal_text")


async def test_a_change_is_seen_at_once_by_visitors_and_told(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    first = await client.get(f"{SETTINGS}/public")
    changes = {
        "shop_name": {"en": "Corner Shop", "zh": "街角小店"},
        "banner": {"enabled": True, "text": {"en": "Sale", "zh": "促销"}},
        "legal": {"terms": {"en": "# Terms"}},
    }
    changed = await client.patch(SETTINGS, json=changes, headers=owner.bearer)
    assert (changed.status_code, changed.json()["version"], changed.json()["updated_by"]) == (200, 1, owner.id)
    public = await client.get(f"{SETTINGS}/public?lang=zh")
    assert (public.json()["shop_name"], public.json()["banner"]) == ("街角小店", "促销")
    assert public.json()["legal_pages"] == ["terms"]
    assert public.headers["etag"] != first.headers["etag"]
    assert (await client.get(f"{SETTINGS}/legal/terms")).json() == {"page": "terms", "text": "# Terms"}
    again = await client.patch(SETTINGS, json=changes, headers=owner.bearer)
    assert again.json()["version"] == 1
    (event,) = await people.events("settings.changed")
    assert event["data"] == {
        "changed": ["banner", "legal", "shop_name"],
        "version": 1,
        "settings": {
            "shop_name": changes["shop_name"],
            "contact_email": None,
            "mail_sender_name": None,
            "order_mails": True,
            "return_window_days": 30,
            "low_stock_threshold": 5,
            "currencies": [],
            "invoices": NO_INVOICES,
        },
    }
    seen = (await client.get("/internal/v1/settings", headers=await people.service())).json()
    assert seen["shop_name"] == changes["shop_name"]


async def test_the_shop_says_what_it_sells_in(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    changed = await client.patch(SETTINGS, json={"currencies": ["USD", "EUR", "JPY", "USD"]}, headers=owner.bearer)
    assert (changed.json()["currency"], changed.json()["currencies"]) == ("EUR", ["USD", "JPY"])
    public = (await client.get(f"{SETTINGS}/public")).json()
    assert (public["currency"], public["currencies"]) == ("EUR", ["EUR", "USD", "JPY"])
    (event,) = await people.events("settings.changed")
    assert event["data"]["settings"]["currencies"] == ["USD", "JPY"]
    card = {"balance": {"amount": 5000, "currency": "JPY"}, "reason": "A present"}
    issued = await client.post("/api/v1/gift-cards", json=card, headers=owner.bearer | {"Idempotency-Key": "one"})
    assert (issued.status_code, issued.json()["balance"]) == (201, card["balance"])
    card["balance"] = {"amount": 5000, "currency": "GBP"}
    refused = await client.post("/api/v1/gift-cards", json=card, headers=owner.bearer | {"Idempotency-Key": "two"})
    assert (refused.status_code, refused.json()["code"]) == (422, "other_currency")
    assert refused.json()["detail"] == "This shop sells in EUR, USD, JPY."


async def test_the_shop_says_who_writes_its_invoices(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    said = {"legal_name": "Corner Ltd", "address": " 1 High St \r\n\nLondon\n", "numbered_by_year": True}
    changed = await client.patch(SETTINGS, json={"invoices": said}, headers=owner.bearer)
    wanted = NO_INVOICES | said | {"address": "1 High St\nLondon"}
    assert changed.json()["invoices"] == wanted
    (event,) = await people.events("settings.changed")
    assert (event["data"]["changed"], event["data"]["settings"]["invoices"]) == (["invoices"], wanted)


async def test_a_part_is_changed_field_by_field_and_null_takes_a_choice_back(
    client: AsyncClient, people: People
) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    await client.patch(SETTINGS, json={"banner": {"text": {"en": "Sale"}}}, headers=owner.bearer)
    await client.patch(SETTINGS, json={"banner": {"enabled": True}}, headers=owner.bearer)
    both = await client.patch(SETTINGS, json={"contact_email": "Hi@Shop.Example"}, headers=owner.bearer)
    assert both.json()["banner"] == {"enabled": True, "text": {"en": "Sale"}}
    assert both.json()["contact_email"] == "hi@shop.example"
    none = await client.patch(SETTINGS, json={"contact_email": None, "banner": None}, headers=owner.bearer)
    assert (none.json()["contact_email"], none.json()["banner"]) == (None, {"enabled": False, "text": {}})


async def test_two_changes_at_once_are_both_kept(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    changes: list[dict[str, Any]] = [{"return_window_days": 14}, {"low_stock_threshold": 9}, {"default_language": "zh"}]
    answers = await asyncio.gather(*(client.patch(SETTINGS, json=change, headers=owner.bearer) for change in changes))
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    now = (await client.get(SETTINGS, headers=owner.bearer)).json()
    assert (now["return_window_days"], now["low_stock_threshold"], now["default_language"]) == (14, 9, "zh")
    assert now["version"] == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"currency": "USD"},
        {"return_window_days": -1},
        {"shop_name": {"en": "  "}},
        {"shop_name": {"fr": "Boutique"}},
        {"banner": {"text": {"en": "x\0"}}},
        {"legal": {"cookies": {"en": "x"}}},
        {"contact_email": "nobody"},
        {"invoices": {"invoice_prefix": "2026-"}},
        {"invoices": {"address": "x\0"}},
        {"invoices": {"invoice_prefix": "CN-"}},
        {"invoices": {"invoice_prefix": "R-", "credit_note_prefix": "R-"}},
    ],
)
async def test_refuses_what_is_no_setting(client: AsyncClient, people: People, wrong: dict[str, Any]) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    before = (await client.get(SETTINGS, headers=owner.bearer)).json()
    assert (await client.patch(SETTINGS, json=wrong, headers=owner.bearer)).status_code == 422
    assert (await client.get(SETTINGS, headers=owner.bearer)).json() == before


async def test_only_who_may_sees_and_changes_all_settings(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    for headers, status in ((manager.bearer, 403), ({}, 401)):
        assert (await client.get(SETTINGS, headers=headers)).status_code == status
        change = await client.patch(SETTINGS, json={"return_window_days": 1}, headers=headers)
        assert change.status_code == status
    assert (await client.get(f"{SETTINGS}/public")).json()["return_window_days"] == 30
    assert (await client.get("/internal/v1/settings", headers=manager.bearer)).status_code == 403
