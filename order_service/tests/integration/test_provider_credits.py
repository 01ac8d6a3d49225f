"""The test provider gives money to means that did not pay, and takes over payments from before the shop moved in."""

import pytest

from order_service.app.payments.providers import (
    CreditRefused,
    CreditRequest,
    OutcomeUnknown,
    PaymentRequest,
    PaymentState,
    RefundRequest,
)
from order_service.app.payments.test_provider import TestProvider
from order_service.app.payments.test_provider.provider import RefundRefused
from order_service.tests.shop import Shop


@pytest.fixture
def provider(shop: Shop) -> TestProvider:
    return TestProvider(shop.room.database, shop.clock, env="development", timeout=0.02, late=1)


def credit(amount: int = 700, token: str = "tok_approve", credit_id: str = "crd_1") -> CreditRequest:
    return CreditRequest(credit_id, "ord_1", amount, "EUR", token)


async def credits(shop: Shop) -> list[tuple[str, int, str]]:
    return [(row["id"], row["amount"], row["token"]) for row in await shop.rows("test_provider_credits")]


async def test_a_credit_is_given_once_per_id(shop: Shop, provider: TestProvider) -> None:
    await provider.credit(credit())
    await provider.credit(credit())
    assert await credits(shop) == [("crd_1", 700, "tok_approve")]
    with pytest.raises(CreditRefused, match="another credit"):
        await provider.credit(credit(800))
    assert await credits(shop) == [("crd_1", 700, "tok_approve")]


@pytest.mark.parametrize("token", ["tok_decline", "tok_of_nobody"])
async def test_a_means_that_takes_no_money_refuses_it(shop: Shop, provider: TestProvider, token: str) -> None:
    with pytest.raises(CreditRefused):
        await provider.credit(credit(token=token))
    assert await credits(shop) == []


async def test_a_lost_answer_to_a_credit_is_no_refusal(shop: Shop, provider: TestProvider) -> None:
    with pytest.raises(OutcomeUnknown):
        await provider.credit(credit(token="tok_refund_timeout"))
    await provider.credit(credit(token="tok_refund_timeout"))
    assert await credits(shop) == [("crd_1", 700, "tok_refund_timeout")]


async def test_an_adopted_payment_can_be_refunded_up_to_what_it_held(shop: Shop, provider: TestProvider) -> None:
    request = PaymentRequest("pay_old", "#W1", 1000, "USD", "tok_approve")
    await provider.adopt(request)
    await provider.adopt(request)
    found = await provider.find("pay_old")
    assert found is not None
    assert found.state is PaymentState.CAPTURED
    await provider.refund(RefundRequest("ref_1", "pay_old", 1000, "USD"))
    with pytest.raises(RefundRefused):
        await provider.refund(RefundRequest("ref_2", "pay_old", 1, "USD"))
