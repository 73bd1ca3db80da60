"""The three documents of a beraad: how each is put together, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from beraad.phases.model import PhaseState, state
from beraad.phases.rondes import PHASES
from beraad.phases.wording import LAYER_LABELS
from beraad.privacy.clean import CleanedSession, clean, clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.outgoing import stands_in
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.privacy.review.survey import Asides, Finding, asides, survey
from beraad.privacy.text.progress import GoesOn, always
from beraad.records import Layer, Lesson, Session
from beraad.report.blocks import Document
from beraad.report.compose import lesson_report, short_report, signal_report, work_report
from beraad.report.formats import Format
from beraad.signals.form_marks import form_mark

_TEXTS = (Format.PDF, Format.ODT, Format.DOCX, Format.HTML, Format.MARKDOWN, Format.MDTO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One kind of document.

    Attributes:
        for_whom: who reads it and what they get, in Dutch.
        formats: the forms in which it can be made.
        compose: from the raw session, through the gate, to the document.
        is_written: whether a beraad has anything to say in it.
        not_written: what to say as long as it is not, in Dutch.
        begin: how to begin writing it, in Dutch.
        shorten: the same in short, of what it was made of; None when it has one length only.
        has_versions: it goes out as concept or final version, and these are kept.
        registers: it can be put in the register.
        declares: somebody can declare it anonymous, and a second reader can be named.
    """

    layer: Layer
    for_whom: str
    formats: tuple[Format, ...]
    compose: Callable[[Session, Lexicon | None], Document]
    is_written: Callable[[Session], bool]
    not_written: str
    begin: str
    shorten: Callable[[CleanedSession], Document] | None = None
    has_versions: bool = True
    registers: bool = False
    declares: bool = False

    @property
    def title(self) -> str:
        """What reading it before it goes out is called."""
        return f"Nalezen voor het {LAYER_LABELS[self.layer]}"

    def concerns(self, finding: Finding) -> bool:
        """Whether a find stands in this document."""
        return any(stands_in(self.layer, place.address) for place in finding.places)

    def findings(
        self, session: Session, lexicon: Lexicon | None = None, *, goes_on: GoesOn = always
    ) -> tuple[Finding, ...]:
        """The finds that stand in this document; what nobody decided about yet comes first.

        Raises Stopped when `goes_on` says no.
        """
        found = survey(session, lexicon, goes_on=goes_on)
        return tuple(find for find in (*found.open, *found.findings) if self.concerns(find))

    def asides(self, session: Session, lexicon: Lexicon | None = None) -> Asides:
        """The asides of this document of which nothing is left."""
        return asides(session, lexicon, counts=partial(stands_in, self.layer))


def waits(finding: Finding) -> bool:
    """Whether a person still has to decide about this."""
    return finding.decision is None and finding.replacement_in_force is None


def _work_report(session: Session, lexicon: Lexicon | None) -> Document:
    return work_report(clean(session, lexicon))


def _signal_report(session: Session, lexicon: Lexicon | None) -> Document:
    identity = session.signal_link.signal_id
    about = form_mark(identity) if identity else ""
    return signal_report(clean_signal(session, lexicon), about)


def _lesson_report(session: Session, lexicon: Lexicon | None) -> Document:
    return lesson_report(clean_lesson(session, lexicon))


def _has_work(session: Session) -> bool:
    return any(state(phase, session) is not PhaseState.EMPTY for phase in PHASES)


def _has_signal(session: Session) -> bool:
    return not session.signal.is_empty


def _has_lesson(session: Session) -> bool:
    return session.lesson != Lesson()


PUBLICATIONS: Mapping[Layer, Publication] = {
    Layer.WORK: Publication(
        layer=Layer.WORK,
        for_whom="Voor wie erbij was: wat het beraad opleverde, op twee bladzijden of volledig.",
        formats=_TEXTS,
        compose=_work_report,
        shorten=short_report,
        is_written=_has_work,
        not_written="In dit beraad is nog niets opgeschreven, dus er is geen verslag te maken.",
        begin="Open het beraad en vul eerst een ronde in.",
        declares=True,
    ),
    Layer.LEARNING: Publication(
        layer=Layer.LEARNING,
        for_whom="Voor andere teams en het archief: de les in algemene woorden, zonder team, "
        "dag of casus.",
        formats=_TEXTS,
        compose=_lesson_report,
        is_written=_has_lesson,
        not_written="Er is nog geen leerverslag geschreven.",
        begin="Schrijf het eerst: open het beraad en kies in ronde 8 Leerverslag schrijven.",
    ),
    Layer.SIGNAL: Publication(
        layer=Layer.SIGNAL,
        for_whom="Voor wie het knelpunt kan oplossen: alleen het knelpunt, zonder casus en "
        "zonder personen.",
        formats=(*_TEXTS, Format.JSON),
        compose=_signal_report,
        is_written=_has_signal,
        not_written="Er is nog geen signaal geschreven.",
        begin="Schrijf het eerst: open het beraad en kies in ronde 8 Signaal schrijven.",
        has_versions=False,
        registers=True,
    ),
}
"""By layer: everything that differs between the three."""
