"""What is being read before it goes out: one of the three documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.outgoing import LESSON_SECTIONS, REPORT_SECTIONS, SIGNAL_SECTIONS
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.privacy.review.survey import Finding, survey
from beraad.privacy.text.progress import GoesOn, always
from beraad.records import Session
from beraad.records.anatomy import Address
from beraad.report.blocks import Document
from beraad.report.compose import lesson_report, signal_report, work_report
from beraad.report.export import Format

_IN_SHORT = Address("signal", "bottleneck")
"""What the werkverslag says about the signal."""
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

    def findings(
        self, session: Session, lexicon: Lexicon, *, goes_on: GoesOn = always
    ) -> tuple[Finding, ...]:
        """The finds that stand in this document. Raises Stopped when `goes_on` says no."""
        found = survey(session, lexicon, goes_on=goes_on)
        return tuple(find for find in (*found.open, *found.findings) if self.concerns(find))


def _in_report(finding: Finding) -> bool:
    return any(
        place.address.section in REPORT_SECTIONS or place.address == _IN_SHORT
        for place in finding.places
    )


def _in_signal(finding: Finding) -> bool:
    return _in(SIGNAL_SECTIONS, finding)


def _in_lesson(finding: Finding) -> bool:
    return _in(LESSON_SECTIONS, finding)


def _in(sections: frozenset[str], finding: Finding) -> bool:
    return any(place.address.section in sections for place in finding.places)


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
