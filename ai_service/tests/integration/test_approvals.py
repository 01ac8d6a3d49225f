"""What a rule leaves to staff is done once, as it was confirmed, after somebody else has approved it."""

import asyncio

import orjson
import pytest
from sqlalchemy import text

from ai_service.tests.support.shop import AWAY, eur
from ai_service.tests.support.talking import Shopper, text_of
from common.database import system_scope, use_tenant
from tests.support.scripted_llm import call, say

INBOX = "/api/v1/approvals"


def paid(number: int, amount: int) -> dict:
    order = {"id": f"ord_{number}", "number": str(number), "status": "pending", "payment_status": "paid", "lines": []}
    return order | {"total": eur(amount)}


async def rule(staff, tool="cancel_order", **wanted):
    answer = await staff("PATCH", f"/api/v1/tools/{tool}", approval="staff", **wanted)
    assert answer.status_code == 200, answer.text


async def cancelling(shopper, llm, shop, *amounts):
    """Proposals to cancel so many new orders."""
    subject = "usr_ann"
    begun = len(shop.orders.get(subject, []))
    orders = [paid(begun + place, amount) for place, amount in enumerate(amounts, 1)]
    shop.orders.setdefault(subject, []).extend(orders)
    calls = [("cancel_order", {"order_id": order["id"], "reason": "no longer needed"}) for order in orders]
    llm.add(call(*calls), say("Please confirm."))
    return [each["confirmation_id"] for each in (await shopper.say("cancel my orders please"))["confirmations"]]


@pytest.fixture
async def waiting(staff, shopper, llm, shop):
    """An approval that the shopper's confirmation has led to."""
    await rule(staff, staff_above=5000, currency="EUR")
    [confirmation_id] = await cancelling(shopper, llm, shop, 5001)
    llm.add(say("The shop looks at it."))
    answer = await shopper.decide(confirmation_id)
    assert (answer.status_code, answer.json()["status"]) == (200, "awaiting_staff"), answer.text
    assert (await shopper.decide(confirmation_id)).text == answer.text
    await llm.asked(3)
    [found] = (await staff("GET", INBOX)).json()["items"]
    return found


async def settled(rows):
    async with asyncio.timeout(60):
        while not (await rows("approvals"))[0]["settled"]:  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(0.02)


async def test_a_confirmation_beyond_the_rule_waits_for_staff(waiting, staff, shopper, shop, llm):
    assert (waiting["amount"], waiting["currency"], waiting["causes"]) == (5001, "EUR", ["amount", "order", "day"])
    assert waiting["arguments"] == {"order_id": "ord_1", "reason": "no longer needed"}
    assert (waiting["customer_id"], waiting["order_id"]) == ("usr_ann", "ord_1")
    assert (await staff("GET", f"{INBOX}/count")).json() == {"pending": 1}
    told = orjson.loads(llm.requests[-1]["messages"][-1]["content"])
    assert told["status"] == "awaiting_staff"
    answer = await shopper.client.get(f"/api/v1/conversations/{shopper.conversation_id}", headers=shopper.bearer)
    assert answer.json()["turns_shown"][0]["confirmations"][0]["status"] == "awaiting_staff"
    assert shop.cancellations == []


