from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from beraad.records import Dilemma, Participant, new_id
from beraad.report.forms.names import FormKind
from beraad.ui.forms.screen import FormsScreen
from beraad.ui.settings import Settings
from tests.editing.support import blank
from tests.report.reading import pdf_pages


@pytest.fixture
def folder_out(tmp_path):
    made = tmp_path / "uit"
    made.mkdir()
    return made


@pytest.fixture
def forms(qtbot, look, tmp_path, folder_out):
    def make(workspace=None):
        settings = Settings(tmp_path / "instellingen.ini")
        settings.export_folder = folder_out
        screen = FormsScreen(settings, workspace)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


@pytest.fixture
def filled(forms, workspace_of):
    session = replace(
        blank(),
        participants=(Participant(id=new_id(), role="consulent", name="Fatima el Amrani"),),
        dilemma=Dilemma(moral_question="Mag ik Fatima laten wachten?"),
    )
    return forms(workspace_of(session))


def choose(qtbot, screen, *kinds):
    for kind in FormKind:
        box = screen.findChild(QCheckBox, f"form-{kind}")
        if box.isChecked() is not (kind in kinds):
            qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 8)
        assert box.isChecked() is (kind in kinds)


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def told(screen):
    return " ".join(each.text() for each in screen.banner.findChildren(QLabel))


def test_the_words_beside_a_form_choose_it_too(forms, folder_out, qtbot):
    screen = forms()
    choose(qtbot, screen)
    words = [each for each in screen.findChildren(QLabel) if "eigen moment als" in each.text()]
    qtbot.mouseClick(words[0], Qt.MouseButton.RightButton)
    assert not screen.findChild(QCheckBox, "form-intervisie").isChecked()
    qtbot.mouseClick(words[0], Qt.MouseButton.LeftButton)
    assert screen.findChild(QCheckBox, "form-intervisie").isChecked()
    press(qtbot, screen, "make")

    qtbot.waitUntil(
        lambda: f"Geschreven in de map {folder_out.name}: intervisie.pdf" in told(screen)
    )
    pages = pdf_pages((folder_out / "intervisie.pdf").read_bytes())
    assert len(pages) == 1
    assert "zonder raad te geven" in " ".join(pages[0].split())


def test_a_question_that_is_not_answered_is_named_as_it_is_asked(forms, qtbot):
    screen = forms()
    begins = screen.findChild(QLineEdit, "begins")
    begins.setFocus()
    qtbot.keyClicks(begins, "straks")
    press(qtbot, screen, "make")
    said = [each.text() for each in screen.findChildren(QPushButton) if "straks" in each.text()]

    assert said == ["Hoe laat begint het? “straks” is nog niet te lezen"]


def test_chosen_forms_are_made_blank_and_the_folder_can_be_opened(forms, folder_out, qtbot):
    screen = forms()
    choose(qtbot, screen, FormKind.ROUNDS, FormKind.BOARD)
    press(qtbot, screen, "make")

    qtbot.waitUntil(
        lambda: (
            f"Geschreven in de map {folder_out.name}: rondekaart.pdf, perspectievenbord.pdf"
            in told(screen)
        )
    )
    assert {path.name for path in folder_out.iterdir()} == {
        "rondekaart.pdf",
        "perspectievenbord.pdf",
    }
    assert next(each.text() for each in screen.banner.findChildren(QPushButton)) == "Open map"


def test_a_form_made_twice_stands_beside_the_first(forms, folder_out, qtbot):
    screen = forms()
    choose(qtbot, screen, FormKind.ROUNDS)
    for name in ("rondekaart.pdf", "rondekaart (2).pdf"):
        press(qtbot, screen, "make")
        qtbot.waitUntil(lambda wanted=name: wanted in told(screen))

    assert len(list(folder_out.iterdir())) == 2


def test_a_form_of_a_beraad_holds_its_question_and_nobodys_name(filled, folder_out, qtbot):
    choose(qtbot, filled, FormKind.CARDS)
    press(qtbot, filled, "make")

    qtbot.waitUntil(lambda: "Geschreven" in told(filled))
    (path,) = folder_out.iterdir()
    text = "".join(pdf_pages(path.read_bytes()))
    assert "laten wachten?" in text
    assert "Fatima" not in text


def test_a_beraad_can_have_blank_forms_too(filled, folder_out, qtbot):
    choose(qtbot, filled, FormKind.CARDS)
    qtbot.keyClick(filled.findChild(QCheckBox, "fill"), Qt.Key.Key_Space)
    press(qtbot, filled, "make")

    qtbot.waitUntil(lambda: "Geschreven" in told(filled))
    (path,) = folder_out.iterdir()
    assert path.name == "afwegingskaart.pdf"
    assert "laten wachten?" not in "".join(pdf_pages(path.read_bytes()))


def test_the_guide_tells_the_time_that_was_typed(forms, folder_out, qtbot):
    screen = forms()
    choose(qtbot, screen, FormKind.GUIDE)
    qtbot.keyClicks(screen.findChild(QLineEdit, "begins"), "13:30")
    press(qtbot, screen, "make")

    qtbot.waitUntil(lambda: "Geschreven" in told(screen))
    assert "13:30" in pdf_pages((folder_out / "leidraad.pdf").read_bytes())[0]


