"""How a query is spelt, and how it may have been meant."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from product_service.app.search import expressions, repository
from product_service.app.search.query import Query, Term
from product_service.app.search.vocabulary import Vocabulary

Vocabularies = Callable[[Connection, str], Vocabulary]


@dataclass(slots=True)
class Spelling:
    """Of queries on one connection; what a shop's words are is asked only when a query finds little."""

    connection: Connection
    dialect: str
    tenant: str
    vocabulary_of: Vocabularies

    def corrected(self, query: Query) -> str | None:
        """The query with the words that the catalogue does not know replaced by ones it does; None when none is."""
        return self._respelt(query, self._correction)

    def proposed(self, query: Query) -> str | None:
        """The query with words that hardly any product has replaced by ones that very many have; None when none is."""
        return self._respelt(query, lambda vocabulary, term: term.word and vocabulary.commoner(term.word))

    def _respelt(self, query: Query, better: Callable[[Vocabulary, Term], str | None]) -> str | None:
        vocabulary = self.vocabulary_of(self.connection, self.tenant)
        words = [better(vocabulary, term) or term.text for term in query.terms]
        return " ".join(words) if words != [term.text for term in query.terms] else None

    def _correction(self, vocabulary: Vocabulary, term: Term) -> str | None:
        if term.word is None or vocabulary.knows(term.word):
            return None
        meant = vocabulary.correction(term.word)
        if meant is None:
            return None
        literally = expressions.COMPILERS[self.dialect](expressions.all_of([term], widened=False))
        return None if repository.exists(self.connection, self.dialect, literally, self.tenant) else meant
