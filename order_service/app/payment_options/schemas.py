"""Shapes of payment options."""

from pydantic import BaseModel


class PaymentToken(BaseModel):
    """One means of payment at a provider, named by `token` in a checkout; `hint` says what comes of it."""

    token: str
    name: str
    hint: str


class PaymentOption(BaseModel):
    """A provider as a checkout names it: `{"payment": {"provider": …, "token": …}}`; saved methods are not here.

    With a `publishable_key` the token comes from POST /api/v1/checkouts/card-payments, and the provider's own form in
    the browser confirms it.
    """

    provider: str
    name: str
    hint: str
    test: bool
    tokens: list[PaymentToken]
    publishable_key: str | None


class PaymentOptions(BaseModel):
    """`saved`: the providers of which a checkout takes methods saved in the caller's account."""

    items: list[PaymentOption]
    saved: list[str]
