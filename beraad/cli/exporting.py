"""Through the gate to files: `beraad verslag` and `beraad signalen`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from beraad.cli.opening import opened
from beraad.cli.streams import complain, how_far
from beraad.errors import Defect, Solvable
from beraad.phases.place_labels import place_label
from beraad.privacy.dutch.municipal_words import MunicipalWords, municipal_words
from beraad.privacy.find import KIND_LABELS
from beraad.privacy.finding.outgoing import stands_in
from beraad.privacy.review.ranking import ranked
from beraad.private import make_folder
from beraad.publishing import registering
from beraad.publishing.lacking import read_again
from beraad.publishing.layers import waits
from beraad.publishing.lengths import Length
from beraad.publishing.making import Making, Tied, Wish, as_given_out, require_ready, write
from beraad.publishing.proving import Proven
from beraad.publishing.registering import SignalForm, clashing_in, signals_in
from beraad.publishing.removed import LeftBehind
from beraad.records import Id, Layer, SignalLine, SignalStatus
from beraad.report.boxed import boxed_words, told_boxes
from beraad.report.formats import Format
from beraad.report.house.style import House
from beraad.signals.lines import lines_among
from beraad.store.audit import Action, Source, note
from beraad.store.places import register_path
from beraad.store.register_lines import practice_since
from beraad.store.session_file import SessionFile

_LAYERS = {"werk": Layer.WORK, "leer": Layer.LEARNING, "signaal": Layer.SIGNAL}


def wished(layer: str, length: str, *, tied_agreed: bool) -> Wish:
    """What somebody asks for, in the words of the command line."""
    return Wish(layer=_LAYERS[layer], length=Length(length), tied_agreed=tied_agreed)


def write_report(
    path: Path,
    formats: Sequence[str],
    target: Path,
    wish: Wish,
    *,
    house: House,
    say: Callable[[str], None],
    today: date,
    words: MunicipalWords | None = None,
    register: Path | None = None,
) -> Id:
    """Write one layer of the beraad in a file; what already stands there is left alone.

    What was not given out before is kept in the beraad as a concept, so that a next one is
    compared with it. Returns which beraad it is of. The form of a signal says by what `register`
    knows that signal.

    Raises Solvable when the beraad cannot be opened, says nothing yet, holds a place about which
    nobody decided, or cannot be written. Says where such places are, never the words; of what was
    taken out and still stands elsewhere it says the word as well, or nobody could find it.
    """
    with opened(path) as file:
        session = file.session
        if wish.layer is Layer.SIGNAL and register is not None:
            session = registering.with_identity(session, register)
        made = as_given_out(
            session,
            words.lexicon if words else None,
            wish.layer,
            house=house,
            length=wish.length,
            tied_agreed=wish.tied_agreed,
            today=today,
        )
        _write_told(made, file, [Format(form) for form in formats], target, say)
    if words and words.problem:
        say(str(words.problem))
    return session.id


def _write_told(
    made: Making,
    file: SessionFile,
    formats: Sequence[Format],
    target: Path,
    say: Callable[[str], None],
) -> None:
    for line in still_open(made):
        say(line)
    if made.layer is Layer.WORK and (told := read_again(made.session)):
        say(told)
    if Format.PDF in formats and (told := told_boxes(boxed_words(made.document))):
        say(told)
    try:
        proven = _numbered(made, file, formats, target)
    except Tied as problem:
        way_out = f"{problem.way_out} Kies dan --deelnemer-akkoord."
        raise Solvable(problem.happened, kept=problem.kept, way_out=way_out) from None
    except LeftBehind as problem:
        for left in problem.left:
            say(f"Staat er nog: {left}")
        raise Solvable(
            "Wat op één plek is weggehaald, staat op een andere plek nog in het document.",
            kept=problem.kept,
            way_out=problem.way_out,
        ) from None
    for written_file in proven.paths:
        say(f"Geschreven: {written_file}")
    say(proven.checked.sentence)


def _numbered(made: Making, file: SessionFile, formats: Sequence[Format], target: Path) -> Proven:
    """Write the document, its version kept before anybody can have its text; or neither."""
    require_ready(made)
    version, session = made.as_version(), file.session
    if version is None:
        return written(made, formats, target)
    file.keep(replace(session, versions=(*session.versions, version)))
    try:
        return written(made, formats, target)
    except BaseException:
        file.keep(session)
        raise


def note_made(beraad: Id, file: Path, folder: Path, *, now: datetime) -> None:
    """Write in the log that a document was made, of a beraad that lies in this folder."""
    if file.absolute().parent == folder.absolute():
        note(folder, Action.EXPORTED, about=beraad, source=Source.COMMAND, now=now)


def _standing(line: SignalLine) -> tuple[SignalStatus, bool]:
    return line.status, line.unanswered and line.status is SignalStatus.ANSWERED


def write_signals(
    folder: Path,
    target: Path,
    *,
    forms: Sequence[str],
    statuses: Collection[tuple[SignalStatus, bool]],
    say: Callable[[str], None],
) -> None:
    """Write signals of the register, in the place of an earlier file; all, or those of a status.

    A status says beside that whether it is of those on which no answer came, and nobody told it.
    Raises Solvable when there are none, when something in an answer is open, or a file cannot be
    written.
    """
    register = register_path(folder, practice=False)
    everything = signals_in(register, tell=complain)
    if not everything:
        raise Solvable(
            f"In {folder} staan nog geen signalen in het register.",
            way_out="Zet eerst een signaal in het register, of kies een andere map met --sessions.",
        )
    clashing = clashing_in(register)
    lines = lines_among(everything, clashing) if statuses else {}
    signals = tuple(
        one for one in everything if not statuses or _standing(lines[one.id]) in statuses
    )
    if not signals:
        raise Solvable(
            "Er is nu geen signaal met deze status.",
            kept="Er is niets geschreven.",
            way_out="Kies een andere --status, of laat die weg.",
        )
    made_folder(target.parent)
    paths = registering.write_signals(
        signals,
        target,
        replace=True,
        forms=[SignalForm(form) for form in forms],
        among=everything,
        clashing=clashing,
        lexicon=municipal_words(folder).lexicon,
        practice=practice_since(register) is not None,
        goes_on=how_far("Nagelezen"),
    )
    count = f"{len(signals)} {'signaal' if len(signals) == 1 else 'signalen'}"
    for path in paths:
        say(f"Geschreven: {path} ({count})")


def still_open(made: Making) -> Iterator[str]:
    """Where in the document somebody still has to decide, by kind; never what stands there."""
    session, layer = made.session, made.layer
    found = made.publication.findings(session, made.lexicon)
    for finding in ranked(filter(waits, found)):
        places = dict.fromkeys(
            place_label(session, place.address)
            for place in finding.places
            if stands_in(layer, place.address)
        )
        yield f"Nog open: {KIND_LABELS[finding.kind]}, {', '.join(places)}"


def written(made: Making, formats: Sequence[Format], target: Path, *, over: bool = False) -> Proven:
    """Write a document in a folder, made when it was not there, or over an earlier one.

    Raises Solvable.
    """
    require_ready(made)
    proven = write(made, formats, made_folder(target), replace=over)
    if proven is None:
        raise Defect("an export that nobody can stop was stopped")
    return proven


def made_folder(folder: Path) -> Path:
    """Return the folder, made when it was not there. Raises Solvable when that fails."""
    try:
        make_folder(folder)
    except OSError as error:
        raise Solvable(
            f"De map {folder} is niet te maken.", way_out="Kies een andere map."
        ) from error
    return folder
