"""`beraad demo`: an oefencasus through the real editor, store, gate and documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from beraad.cli.exporting import made_folder, written
from beraad.cli.streams import say_text
from beraad.editing.editor import SessionEditor
from beraad.errors import Defect, Solvable
from beraad.phases.course import Course
from beraad.privacy.find import KIND_LABELS, FindKind
from beraad.privacy.review.survey import survey
from beraad.publishing.approving import missing
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.lengths import Length
from beraad.publishing.making import Making, as_given_out
from beraad.publishing.proving import Checked
from beraad.records import Layer, PhaseKey, Session, Setting, blank_session
from beraad.records.anatomy import addressed_texts
from beraad.report.formats import Format
from beraad.report.house.style import OURS
from beraad.store.places import prepare, session_path
from beraad.store.session_file import SessionFile
from beraad.training.player import play
from beraad.training.practice import PracticeCase, load, shelf

_Say = Callable[[str], None]
_MADE = (
    ("verslag-kort", Layer.WORK, Length.SHORT),
    ("verslag", Layer.WORK, Length.FULL),
    ("leerverslag", Layer.LEARNING, Length.FULL),
    ("signaal", Layer.SIGNAL, Length.FULL),
)
"""What is written of an oefencasus, by the name of its files."""


def play_demo(target: Path, name: str, forms: Sequence[Format], *, say: _Say) -> None:
    """Play an oefencasus and write its documents in a folder, in the place of earlier ones.

    The beraad itself is kept in a temporary folder, away from real ones. Raises Solvable when
    there is no such oefencasus, or nothing can be written.
    """
    started = perf_counter()
    case = _chosen(name)
    made_folder(target)
    say(f"{case.title} · oefening, alles is verzonnen")
    say_text(f"{case.summary}\n", say)
    with TemporaryDirectory(prefix="beraad-demo-") as scratch:
        session = _played(case, Path(scratch), say)
    _tell_what_goes(session, say)
    last = Checked(words=0)
    for stem, layer, length in _MADE:
        if not PUBLICATIONS[layer].is_written(session):
            continue
        made = _made(session, stem, layer, length)
        beside = (Format.MDTO, *((Format.JSON,) if layer is Layer.SIGNAL else ()))
        for form in dict.fromkeys((*forms, *beside)):
            checked = _write(made, form, target, say)
            elsewhere = dict.fromkeys((*last.elsewhere, *checked.elsewhere))
            last = replace(checked, elsewhere=tuple(elsewhere))
    say_text(f"{last.sentence}\n", say)
    say(f"Klaar in {_duration(started)}. De documenten staan in {target}")


def _chosen(name: str) -> PracticeCase:
    found = shelf()
    for case in found.cases:
        if case.name == name:
            return case
    for problem in found.refused:
        raise problem
    raise Solvable(
        f"Er is geen oefencasus die {name} heet.",
        way_out=f"Kies uit {', '.join(case.name for case in found.cases)}.",
    )


def _played(case: PracticeCase, folder: Path, say: _Say) -> Session:
    """Play the case into a file of its own, and return what stands in that file afterwards."""
    today = datetime.now(UTC).astimezone().date()
    blank = blank_session(now=datetime.now(UTC), held_on=today, setting=Setting.PRACTICE)
    source = load(case, now=blank.created_at, held_on=today)
    editor = SessionEditor(blank, now=lambda: datetime.now(UTC))
    path = session_path(folder, blank)
    prepare(path.parent)
    with SessionFile.create(path, blank) as file:
        diary = _Diary(source, editor, file, say)
        play(source, editor, before_phase=diary.turn_page)
        if _may_be_approved(editor.session):
            editor.approve_lesson(today)
        diary.close()
    with SessionFile.open(path) as file:
        if file.session != editor.session:
            raise Defect("The file does not hold what was written")
        say_text("Gesloten en weer geopend: alles staat er.\n", say)
        return file.session


def _may_be_approved(session: Session) -> bool:
    """Whether the one in the case who approves its leerverslag would have nothing to wait for."""
    found = PUBLICATIONS[Layer.LEARNING].findings(session)
    return not any(missing(session, found))


class _Diary:
    """Keeps the beraad at the end of each ronde, and tells how much was written in it."""

    def __init__(
        self, source: Session, editor: SessionEditor, file: SessionFile, say: _Say
    ) -> None:
        phases = Course.of(source).rondes
        self._names = {PhaseKey.OPENING: "Opening"} | {
            phase.key: f"Ronde {number} · {phase.title}"
            for number, phase in enumerate(phases, start=1)
        }
        self._editor = editor
        self._file = file
        self._say = say
        self._phase: PhaseKey | None = None
        self._words = 0

    def turn_page(self, phase: PhaseKey) -> None:
        """Close the ronde that was played, and begin the next."""
        self.close()
        self._phase = phase
        self._words = _words(self._editor.session)

    def close(self) -> None:
        """Keep what was written, and tell."""
        if self._phase is None:
            return
        started = perf_counter()
        self._file.keep(self._editor.session)
        kept_in = _duration(started)
        words = _words(self._editor.session) - self._words
        self._say(f"{self._names[self._phase]:<44}{words:>4} woorden, bewaard in {kept_in}")


def _tell_what_goes(session: Session, say: _Say) -> None:
    """Tell what the gate takes out, by kind and count; never the words."""
    mentions: Counter[FindKind] = Counter()
    for finding in survey(session).findings:
        if finding.replacement_in_force is not None:
            mentions[finding.kind] += finding.mentions
    if not mentions:
        say_text("Er is niets gevonden dat uit de documenten weg moet.\n", say)
        return
    say("Wat uit de documenten wordt weggehaald:")
    for kind, count in mentions.most_common():
        say(f"  {count:>3} × {KIND_LABELS[kind]}")
    say("")


def _made(session: Session, stem: str, layer: Layer, length: Length) -> Making:
    made = as_given_out(session, None, layer, house=OURS, length=length)
    return replace(made, shown=replace(made.shown, stem=stem))


def _write(made: Making, form: Format, target: Path, say: _Say) -> Checked:
    started = perf_counter()
    proven = written(made, [form], target, over=True)
    for path in proven.paths:
        size = path.stat().st_size / 1024
        say(f"{path.name:<22}{size:>5.0f} kB in {_duration(started)}")
    return proven.checked


def _words(session: Session) -> int:
    return sum(len(text.split()) for _, text in addressed_texts(session))


def _duration(started: float) -> str:
    """The time since a moment of `perf_counter`, for a Dutch reader."""
    seconds = perf_counter() - started
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    return f"{seconds:.1f} s".replace(".", ",")