async def test_an_approval_has_it_done_once_in_the_shoppers_name_and_tells_them(
    waiting, staff, shopper, shop, llm, issuer, rows
):
    llm.add(say("It is cancelled."))
    approve = (f"{INBOX}/{waiting['id']}/approve", waiting["arguments_hash"])
    answers = await asyncio.gather(*(staff("POST", approve[0], arguments_hash=approve[1]) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409]
    assert {answer.json().get("code") for answer in answers} == {None, "approval_decided"}
    await settled(rows)
    shown = (await staff("GET", f"{INBOX}/{waiting['id']}")).json()
    assert (shown["status"], shown["outcome"], shown["decided_by"]) == ("approved", "confirmed", "usr_boss")
    assert shop.cancellations == [waiting["confirmation_id"]]
    [delegation] = issuer.delegations
    assert (delegation["subject_id"], delegation["actor_id"]) == ("usr_ann", "usr_boss")
    assert text_of(await shopper.follow(after="2-99")) == "It is cancelled."
    assert (await shopper.decide(waiting["confirmation_id"])).json()["status"] == "confirmed"
    assert (await rows("audit_events"))[-1]["action"] == "approval.approved"


async def test_a_rejection_is_told_with_its_reason_and_nothing_is_done(waiting, staff, shopper, shop, llm, rows):
    llm.add(say("They said no."))
    refused = await staff("POST", f"{INBOX}/{waiting['id']}/reject", reason="Worn.")
    assert (refused.json()["status"], refused.json()["reason"]) == ("rejected", "Worn.")
    await settled(rows)
    assert text_of(await shopper.follow(after="2-99")) == "They said no."
    told = orjson.loads(llm.requests[-1]["messages"][-1]["content"])
    assert (told["status"], told["error"]["code"], told["error"]["detail"]) == ("failed", "approval_rejected", "Worn.")
    assert (await shopper.decide(waiting["confirmation_id"])).json()["code"] == "approval_rejected"
    again = await staff("POST", f"{INBOX}/{waiting['id']}/approve", arguments_hash=waiting["arguments_hash"])
    assert (again.status_code, again.json()["code"]) == (409, "approval_decided")
    assert shop.cancellations == []


async def test_nobody_approves_their_own_or_another_thing_than_they_saw(waiting, staff, shopper, shop, app):
    path = f"{INBOX}/{waiting['id']}/approve"
    own = await staff("POST", path, by="usr_ann", arguments_hash=waiting["arguments_hash"])
    assert (own.status_code, own.json()["code"]) == (403, "own_approval")
    other = await staff("POST", path, arguments_hash="0" * 64)
    assert (other.status_code, other.json()["code"]) == (409, "approval_altered")
    shoppers = await shopper.client.post(path, json={"arguments_hash": "0" * 64}, headers=shopper.bearer)
    assert (shoppers.status_code, shoppers.json()["code"]) == (403, "missing_permission")
    with use_tenant("default"):
        async with app.state.runtime.database.unit_of_work() as session:
            changed = "UPDATE confirmations SET arguments = replace(arguments, 'ord_1', 'ord_2') WHERE tenant_id = :t"
            await session.execute(text(changed), {"t": "default"})
    altered = await staff("POST", path, arguments_hash=waiting["arguments_hash"])
    assert (altered.status_code, altered.json()["code"]) == (409, "confirmation_altered")
    assert (await staff("GET", f"{INBOX}/count")).json() == {"pending": 1}
    assert shop.cancellations == []


async def test_while_writes_are_stopped_nothing_is_approved(waiting, staff, shop):
    await staff("PUT", "/api/v1/kill-switches", kind="shop", on=True)
    refused = await staff("POST", f"{INBOX}/{waiting['id']}/approve", arguments_hash=waiting["arguments_hash"])
    assert (refused.status_code, refused.json()["code"]) == (409, "writes_stopped")
    assert (await staff("GET", f"{INBOX}/{waiting['id']}")).json()["status"] == "pending"
    assert shop.cancellations == []


async def test_what_nobody_decides_in_time_expires(start, staff, waiting, app, shopper, shop, llm, rows):
    llm.otherwise = say("Nobody came.")
    with system_scope():
        async with app.state.runtime.database.unit_of_work() as session:
            await session.execute(text("UPDATE approvals SET expires_at = created_at"))
    late = await staff("POST", f"{INBOX}/{waiting['id']}/approve", arguments_hash=waiting["arguments_hash"])
    assert (late.status_code, late.json()["code"]) == (409, "approval_expired")
    await settled(rows)
    assert (await shopper.decide(waiting["confirmation_id"])).json()["code"] == "approval_expired"
    assert [each["status"] for each in (await staff("GET", f"{INBOX}?status=expired")).json()["items"]] == ["expired"]
    assert shop.cancellations == []


async def test_a_shop_that_does_not_answer_is_asked_again_under_the_same_key(waiting, staff, shop, llm, rows):
    llm.otherwise = say("It is cancelled.")
    shop.fault = AWAY
    approved = await staff("POST", f"{INBOX}/{waiting['id']}/approve", arguments_hash=waiting["arguments_hash"])
    assert (approved.status_code, approved.json()["outcome"]) == (200, "open")
    shop.fault = None
    await settled(rows)
    assert set(shop.cancellations) == {waiting["confirmation_id"]}
    assert (await rows("approvals"))[0]["outcome"] == "confirmed"


async def test_a_closed_account_gets_nothing_done(waiting, staff, shop, issuer, rows):
    issuer.closed_accounts.add("usr_ann")
    approved = await staff("POST", f"{INBOX}/{waiting['id']}/approve", arguments_hash=waiting["arguments_hash"])
    assert (approved.json()["outcome"], approved.json()["outcome_code"]) == ("failed", "account_closed")
    assert (await rows("confirmations"))[0]["status"] == "failed"
    assert shop.cancellations == []


async def test_ten_at_once_just_below_the_amount_are_seen_as_what_they_are(staff, shopper, shop, llm):
    llm.otherwise = say("So.")
    await rule(staff, staff_above=5000, currency="EUR")
    offered = await cancelling(shopper, llm, shop, *[4900] * 10)
    answers = await asyncio.gather(*(shopper.decide(each) for each in offered))
    assert sorted(answer.json()["status"] for answer in answers) == ["awaiting_staff"] * 9 + ["confirmed"]
    assert len(shop.cancellations) == 1
    waiting = (await staff("GET", INBOX)).json()["items"]
    assert sorted(each["day_total"] for each in waiting) == [4900 * times for times in range(2, 11)]
    assert {tuple(each["causes"]) for each in waiting} == {("day",)}


async def test_another_currency_and_tools_without_an_amount_are_left_to_staff(staff, shopper, shop, llm):
    llm.otherwise = say("So.")
    await rule(staff, staff_above=5000, currency="USD")
    [offered] = await cancelling(shopper, llm, shop, 100)
    assert (await shopper.decide(offered)).json()["status"] == "awaiting_staff"
    await llm.asked(3)  # the turn that tells so has its answer
    await rule(staff, "place_order")
    llm.add(call(("add_to_cart", {"variant_id": "var_2"}), ("place_order", {})), say("Please confirm."))
    buyer = Shopper(shopper.client, shopper.bearer)
    [purchase] = (await buyer.say("buy the second one"))["confirmations"]
    assert (await buyer.decide(purchase["confirmation_id"])).json()["status"] == "awaiting_staff"
    found = [(each["tool"], each["causes"]) for each in (await staff("GET", INBOX)).json()["items"]]
    assert found == [("place_order", ["always"]), ("cancel_order", ["currency"])]
    assert (shop.cancellations, shop.checkout_bodies) == ([], [])
