"""A whole beraad through the real window, from a new one to the exported files."""

from __future__ import annotations

import io

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel

PEOPLE = (
    ("consulent", "Fatima el Amrani", "inbrenger"),
    ("jurist", "Wouter van den Berg", "deelnemer"),
    ("schuldhulpverlener", "Zoë Jansen-de Vries", "deelnemer"),
)


@pytest.fixture
def hands(open_window):
    return open_window()


def fill_opening(hands):
    hands.type_where_the_cursor_is("Voorschot in de zoekperiode")
    hands.write("opening.team", "Team Jongeren")
    for role, name, part in PEOPLE:
        hands.click("add-participants")
        hands.write("participants.role", role)
        hands.write("participants.name", name)
        if part == "inbrenger":
            from beraad.ui.widgets.choice_field import ChoiceField

            choices = [
                each
                for each in hands.window.findChildren(ChoiceField, "participants.part")
                if each.isVisible()
            ]
            hands.qtbot.keyClicks(choices[-1], "i")


def fill_rondes(hands):
    hands.press("Ctrl+1")
    hands.write("case.situation", "Fatima's jongere belt 06-12345678 en slaapt bij een vriend.")
    hands.write("case.hot_moment", "el amrani zag dat hij de koekjes meenam.")
    hands.press("Ctrl+2")
    hands.write("dilemma.moral_question", "Mag ik nu al een voorschot geven?")
    for place, letter in enumerate("AB"):
        hands.write("options.text", f"Ik doe {letter}.", place)
        hands.click("add-harms", kind=_list_button(hands, letter))
        hands.write("harms.text", f"schade van {letter}", -1 if letter == "B" else 0)
    hands.press("Ctrl+4")
    hands.click("add-stakeholders")
    hands.write("stakeholders.name", "inwoner")
    hands.write("values.name", "bestaanszekerheid")
    hands.press("Escape")
    hands.write("norms.text", "Niemand hoort zonder eten te zitten.")
    hands.press("Ctrl+5")
    hands.click("add-options")
    hands.write("options.text", "Samen de voedselbank bellen")
    hands.press("Ctrl+6")
    for number in (1, 2):
        hands.click(f"card-{number}")
        hands.click_text("C  Samen" if number == 1 else "◆ A")
        hands.write("considerations.value", "rust" if number == 1 else "gelijkheid")
        hands.write("considerations.harm", f"dit kost vertrouwen {number}")
    hands.press("Ctrl+7")
    hands.write("dialogue.core_difference", "Wouter weegt gelijkheid zwaarder.")
    hands.press("Ctrl+8")
    hands.write("conclusion.answer", "Ja, voor nu.")


def _list_button(hands, letter):
    from PySide6.QtWidgets import QPushButton

    from beraad.ui.widgets.record_list import RecordList

    records = hands.window.findChild(RecordList, f"list-harms-{letter}")
    hands.qtbot.mouseClick(records.add_button, Qt.MouseButton.LeftButton)
    return QPushButton


def agree_of_two(hands):
    """Of two afwegingen it can be guessed whose they are: both say that it may go out."""
    asked = hands.window.findChild(QCheckBox, "tied-agreed")
    at = QPoint(8, asked.height() // 2)
    hands.qtbot.mouseClick(asked, Qt.MouseButton.LeftButton, pos=at)
    assert asked.isChecked()


def test_a_beraad_from_first_click_to_verslag(hands, tmp_path):
    hands.click("new")
    fill_opening(hands)
    fill_rondes(hands)
    hands.press("Ctrl+E")
    hands.click("export")
    agree_of_two(hands)
    hands.click("make")
    folder = tmp_path / "uit"
    written = {".pdf", ".md"}
    hands.qtbot.waitUntil(
        lambda: {each.suffix for each in folder.iterdir()} >= written, timeout=10_000
    )

    [pdf] = folder.glob("*.pdf")
    [markdown] = folder.glob("*.md")
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    raw = pdf.read_bytes().decode("latin-1")
    for document in (text, markdown.read_text(encoding="utf-8")):
        assert "Mag ik nu al een voorschot geven?" in document
        assert "bestaanszekerheid" in document
        assert "schade van A" in document
        assert "geen besluit" in document
        for secret in ("Fatima", "Amrani", "Wouter", "Berg", "Zoë", "06-12345678"):
            assert secret.casefold() not in document.casefold()
            assert secret not in raw
    assert not any(name in pdf.name for name in ("Fatima", "Wouter"))
    hands.qtbot.waitUntil(
        lambda: any(
            "Gecontroleerd: geen van de" in each.text()
            for each in hands.window.findChildren(QLabel)
        )
    )
    assert pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).metadata.author in {None, ""}


def test_a_beraad_goes_on_where_it_was_left(open_window):
    hands = open_window()
    hands.click("new")
    hands.type_where_the_cursor_is("Later verder")
    hands.press("Ctrl+4")
    hands.window.close()

    again = open_window()
    again.qtbot.waitUntil(
        lambda: any(
            each.text() == "Later verder" and each.isVisible()
            for each in again.window.findChildren(QLabel)
        )
    )
    again.click("go-on")

    assert again.session.progress.phase.value == "perspectives"
    assert again.session.opening.title == "Later verder"


def test_an_oefening_stays_apart_from_real_beraden(open_window, tmp_path):
    hands = open_window()
    hands.click("practice")
    hands.click("case-voorschot-in-de-zoekperiode")
    hands.click("begin")
    assert hands.session.is_practice

    hands.click("to-start")

    home = tmp_path / "beraden"
    assert list(home.glob("*.beraad")) == []
    assert len(list((home / "oefeningen").glob("*.beraad"))) == 1


def test_going_back_to_the_list_of_an_untouched_new_beraad_leaves_nothing(open_window, tmp_path):
    hands = open_window()
    hands.click("new")

    hands.click("to-start")

    assert list((tmp_path / "beraden").rglob("*.beraad")) == []
    assert next(
        each for each in hands.window.findChildren(QLabel) if each.text() == "Beraad"
    ).isVisible()
