"""A customer as another shop knew them; every id stays what it was."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints

from common.imports import MOST_ITEMS, ImportedId, ImportItem
from user_service.app.accounts.schemas import Language
from user_service.app.addresses.schemas import AddressCreate
from user_service.app.gift_cards.schemas import Payable
from user_service.app.payment_methods.schemas import ProviderToken
from user_service.app.shapes import Body, Email, Line, ShortLine

MOST_ADDRESSES, MOST_METHODS = 50, 20


class ImportedMethod(Body):
    """A card or a PayPal account: the payment provider knows it by `token`."""

    id: ImportedId
    type: Literal["card", "paypal"]
    provider: Literal["test"] = "test"
    token: ProviderToken = "tok_approve"  # noqa: S105 - a name, not a secret
    brand: ShortLine | None = None
    last4: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")] | None = None
    exp_month: int | None = Field(None, ge=1, le=12)
    exp_year: int | None = Field(None, ge=2000, le=2100)


class ImportedGiftCard(Body):
    """It has no code here: its owner's wallet is the way to it."""

    id: ImportedId
    type: Literal["gift_card"]
    balance: Payable
    expires_at: AwareDatetime | None = None


class UserImport(ImportItem):
    """The first address is the default one unless another says so; they choose a password by the mailed link."""

    email: Email
    name: Line | None = None
    first_name: ShortLine | None = None
    last_name: ShortLine | None = None
    language: Language | None = Field(None, description="Default: the language of the request.")
    addresses: list[AddressCreate] = Field(default_factory=list, max_length=MOST_ADDRESSES)
    payment_methods: list[Annotated[ImportedMethod | ImportedGiftCard, Field(discriminator="type")]] = Field(
        default_factory=list, max_length=MOST_METHODS
    )


class UserImports(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "items": [
                    {
                        "id": "mei_lin_6181",
                        "email": "mei@mail.example",
                        "first_name": "Mei",
                        "last_name": "Lin",
                        "addresses": [
                            {
                                "address1": "12 Lime St",
                                "city": "Denver",
                                "state": "CO",
                                "zip": "80279",
                                "country": "USA",
                            }
                        ],
                        "payment_methods": [
                            {"id": "paypal_5727330", "type": "paypal"},
                            {"id": "card_7815826", "type": "card", "brand": "mastercard", "last4": "9212"},
                            {
                                "id": "gift_card_1725971",
                                "type": "gift_card",
                                "balance": {"amount": 5100, "currency": "USD"},
                            },
                        ],
                    }
                ]
            }
        }
    )
    items: list[UserImport] = Field(min_length=1, max_length=MOST_ITEMS)
