"""An answer on a form that came back: read apart, and laid ready to be written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.answered import Answer, answer
from beraad.records import Outcome
from beraad.report.inspecting.apart import written_apart
from beraad.report.inspecting.reactions import Written
from beraad.report.returned import Kind
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.signals.came_back import FORMS
from beraad.ui.widgets.folder_dialog import ask_file

_KINDS = f"Een signaal dat terugkwam ({' '.join(f'*{one}' for one in FORMS)})"
_NOTHING = Solvable(
    "In dit bestand staat geen antwoord: er is niets ingevuld.",
    kept="Er is niets veranderd.",
    way_out="Vraag om het bestand zoals het is ingevuld.",
)


class AnswerFile(QObject):
    """`read` brings an answer, `failed` why there is none; nothing is written down by itself."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(
        self, above: QWidget, *, today: Callable[[], date], lexicon: Callable[[], Lexicon | None]
    ) -> None:
        super().__init__(above)
        self._above = above
        self._today = today
        self._lexicon = lexicon
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self.failed)

    @Slot()
    def choose(self) -> None:
        """Ask which file came back, and read it."""
        chosen = ask_file(self._above, "Welk bestand kreeg je terug?", "", _KINDS)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Read this file, beside the window."""
        self._job.start(partial(_read, path))

    @Slot(object)
    def _on_done(self, written: tuple[Written, ...]) -> None:
        found = answer(written, self._lexicon(), today=self._today())
        if found.is_empty:
            self.failed.emit(_NOTHING)
        else:
            self.read.emit(found)


def laid_ready(found: Answer, begun: Mapping[str, str]) -> dict[str, str]:
    """The texts of the step with this answer in them; what somebody had typed already stays."""
    moved = found.outcome is Outcome.MOVED_ON
    # Who has it is asked only of an answer that moved on; otherwise it is a part of the words.
    held = "" if moved or not found.to else f"Het ligt nu bij: {found.to}"
    brought = {
        "outcome": found.outcome or "",
        "words": "\n".join(filter(None, (found.words, held, _besides(found)))),
        "to": found.to if moved else "",
        "role": found.role,
        "on": found.on.isoformat() if found.on else "",
    }
    return beside_what_was_typed(brought, begun)


def _besides(found: Answer) -> str:
    """What stands in the file and in none of its fields, and a day that is none."""
    more = f"Er staat meer dan ik las: {found.more}" if found.more else ""
    day = f"Datum: {found.day_unread}" if found.day_unread else ""
    return "\n".join(filter(None, (more, day)))


def beside_what_was_typed(brought: Mapping[str, str], begun: Mapping[str, str]) -> dict[str, str]:
    """The texts that come into a form in which somebody had begun: of neither a word is lost."""
    before = {name: text for name, text in begun.items() if text}
    texts = {name: text for name, text in brought.items() if text} | before
    said = brought.get("words", "")
    if before.get("words", "") and said not in before["words"]:
        texts["words"] = "\n".join(filter(None, (before["words"], said)))
    return texts


def told(found: Answer) -> str:
    """What to say when an answer was laid ready, in Dutch."""
    lines = ["Het antwoord staat klaar. Lees het na en bewaar het."]
    if len(found.outcomes) > 1:
        lines.append("Er zijn meer hokjes aangekruist: kies zelf.")
    if found.lacks_choice:
        lines.append("Er is geen hokje aangekruist: vraag welk antwoord geldt.")
    if found.lacks_reason:
        lines.append("Er staat niet bij waarom er niets verandert: vraag dat na.")
    if found.more:
        lines.append(
            "Er staat meer in het bestand dan in de vakken: dat staat onderaan bij de woorden."
        )
    if found.unseen:
        lines.append("Wat er buiten de vakken is veranderd, is hier niet te zien: kijk dat na.")
    if found.day_unread:
        lines.append(f"“{found.day_unread}” is geen dag die bestaat: vraag welke dag het is.")
    if found.named:
        lines.append("In het vak voor de rol stond een naam: vul zelf een rol in.")
    elif found.doubtful:
        lines.append("Kijk of in de rol geen naam staat.")
    return " ".join(lines)


def _read(path: Path, asker: Asker) -> tuple[Written, ...]:
    """Runs beside the window."""
    del asker
    return written_apart(path, Kind.ANSWER)
