"""Gift cards: issued by staff, claimed by their code, spent by payments, and their books always right."""

import asyncio
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import text

from common.database import system_scope
from user_service.tests.conftest import People, Person

CARDS, WALLET = "/api/v1/gift-cards", "/api/v1/users/me/payment-methods"
INTERNAL, PAYMENTS = "/internal/v1/gift-cards", "/internal/v1/gift-card-payments"


def euros(amount: int, currency: str = "EUR") -> dict[str, Any]:
    return {"amount": amount, "currency": currency}


class Desk:
    """Staff with gift cards, order_service that charges them, and whoever holds one."""

    def __init__(self, client: AsyncClient, people: People, manager: Person, service: dict[str, str]) -> None:
        self.client, self.people, self.manager, self.service = client, people, manager, service

    async def post(self, path: str, body: Any, key: str = "", **more: Any) -> Response:
        headers = {**self.manager.bearer, **({"Idempotency-Key": key} if key else {})}
        return await self.client.post(path, json=body, headers=headers, **more)

    async def issue(self, amount: int = 5000, key: str = "k1", **wishes: Any) -> dict[str, Any]:
        answer = await self.post(CARDS, {"balance": euros(amount), **wishes}, key)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def claim(self, person: Person, code: str) -> Response:
        return await self.client.post(WALLET, json={"type": "gift_card", "code": code}, headers=person.bearer)

    async def card(self, card_id: str) -> dict[str, Any]:
        answer = await self.client.get(f"{CARDS}/{card_id}?limit=100", headers=self.manager.bearer)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def standing(self, card_id: str) -> tuple[int, int]:
        """(balance, reserved), both the sums of the ledger."""
        card = await self.card(card_id)
        entries = card["ledger"]["items"]
        standing = card["balance"]["amount"], card["reserved"]["amount"]
        assert standing == tuple(sum(each[part]["amount"] for each in entries) for part in ("amount", "reserved"))
        return standing

    async def put(self, path: str, body: Any = None) -> Response:
        return await self.client.put(path, json=body, headers=self.service)

    async def hold(self, card_id: str, payment: str = "pay_1", amount: int = 3000, currency: str = "EUR") -> Response:
        body = {"order_id": "ord_1", "amount": euros(amount, currency)}
        return await self.put(f"{INTERNAL}/{card_id}/holds/{payment}", body)


@pytest.fixture
async def desk(client: AsyncClient, people: People) -> Desk:
    manager = await people.person("boss@mail.example", roles=("manager",))
    return Desk(client, people, manager, await people.service())


async def test_issues_a_card_once_per_key_and_keeps_no_code(desk: Desk) -> None:
    card = await desk.issue(5000, "k1", reason="Sorry for the delay")
    assert (card["balance"], card["reserved"], card["status"]) == (euros(5000), euros(0), "active")
    assert card["code"].replace("-", "")[-4:] == card["last4"]
    assert await desk.issue(5000, "k1", reason="Sorry for the delay") == card
    other = await desk.post(CARDS, {"balance": euros(6000)}, "k1")
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")
    listed = (await desk.client.get(CARDS, headers=desk.manager.bearer)).json()["items"]
    assert listed == [{name: value for name, value in card.items() if name != "code"}]
    bare = card["code"].replace("-", "")
    for table in ("gift_cards", "gift_card_ledger", "audit_events"):
        with system_scope():
            async with desk.people.room.database.reader.connect() as connection:
                rows = (await connection.execute(text(f"SELECT * FROM {table}"))).all()
        assert bare not in str(rows).replace("-", "")
    [issued] = (await desk.card(card["id"]))["ledger"]["items"]
    assert (issued["type"], issued["amount"], issued["actor_id"]) == ("issue", euros(5000), desk.manager.id)
    assert issued["reason"] == "Sorry for the delay"


async def test_the_same_key_in_parallel_issues_one_card(desk: Desk) -> None:
    cards = await asyncio.gather(*(desk.issue(5000, "k1") for _ in range(6)))
    assert len({card["id"] for card in cards}) == 1
    assert len((await desk.client.get(CARDS, headers=desk.manager.bearer)).json()["items"]) == 1


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"balance": euros(0)}, "invalid_input"),
        ({"balance": euros(-5)}, "invalid_input"),
        ({"balance": euros(100, "USD")}, "other_currency"),
        ({"balance": euros(100), "expires_at": "2020-01-01T00:00:00Z"}, "expires_in_the_past"),
        ({"balance": euros(100), "owner_id": "usr_nobody"}, "user_not_found"),
    ],
)
async def test_refuses_to_issue_what_makes_no_sense(desk: Desk, wish: dict[str, Any], code: str) -> None:
    answer = await desk.post(CARDS, wish, "k1")
    assert answer.json()["code"] == code, answer.text
    assert (await desk.client.get(CARDS, headers=desk.manager.bearer)).json()["items"] == []


