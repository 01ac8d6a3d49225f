"""Search over the shop's policy texts: a small BM25 index in memory (Robertson and Zaragoza 2009)."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from ai_service.app.policies.texts import words
from common.errors import NotFound

K1, B = 1.2, 0.75
TITLE_WEIGHT = 3
# A policy opens with its general rule: on a question as general as "returns?" the sections differ by nothing else.
OPENING_WEIGHT = 0.1
# A section far behind the best one is about something else.
NEAR_THE_BEST = 0.4


@dataclass(frozen=True, slots=True)
class Section:
    source: str
    title: str
    section: str
    text: str
    position: int

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its policy, in its own language."""
        return re.sub(r"\W+", "-", self.section.lower()).strip("-")

    @property
    def url(self) -> str:
        return f"/policies/{self.source}" + (f"#{self.anchor}" if self.anchor else "")


def read_sections(folder: Path) -> list[Section]:
    """Every `## section` of every Markdown file; what stands before the first one belongs to the file's title."""
    sections = []
    for path in sorted(folder.glob("*.md")):
        title, section, lines, position = path.stem, "", list[str](), 0
        for line in [*path.read_text(encoding="utf-8").splitlines(), "## "]:
            if line.startswith("# "):
                title = line[2:].strip()
            elif line.startswith("## "):
                if text := "\n".join(lines).strip():
                    sections.append(Section(path.stem, title, section or title, text, position))
                    position += 1
                section, lines = line[3:].strip(), []
            else:
                lines.append(line)
    return sections


class _Index:
    def __init__(self, sections: list[Section]) -> None:
        self.sections = sections
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._lengths = []
        for number, section in enumerate(sections):
            counted = Counter(words(section.text))
            for word in words(f"{section.title} {section.section} {section.source}"):
                counted[word] += TITLE_WEIGHT
            self._lengths.append(sum(counted.values()))
            for word, count in counted.items():
                self._postings[word].append((number, count))
        self._average = sum(self._lengths) / max(1, len(sections))

    def search(self, query: str) -> list[tuple[float, Section]]:
        scores: dict[int, float] = defaultdict(float)
        for word in set(words(query)):
            found = self._postings.get(word, ())
            weight = log(1 + (len(self.sections) - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found:
                length = 1 - B + B * self._lengths[number] / self._average
                scores[number] += weight * count * (K1 + 1) / (count + K1 * length)
        hits = [(score * _opening(self.sections[number]), self.sections[number]) for number, score in scores.items()]
        return sorted(hits, key=lambda hit: -hit[0])


def _opening(section: Section) -> float:
    return 1 + OPENING_WEIGHT / (1 + section.position)


class NoSuchPolicy(NotFound):
    code, title = "no_such_policy", "This shop has no such policy"


class PolicyIndex:
    """The policies of every language under `<resources>/policies/<language>`; asked for in one, another helps out."""

    def __init__(self, folder: Path) -> None:
        self._indexes = {path.name: _Index(read_sections(path)) for path in sorted(folder.iterdir()) if path.is_dir()}

    def titles(self, language: str) -> dict[str, str]:
        """{name: title} of every policy there is."""
        found: dict[str, str] = {}
        for known in self._preferring(language):
            for section in self._indexes[known].sections:
                found.setdefault(section.source, section.title)
        return dict(sorted(found.items()))

    def policy(self, name: str, language: str) -> tuple[str, list[Section]]:
        """(the language it is written in, its sections in their order); NoSuchPolicy."""
        for known in self._preferring(language):
            if sections := [section for section in self._indexes[known].sections if section.source == name]:
                return known, sections
        raise NoSuchPolicy

    def search(self, query: str, language: str, limit: int = 3) -> list[dict[str, Any]]:
        """The best sections in the reader's language, else in any that knows the words."""
        for known in self._preferring(language):
            if hits := self._indexes[known].search(query):
                best = hits[0][0]
                return [_hit(score, section) for score, section in hits[:limit] if score >= best * NEAR_THE_BEST]
        return []

    def _preferring(self, language: str) -> list[str]:
        return sorted(self._indexes, key=lambda known: known != language)


def _hit(score: float, section: Section) -> dict[str, Any]:
    return {
        "source": section.source,
        "title": section.title,
        "section": section.section,
        "text": section.text,
        "url": section.url,
        "score": round(score, 3),
    }
