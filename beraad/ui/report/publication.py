"""What is being read before it goes out: the verslag, or the signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from beraad.phases.signal import BOTTLENECK
from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.lesson import clean_lesson
from beraad.privacy.lexicon import Lexicon
from beraad.privacy.survey import Finding, survey
from beraad.records import Session
from beraad.report.blocks import Document
from beraad.report.compose import lesson_report, signal_report, work_report
from beraad.report.export import Format

_OTHERS = frozenset({"signal", "lesson"})
"""Sections that have a document of their own."""
_TEXTS = (Format.PDF, Format.ODT, Format.DOCX, Format.HTML, Format.MARKDOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One kind of document.

    Attributes:
        compose: from the raw session, through the gate, to the document.
        concerns: whether a find stands in this document.
        registers: it can be put in the register.
        declares: somebody can declare it anonymous, and a second reader can be named.
    """

    title: str
    formats: tuple[Format, ...]
    compose: Callable[[Session, Lexicon], Document]
    concerns: Callable[[Finding], bool]
    registers: bool = False
    declares: bool = False

    def findings(self, session: Session, lexicon: Lexicon) -> tuple[Finding, ...]:
        """The finds that stand in this document."""
        found = survey(session, lexicon)
        return tuple(find for find in (*found.open, *found.findings) if self.concerns(find))


def _sections(finding: Finding) -> set[str]:
    return {place.address.section for place in finding.places}


def _in_report(finding: Finding) -> bool:
    # The werkverslag tells in short which knelpunt was passed on.
    return any(
        place.address.section not in _OTHERS or place.address == BOTTLENECK.address()
        for place in finding.places
    )


def _in_signal(finding: Finding) -> bool:
    return "signal" in _sections(finding)


def _in_lesson(finding: Finding) -> bool:
    return "lesson" in _sections(finding)


def _work_report(session: Session, lexicon: Lexicon) -> Document:
    return work_report(clean(session, lexicon))


def _signal_report(session: Session, lexicon: Lexicon) -> Document:
    return signal_report(clean_signal(session, lexicon))


def _lesson_report(session: Session, lexicon: Lexicon) -> Document:
    return lesson_report(clean_lesson(session, lexicon))


WORK_REPORT = Publication(
    title="Nalezen voor het werkverslag",
    formats=_TEXTS,
    compose=_work_report,
    concerns=_in_report,
    declares=True,
)
SIGNAL = Publication(
    title="Nalezen voor het signaal",
    formats=(*_TEXTS, Format.JSON),
    compose=_signal_report,
    concerns=_in_signal,
    registers=True,
)
LESSON = Publication(
    title="Nalezen voor het leerverslag",
    formats=_TEXTS,
    compose=_lesson_report,
    concerns=_in_lesson,
)
