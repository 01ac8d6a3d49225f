"""Which answers may be cached, and what they vary by."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from common.database.tenancy import DEFAULT_TENANT
from common.languages import LANGUAGES, accepted_language

CanonicalKey = tuple[str, str, tuple[tuple[str, str], ...], bytes | None, str]  # tenant, language, params, origin, path
_LANGUAGE_PARAMETER = "lang"


def path_pattern(path: str) -> re.Pattern[str]:
    """What fits a route's path, as `/api/v1/products/{product_id}` is written."""
    parts = re.split(r"(\{\w+\})", path)
    return re.compile("".join("[^/]+" if part.startswith("{") else re.escape(part) for part in parts))


@dataclass(frozen=True)
class CacheRule:
    """GETs of `path` (`/api/v1/products/{product_id}`) vary by `params`; raising the generation of `tag` drops them."""

    path: str
    params: tuple[str, ...] = ()
    tag: str = "catalogue"


class Rules:
    """The rules of one service, tried in their order."""

    def __init__(self, rules: Sequence[CacheRule], tenant_hosts: Mapping[str, str], default_language: str) -> None:
        self._rules = [(path_pattern(rule.path), frozenset(rule.params), rule.tag) for rule in rules]
        self._tenant_hosts = tenant_hosts
        self._default_language = default_language

    def tag_and_params(self, path: str) -> tuple[str, frozenset[str]] | None:
        for pattern, params, tag in self._rules:
            if pattern.fullmatch(path):
                return tag, params
        return None

    def tenant_of(self, host: bytes) -> str:
        return self._tenant_hosts.get(host.decode("latin-1").partition(":")[0], DEFAULT_TENANT)

    def reader_and_params(
        self, query: bytes, language: bytes | None, known: frozenset[str]
    ) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The reader's language, and the known parameters by name; repeated ones keep their order, which may matter."""
        given = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
        chosen = next((value for name, value in given if name == _LANGUAGE_PARAMETER and value in LANGUAGES), None)
        params = tuple(sorted((pair for pair in given if pair[0] in known), key=lambda pair: pair[0]))
        return chosen or self._accepted(language), params

    def _accepted(self, header: bytes | None) -> str:
        if header is None:
            return self._default_language
        return accepted_language(header.decode("latin-1"), self._default_language)
