"""How often a new password may be asked for, per email and per network address."""

from dataclasses import dataclass

from common.database import current_tenant
from common.security.limits import Limiter, Rule, limit_rule
from user_service.app.account_links.errors import TooManyResets
from user_service.app.settings import UserSettings


@dataclass(frozen=True)
class ResetLimits:
    limiter: Limiter
    per_email: Rule | None
    per_address: Rule | None

    @classmethod
    def of(cls, settings: UserSettings, limiter: Limiter) -> "ResetLimits":
        return cls(
            limiter,
            limit_rule("reset_email", settings.rate_password_resets),
            limit_rule("reset_address", settings.rate_password_resets_per_address),
        )

    async def admit(self, email: str, network_address: str) -> None:
        """TooManyResets for the one too many, whether or not there is an account with this email."""
        for rule, key in ((self.per_address, network_address), (self.per_email, f"{current_tenant()}|{email}")):
            if rule is not None:
                allowed, seconds = await self.limiter.check_shared(rule, key)
                if not allowed:
                    raise TooManyResets(seconds)
