"""How often sign-ins may fail, per account and per network address, so that guessing gets nowhere.

Only failures count: a busy shop behind one address, or a script that signs in often, is never locked out.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from common.database import current_tenant
from common.security.limits import Limiter, Rule, limit_rule
from user_service.app.auth.errors import TooManySignIns
from user_service.app.settings import UserSettings

_MOST_REMEMBERED = 10_000


@dataclass(frozen=True)
class SignInLimits:
    limiter: Limiter
    per_account: Rule | None
    per_address: Rule | None
    registrations: Rule | None
    _blocked: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: UserSettings, limiter: Limiter) -> "SignInLimits":
        return cls(
            limiter,
            limit_rule("sign_in_account", settings.rate_sign_in),
            limit_rule("sign_in_address", settings.rate_failed_sign_ins_per_address),
            limit_rule("registration", settings.rate_registrations),
        )

    def admit(self, email: str, network_address: str) -> None:
        """TooManySignIns while this account, from here, or this address is being kept waiting."""
        now = time.monotonic()
        for _, key in self._counters(email, network_address):
            if (until := self._blocked.get(key, 0.0)) > now:
                raise TooManySignIns(until - now)

    async def failed(self, email: str, network_address: str) -> None:
        """Count a failure; the one too many is answered with TooManySignIns and so are those after it."""
        for rule, key in self._counters(email, network_address):
            allowed, seconds = await self.limiter.check_shared(rule, key)
            if not allowed:
                if len(self._blocked) >= _MOST_REMEMBERED:
                    self._blocked.clear()
                self._blocked[key] = time.monotonic() + seconds
                raise TooManySignIns(seconds)

    async def registering(self, network_address: str) -> None:
        if self.registrations is not None:
            allowed, seconds = await self.limiter.check_shared(self.registrations, network_address)
            if not allowed:
                raise TooManySignIns(seconds)

    def _counters(self, email: str, network_address: str) -> Iterator[tuple[Rule, str]]:
        if self.per_account is not None:
            name = f"{current_tenant()}|{email.casefold()}|{network_address}"
            yield self.per_account, sha256(name.encode()).hexdigest()
        if self.per_address is not None:
            yield self.per_address, network_address