async def test_only_staff_who_may_reach_the_desk(desk: Desk, client: AsyncClient, people: People) -> None:
    card = await desk.issue()
    support = await people.person("help@mail.example", roles=("support",))
    shopper = await people.person("mei@mail.example")
    assert (await client.get(f"{CARDS}/{card['id']}", headers=support.bearer)).status_code == 200
    for person, allowed in ((support, 200), (shopper, 403)):
        found = await client.post(f"{CARDS}/lookup", json={"code": card["code"].lower()}, headers=person.bearer)
        assert found.status_code == allowed
        wish = {"balance": euros(100)}
        answer = await client.post(CARDS, json=wish, headers={**person.bearer, "Idempotency-Key": "x"})
        assert (answer.status_code, answer.json()["code"]) == (403, "missing_permission")
    assert (await client.put(f"{PAYMENTS}/pay_1/void", headers=desk.manager.bearer)).status_code == 403


async def test_a_shopper_adds_a_card_by_its_code_and_sees_what_is_on_it(desk: Desk, people: People) -> None:
    card = await desk.issue(5000)
    mei, eve = await people.person("mei@mail.example"), await people.person("eve@mail.example")
    added = await desk.claim(mei, card["code"].lower().replace("-", " "))
    assert added.status_code == 201, added.text
    entry = {"id": card["id"], "type": "gift_card", "provider": "gift_card", "brand": None, "last4": card["last4"]}
    entry |= {"exp": None, "is_default": True, "balance": euros(5000), "status": "active"}
    assert added.json() == entry
    assert (await desk.claim(mei, card["code"])).json() == entry
    assert (await desk.client.get(WALLET, headers=mei.bearer)).json()["items"] == [entry]
    taken = await desk.claim(eve, card["code"])
    assert (taken.status_code, taken.json()["code"]) == (409, "gift_card_taken")
    assert (await desk.client.get(WALLET, headers=eve.bearer)).json()["items"] == []
    path = f"/internal/v1/users/{mei.id}/payment-methods/{card['id']}"
    charged = (await desk.client.get(path, headers=desk.service)).json()
    assert (charged["provider"], charged["provider_token"]) == ("gift_card", card["id"])
    path = f"/internal/v1/users/{eve.id}/payment-methods/{card['id']}"
    assert (await desk.client.get(path, headers=desk.service)).status_code == 404
    await desk.hold(card["id"], amount=4000)
    assert (await desk.client.get(f"{WALLET}/{card['id']}", headers=mei.bearer)).json()["balance"] == euros(1000)
    kept = await desk.client.delete(f"{WALLET}/{card['id']}", headers=mei.bearer)
    assert (kept.status_code, kept.json()["code"]) == (409, "gift_card_not_empty")


async def test_a_card_issued_to_somebody_lies_in_their_wallet(desk: Desk, people: People) -> None:
    mei = await people.person("mei@mail.example")
    card = await desk.issue(700, owner_id=mei.id)
    [entry] = (await desk.client.get(WALLET, headers=mei.bearer)).json()["items"]
    assert (entry["id"], entry["balance"]) == (card["id"], euros(700))
    mine = (await desk.client.get(CARDS, params={"owner_id": mei.id}, headers=desk.manager.bearer)).json()["items"]
    assert [each["id"] for each in mine] == [card["id"]]


async def test_guessing_codes_gets_nowhere(desk: Desk, people: People) -> None:
    card = await desk.issue()
    eve = await people.person("eve@mail.example")
    for guess in range(20):
        answer = await desk.claim(eve, f"AAAA-BBBB-CCCC-{guess:04}")
        assert (answer.status_code, answer.json()["code"]) == (404, "unknown_gift_card_code")
    answer = await desk.claim(eve, card["code"])
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_gift_card_codes")
    assert int(answer.headers["retry-after"]) > 0
    assert (await desk.card(card["id"]))["owner_id"] is None


