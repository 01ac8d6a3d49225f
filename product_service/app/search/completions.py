"""How what was typed so far may go on: words of the catalogue, and the products that it finds already."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from product_service.app.search import expressions, repository
from product_service.app.search.query import parse
from product_service.app.search.spelling import Vocabularies
from product_service.app.search.vocabulary import Vocabulary
from product_service.app.search.wordlists import WordLists

TRIED_COMPLETIONS = 2
SHORTEST_PREFIX = 2  # one letter begins half the catalogue


@dataclass(slots=True)
class Completer:
    """Completes queries on one connection."""

    connection: Connection
    dialect: str
    tenant: str
    lists: WordLists
    vocabulary_of: Vocabularies

    def words(self, text: str, limit: int) -> list[str]:
        """Queries that begin with what was typed."""
        query = parse(text, self.lists)
        if not query.terms:
            return []
        *before, last = query.terms
        if last.word is None:
            return self._chinese(text.strip(), limit)
        if not before:
            return self.vocabulary_of(self.connection, self.tenant).completions(last.word, limit)
        groups = expressions.all_of(before, widened=False)
        groups[0].append([expressions.Phrase((last.word,), prefix=True)])
        titles = repository.titles(self.connection, self.dialect, self._compiled(groups), self.tenant, 100)
        begun = Vocabulary([title] for title in titles).completions(last.word, limit)
        return [" ".join([*(term.text for term in before), word]) for word in begun]

    def products(self, text: str, words: Sequence[str], limit: int) -> list[str]:
        """Ids of the best products for what was typed so far, its last word maybe unfinished.

        A first word is looked for as its likeliest completions: ranking all that begins with two letters takes long.
        """
        query = parse(text, self.lists)
        if not query.terms or not limit:
            return []
        last = query.terms[-1]
        if last.word is not None and len(last.word) < SHORTEST_PREFIX:
            return []
        groups = expressions.all_of(query.terms, widened=False)
        if last.word is not None and len(query.terms) == 1 and words:
            groups[0][-1] += [expressions.Phrase((word,)) for word in words[:TRIED_COMPLETIONS]]
        elif last.word is not None:
            groups[0][-1] += [expressions.Phrase((last.word,), prefix=True)]
        return repository.best(self.connection, self.dialect, self._compiled(groups), self.tenant, limit)

    def _chinese(self, typed: str, limit: int) -> list[str]:
        """Words of the list that go on from what was typed and find something in this catalogue."""
        found: list[str] = []
        for word in sorted(self.lists.english_of, key=len):
            if word.startswith(typed[-6:]) and len(found) < limit:
                groups = expressions.all_of(parse(word, self.lists).terms, widened=False)
                if repository.exists(self.connection, self.dialect, self._compiled(groups), self.tenant):
                    found.append(word)
        return found

    def _compiled(self, groups: expressions.Groups) -> str:
        return expressions.COMPILERS[self.dialect](groups)
