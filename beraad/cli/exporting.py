"""Through the gate to files: `beraad verslag` and `beraad signalen`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from beraad.errors import Defect, Solvable
from beraad.phases import PHASES, PhaseState, state
from beraad.phases.place_labels import place_label
from beraad.privacy.clean import admitted, clean, clean_signal, forbidden_words, leaks
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.municipal_words import OwnWords
from beraad.privacy.find import KIND_LABELS
from beraad.privacy.finding.outgoing import REPORT_SECTIONS
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.privacy.leaving.undecided import require_decided
from beraad.privacy.review.ranking import ranked
from beraad.privacy.review.survey import survey
from beraad.records import Layer, Lesson, Session
from beraad.report.blocks import Document
from beraad.report.compose import lesson_report, signal_report, stamped, work_report
from beraad.report.export import Format
from beraad.report.files import write
from beraad.report.house.style import House
from beraad.report.json import render_signals
from beraad.report.proving import Proven, export_proven
from beraad.report.versions import edition, standing
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile

_LAYERS = {"werk": Layer.WORK, "leer": Layer.LEARNING, "signaal": Layer.SIGNAL}


def write_report(
    path: Path,
    formats: Sequence[str],
    target: Path,
    *,
    layer: str,
    house: House,
    say: Callable[[str], None],
    words: OwnWords | None = None,
) -> None:
    """Write one layer of the beraad in a file; what already stands there is left alone.

    Raises Solvable when the beraad cannot be opened, says nothing yet, holds a place about which
    nobody decided, or cannot be written. Says where such places are, never the words.
    """
    with SessionFile.open(path) as file:
        session = file.session
    lexicon = words.lexicon if words else None
    bare = _composed(session, layer, lexicon)
    document = _marked(replace(bare, house=house), bare, session, layer)
    for line in still_open(session):
        say(line)
    wanted = [Format(form) for form in formats]
    proven = proven_export(document, wanted, target, session, lexicon=lexicon)
    for made in proven.result.paths:
        say(f"Geschreven: {made}")
    if boxes := proven.result.unprintable:
        say(f"Niet in het lettertype, in de PDF een hokje: {' '.join(boxes)}")
    say(proven.checked.sentence)
    if words and words.problem:
        say(str(words.problem))


def _composed(session: Session, layer: str, lexicon: Lexicon | None) -> Document:
    match layer:
        case "leer":
            if session.lesson == Lesson():
                raise _nothing_yet("leerverslag", "Schrijf het leerverslag eerst, in ronde 8.")
            return lesson_report(clean_lesson(session, lexicon))
        case "signaal":
            if session.signal.is_empty:
                raise _nothing_yet("signaal", "Schrijf het signaal eerst, in ronde 8.")
            return signal_report(clean_signal(session, lexicon))
        case _:
            if all(state(phase, session) is PhaseState.EMPTY for phase in PHASES):
                raise _nothing_yet("verslag", "Open het beraad en vul eerst een ronde in.")
            return work_report(clean(session, lexicon))


def _marked(document: Document, bare: Document, session: Session, layer: str) -> Document:
    """The document under the version it was given out as; without one as long as it was not.

    Raises Solvable when it was made final and says something else since.
    """
    now = standing(bare, session.versions, _LAYERS[layer])
    if now.latest is None:
        return document
    if now.departs_from_final:
        raise Solvable(
            f"Dit document is vastgesteld als versie {now.latest.number}, en is daarna veranderd: "
            f"{', '.join(now.changed)}.",
            kept="Er is niets geschreven.",
            way_out="Open het beraad en stel het opnieuw vast.",
        )
    if now.changed:
        return document
    return stamped(document, edition(now, final=now.latest.final, today=now.latest.made_on))


def _nothing_yet(what: str, way_out: str) -> Solvable:
    return Solvable(
        f"In dit beraad is nog niets opgeschreven, dus er is geen {what} te maken.",
        way_out=way_out,
    )


def write_signals(folder: Path, target: Path, *, say: Callable[[str], None]) -> None:
    """Write all signals of the register in one JSON file, in the place of an earlier one.

    Raises Solvable when there are none, or the file cannot be written.
    """
    path = register_path(folder, practice=False)
    signals = ()
    if path.exists():
        with Register.open(path) as register:
            signals = register.signals()
    if not signals:
        raise Solvable(
            f"In {folder} staan nog geen signalen in het register.",
            way_out="Zet eerst een signaal in het register, of kies een andere map met --sessions.",
        )
    made_folder(target.parent)
    write(target, render_signals(map(admitted, signals)).encode(), replace=True)
    say(f"Geschreven: {target} ({len(signals)} {'signaal' if len(signals) == 1 else 'signalen'})")


def still_open(session: Session) -> Iterator[str]:
    """Where in the verslag somebody still has to decide, by kind; never what stands there."""
    for finding in ranked(survey(session).open):
        places = dict.fromkeys(
            place_label(session, place.address)
            for place in finding.places
            if place.address.section in REPORT_SECTIONS
        )
        if places:
            yield f"Nog open: {KIND_LABELS[finding.kind]}, {', '.join(places)}"


def proven_export(
    document: Document,
    formats: Sequence[Format],
    target: Path,
    session: Session,
    *,
    replace: bool = False,
    lexicon: Lexicon | None = None,
) -> Proven:
    """Write a document and read it back. Raises Solvable when what had to go is still there."""
    require_decided(document.source)
    proven = export_proven(
        document,
        formats,
        made_folder(target),
        leaks=partial(leaks, session=session, lexicon=lexicon),
        words=forbidden_words(session, lexicon),
        replace=replace,
    )
    if proven is None:
        raise Defect("an export that nobody can stop was stopped")
    return proven


def made_folder(folder: Path) -> Path:
    """Return the folder, made when it was not there. Raises Solvable when that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Solvable(
            f"De map {folder} is niet te maken.", way_out="Kies een andere map."
        ) from error
    return folder
