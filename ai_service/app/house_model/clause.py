"""What one clause of a message says: its meanings and the values found in it."""

from dataclasses import dataclass, field

from ai_service.app.house_model.tokens import Token


@dataclass(slots=True)
class Pointing:
    """Which of the things already shown are meant. Ordinals count from 1; -1 is the last, 0 the middle one."""

    ordinals: list[int] = field(default_factory=list)
    excluded: list[int] = field(default_factory=list)
    leading: int = 0
    trailing: int = 0
    count: int = 0
    pronoun: bool = False
    plural: bool = False
    extreme: str = ""

    def __bool__(self) -> bool:
        return bool(
            self.ordinals or self.leading or self.trailing or self.count or self.pronoun or self.plural or self.extreme
        )

    @property
    def several(self) -> bool:
        return len(self.ordinals) > 1 or max(self.leading, self.trailing, self.count) > 1 or self.plural


@dataclass(slots=True)
class Clause:
    tokens: list[Token]
    meanings: set[str] = field(default_factory=set)
    pointing: Pointing = field(default_factory=Pointing)
    min_price: float | None = None
    max_price: float | None = None
    currency: str = ""
    quantity: int | None = None
    quantities: list[tuple[int, int]] = field(default_factory=list)
    order_number: str = ""
    email: str = ""
    phrase: str = ""
    words: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    text: str = ""
    intent: str = ""
    # What it is for beyond doubt, as a part of a clause whose intent is known.
    settled: str = ""
    # Other clauses of the message that only say more of what this one is for.
    beside: list["Clause"] = field(default_factory=list)

    def means(self, *meanings: str) -> bool:
        return any(meaning in self.meanings for meaning in meanings)

    @property
    def kinds(self) -> set[str]:
        return {meaning for meaning in self.meanings if meaning.startswith("kind:")}

    @property
    def priced(self) -> bool:
        return self.min_price is not None or self.max_price is not None

    @property
    def names_something(self) -> bool:
        return bool(self.phrase)
