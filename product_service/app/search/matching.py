"""From a query to the documents it finds: strictly first, then ever more generously while too little is found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from product_service.app.search import expressions, repository
from product_service.app.search.query import Query, parse
from product_service.app.search.repository import Narrowing
from product_service.app.search.shelf import Shelf
from product_service.app.search.spelling import Spelling
from product_service.app.search.wordlists import WordLists

ENOUGH = 10  # a query that finds fewer is corrected and widened
FAR_MORE = 3  # times as much another spelling must find to be proposed


@dataclass(slots=True)
class Found:
    """Rows by document number with the step that found each (an earlier one ranks first), and what was meant.

    `corrected` says that this spelling was looked for instead; else it is but a proposal.
    """

    rows: dict[int, Any] = field(default_factory=dict)
    steps: dict[int, int] = field(default_factory=dict)
    meant: str | None = None
    corrected: bool = False


@dataclass(slots=True)
class Matcher:
    """Looks for queries on one connection."""

    connection: Connection
    dialect: str
    narrowing: Narrowing
    sort: str
    lists: WordLists
    spelling: Spelling
    shelf: Shelf | None = None

    def find(self, text: str, *, literal: bool = False) -> Found:
        """Documents with every term; if these are few, with the words corrected, then also weaker matches.

        A word is corrected only when no product has it, so never does a correction push aside what was asked for.
        `literal` corrects nothing and only tells what it would have.
        """
        found = Found()
        query = parse(text, self.lists)
        if not query.terms:
            return found
        self._add(found, 0, query, expressions.all_of(query.terms, widened=False))
        if len(found.rows) >= ENOUGH:
            return found
        found.meant = self.spelling.corrected(query)
        found.corrected = found.meant is not None and not literal
        if found.meant is None:
            found.meant = self._proposal(query, len(found.rows))
        elif found.corrected:
            query = parse(found.meant, self.lists)
            self._add(found, 1, query, expressions.all_of(query.terms, widened=False))
        for step, groups in enumerate(_weaker(query), 2):
            if len(found.rows) >= ENOUGH:
                break
            self._add(found, step, query, groups)
        return found

    def _proposal(self, query: Query, found: int) -> str | None:
        """Another spelling under which there is far more."""
        proposed = self.spelling.proposed(query)
        if proposed is None:
            return None
        meant = parse(proposed, self.lists)
        match = expressions.COMPILERS[self.dialect](expressions.all_of(meant.terms, widened=False))
        return proposed if len(self._matches(match, demote=False)) >= FAR_MORE * max(1, found) else None

    def _add(self, found: Found, step: int, query: Query, groups: expressions.Groups) -> None:
        match = expressions.COMPILERS[self.dialect](groups)
        demote = not query.wants_accessory
        for row in self._matches(match, demote=demote):
            if found.rows.setdefault(row[0], row) is row:
                found.steps[row[0]] = step

    def _matches(self, match: str, *, demote: bool) -> Sequence[Any]:
        if self.shelf is not None:
            return self.shelf.matches(self.connection, match, self.narrowing, self.sort, demote=demote)
        return repository.matches(self.connection, self.dialect, match, self.narrowing, self.sort, demote=demote)


def _weaker(query: Query) -> Iterator[expressions.Groups]:
    """With synonyms, with all terms but one, with any term."""
    if query.can_widen:
        yield expressions.all_of(query.terms, widened=True)
    if len(query.terms) > 2:
        yield expressions.all_but_one(query.terms)
    if len(query.terms) > 1:
        yield expressions.any_of(query.terms)
