from __future__ import annotations

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QWidget

from beraad.privacy.review.survey import survey
from beraad.publishing.lengths import Length
from beraad.publishing.registering import put_in_register
from beraad.records import (
    CaseAccount,
    Consideration,
    Decision,
    Id,
    KnownWord,
    Layer,
    Participant,
    Reaction,
    Setting,
    SignalContent,
    SignalLink,
    Verdict,
    new_id,
)
from beraad.records.anatomy import Address
from beraad.store.register import Register
from beraad.ui.beside.task import finish_all
from beraad.ui.clipboard.hints import HINTS
from beraad.ui.publishing import screen as screen_module
from beraad.ui.publishing.making_job import MakingJob
from beraad.ui.publishing.screen import PublishScreen
from beraad.ui.settings import Settings
from beraad.ui.warming import get_ready
from tests.conftest import NOW
from tests.editing.support import blank

SITUATION = "Fatima belde met 06-12345678. Later belde Fatima weer. BSN 123456782."


def a_session(**changes):
    session = replace(
        blank(),
        participants=(Participant(id=new_id(), role="consulent", name="Fatima el Amrani"),),
        case=CaseAccount(situation=SITUATION),
    )
    return replace(session, **changes)


@pytest.fixture
def folder_out(tmp_path):
    made = tmp_path / "uit"
    made.mkdir()
    return made


@pytest.fixture
def publishing(workspace_of, look, qtbot, tmp_path, folder_out):
    def make(session=None, layer=Layer.WORK):
        settings = Settings(tmp_path / "instellingen.ini")
        settings.length = Length.FULL
        settings.export_folder = folder_out
        workspace = workspace_of(session or a_session())
        screen = PublishScreen(
            workspace,
            MakingJob(workspace, workspace),
            look,
            settings,
            layer,
            today=NOW.date,
            suggestions=lambda: None,
        )
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