async def test_holds_captures_and_refunds_once_per_id(desk: Desk) -> None:
    card = (await desk.issue(5000))["id"]
    for _ in range(2):
        held = await desk.hold(card, "pay_1", 3000)
        assert (held.status_code, held.json()["state"]) == (200, "held")
        assert await desk.standing(card) == (5000, 3000)
    other = await desk.hold(card, "pay_1", 2000)
    assert (other.status_code, other.json()["code"]) == (409, "payment_id_reused")
    for _ in range(2):
        assert (await desk.put(f"{PAYMENTS}/pay_1/capture")).json()["state"] == "captured"
        assert await desk.standing(card) == (2000, 0)
    assert (await desk.put(f"{PAYMENTS}/pay_1/void")).json()["state"] == "captured"
    for _ in range(2):
        refunded = await desk.put(f"{PAYMENTS}/pay_1/refunds/ref_1", {"amount": euros(1000)})
        assert (refunded.status_code, refunded.json()["refunded"]) == (200, 1000)
        assert await desk.standing(card) == (3000, 0)
    reused = await desk.put(f"{PAYMENTS}/pay_1/refunds/ref_1", {"amount": euros(1)})
    assert (reused.status_code, reused.json()["code"]) == (409, "payment_id_reused")
    more = await desk.put(f"{PAYMENTS}/pay_1/refunds/ref_2", {"amount": euros(2001)})
    assert (more.status_code, more.json()["code"]) == (409, "refund_exceeds_payment")
    assert await desk.standing(card) == (3000, 0)
    known = (await desk.client.get(f"{PAYMENTS}/pay_1", headers=desk.service)).json()
    assert known == {
        "payment_id": "pay_1", "gift_card_id": card, "amount": 3000, "refunded": 1000, "state": "captured"
    }  # fmt: skip
    kinds = [each["type"] for each in (await desk.card(card))["ledger"]["items"]]
    assert kinds == ["refund", "capture", "hold", "issue"]


async def test_a_void_lets_go_and_a_hold_that_comes_late_is_refused(desk: Desk) -> None:
    card = (await desk.issue(5000))["id"]
    await desk.hold(card, "pay_1", 3000)
    for _ in range(2):
        assert (await desk.put(f"{PAYMENTS}/pay_1/void")).json()["state"] == "voided"
        assert await desk.standing(card) == (5000, 0)
    assert (await desk.put(f"{PAYMENTS}/pay_1/capture")).json()["state"] == "voided"
    assert (await desk.put(f"{PAYMENTS}/pay_2/void")).json()["state"] == "voided"
    assert (await desk.hold(card, "pay_2", 3000)).json()["state"] == "voided"
    assert await desk.standing(card) == (5000, 0)
    for path in ("", "/capture"):
        answer = await desk.client.request("PUT" if path else "GET", f"{PAYMENTS}/pay_none{path}", headers=desk.service)
        assert (answer.status_code, answer.json()["code"]) == (404, "gift_card_payment_not_found")


