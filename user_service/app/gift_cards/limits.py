"""How often gift card codes may be tried, per person and per network address, so that guessing gets nowhere."""

from dataclasses import dataclass

from common.database import current_tenant
from common.security.limits import Limiter, Rule, limit_rule
from user_service.app.gift_cards.errors import TooManyCodes
from user_service.app.settings import UserSettings


@dataclass(frozen=True)
class CodeLimits:
    limiter: Limiter
    per_person: Rule | None
    per_address: Rule | None

    @classmethod
    def of(cls, settings: UserSettings, limiter: Limiter) -> "CodeLimits":
        return cls(
            limiter,
            limit_rule("gift_card_person", settings.rate_gift_card_codes),
            limit_rule("gift_card_address", settings.rate_gift_card_codes_per_address),
        )

    async def admit(self, user_id: str, network_address: str) -> None:
        """TooManyCodes for the one too many, right or wrong: a refusal must not tell which."""
        for rule, key in ((self.per_address, network_address), (self.per_person, f"{current_tenant()}|{user_id}")):
            if rule is not None:
                allowed, seconds = await self.limiter.check_shared(rule, key)
                if not allowed:
                    raise TooManyCodes(seconds)
