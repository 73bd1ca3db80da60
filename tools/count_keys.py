"""Type a reference beraad in the real window, and count the keys that write no letter.

Eight people, seven options, six perspectives. Every key is a real one, sent to what has the focus;
a key that brings the cursor nowhere new counts as well. Where the cursor is not where the next
words belong, Tab is pressed until it is. The folder is locked, as at every start; the keys that
unlock it are told apart. With `--tab` nothing but Tab leads from one text to the
next: so it was done before Enter went on and before folders were locked, and so an earlier version
is counted with this script (PYTHONPATH of its checkout). Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from beraad.app import build
from beraad.records import Session
from beraad.store.places import practice_folder, prepare
from beraad.ui.settings import Settings

NOW = datetime(2026, 11, 18, 13, 3, tzinfo=UTC)
_A_LOOK = 600
"""Milliseconds to look at a screen before the next key."""

_PATIENCE = 600
"""Twentieths of a second to wait for a file."""

_FAR = 120
"""Tabs after which a field is not there to be reached."""

PEOPLE = (
    "klantmanager",
    "jurist",
    "wijkcoach",
    "arts",
    "kwaliteitsmedewerker",
    "beleidsadviseur",
    "schuldhulpverlener",
    "teamleider",
)
OPTIONS = ("eerst een pauze", "het besluit nakijken", "een regeling ernaast", "een fonds", "niets")
TABLE = (
    ("inwoner", "rust", "dus wachten", "A"),
    ("inbrenger", "eerlijkheid", "dus vragen", "B"),
    ("kind", "veiligheid", "dus helpen", "A"),
    ("college", "gelijkheid", "dus weigeren", "B"),
    ("buur", "vrede", "dus bemiddelen", "A"),
    ("verhuurder", "zekerheid", "dus betalen", "B"),
)
SENTENCE = ("value", "harm", "limiting", "needs", "needs_from")
RONDES = ("opening", *map(str, range(1, 9)))
UNLOCKING = "ontgrendelen"
WORDS = "molen fiets kaart appel"


class Hands:
    """A gespreksleider who never touches the mouse."""

    def __init__(self, app: QApplication, window: QWidget, exports: Path, *, by_tab: bool) -> None:
        self._app = app
        self.window = window
        self.exports = exports
        self._by_tab = by_tab
        self.counts = dict.fromkeys((UNLOCKING, *RONDES), 0)
        self._ronde = UNLOCKING
        self._met: list[QWidget] = []

    @property
    def here(self) -> QWidget:
        """What has the focus."""
        found = QApplication.focusWidget()
        if found is None:
            raise SystemExit("de cursor is nergens")
        return found

    def unlock(self) -> None:
        """Type the password, where it is asked."""
        if self.window.windowTitle().startswith("Vergrendeld"):
            QTest.keyClicks(self.here, WORDS)
            self.press("Return")
            for _ in range(_PATIENCE):
                if self.window.windowTitle().startswith("Beraden"):
                    break
                QTest.qWait(50)
            else:
                raise SystemExit("de map blijft vergrendeld")
        self._ronde = RONDES[0]

    def turn(self) -> None:
        """Let the window do what it has to do."""
        for _ in range(5):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def press(self, *keys: str) -> None:
        """Press keys that write no letter."""
        for key in keys:
            QTest.keySequence(self._popup() or self.here, QKeySequence(key))
            self.counts[self._ronde] += 1
            self.turn()

    def go(self, ronde: str) -> None:
        """Go to a ronde; the key counts for that ronde."""
        self._ronde = ronde
        self.press("Ctrl+0" if ronde == RONDES[0] else f"Ctrl+{ronde}")

    def write(self, text: str) -> None:
        """Write where the cursor is; what is offered under it is left alone."""
        QTest.keyClicks(self.here, text)
        self.turn()
        if (popup := self._popup()) is not None:
            popup.hide()  # Going on does that too: no key is needed.
        # Without a window manager nobody else makes the window active again.
        self.window.activateWindow()
        self.turn()

    def fill(self, name: str, text: str) -> None:
        """Bring the cursor to an empty field of this name, and write."""
        if _name(self.here).startswith("add-") and not self._by_tab:
            QTest.keyClicks(self.here, text[:1])
            self.turn()
            text = text[1:]
        else:
            self.reach(lambda widget: _name(widget) == name and self._is_fresh(widget), text=True)
        self.write(text)

    def reach(self, wanted: Callable[[QWidget], bool], *, text: bool = False) -> None:
        """Bring the cursor to what is wanted: by Enter where that goes on, else by Tab."""
        met: list[str] = []
        for _ in range(_FAR):
            if wanted(self.here):
                return
            met.append(_name(self.here))
            goes_on = text and not self._by_tab and getattr(self.here, "goes_on", False)
            self.press("Return" if goes_on else "Tab")
        raise SystemExit(f"niet te bereiken vanaf {_name(self.here)} in {self._ronde}: {met}")

    def begin_row(self, section: str) -> None:
        """Begin a row: by its key within the list, else by its button."""
        before = self.here
        is_button = before.objectName() == f"add-{section}"
        if not is_button and (_list_of(before) == f"list-{section}" or not self._by_tab):
            self.press("Ctrl+Return")
        if is_button and not self._by_tab:
            return  # Typing on the button begins the row.
        if self.here is before:
            self.reach(lambda widget: widget.objectName() == f"add-{section}")
            self.press("Return")

    def plead(self, letter: str) -> None:
        """Say what a norm pleads for: by letters, or by arrows where letters do nothing."""
        self.reach(lambda widget: _name(widget) == "norms.plea" and widget not in self._met)
        field = self.here
        self._met.append(field)
        if not self._by_tab:
            self.choose(letter)
            return
        while letter not in _shown(field):
            self.press("Down")

    def choose(self, letter: str) -> None:
        """Choose by a letter: that says something, and leads nowhere."""
        QTest.keyClicks(self.here, letter)
        self.turn()

    def push(self, name: str) -> None:
        """Press a button."""
        self.reach(lambda widget: widget.objectName() == name)
        self.press("Return")

    def begin_slips(self) -> None:
        """Go and type the slips over."""
        if self._by_tab:
            self.push("type-slips")
        else:
            self.press("Ctrl+Return")

    def end_slips(self) -> None:
        """Come back from the slips."""
        if self._by_tab:
            self.push("to-session")
        else:
            self.press("Esc")

    def pick(self, name: str, text: str) -> None:
        """Choose from a short list by arrows."""
        self.reach(lambda widget: _name(widget) == name and widget not in self._met)
        field = self.here
        self._met.append(field)
        if not self._by_tab:
            self.choose(text[0])
        for _ in range(_FAR):
            if text in _shown(field).casefold():
                return
            self.press("Down")
        raise SystemExit(f"{text} wordt niet aangeboden")

    def _is_fresh(self, widget: QWidget) -> bool:
        if isinstance(widget, QPlainTextEdit):
            return not widget.toPlainText()
        return isinstance(widget, QLineEdit) and not widget.text()

    def _popup(self) -> QWidget | None:
        return QApplication.activePopupWidget()


def _name(widget: QWidget) -> str:
    """The field a widget is, or is part of."""
    around = widget.parentWidget()
    return widget.objectName() or (around.objectName() if around else "")


def _shown(widget: QWidget) -> str:
    text = getattr(widget, "currentText", None) or getattr(widget, "text", None)
    return str(text()) if text else ""


def _list_of(widget: QWidget) -> str:
    around: QWidget | None = widget
    while around is not None:
        if around.objectName().startswith("list-"):
            return around.objectName()
        around = around.parentWidget()
    return ""


def talk(hands: Hands, *, same_people: bool) -> None:
    """The whole reference beraad, ronde by ronde."""
    hands.press("Ctrl+N")
    hands.fill("opening.title", "Huisraad na een uithuiszetting")
    hands.fill("opening.team", "Team Jongeren")
    if same_people:
        hands.press("Ctrl+J")
    else:
        _people(hands)
    hands.fill("opening.confidentiality", "Wat iemand zegt, blijft hier.")
    hands.fill("opening.report_content", "de overwegingen")
    hands.fill("opening.first_reader", "de inbrenger")
    _rondes_1_to_3(hands)
    hands.go("4")
    for place, (who, value, norm, letter) in enumerate(TABLE):
        hands.begin_row("stakeholders") if place or not _begun(hands) else None
        hands.fill("stakeholders.name", who)
        hands.fill("values.name", value)
        hands.fill("norms.text", norm)
        hands.plead(letter)
    hands.go("5")
    for text in OPTIONS:
        hands.begin_row("options")
        hands.fill("options.text", text)
    hands.go("6")
    hands.begin_slips()
    for place in range(len(PEOPLE)):
        hands.choose("ABCDEFGA"[place])
        for name in SENTENCE:
            hands.fill(f"considerations.{name}", f"woorden over {name}")
        hands.press("Ctrl+Return")
    hands.end_slips()
    hands.go("7")
    for name in ("shared", "core_difference", "minority_view"):
        hands.fill(f"dialogue.{name}", "dit vonden we")
    _ronde_8(hands)


def _people(hands: Hands) -> None:
    for place, role in enumerate(PEOPLE):
        hands.begin_row("participants")
        hands.fill("participants.role", role)
        if not place:
            hands.pick("participants.part", "inbrenger")


def _rondes_1_to_3(hands: Hands) -> None:
    hands.go("1")
    hands.fill("case.situation", "Wat er speelt, in een paar zinnen.")
    hands.fill("case.hot_moment", "Toen ging de deur open.")
    for text in ("eerst dit", "toen dat"):
        hands.begin_row("timeline")
        hands.fill("timeline.when", "mei")
        hands.fill("timeline.what", text)
    hands.go("2")
    hands.fill("dilemma.moral_question", "Mag ik dit doen?")
    for letter in "AB":
        hands.fill("options.short", f"kort {letter}")
        hands.fill("options.text", f"Wat je doet bij {letter}.")
        hands.begin_row("harms")
        hands.fill("harms.text", "wat verloren gaat")
        hands.fill("harms.who", "de inwoner")
    hands.go("3")
    for number in range(4):
        hands.begin_row("clarifications")
        hands.fill("clarifications.question", f"Vraag {number}?")
        hands.fill("clarifications.answer", "Dit weten we.")


def _ronde_8(hands: Hands) -> None:
    hands.go("8")
    hands.fill("conclusion.answer", "Voor nu doen we dit.")
    for what in ("bellen", "schrijven"):
        hands.begin_row("agreements")
        hands.fill("agreements.what", what)
        hands.fill("agreements.role", "klantmanager")
        hands.fill("agreements.due", "1-12-2026")
    hands.press("Ctrl+E")


def _begun(hands: Hands) -> bool:
    return _name(hands.here) == "stakeholders.name"


def _keep_earlier(folder: Path) -> None:
    """Keep a beraad of the same team, whose people can be taken over."""
    from dataclasses import replace

    from beraad.records import Part, Participant, blank_session, new_id
    from beraad.store.places import session_path
    from beraad.store.session_file import SessionFile

    held_on = NOW.date().replace(month=10)
    session = blank_session(now=NOW, held_on=held_on)
    people = tuple(
        Participant(id=new_id(), role=role, part=Part.PARTICIPANT if n else Part.CASE_OWNER)
        for n, role in enumerate(PEOPLE)
    )
    opening = replace(session.opening, title="Eerder", team="Team Jongeren")
    session = replace(session, opening=opening, participants=people)
    SessionFile.create(session_path(folder, session), session).close()


def _lock(folder: Path) -> None:
    """Put what is there under a password, and forget it."""
    from beraad.store.vault.lifting import lift
    from beraad.store.vault.opening import keep_paper, lock, set_up
    from beraad.store.vault.paper import new_recovery_key

    keep_paper(set_up(folder, WORDS), new_recovery_key(), tried=True)
    for each in lift(folder):
        if each.problem is not None:
            raise each.problem
    lock(folder)


def _forget(folder: Path) -> None:
    """Let no other folder go by the keys of this one."""
    from beraad.store.vault.opening import lock

    lock(folder)


def count(*, by_tab: bool, same_people: bool = False) -> dict[str, int]:
    """Keys that write no letter, per ronde."""

    def way(hands: Hands) -> None:
        talk(hands, same_people=same_people)
        _require_everything(hands.window)

    return _in_window(way, by_tab=by_tab, earlier=same_people)


def _in_window(
    way: Callable[[Hands], None], *, by_tab: bool = False, earlier: bool = False
) -> dict[str, int]:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "beraden"
        prepare(folder)
        prepare(practice_folder(folder))
        if earlier:
            _keep_earlier(folder)
        if not by_tab:
            _lock(folder)
        exports = Path(place) / "verslagen"
        exports.mkdir()
        config = Path(place) / "config"
        Settings(config / "instellingen.ini").export_folder = exports
        window = build(app, folder, config=config, now=lambda: NOW)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        QTest.qWait(400)
        hands = Hands(app, window, exports, by_tab=by_tab)
        hands.unlock()
        way(hands)
        window.close()
        hands.turn()
        if not by_tab:
            _forget(folder)
    return hands.counts


def count_first_norm() -> tuple[int, int]:
    """Keys that unlock the folder, and those from then on until the first norm is typed."""

    def way(hands: Hands) -> None:
        hands.press("Ctrl+N")
        hands.go("4")
        hands.fill("stakeholders.name", "inwoner")
        hands.fill("norms.text", "dus wachten")

    counts = _in_window(way)
    unlocking = counts.pop(UNLOCKING)
    return unlocking, sum(counts.values())


def count_report() -> int:
    """Keys from the last ronde until a werkverslag is made, where nothing is open."""

    def way(hands: Hands) -> None:
        hands.press("Ctrl+N")
        hands.fill("opening.title", "Huisraad na een uithuiszetting")
        hands.go("8")
        hands.fill("conclusion.answer", "Voor nu doen we dit.")
        hands.counts = dict.fromkeys(hands.counts, 0)
        for key in ("Ctrl+E", "Ctrl+S", "Ctrl+S"):
            hands.press(key)
            QTest.qWait(_A_LOOK)
        for _ in range(_PATIENCE):
            if list(hands.exports.glob("*.pdf")):
                return
            QTest.qWait(50)
        raise SystemExit("er is geen verslag gemaakt")

    return sum(_in_window(way).values())


def _require_everything(window: QWidget) -> None:
    """Whatever was counted must stand in the beraad."""
    talk: Any = getattr(window, "beraad", window)
    workspace: Any = getattr(talk, "workspace", None) or getattr(talk, "_workspace", None)
    session: Session = workspace.editor.session
    found = (
        len([one for one in session.participants if one.role]),
        len([option for option in session.options if option.text]),
        [norm.plea.value for norm in session.norms],
        len([c for c in session.considerations if c.choice_id and c.needs_from]),
        len([one for one in session.agreements if one.due]),
        len(session.clarifications),
    )
    if found != (8, 7, ["a", "b"] * 3, 8, 2, 4):
        raise SystemExit(f"niet alles staat er: {found}")


def table(columns: Iterable[tuple[str, dict[str, int]]]) -> str:
    """The counts side by side, in Markdown."""
    columns = tuple(columns)
    heads = " | ".join(name for name, _ in columns)
    lines = [f"| ronde | {heads} |", f"|---|{'---:|' * len(columns)}"]
    lines += [
        f"| {ronde} | {' | '.join(str(found[ronde]) for _, found in columns)} |" for ronde in RONDES
    ]
    totals = " | ".join(str(sum(found[each] for each in RONDES)) for _, found in columns)
    return "\n".join([*lines, f"| **samen** | {totals} |"])


def main() -> None:
    """Count as the options say."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--tab", action="store_true", help="nothing but Tab goes on")
    chosen = asked.parse_args()
    if chosen.tab:
        print(table([("met Tab", count(by_tab=True))]))
    else:
        first = count(by_tab=False)
        again = count(by_tab=False, same_people=True)
        print(table([("nieuw team", first), ("zelfde mensen", again)]))
        unlocking, norm = count_first_norm()
        print(f"\nOntgrendelen, na de wachtzin: {unlocking} toets. Niet meegeteld hierboven.")
        print(f"Van het eerste scherm tot de eerste norm: {norm} toetsen.")
        print(f"Van ronde 8 tot een gemaakt werkverslag: {count_report()} toetsen.")


if __name__ == "__main__":
    main()
