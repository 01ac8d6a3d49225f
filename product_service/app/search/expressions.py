"""A query's terms in the match language of each database. Tokens hold letters and digits only, so nothing escapes."""

from collections.abc import Sequence
from itertools import combinations

from product_service.app.search.documents import padded
from product_service.app.search.query import Phrase, Term

Groups = list[list[list[Phrase]]]  # any group; in it every term; of a term any phrase
MAX_ALTERNATIVES = 12


def all_of(terms: Sequence[Term], *, widened: bool) -> Groups:
    """One group in which every term must be found."""
    return [[term.phrases(widened=widened)[:MAX_ALTERNATIVES] for term in terms]]


def all_but_one(terms: Sequence[Term]) -> Groups:
    """Groups of all terms but one; any group suffices."""
    return [all_of(kept, widened=True)[0] for kept in combinations(terms, len(terms) - 1)]


def any_of(terms: Sequence[Term]) -> Groups:
    """Every term is a group of its own."""
    return [[term.phrases(widened=True)[:MAX_ALTERNATIVES]] for term in terms]


def fts5(groups: Groups) -> str:
    """SQLite: `("wireless") AND ("mouse" OR "mice")`."""

    def phrase(one: Phrase) -> str:
        return f'"{" ".join(one.tokens)}"' + (" *" if one.prefix else "")

    return " OR ".join(
        f"({' AND '.join('(' + ' OR '.join(map(phrase, term)) + ')' for term in group)})" for group in groups
    )


def tsquery(groups: Groups) -> str:
    """PostgreSQL: `('wireless') & ('mouse' | ('hard' <-> 'drive'))`, for `to_tsquery('english', …)`."""

    def phrase(one: Phrase) -> str:
        return " <-> ".join(f"'{token}'" for token in one.tokens) + (":*" if one.prefix else "")

    return " | ".join(
        f"({' & '.join('(' + ' | '.join(f'({phrase(one)})' for one in term) + ')' for term in group)})"
        for group in groups
    )


def boolean_mode(groups: Groups) -> str:
    """MySQL and MariaDB: `(+(wireless) +(mouse "hard drive"))`, with short tokens padded as they are stored."""

    def phrase(one: Phrase) -> str:
        if len(one.tokens) > 1:
            return '"' + " ".join(map(padded, one.tokens)) + '"'
        return f"{one.tokens[0]}*" if one.prefix else padded(one.tokens[0])

    return " ".join(f"({' '.join('+(' + ' '.join(map(phrase, term)) + ')' for term in group)})" for group in groups)


COMPILERS = {"sqlite": fts5, "postgresql": tsquery, "mysql": boolean_mode}