def press(screen, qtbot, name):
    qtbot.mouseClick(screen.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def tick(screen, name, *, on):
    screen.findChild(QCheckBox, name).setChecked(on)


def make_and_wait(screen, qtbot):
    press(screen, qtbot, "make")
    qtbot.waitUntil(lambda: screen.findChild(QPushButton, "make").isEnabled(), timeout=10_000)


def session_of(screen):
    return screen._workspace.editor.session


def written(folder):
    return sorted(each.name for each in folder.iterdir())


def in_banner(screen):
    return " ".join(each.text() for each in screen.banner.findChildren(QLabel))


def text_of(screen, name):
    return screen.findChild(QLabel, name).text()


def test_only_the_chosen_forms_are_written_and_read_back(publishing, qtbot, folder_out):
    screen = publishing()
    tick(screen, "format-pdf", on=False)
    tick(screen, "format-odt", on=True)

    make_and_wait(screen, qtbot)

    assert written(folder_out) == [
        "2026-W47 werkverslag concept 1.md",
        "2026-W47 werkverslag concept 1.odt",
    ]
    assert "Gecontroleerd: geen van de" in text_of(screen, "checked-words")
    seen = [each.text() for each in screen.findChild(QWidget, "result").findChildren(QLabel)]
    assert "Maker en sporen: geen" in seen
    assert any("beraad controleer" in each for each in seen)


def test_without_a_form_nothing_is_written_and_it_says_so(publishing, qtbot, folder_out):
    screen = publishing()
    for name in ("format-pdf", "format-md"):
        tick(screen, name, on=False)

    press(screen, qtbot, "make")

    assert written(folder_out) == []
    assert "nog geen vorm gekozen" in screen.banner.accessibleName()


def test_what_was_stopped_writes_nothing_and_counts_no_version(publishing, qtbot, folder_out):
    screen = publishing()

    press(screen, qtbot, "make")
    press(screen, qtbot, "cancel")

    qtbot.waitUntil(lambda: screen.findChild(QPushButton, "make").isEnabled())
    assert written(folder_out) == []
    assert session_of(screen).versions == ()
    assert "Gestopt" in screen.banner.accessibleName()


def test_the_same_concept_twice_is_one_version_and_two_files(publishing, qtbot, folder_out):
    screen = publishing()
    tick(screen, "format-md", on=False)

    for _ in range(2):
        make_and_wait(screen, qtbot)

    assert written(folder_out) == [
        "2026-W47 werkverslag concept 1 (2).pdf",
        "2026-W47 werkverslag concept 1.pdf",
    ]
    assert [version.number for version in session_of(screen).versions] == [1]


def test_a_folder_that_is_gone_is_told_and_nothing_is_counted(publishing, qtbot, folder_out):
    screen = publishing()
    folder_out.rmdir()

    press(screen, qtbot, "make")

    qtbot.waitUntil(screen.banner.isVisible)
    assert session_of(screen).case.situation == SITUATION
    assert session_of(screen).versions == ()


def test_a_place_that_is_open_stands_in_the_way_and_is_one_press_away(
    publishing, qtbot, folder_out
):
    case = CaseAccount(situation="Hij is 54 jaar en woont alleen.")
    screen = publishing(a_session(case=case))

    press(screen, qtbot, "make")

    qtbot.waitUntil(screen.banner.isVisible)
    assert written(folder_out) == []
    with qtbot.waitSignal(screen.review_wished) as wished:
        press(screen, qtbot, "to-review")
    assert wished.args == [Layer.WORK, ""]


def test_only_what_was_agreed_can_be_made_final(publishing, qtbot, folder_out):
    reaction = Reaction(id=new_id(), role="jurist", text="De termijn mist.")
    screen = publishing(a_session(reactions=(reaction,)))
    press(screen, qtbot, "as-final")

    press(screen, qtbot, "make")

    assert "nog niet worden vastgesteld" in screen.banner.accessibleName()
    assert "De inbrenger" in screen.banner.accessibleName()
    assert written(folder_out) == []

    editor = screen._workspace.editor
    editor.edit(Address("reactions", "settled", reaction.id), value=True)
    editor.edit(Address("conclusion", "case_owner_agrees"), value=True)
    qtbot.waitUntil(screen.banner.isHidden)
    make_and_wait(screen, qtbot)

    assert written(folder_out) == [
        "2026-W47 werkverslag versie 1.md",
        "2026-W47 werkverslag versie 1.pdf",
    ]
    assert text_of(screen, "standing") == "Versie 1 is vastgesteld op 18 november 2026."


def test_what_is_final_does_not_change_in_silence(publishing, qtbot, folder_out):
    session = a_session()
    agreed = replace(session.conclusion, case_owner_agrees=True)
    screen = publishing(replace(session, conclusion=agreed))
    press(screen, qtbot, "as-final")
    make_and_wait(screen, qtbot)
    editor = screen._workspace.editor

    editor.edit(Address("case", "situation"), "Het verhaal is nu anders.")

    def told():
        texts = [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]
        found = [text for text in texts if text.startswith("Veranderd sinds die versie: ")]
        return any("De casus" in text and "laat het opnieuw lezen" in text for text in found)

    qtbot.waitUntil(told)
    assert "versie 2" in text_of(screen, "names")
    press(screen, qtbot, "as-concept")
    assert "concept 2" in text_of(screen, "names")


def test_a_concept_can_leave_lines_for_reactions(publishing, qtbot, folder_out):
    screen = publishing()
    tick(screen, "format-pdf", on=False)
    qtbot.keyClick(screen.findChild(QCheckBox, "room-for-reactions"), Qt.Key.Key_Space)

    make_and_wait(screen, qtbot)

    (made,) = folder_out.iterdir()
    assert "## Jouw reactie" in made.read_text(encoding="utf-8")


def test_a_signal_has_its_own_forms_and_no_versions(publishing, qtbot, folder_out):
    signal = SignalContent(bottleneck="Wachttijd", what="Mensen wachten te lang op een besluit.")
    screen = publishing(a_session(signal=signal), Layer.SIGNAL)

    make_and_wait(screen, qtbot)

    assert written(folder_out) == [
        "2026-W47 Wachttijd signaal.json",
        "2026-W47 Wachttijd signaal.md",
        "2026-W47 Wachttijd signaal.pdf",
    ]
    assert session_of(screen).versions == ()


def test_after_a_signal_was_made_it_is_offered_to_the_register(publishing, qtbot):
    signal = SignalContent(bottleneck="Wachttijd", what="Mensen wachten te lang op een besluit.")
    screen = publishing(a_session(signal=signal), Layer.SIGNAL)
    asked = []
    screen.register_wished.connect(lambda: asked.append(True))
    assert screen.findChild(QPushButton, "to-register").isVisible()

    make_and_wait(screen, qtbot)

    assert "nog niet in het register" in in_banner(screen)
    press(screen, qtbot, "to-register")
    assert asked == [True]
    screen._on_layer(Layer.WORK)
    assert not screen.findChild(QPushButton, "to-register").isVisible()


def test_looking_at_a_signal_writes_nothing_in_the_register(publishing, qtbot, tmp_path):
    signal = SignalContent(bottleneck="Wachttijd", what="Mensen wachten te lang op een besluit.")
    screen = publishing(a_session(signal=signal, signal_link=SignalLink()), Layer.SIGNAL)
    path = tmp_path / "register.sqlite"
    screen._register = path

    screen._show()

    assert not path.exists()
    make_and_wait(screen, qtbot)
    with Register.open(path) as register:
        assert register.known_identity_of(session_of(screen).id)


def test_a_signal_that_was_changed_after_it_was_registered_is_offered_again(
    publishing, qtbot, tmp_path
):
    first = a_session(signal=SignalContent(bottleneck="Wachttijd", what="Mensen wachten lang."))
    path = tmp_path / "register.sqlite"
    put_in_register(first, path, today=first.opening.held_on)
    screen = publishing(first, Layer.SIGNAL)
    screen._register = path
    screen._show()
    assert not screen.findChild(QPushButton, "to-register").isVisible()

    changed = replace(first.signal, what="Mensen wachten te lang op een besluit.")
    screen._workspace.editor.change(lambda session: replace(session, signal=changed))
    screen._show()
    assert screen.findChild(QPushButton, "to-register").isVisible()
    assert "andere woorden" in screen._why_register.text()

    make_and_wait(screen, qtbot)
    assert "andere woorden" in in_banner(screen)
    assert "nog niet in het register" not in in_banner(screen)
    press(screen, qtbot, "to-register")
    assert screen.findChild(QPushButton, "to-register").isVisible()

    put_in_register(session_of(screen), path, today=first.opening.held_on)
    screen._show()
    assert not screen.findChild(QPushButton, "to-register").isVisible()


def test_a_signal_of_an_oefening_is_offered_to_no_register(publishing):
    session = a_session(signal=SignalContent(bottleneck="Wachttijd"))
    opening = replace(session.opening, setting=Setting.PRACTICE)
    screen = publishing(replace(session, opening=opening), Layer.SIGNAL)
    assert not screen.findChild(QPushButton, "to-register").isVisible()


def test_what_was_made_of_another_document_is_told_no_more(publishing, qtbot):
    screen = publishing()
    make_and_wait(screen, qtbot)
    assert screen.findChild(QFrame, "result").isVisible()

    screen._layers.edited.emit(Layer.SIGNAL)

    assert not screen.findChild(QFrame, "result").isVisible()
    assert not screen.banner.isVisible()


def test_another_document_is_one_key_away(publishing, qtbot):
    screen = publishing()
    names = [button.text() for button in screen.findChildren(QPushButton)]
    assert {"Werkverslag", "Leerverslag", "Signaal"} <= set(names)

    learning = next(b for b in screen.findChildren(QPushButton) if b.text() == "Leerverslag")
    qtbot.keyClick(learning, Qt.Key.Key_Space)

    assert "leerverslag" in text_of(screen, "names")


def test_leaving_while_files_are_made_writes_nothing_and_breaks_nothing(
    publishing, qtbot, folder_out
):
    screen = publishing()
    press(screen, qtbot, "make")

    with qtbot.waitSignal(screen.back_wished):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
    screen.hide()
    screen.deleteLater()
    finish_all()

    assert written(folder_out) == []


def test_a_key_does_not_put_the_whole_document_together(publishing, qtbot, monkeypatch):
    made = []
    real = screen_module.making
    monkeypatch.setattr(
        screen_module, "making", lambda *args, **named: made.append(1) or real(*args, **named)
    )
    screen = publishing()
    made.clear()

    for text in ("D", "De", "De termijn"):
        screen._workspace.editor.edit(Address("case", "situation"), text)

    assert made == []
    qtbot.waitUntil(lambda: made == [1])


def test_a_word_that_was_left_is_named_with_its_place_and_the_way_to_it(
    publishing, qtbot, folder_out
):
    word = KnownWord(id=new_id(), word="Peter Kloosterman"), KnownWord(id=new_id(), word="Peter")
    session = a_session(
        known_words=word,
        case=CaseAccount(situation="Peter Kloosterman belde. Later belde Peter weer."),
    )
    kept = next(one for one in survey(session).findings if one.text == "Peter Kloosterman")
    decision = Decision(id=new_id(), key=kept.key, verdict=Verdict.KEEP, reason="algemeen bekend")
    screen = publishing(replace(session, decisions=(decision,)))
    press(screen, qtbot, "make")
    qtbot.waitUntil(lambda: "“Peter” (ronde 1" in in_banner(screen))

    with qtbot.waitSignal(screen.review_wished) as wished:
        buttons = screen.banner.findChildren(QPushButton)
        (way,) = (each for each in buttons if each.text() == "Naar nalezen")
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)

    assert wished.args == [Layer.WORK, "Peter"]
    assert list(folder_out.iterdir()) == []