def test_the_time_stands_there_the_next_time(forms, qtbot):
    begins = forms().findChild(QLineEdit, "begins")
    qtbot.keyClicks(begins, "13:30")

    assert forms().findChild(QLineEdit, "begins").text() == "13:30"


def test_what_is_no_time_stands_there_the_next_time_too(forms, qtbot):
    qtbot.keyClicks(forms().findChild(QLineEdit, "begins"), "half tien")

    assert forms().findChild(QLineEdit, "begins").text() == "half tien"


@pytest.mark.parametrize("typed", ["kwart over x", "straks", "25:00", "14:75"])
def test_what_is_no_time_is_marked_when_it_is_left_and_when_one_comes_back(forms, qtbot, typed):
    screen = forms()
    begins = screen.findChild(QLineEdit, "begins")
    qtbot.keyClicks(begins, typed)
    assert not begins.property("invalid")
    qtbot.keyClick(begins, Qt.Key.Key_Return)

    for line in (begins, forms().findChild(QLineEdit, "begins")):
        assert line.property("invalid") == "true"
        assert line.text() == typed
        assert "begrijpt Beraad niet" in line.accessibleDescription()


def test_a_time_is_shown_as_it_is_understood_and_the_mark_goes(forms, qtbot):
    begins = forms().findChild(QLineEdit, "begins")
    qtbot.keyClicks(begins, "x")
    qtbot.keyClick(begins, Qt.Key.Key_Return)
    begins.selectAll()
    qtbot.keyClicks(begins, "9 uur")
    qtbot.keyClick(begins, Qt.Key.Key_Return)

    assert begins.text() == "09:00"
    assert not begins.property("invalid")
    assert forms().findChild(QLineEdit, "begins").text() == "09:00"


def test_of_what_is_too_long_to_keep_only_what_is_seen_stands_there_the_next_time(forms):
    begins = forms().findChild(QLineEdit, "begins")
    begins.insert("13:30 " * 5000)
    seen = begins.text()

    assert seen
    assert forms().findChild(QLineEdit, "begins").text() == seen


def test_what_is_no_time_is_told_and_nothing_is_made(forms, folder_out, qtbot):
    screen = forms()
    qtbot.keyClicks(screen.findChild(QLineEdit, "begins"), "straks")
    press(qtbot, screen, "make")

    assert "Deze tijd begrijpt Beraad niet" in told(screen)
    assert screen.findChild(QLineEdit, "begins").text() == "straks"
    assert list(folder_out.iterdir()) == []
    qtbot.keyClicks(screen.findChild(QLineEdit, "begins"), "!")
    assert screen.banner.isHidden()


def test_nothing_chosen_is_told_quietly(forms, folder_out, qtbot):
    screen = forms()
    choose(qtbot, screen)
    press(qtbot, screen, "make")

    assert "nog geen formulier gekozen" in told(screen)
    assert list(folder_out.iterdir()) == []
    choose(qtbot, screen, FormKind.INVITATION)
    assert screen.banner.isHidden()


def test_a_folder_that_is_gone_is_told_and_costs_nothing(forms, folder_out, qtbot):
    screen = forms()
    folder_out.rmdir()
    press(qtbot, screen, "make")

    qtbot.waitUntil(lambda: "Deze map bestaat niet" in told(screen))
    assert screen.findChild(QPushButton, "make").isEnabled()


def test_only_an_open_beraad_can_be_typed_in(forms, filled, qtbot):
    assert forms().findChild(QPushButton, "to-typing") is None
    with qtbot.waitSignal(filled.typing_wished):
        press(qtbot, filled, "to-typing")


def test_escape_goes_back(forms, qtbot):
    screen = forms()
    with qtbot.waitSignal(screen.back_wished):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)


@pytest.mark.parametrize("kinds", [(FormKind.GUIDE, FormKind.CARDS), ()])
def test_the_same_forms_are_chosen_next_time(forms, qtbot, kinds):
    choose(qtbot, forms(), *kinds)

    again = forms()

    boxes = {kind: again.findChild(QCheckBox, f"form-{kind}") for kind in FormKind}
    assert {kind for kind, box in boxes.items() if box.isChecked()} == set(kinds)


def test_at_first_what_most_groups_print_is_chosen(forms):
    screen = forms()

    boxes = {kind: screen.findChild(QCheckBox, f"form-{kind}") for kind in FormKind}
    assert {kind for kind, box in boxes.items() if box.isChecked()} == {
        FormKind.ROUNDS,
        FormKind.CARDS,
    }


def test_whether_they_are_filled_in_is_as_it_was_left(filled, forms, workspace_of, qtbot):
    fill = filled.findChild(QCheckBox, "fill")
    assert fill.isChecked()
    qtbot.mouseClick(fill, Qt.MouseButton.LeftButton, pos=fill.rect().center() / 8)

    again = forms(workspace_of(blank()))

    assert not again.findChild(QCheckBox, "fill").isChecked()