async def test_never_promises_more_than_there_is_also_in_parallel(desk: Desk) -> None:
    card = (await desk.issue(5000))["id"]
    answers = await asyncio.gather(*(desk.hold(card, f"pay_{number}", 1500) for number in range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] * 3 + [402] * 5
    refused = next(answer for answer in answers if answer.status_code == 402)
    assert refused.json()["code"] == "gift_card_balance_too_low"
    assert refused.json()["detail"].startswith("A gift card must cover the amount it is to pay")
    assert await desk.standing(card) == (5000, 4500)


async def test_one_payment_in_parallel_holds_captures_and_refunds_once(desk: Desk) -> None:
    card = (await desk.issue(5000))["id"]
    held = await asyncio.gather(*(desk.hold(card, "pay_1", 2000) for _ in range(6)))
    assert [answer.json()["state"] for answer in held] == ["held"] * 6
    await asyncio.gather(*(desk.put(f"{PAYMENTS}/pay_1/capture") for _ in range(6)))
    assert await desk.standing(card) == (3000, 0)
    refund = {"amount": euros(500)}
    answers = await asyncio.gather(*(desk.put(f"{PAYMENTS}/pay_1/refunds/ref_1", refund) for _ in range(6)))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert await desk.standing(card) == (3500, 0)


async def test_a_card_that_cannot_be_used_says_why_and_still_takes_its_refunds(desk: Desk, people: People) -> None:
    card = await desk.issue(5000)
    assert (await desk.hold(card["id"], "pay_usd", 10, "USD")).json()["code"] == "gift_card_other_currency"
    await desk.hold(card["id"], "pay_1", 3000)
    await desk.put(f"{PAYMENTS}/pay_1/capture")
    closed = await desk.post(f"{CARDS}/{card['id']}/deactivation", {"reason": "Reported stolen"})
    assert (closed.status_code, closed.json()["status"]) == (200, "deactivated")
    assert (await desk.hold(card["id"], "pay_2", 10)).json()["code"] == "gift_card_deactivated"
    mei = await people.person("mei@mail.example")
    assert (await desk.claim(mei, card["code"])).json()["code"] == "gift_card_not_usable"
    credit = {"order_id": "ord_1", "amount": euros(10)}
    refused = await desk.put(f"{INTERNAL}/{card['id']}/credits/crd_1", credit)
    assert (refused.status_code, refused.json()["code"]) == (409, "gift_card_takes_no_money")
    assert (await desk.put(f"{PAYMENTS}/pay_1/refunds/ref_1", {"amount": euros(3000)})).status_code == 200
    assert await desk.standing(card["id"]) == (5000, 0)
    opened = await desk.post(f"{CARDS}/{card['id']}/reactivation", {"reason": "Found again"})
    assert opened.json()["status"] == "active"
    assert (await desk.hold(card["id"], "pay_2", 10)).status_code == 200


async def test_a_credit_comes_once_to_a_card_that_did_not_pay(desk: Desk) -> None:
    card = (await desk.issue(100))["id"]
    path, credit = f"{INTERNAL}/{card}/credits/crd_1", {"order_id": "ord_1", "amount": euros(900)}
    answers = await asyncio.gather(*(desk.put(path, credit) for _ in range(5)))
    assert [answer.status_code for answer in answers] == [204] * 5
    assert await desk.standing(card) == (1000, 0)
    other = await desk.put(path, {**credit, "amount": euros(901)})
    assert (other.status_code, other.json()["code"]) == (409, "payment_id_reused")
    assert (await desk.put(f"{INTERNAL}/gc_none/credits/crd_2", credit)).status_code == 404


async def test_an_adopted_payment_moves_no_money_until_it_is_refunded(desk: Desk) -> None:
    card = (await desk.issue(100))["id"]
    path, old = f"{INTERNAL}/{card}/adoptions/pay_old", {"order_id": "#W1", "amount": euros(900)}
    for _ in range(2):
        assert (await desk.put(path, old)).json()["state"] == "captured"
    assert await desk.standing(card) == (100, 0)
    await desk.put(f"{PAYMENTS}/pay_old/refunds/ref_1", {"amount": euros(900)})
    assert await desk.standing(card) == (1000, 0)


async def test_staff_correct_a_balance_once_and_leave_what_is_promised(desk: Desk) -> None:
    card = (await desk.issue(5000))["id"]
    await desk.hold(card, "pay_1", 3000)
    path = f"{CARDS}/{card}/adjustments"
    down = {"amount": euros(-1500), "reason": "Issued twice"}
    for _ in range(2):
        assert (await desk.post(path, down, "a1")).json()["balance"] == euros(3500)
    reused = await desk.post(path, {**down, "amount": euros(-1)}, "a1")
    assert (reused.status_code, reused.json()["code"]) == (409, "idempotency_key_reused")
    for amount in (euros(-501), euros(10, "USD")):
        answer = await desk.post(path, {"amount": amount, "reason": "more"}, f"a{amount['amount']}")
        assert (answer.status_code, answer.json()["code"]) == (409, "adjustment_too_large")
    assert await desk.standing(card) == (3500, 3000)
    owner = await desk.people.person("owner@mail.example", roles=("owner",))
    events = await desk.client.get("/api/v1/audit-events", params={"subject_id": card}, headers=owner.bearer)
    assert [event["action"] for event in events.json()["items"]] == ["gift_card.adjusted", "gift_card.issued"]


async def test_lists_page_and_filter(desk: Desk) -> None:
    cards = [await desk.issue(100 + number, f"k{number}") for number in range(3)]
    await desk.post(f"{CARDS}/{cards[0]['id']}/deactivation", {"reason": "test"})
    first = (await desk.client.get(CARDS, params={"limit": 2}, headers=desk.manager.bearer)).json()
    assert [each["id"] for each in first["items"]] == [cards[2]["id"], cards[1]["id"]]
    rest = {"limit": 2, "cursor": first["next_cursor"]}
    second = (await desk.client.get(CARDS, params=rest, headers=desk.manager.bearer)).json()
    assert ([each["id"] for each in second["items"]], second["next_cursor"]) == ([cards[0]["id"]], None)
    for filters, found in (({"status": "deactivated"}, [0]), ({"last4": cards[1]["last4"].lower()}, [1])):
        listed = (await desk.client.get(CARDS, params=filters, headers=desk.manager.bearer)).json()["items"]
        assert [each["id"] for each in listed] == [cards[number]["id"] for number in found]
