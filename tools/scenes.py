"""Every screen of Beraad, and how to get there in the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from beraad.errors import Solvable
from beraad.phases import PHASES
from beraad.records import PhaseKey
from beraad.training.practice import practice_cases
from beraad.ui.group_screen import GroupScreen
from beraad.ui.main_window import MainWindow
from beraad.ui.rondes.consideration_page import ConsiderationCard
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.widgets.text_field import TextField

_CASE = "voorschot-in-de-zoekperiode"
_NAMES_TO_CLEAN = "schuldhulp-na-een-fraudeschuld"


class Before(Enum):
    """What has been done before a screen comes in sight."""

    EMPTY_FOLDER = auto()
    FULL_FOLDER = auto()
    NEW_TALK = auto()
    WRITTEN_TALK = auto()
    TALK_WITH_NAMES = auto()


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen by name.

    Attributes:
        go: brings it in sight, from any other scene with the same `before`.
        window: the window that the picture is of, when that is not the main window.
    """

    name: str
    before: Before
    go: Callable[[MainWindow], None]
    window: Callable[[MainWindow], QWidget] | None = None


def begin(window: MainWindow, before: Before) -> None:
    """Do what comes before a scene. The folder has been filled already."""
    match before:
        case Before.EMPTY_FOLDER | Before.FULL_FOLDER:
            return
        case Before.NEW_TALK:
            window.new()
        case Before.WRITTEN_TALK:
            _practise(window, _CASE)
        case Before.TALK_WITH_NAMES:
            _practise(window, _NAMES_TO_CLEAN)


def _practise(window: MainWindow, name: str) -> None:
    window.practise(next(case for case in practice_cases() if case.name == name))


def _talk(window: MainWindow) -> SessionScreen:
    window.show_session()
    return window.findChild(SessionScreen)


def _go_to(phase: PhaseKey, window: MainWindow) -> None:
    _talk(window).go_to(phase)


def _open_card(window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.CONSIDERATION)
    talk.findChild(ConsiderationCard).set_open(opened=True)


def _group_window(window: MainWindow) -> QWidget:
    return window.findChild(GroupScreen).window


def _hand_round(window: MainWindow) -> None:
    window.show_session()
    window.show_passing()


def _show_group(phase: PhaseKey, window: MainWindow) -> None:
    """What the group sees; on a laptop without a beamer it is a window beside."""
    _go_to(phase, window)
    window.findChild(GroupScreen).toggle()


def _show_suggestions(window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.PERSPECTIVES)
    field = next(f for f in talk.findChildren(TextField, "values.name") if f.isVisible())
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)


def _show_problem(window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.CASE)
    talk.show_problem(
        Solvable(
            "Bewaren lukt niet: de schijf is vol.",
            kept="Alles wat je typte staat nog in dit venster.",
            way_out="Maak ruimte, of bewaar het beraad ergens anders.",
        )
    )


def _show_display_menu(window: MainWindow) -> None:
    window.show_start()
    window.findChild(QPushButton, "display").click()


def _scenes() -> Iterator[Scene]:
    yield Scene("start-leeg", Before.EMPTY_FOLDER, MainWindow.show_start)
    yield Scene("oefenen", Before.EMPTY_FOLDER, MainWindow.show_practice)
    yield Scene("start", Before.FULL_FOLDER, MainWindow.show_start)
    yield Scene("weergave", Before.FULL_FOLDER, _show_display_menu)
    yield Scene("formulieren-leeg", Before.FULL_FOLDER, MainWindow.show_forms)
    yield Scene("signalen", Before.FULL_FOLDER, MainWindow.show_signals)
    for ending, before in (("-leeg", Before.NEW_TALK), ("", Before.WRITTEN_TALK)):
        yield Scene(f"opening{ending}", before, partial(_go_to, PhaseKey.OPENING))
        for number, phase in enumerate(PHASES, start=1):
            yield Scene(f"ronde-{number}{ending}", before, partial(_go_to, phase.key))
    yield Scene("ronde-6-kaart", Before.WRITTEN_TALK, _open_card)
    yield Scene("rondgeven", Before.WRITTEN_TALK, _hand_round)
    for number, phase in enumerate(PHASES, start=1):
        show = partial(_show_group, phase.key)
        yield Scene(f"beamer-{number}", Before.WRITTEN_TALK, show, _group_window)
    yield Scene("formulieren", Before.WRITTEN_TALK, MainWindow.show_forms)
    yield Scene("invoeren", Before.WRITTEN_TALK, MainWindow.show_typing)
    yield Scene("suggesties", Before.WRITTEN_TALK, _show_suggestions)
    yield Scene("melding", Before.WRITTEN_TALK, _show_problem)
    yield Scene("verslag", Before.TALK_WITH_NAMES, MainWindow.show_report)
    yield Scene("signaal", Before.TALK_WITH_NAMES, MainWindow.show_signal)
    yield Scene("signaal-nalezen", Before.TALK_WITH_NAMES, MainWindow.show_signal_review)
    yield Scene("hulp", Before.EMPTY_FOLDER, MainWindow.show_help)


SCENES: tuple[Scene, ...] = tuple(_scenes())
