"""Reactions out of a file that came back, in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from beraad.privacy.clean import clean
from beraad.records import Layer
from beraad.report import pdf
from beraad.report.compose import short_report, stamped
from beraad.report.edition import Edition
from beraad.ui.publishing import reacted_card
from beraad.ui.publishing.making_job import MakingJob
from beraad.ui.publishing.screen import PublishScreen
from beraad.ui.settings import Settings
from tests.builders import filled_session
from tests.conftest import NOW

MARK = Edition(number=1, final=False, made_on=date(2026, 11, 20), room_for_reactions=True)
TYPED = {"reactie-1": "jurist", "reactie-2": "Het zijn zes weken.", "reactie-4": "De leeftijd."}


def concept(path, typed):
    data = pdf.render(stamped(short_report(clean(filled_session())), MARK))
    with pikepdf.open(BytesIO(data)) as made:
        for field in made.Root.AcroForm.Fields:
            field.V = pikepdf.String(typed.get(str(field.T), ""))
        made.save(path)
    return path


@pytest.fixture
def screen(workspace_of, look, qtbot, tmp_path):
    workspace = workspace_of(replace(filled_session(), reactions=()))
    made = PublishScreen(
        workspace,
        MakingJob(workspace, workspace),
        look,
        Settings(tmp_path / "instellingen.ini"),
        Layer.WORK,
        today=NOW.date,
        suggestions=lambda: None,
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def drop(screen, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    entered = QDragEnterEvent(QPoint(20, 20), *_carried(data))
    screen.dragEnterEvent(entered)
    event = QDropEvent(QPointF(20, 20), *_carried(data))
    event.ignore()
    if entered.isAccepted():
        screen.dropEvent(event)
    return event


def _carried(data):
    return (
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def told(screen):
    return screen.findChild(QLabel, "reactions-told").text()


def offered(screen):
    """The buttons in sight; those of rows that went are thrown away a moment later."""
    found = screen.findChildren(QPushButton, "take-over")
    return [each for each in found if each.isVisibleTo(screen)]


def press(qtbot, button):
    """Press it where it is once the rows have found their places."""
    QApplication.processEvents()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def reactions(screen):
    session = screen._workspace.editor.session
    return [(one.role, one.text) for one in session.reactions]


def read(screen, qtbot, path):
    event = drop(screen, path)
    qtbot.waitUntil(lambda: "leest" not in told(screen), timeout=20_000)
    return event


def test_a_dropped_concept_is_read_and_each_reaction_waits_for_a_person(screen, qtbot, tmp_path):
    event = read(screen, qtbot, concept(tmp_path / "concept.pdf", TYPED))

    assert event.dropAction() is Qt.DropAction.CopyAction
    assert told(screen).startswith("2 reacties van de rol “jurist”.")
    assert reactions(screen) == []
    assert [each.accessibleName() for each in offered(screen)] == [
        "Overnemen, reactie 1 van 2, Wat klopt niet?",
        "Overnemen, reactie 2 van 2, Wat is te herkenbaar?",
    ]

    press(qtbot, offered(screen)[0])
    press(qtbot, screen.findChildren(QPushButton, "leave-out")[-1])

    assert reactions(screen) == [("jurist", "Wat klopt niet? Het zijn zes weken.")]
    assert told(screen) == "Alles uit dit bestand is bekeken."


def test_what_was_taken_over_is_offered_again_when_that_is_undone(screen, qtbot, tmp_path):
    read(screen, qtbot, concept(tmp_path / "concept.pdf", TYPED))
    press(qtbot, offered(screen)[0])
    assert len(offered(screen)) == 1

    screen._workspace.editor.undo()

    assert reactions(screen) == []
    qtbot.waitUntil(lambda: len(offered(screen)) == 2)


def test_who_decides_with_keys_stays_at_the_reactions(screen, qtbot, tmp_path):
    read(screen, qtbot, concept(tmp_path / "concept.pdf", TYPED))
    offered(screen)[0].setFocus()
    qtbot.keyClick(offered(screen)[0], Qt.Key.Key_Return)
    qtbot.waitUntil(offered(screen)[0].hasFocus)

    qtbot.keyClick(offered(screen)[0], Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: screen.findChild(QPushButton, "read-reactions").hasFocus())
    assert len(reactions(screen)) == 2


def test_a_chosen_file_is_read_as_well(screen, qtbot, tmp_path, monkeypatch):
    path = concept(tmp_path / "concept.pdf", {"reactie-1": "Anneke de Vries", "reactie-3": "Veel."})
    monkeypatch.setattr(reacted_card, "ask_file", lambda *_: str(path))

    press(qtbot, screen.findChild(QPushButton, "read-reactions"))
    qtbot.waitUntil(lambda: bool(offered(screen)), timeout=20_000)

    assert "stond een naam" in told(screen)
    press(qtbot, offered(screen)[0])
    assert reactions(screen) == [("", "Wat mist er? Veel.")]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("concept.pdf", b"%PDF-1.7", "geen heel PDF-bestand"),
        ("concept.xlsx", b"PK", "alleen met PDF, Word en ODT"),
    ],
)
def test_what_cannot_be_read_says_so_and_changes_nothing(screen, qtbot, tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)

    read(screen, qtbot, path)

    assert said in " ".join(each.text() for each in screen.banner.findChildren(QLabel))
    assert reactions(screen) == []


def test_an_empty_concept_says_that_nothing_is_in_it(screen, qtbot, tmp_path):
    read(screen, qtbot, concept(tmp_path / "concept.pdf", {"reactie-1": "jurist"}))

    assert told(screen).startswith("In dit bestand staat geen reactie: er is niets ingevuld.")
    assert offered(screen) == []


def test_two_files_at_once_are_not_taken(screen, tmp_path):
    paths = [concept(tmp_path / name, TYPED) for name in ("een.pdf", "twee.pdf")]

    assert not drop(screen, *paths).isAccepted()
