"""The agents that come with the shop, version 0 of each: their tools here, what they are told in res/prompts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ai_service.app.agents.content import AgentContent, Audience
from ai_service.app.agents.guardrails import Guard
from ai_service.app.agents.limits import TurnLimits
from ai_service.app.agents.texts import TextBook
from common.languages import LANGUAGES

CATALOGUE = ("search_products", "get_product", "compare_products", "check_stock", "recommend_products")
BASKET = ("get_cart", "add_to_cart", "update_cart_item", "remove_from_cart")
BUYING = ("place_order",)
ORDERS = ("list_orders", "get_order", "cancel_order")
AFTER_SALES = (
    *("change_order_address", "change_order_payment", "change_order_items"),
    *("return_items", "exchange_items"),
)
LOOKING_UP = ("search_products", "get_product", "check_stock", "get_cart")
CUSTOMER = ("get_account", "search_policies")
SHOPKEEPING = ("find_shop_orders", "report_sales", "find_low_stock")
DEFAULT_AGENT = "assistant"
AS_DELIVERED = 0


@dataclass(frozen=True, slots=True)
class Agent:
    """One version of an agent, ready to work; `version` is None for a draft."""

    id: str
    version: int | None
    content: AgentContent
    guard: Guard

    @classmethod
    def of(cls, agent_id: str, version: int | None, content: AgentContent) -> "Agent":
        return cls(agent_id, version, content, Guard.of(content.guardrails))

    def limits(self, shop: TurnLimits) -> TurnLimits:
        """What a turn may use up: never more than the shop allows."""
        own = self.content.limits
        return TurnLimits(
            min(own.steps or shop.steps, shop.steps),
            min(own.tool_calls or shop.tool_calls, shop.tool_calls),
            min(own.tokens or shop.tokens, shop.tokens),
            min(own.seconds or shop.seconds, shop.seconds),
            min(own.cost or shop.cost, shop.cost or own.cost or 0),
        )

    def offered_to(self, *, staff: bool) -> bool:
        return staff or self.content.audience == "shoppers"


@dataclass(frozen=True, slots=True)
class Delivered:
    tools: tuple[str, ...]
    audience: Audience = "shoppers"


DELIVERED = {
    DEFAULT_AGENT: Delivered(CATALOGUE + BASKET + BUYING + ORDERS + AFTER_SALES + CUSTOMER),
    "product": Delivered((*CATALOGUE, *BASKET, "search_policies")),
    "customer-service": Delivered((*ORDERS, *AFTER_SALES, *CUSTOMER, *LOOKING_UP)),
    "recommendation": Delivered((*CATALOGUE, "get_cart", "add_to_cart")),
    "shopkeeper": Delivered((*SHOPKEEPING, "search_products", "get_product", "check_stock"), "staff"),
}


def delivered_agents(prompts: Path, texts: TextBook) -> Mapping[str, Agent]:
    """By id; instructions are read from `<prompts>/<language>/<agent>.md`."""
    return {agent_id: Agent.of(agent_id, AS_DELIVERED, _content(agent_id, prompts, texts)) for agent_id in DELIVERED}


def _content(agent_id: str, prompts: Path, texts: TextBook) -> AgentContent:
    delivered, file = DELIVERED[agent_id], f"{agent_id.replace('-', '_')}.md"
    told = {language: texts.of(language).agents[agent_id] for language in LANGUAGES}
    files = {language: prompts / language / file for language in LANGUAGES}
    return AgentContent(
        name={language: text["name"] for language, text in told.items()},
        description={language: text["description"] for language, text in told.items()},
        audience=delivered.audience,
        instructions={language: path.read_text(encoding="utf-8") for language, path in files.items() if path.is_file()},
        tools=list(delivered.tools),
    )
