"""The cache of public answers: whole responses as bytes, in this process, found before any route is tried.

A request is found by its raw spelling (host or token's tenant, language header, path, query); a spelling that was
not seen before is led to its canonical form (see rules.py) and remembered as an alias of that entry. Staff are never
answered from here, and nothing older than MAX_AGE is.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from common.cache.entries import Entry, Generation, Headers, make_entry
from common.cache.generations import SharedGenerations
from common.cache.rules import CacheRule, CanonicalKey, Rules
from common.config import Settings
from common.database.tenancy import current_tenant
from common.languages import current_language
from common.security.caller import Caller

if TYPE_CHECKING:
    from common.events.bell import Bell

Scope = MutableMapping[str, Any]
RequestHeaders = Mapping[bytes, bytes]
RawKey = tuple[bytes | str, bytes | None, bytes | None, str, bytes]
MAX_AGE = 30.0
_ALIASES = 8  # spellings remembered of one entry
_LARGEST_SHARE = 8  # no entry takes more than an eighth of the cache


class ResponseCache:
    """`known_caller` knows tokens that were verified before (TokenVerifier.known); without it only strangers are
    answered from here."""

    def __init__(
        self,
        rules: Sequence[CacheRule],
        settings: Settings,
        bell: "Bell",
        known_caller: Callable[[str], Caller | None] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rules = Rules(rules, settings.tenant_hosts, settings.default_language)
        self._origins = frozenset(origin.encode() for origin in settings.web_origins)
        self._max_bytes = settings.response_cache_bytes
        self._known_caller = known_caller
        self._now = now
        self._aliases: dict[RawKey, Entry] = {}
        self._entries: OrderedDict[CanonicalKey, Entry] = OrderedDict()
        self._generations: dict[tuple[str, str], Generation] = {}
        self._shared = SharedGenerations(settings.service, self, bell)
        self.size = self.hits = self.misses = 0

    def lookup(self, scope: Scope, headers: RequestHeaders) -> Entry | None:
        """The kept answer to this GET (its 304 when the reader has it), or None. `headers`: the scope's, as a dict."""
        raw = self._raw_key(scope, headers)
        if raw is None:
            return None
        entry = self._aliases.get(raw) or self._by_canonical_key(raw)
        if entry is None:
            return None
        if entry.number != entry.generation.number or self._now() - entry.made_at > MAX_AGE:
            self._drop(entry)
            return None
        self._entries.move_to_end(entry.key)
        self.hits += 1
        if b"if-none-match" in headers:
            return entry.for_reader(headers[b"if-none-match"])
        return entry

    def begin(self, scope: Scope, headers: RequestHeaders) -> "Fill | None":
        """Before the route runs, tenant and language known: what may keep its answer, or None when nothing may."""
        rule = self._rules.tag_and_params(scope["path"])
        raw = self._raw_key(scope, headers) if rule is not None and scope["method"] == "GET" else None
        if rule is None or raw is None:
            return None
        tag, params = rule
        key = self._canonical(raw, params)
        if key[0] != current_tenant() or key[1] != current_language():
            return None  # a request that can be read in two ways (two Host headers) is answered and forgotten
        self.misses += 1
        return Fill(self, scope, raw, key, self._generation(key[0], tag), headers.get(b"if-none-match"))

    def raise_generation(self, tenant_id: str, tag: str) -> None:
        """What was kept of this tenant and tag, or is being made now, is out of date. Call it after the commit."""
        self._generation(tenant_id, tag).number += 1
        self._shared.tell(tenant_id, tag)

    def raise_heard(self, tenant_id: str, tag: str) -> None:
        """Another process says so."""
        self._generation(tenant_id, tag).number += 1

    def clear(self) -> None:
        """Forget everything, also what is being made now."""
        for generation in self._generations.values():
            generation.number += 1
        self._aliases.clear()
        self._entries.clear()
        self.size = 0

    def keep(self, entry: Entry, raw: RawKey) -> None:
        """Take a fresh entry in; the least recently read ones make room."""
        if entry.size > self._max_bytes // _LARGEST_SHARE:
            return
        older = self._entries.get(entry.key)
        if older is not None:
            self._drop(older)
        entry.made_at = self._now()
        self._entries[entry.key] = entry
        self.size += entry.size
        self._remember(entry, raw)
        while self.size > self._max_bytes:
            self._drop(next(iter(self._entries.values())))

    def _raw_key(self, scope: Scope, headers: RequestHeaders) -> RawKey | None:
        place: bytes | str | None = headers.get(b"host")
        if b"authorization" in headers:
            place = self._tenant_of_token(headers[b"authorization"])
        if place is None:
            return None
        origin = headers.get(b"origin")
        if origin is not None and origin not in self._origins:
            origin = None
        return place, headers.get(b"accept-language"), origin, scope["path"], scope["query_string"]

    def _by_canonical_key(self, raw: RawKey) -> Entry | None:
        rule = self._rules.tag_and_params(raw[3])
        if rule is None:
            return None
        entry = self._entries.get(self._canonical(raw, rule[1]))
        if entry is not None:
            self._remember(entry, raw)
        return entry

    def _canonical(self, raw: RawKey, params: frozenset[str]) -> CanonicalKey:
        place, language, origin, path, query = raw
        tenant = place if isinstance(place, str) else self._rules.tenant_of(place)
        return (tenant, *self._rules.reader_and_params(query, language, params), origin, path)

    def _tenant_of_token(self, authorization: bytes) -> str | None:
        """The tenant of a verified shopper or guest; None for staff, services and tokens not seen before."""
        if self._known_caller is None:
            return None
        scheme, _, token = authorization.decode("latin-1").partition(" ")
        caller = self._known_caller(token.strip()) if scheme.lower() == "bearer" else None
        if caller is None or caller.is_staff or caller.is_service:
            return None
        return caller.tenant_id

    def _generation(self, tenant_id: str, tag: str) -> Generation:
        generation = self._generations.get((tenant_id, tag))
        if generation is None:
            generation = self._generations[tenant_id, tag] = Generation()
        return generation

    def _remember(self, entry: Entry, raw: RawKey) -> None:
        if len(entry.aliases) >= _ALIASES:
            self._aliases.pop(entry.aliases.pop(0), None)
        entry.aliases.append(raw)
        self._aliases[raw] = entry

    def _drop(self, entry: Entry) -> None:
        if self._entries.get(entry.key) is entry:
            del self._entries[entry.key]
            self.size -= entry.size
        for raw in entry.aliases:
            if self._aliases.get(raw) is entry:
                del self._aliases[raw]
        entry.aliases.clear()


class Fill:
    """An answer in the making. It is kept only if nothing it may have read was changed meanwhile."""

    __slots__ = ("_cache", "_generation", "_if_none_match", "_key", "_number", "_raw", "_scope")

    def __init__(
        self,
        cache: ResponseCache,
        scope: Scope,
        raw: RawKey,
        key: CanonicalKey,
        generation: Generation,
        if_none_match: bytes | None,
    ) -> None:
        self._cache = cache
        self._scope = scope
        self._raw = raw
        self._key = key
        self._generation = generation
        self._number = generation.number
        self._if_none_match = if_none_match

    def store(self, status: int, headers: Headers, body: bytes) -> Entry | None:
        """What to send instead: the answer with its ETag, or its 304; None when the answer goes out as it is."""
        entry = make_entry(status, headers, body, getattr(self._scope.get("route"), "path", ""))
        if entry is None:
            return None
        entry.key, entry.generation, entry.number = self._key, self._generation, self._number
        if self._number == self._generation.number:
            self._cache.keep(entry, self._raw)
        return entry.for_reader(self._if_none_match)
