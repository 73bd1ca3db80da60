"""The chapters of the help, and which of them belongs to where somebody is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beraad.records import PhaseKey

_HEADING = re.compile(r"(?m)^(?P<signs>#{1,4}) (?P<title>.+)$")
_ANCHOR = "h{}"

_CHAPTERS = {
    PhaseKey.OPENING: "De opening",
    PhaseKey.CASE: "Ronde 1 · Casus",
    PhaseKey.DILEMMA: "Ronde 2 · Dilemma",
    PhaseKey.CLARIFICATION: "Ronde 3 · Verheldering",
    PhaseKey.PERSPECTIVES: "Ronde 4 · Perspectieven, waarden en normen",
    PhaseKey.ALTERNATIVES: "Ronde 5 · Alternatieven",
    PhaseKey.CONSIDERATION: "Ronde 6 · Afweging",
    PhaseKey.DIALOGUE: "Ronde 7 · Dialoog",
    PhaseKey.CONCLUSION: "Ronde 8 · Conclusie en terugblik",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the help.

    Attributes:
        depth: 0 for a part, 1 for a chapter in it, and so on.
        anchor: the name by which its place is found.
    """

    title: str
    depth: int
    anchor: str


def chapter_about(phase: PhaseKey) -> str:
    """The title of the chapter about a ronde."""
    return _CHAPTERS[phase]


def with_anchors(manual: str) -> tuple[str, tuple[Chapter, ...]]:
    """The text with a name at every heading but its title, and those headings in order."""
    chapters: list[Chapter] = []

    def named(found: re.Match[str]) -> str:
        signs, title = found["signs"], found["title"].strip()
        if len(signs) == 1:
            return found[0]
        chapter = Chapter(title, len(signs) - 2, _ANCHOR.format(len(chapters)))
        chapters.append(chapter)
        return f'{signs} <a name="{chapter.anchor}"></a>{title}'

    return _HEADING.sub(named, manual), tuple(chapters)
