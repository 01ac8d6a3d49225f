"""What an agent is told in one turn: its instructions, with the values of this shop, this day and this shopper."""

from collections.abc import Mapping
from dataclasses import dataclass

from ai_service.app.agents.delivered import Agent
from ai_service.app.agents.templates import filled, variables_of
from ai_service.app.agents.texts import TextBook
from common.api_clients.users import UsersClient
from common.clock import Clock
from common.errors import ShopError
from common.languages import localized
from common.security.caller import Caller
from common.shop_settings import KnownSettings


@dataclass(frozen=True, slots=True)
class Instructions:
    shop: KnownSettings
    users: UsersClient
    texts: TextBook
    clock: Clock

    async def of(self, agent: Agent, caller: Caller, language: str, more: str = "") -> str:
        """In this language, else in one that the agent has; `more` follows as it is."""
        template = localized(agent.content.instructions, language)
        wanted = variables_of(template)
        told = filled(template, await self._values(agent, wanted, caller, language)) if wanted else template
        return f"{told}\n\n{more}" if more else told

    async def _values(self, agent: Agent, wanted: set[str], caller: Caller, language: str) -> Mapping[str, str]:
        phrases = self.texts.of(language).phrases
        values = {variable.name: localized(variable.default, language) for variable in agent.content.variables}
        values["today"] = self.clock.now().date().isoformat()
        values["language"] = phrases["language"]
        if "shop_name" in wanted:
            values["shop_name"] = (await self.shop.now()).name(language, phrases["this_shop"])
        if "customer_name" in wanted:
            values["customer_name"] = await self._name_of(caller) or phrases["a_customer"]
        return values

    async def _name_of(self, caller: Caller) -> str | None:
        """A turn can do without the name: guests have none, and user_service may be away."""
        if caller.is_guest:
            return None
        try:
            name = (await self.users.me(caller.token)).get("name")
        except ShopError:
            return None
        return str(name) if name else None
