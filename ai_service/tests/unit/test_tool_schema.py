"""What models are told about tools, and what is accepted from them."""

import pytest

from ai_service.app.agents.delivered import AFTER_SALES
from ai_service.app.tools.builtin import registry
from ai_service.app.tools.money import minor_units
from ai_service.app.tools.schema import typed_arguments
from common.api_clients.llm.answers import ArgumentsRefused


def test_schemas_are_plain_and_closed():
    for tool in registry.tools.values():
        schema = tool.spec.parameters
        assert schema["type"] == "object"
        assert schema["additionalProperties"] is False
        assert tool.spec.description
        assert not any(word in str(schema) for word in ("$ref", "anyOf", "'title':"))


def test_the_signature_is_the_schema():
    assert registry.tools["add_to_cart"].spec.parameters == {
        "type": "object",
        "properties": {
            "variant_id": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A variant_id from an earlier result.",
            },
            "quantity": {"type": "integer", "minimum": 1, "maximum": 999, "default": 1},
        },
        "required": ["variant_id"],
        "additionalProperties": False,
    }
    address = registry.tools["place_order"].spec.parameters["properties"]["address"]
    assert address["required"] == ["address1", "city", "zip", "country"]
    assert registry.tools["place_order"].spec.tags == ("order.place",)


def test_what_costs_money_or_is_final_needs_the_shopper():
    waiting = {tool.name for tool in registry.tools.values() if tool.approval == "shopper"}
    assert waiting == {"place_order", "cancel_order", *AFTER_SALES}
    assert all(registry.tools[name].effect is not None for name in waiting)
    changing = {tool.name for tool in registry.tools.values() if tool.changes}
    assert changing == waiting | {"add_to_cart", "update_cart_item", "remove_from_cart"}


def test_null_means_left_out():
    model = registry.tools["search_products"].arguments
    typed = typed_arguments(model, {"query": "mouse", "max_price": 200, "vendor": None})
    assert (typed["max_price"], typed["vendor"], typed["limit"]) == (200, None, 5)


def test_every_argument_that_does_not_fit_is_named():
    with pytest.raises(ArgumentsRefused) as refused:
        typed_arguments(registry.tools["search_products"].arguments, {"limit": 99, "sort": "best", "user_id": "x"})
    for name in ("query", "limit", "sort", "user_id"):
        assert name in str(refused.value)


@pytest.mark.parametrize(
    ("price", "currency", "minor"),
    [(199.99, "EUR", 19999), (0.1, "EUR", 10), (1.005, "EUR", 101), (500, "JPY", 500), (None, "EUR", None)],
)
def test_prices_become_minor_units_without_a_float_in_between(price, currency, minor):
    assert minor_units(price, currency) == minor
