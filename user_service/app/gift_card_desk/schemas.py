"""What staff asks for about gift cards; shapes of cards are those of the feature that keeps them."""

from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field

from common.money import Money
from user_service.app.gift_cards.schemas import MOST, Code, GiftCard, Some
from user_service.app.shapes import Body, Key, Line


def _change(money: Money) -> Money:
    if money.amount == 0 or abs(money.amount) > MOST:
        raise ValueError(f"the amount must be a change of at most {MOST}")
    return money


class GiftCardIssue(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"balance": {"amount": 5000, "currency": "EUR"}, "reason": "Sorry for the delay"}}
    )
    balance: Some
    expires_at: AwareDatetime | None = None
    owner_id: Key | None = Field(None, description="Whose wallet it goes into; left out, whoever types its code first.")
    reason: Line | None = Field(None, description="For the ledger and the audit log.")


class IssuedGiftCard(GiftCard):
    code: str = Field(description="Shown here and never again: hand it to whom the card is for.")


class GiftCardLookup(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"code": "7KQM-PX4A-92DV-HT3C"}})
    code: Code


class GiftCardAdjustment(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"amount": {"amount": -500, "currency": "EUR"}, "reason": "Issued twice"}}
    )
    amount: Annotated[Money, AfterValidator(_change)] = Field(description="What is added; below zero it is taken.")
    reason: Line


class GiftCardClosing(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "Reported stolen"}})
    reason: Line


def issued(card: GiftCard, code: str) -> IssuedGiftCard:
    return IssuedGiftCard(**card.model_dump(), code=code)
