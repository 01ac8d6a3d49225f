"""The agents that come with the shop: which tools each one has; what they are told is in res/prompts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ai_service.app.agents.limits import TurnLimits
from common.errors import NotFound
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
DEFAULT_AGENT = "assistant"


class AgentNotFound(NotFound):
    code = "agent_not_found"
    title = "There is no such agent"


@dataclass(frozen=True, slots=True)
class Agent:
    id: str
    tools: tuple[str, ...]


AGENTS = {
    agent.id: agent
    for agent in (
        Agent(DEFAULT_AGENT, CATALOGUE + BASKET + BUYING + ORDERS + AFTER_SALES + CUSTOMER),
        Agent("product", (*CATALOGUE, *BASKET, "search_policies")),
        Agent("customer-service", (*ORDERS, *AFTER_SALES, *CUSTOMER, *LOOKING_UP)),
        Agent("recommendation", (*CATALOGUE, "get_cart", "add_to_cart")),
    )
}


@dataclass(frozen=True, slots=True)
class AgentDirectory:
    """Agents by id, with their prompts from `<resources>/prompts/<language>/<agent>.md`."""

    prompts: Path
    limits: TurnLimits
    agents: Mapping[str, Agent] = field(default_factory=lambda: AGENTS)

    def find(self, agent_id: str) -> Agent:
        agent = self.agents.get(agent_id)
        if agent is None:
            raise AgentNotFound(f"There is no agent {agent_id[:64]!r}; GET /api/v1/agents lists them.")
        return agent

    def prompt(self, agent: Agent, language: str) -> str:
        return _prompt(self.prompts, agent.id.replace("-", "_"), language)


@lru_cache(maxsize=256)
def _prompt(folder: Path, name: str, language: str) -> str:
    """In the reader's language, else in the first one that has it."""
    for known in (language, *LANGUAGES):
        path = folder / known / f"{name}.md"
        if path.is_file():
            return path.read_text(encoding="utf-8").strip()
    raise FileNotFoundError(folder / language / f"{name}.md")
