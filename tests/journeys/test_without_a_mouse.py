"""A whole beraad by keys alone, from the list of beraden to the exported files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView

from beraad.publishing.lengths import Length
from beraad.ui.widgets.text_field import TextField

ROUND = 300


class Keyboard:
    """Knows no mouse: every key goes to what has the focus."""

    def __init__(self, hands):
        self._hands = hands

    @property
    def session(self):
        return self._hands.session

    @property
    def here(self):
        return QApplication.focusWidget()

    def press(self, keys):
        if (popup := QApplication.activePopupWidget()) is not None:
            QTest.keyClick(popup, Qt.Key.Key_Escape)
        QTest.keySequence(self.here, QKeySequence(keys))

    def write(self, text):
        QTest.keyClicks(self.here, text)

    def tab_to(self, name):
        """Go on with Tab to what is called so."""
        for _ in range(ROUND):
            self.press("Tab")
            if name in {self.here.objectName(), self.here.accessibleName()}:
                return
        pytest.fail(f"Tab komt nooit bij {name}")

    def do(self, name):
        self.tab_to(name)
        self.press("Space")

    def fill(self, name, text):
        self.tab_to(name)
        self.write(text)


@pytest.fixture
def keys(open_window):
    hands = open_window()
    hands.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return Keyboard(hands)


def open_talk(keys):
    keys.tab_to("Zoek in je beraden")
    keys.do("new")
    keys.write("Voorschot in de zoekperiode")
    keys.fill("opening.team", "Team Jongeren")
    keys.do("add-participants")
    keys.write("consulent")
    keys.tab_to("participants.part")
    keys.press("I")
    keys.press("Ctrl+Return")
    keys.write("jurist")


def talk_through_the_rondes(keys):
    keys.press("Ctrl+1")
    keys.write("Iemand vraagt geld voor eten.")
    keys.press("Ctrl+PgDown")
    keys.write("Mag ik nu al een voorschot geven?")
    keys.fill("options.text", "Ik geef een voorschot.")
    keys.fill("options.text", "Ik wacht vier weken.")
    keys.press("Ctrl+3")
    keys.do("add-clarifications")
    keys.write("Wat is er al betaald?")
    keys.press("Ctrl+4")
    keys.do("add-stakeholders")
    keys.write("inwoner")
    keys.fill("values.name", "bestaanszekerheid")
    keys.fill("norms.text", "Niemand hoort zonder eten te zitten.")
    keys.press("Ctrl+5")
    keys.do("add-options")
    keys.write("Samen de voedselbank bellen")
    keys.press("Ctrl+6")
    for number in (1, 2):
        if keys.here.objectName() != f"card-{number}":
            keys.tab_to(f"card-{number}")
        keys.press("Space")
        keys.press("Space")
        keys.fill("considerations.value", "rust")
        keys.fill("considerations.harm", "dit kost vertrouwen")
    keys.do("reveal")
    keys.press("Ctrl+7")
    keys.fill("dialogue.core_difference", "De een weegt rust zwaarder.")
    keys.press("Ctrl+8")
    keys.write("Ja, voor nu.")


def decide_all(keys, window):
    """Decide about every place that was found, as far as there are any."""
    places = window.findChild(QListView, "findings")
    for _ in range(places.model().rowCount()):
        keys.press("W")
        keys.press("Down")


def test_a_whole_beraad_without_a_mouse(keys, tmp_path, qtbot):
    keys._hands.window._settings.length = Length.FULL
    open_talk(keys)
    keys.press("Ctrl+K")
    talk_through_the_rondes(keys)
    session = keys.session
    keys.press("Ctrl+E")
    decide_all(keys, keys._hands.window)
    keys.press("Ctrl+S")
    keys.do("tied-agreed")
    keys.press("Ctrl+S")
    folder = tmp_path / "uit"
    written = {".pdf", ".md"}
    qtbot.waitUntil(lambda: {each.suffix for each in folder.iterdir()} >= written, timeout=10_000)

    assert session.opening.title == "Voorschot in de zoekperiode"
    assert [person.role for person in session.participants] == ["consulent", "jurist"]
    assert session.dilemma.moral_question == "Mag ik nu al een voorschot geven?"
    assert [option.text for option in session.options][2:] == ["Samen de voedselbank bellen"]
    assert [one.value for one in session.considerations] == ["rust", "rust"]
    assert session.conclusion.answer == "Ja, voor nu."
    [markdown] = folder.glob("*.md")
    assert "Niemand hoort zonder eten te zitten." in markdown.read_text(encoding="utf-8")
    told = keys._hands.window.findChildren(QLabel)
    qtbot.waitUntil(lambda: any(each.text().startswith("Geschreven:") for each in told))


def test_the_way_back_is_a_key_too(keys):
    open_talk(keys)
    keys.press("Ctrl+E")

    keys.press("Esc")

    assert isinstance(keys.here, TextField)
    keys.do("to-start")
    assert keys.here.accessibleName() == "Verder met Voorschot in de zoekperiode"