def test_what_a_killed_program_left_goes_once_the_window_is_there(tmp_path, folder_out):
    part = folder_out / f".beraad-0-{'0' * 32}.deel"
    part.write_bytes(b"een heel verslag")
    os.utime(part, (0, 0))
    asker = type("Nobody", (), {"unwanted": staticmethod(lambda: True)})()

    get_ready(folder_out, asker)

    assert list(folder_out.iterdir()) == []


def test_what_draws_a_pdf_is_loaded_while_somebody_chooses_what_to_make():
    import subprocess
    import sys

    code = (
        "import sys; from beraad.ui.warming import get_printing_ready\n"
        "before = 'reportlab' in sys.modules; get_printing_ready(None)\n"
        "from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames\n"
        "print(before, 'Inter-Bold' in getRegisteredFontNames())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "True"]


def afwegingen(number):
    people = tuple(Participant(id=Id(f"p{each}"), role="consulent") for each in range(number))
    said = tuple(
        Consideration(
            id=Id(f"c{each}"),
            participant_id=Id(f"p{each}"),
            value=f"dit {each}",
            harm=f"dat {each}",
        )
        for each in range(number)
    )
    return replace(blank(), participants=people, considerations=said)


def test_of_one_afweging_the_participant_is_asked_before_it_goes_out(publishing, qtbot, folder_out):
    screen = publishing(afwegingen(1))
    asked = screen.findChild(QCheckBox, "tied-agreed")
    assert asked.isVisible()

    press(screen, qtbot, "make")
    assert "maar één afweging" in screen.banner.accessibleName()
    assert written(folder_out) == []

    qtbot.mouseClick(asked, Qt.MouseButton.LeftButton, pos=QPoint(8, asked.height() // 2))
    make_and_wait(screen, qtbot)
    assert written(folder_out)


def test_a_yes_holds_for_both_lengths_and_says_so(publishing):
    screen = publishing(afwegingen(2))
    asked = screen.findChild(QCheckBox, "tied-agreed")

    assert "kort en volledig" in asked.text()
    assert "ook in het volledige verslag" in asked.accessibleDescription()
    assert "beide deelnemers" in asked.accessibleDescription()


def test_a_yes_does_not_hold_for_what_was_written_after_it(publishing, qtbot):
    screen = publishing(afwegingen(1))
    asked = screen.findChild(QCheckBox, "tied-agreed")
    asked.setChecked(True)
    editor = screen._workspace.editor

    editor.edit(Address("conclusion", "answer"), "iets anders")
    screen._show()
    assert asked.isChecked()

    editor.edit(Address("considerations", "harm", Id("c0")), "iets anders")
    qtbot.waitUntil(lambda: not asked.isChecked())


def test_of_afwegingen_of_several_nobody_is_asked(publishing, qtbot, folder_out):
    screen = publishing(afwegingen(3))
    assert not screen.findChild(QCheckBox, "tied-agreed").isVisible()

    make_and_wait(screen, qtbot)

    assert written(folder_out)


def test_a_document_is_copied_with_its_looks_and_plain_and_asks_not_to_be_kept(publishing, qtbot):
    screen = publishing(a_session())

    press(screen, qtbot, "copy")

    data = QGuiApplication.clipboard().mimeData()
    for text in (data.text(), data.html()):
        assert "De casus" in text
        assert "Fatima" not in text
    assert "<h" in data.html()
    assert "<h" not in data.text()
    assert "\n\n\nDe casus\n========\n\n" in data.text()
    assert set(HINTS) <= set(data.formats())
    assert len(session_of(screen).versions) == 1
    assert "gekopieerd" in in_banner(screen)


def test_what_is_not_decided_is_never_copied(publishing, qtbot):
    QGuiApplication.clipboard().clear()
    case = CaseAccount(situation="Hij is 54 jaar en woont alleen.")
    screen = publishing(a_session(case=case))

    press(screen, qtbot, "copy")

    assert QGuiApplication.clipboard().text() == ""
    assert session_of(screen).versions == ()


def test_what_a_pdf_cannot_show_is_told_before_it_is_made(publishing, qtbot):
    screen = publishing(a_session(case=CaseAccount(situation="Zij zei مرحبا tegen ons.")))
    told = screen.findChild(QLabel, "boxes-told")
    pdf = screen.findChild(QCheckBox, "format-pdf")

    pdf.setChecked(True)
    assert "مرحبا" in told.text()
    assert told.isVisible()
    pdf.setChecked(False)
    assert not told.isVisible()
