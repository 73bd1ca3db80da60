from __future__ import annotations

import json
import os
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QListWidget, QPushButton, QTextBrowser

from beraad.app import build
from beraad.defects import describe
from beraad.records import Layer, PhaseKey, Setting
from beraad.records.anatomy import Address
from beraad.store.audit import NAME, Action, deeds
from beraad.store.log import log_of
from beraad.store.places import session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.training.exercise import whole
from beraad.training.practice import practice_cases
from beraad.ui.theme.palette import ThemeChoice
from tests.conftest import NOW
from tests.editing.support import blank


def make_file(folder, title):
    from dataclasses import replace

    session = blank()
    session = replace(session, opening=replace(session.opening, title=title, team="Team Zuid"))
    path = session_path(folder, session)
    SessionFile.create(path, session).close()
    return path


def banner(window):
    return window._start.banner


def shown(window):
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def rows(window):
    model = window.findChild(QListView, "beraden").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_first_window_needs_neither_sql_nor_pdf(tmp_path):
    import subprocess

    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([]); from beraad.app import build\n"
        "window = build(app, Path(sys.argv[1]), config=Path(sys.argv[1]) / 'c')\n"
        "window.show(); app.processEvents()\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'pydantic', 'reportlab', 'markdown', 'stdnum',\n"
        "         'beraad.privacy.finding.finding', 'beraad.privacy.dutch.lexicon',\n"
        "         'beraad.ui.marking.marker'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_first_picture_needs_nothing_of_what_a_beraad_is(tmp_path):
    """Nor does it ask SQLite: whether a folder is a vault is told by the names in it."""
    import subprocess

    make_file(tmp_path, "Voorschot")
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([]); from beraad.app import build\n"
        "window = build(app, Path(sys.argv[1]), config=Path(sys.argv[1]) / 'c')\n"
        "window.show()\n"
        "heavy = {'beraad.records', 'beraad.phases.model', 'beraad.signals', 'typing_extensions',\n"
        "         'sqlite3', 'calendar', 'uuid'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_no_text_of_a_module_is_read_and_kept_when_it_is_imported():
    import subprocess

    code = (
        "import linecache, beraad.app, beraad.ui.open_beraad\n"
        "print([name for name in linecache.cache if 'beraad/ui/' in name.replace('\\\\', '/')][:5])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not hasattr(os, "sched_getscheduler"), reason="only Linux tells")
def test_getting_ready_never_makes_the_window_wait_for_its_turn(window, qtbot, monkeypatch):
    """What is loaded beside the window holds the import lock, also on a machine that is busy."""
    turns = []

    def look(*_):
        turns.append(os.sched_getscheduler(threading.get_native_id()))

    monkeypatch.setattr("beraad.ui.warming.get_ready", look)
    qtbot.waitUntil(lambda: not window._warming.runs, timeout=60_000)
    window._warming.has_begun = False
    window._warm_up()

    qtbot.waitUntil(lambda: bool(turns))
    assert turns == [os.sched_getscheduler(threading.get_native_id())]


def test_beraden_are_listed_and_found_by_any_word(window, folder, qtbot):
    for title in ("Voorschot", "Schuldhulp", "Melden of niet"):
        make_file(folder, title)
    window.refresh_start()
    assert len(rows(window)) == 2

    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    search = window.findChild(QLineEdit, "search")
    qtbot.keyClicks(search, "zuid meld")
    assert rows(window) == ["Melden of niet"]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(rows(window)) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
@pytest.mark.parametrize("others", [(), ("Schuldhulp", "Melden of niet")])
def test_what_was_found_is_opened_by_the_keyboard_also_the_only_beraad(
    window, folder, qtbot, key, others
):
    for title in (*others, "Voorschot"):
        make_file(folder, title)
    window.refresh_start()
    search = window.findChild(QLineEdit, "search")
    search.setFocus()
    qtbot.keyClicks(search, "voors")

    qtbot.keyClick(search, key)
    found = window.focusWidget()
    assert found.currentIndex().data() == "Voorschot"
    qtbot.keyClick(found, Qt.Key.Key_Return)

    assert window._workspace.editor.session.opening.title == "Voorschot"


def test_without_a_hit_the_cursor_stays_in_the_search_field(window, folder, qtbot):
    make_file(folder, "Voorschot")
    window.refresh_start()
    search = window.findChild(QLineEdit, "search")
    search.setFocus()
    qtbot.keyClicks(search, "zzz")

    qtbot.keyClick(search, Qt.Key.Key_Return)

    assert search.hasFocus()


def test_a_beraad_that_is_open_elsewhere_is_refused_by_name(window, folder):
    path = make_file(folder, "Voorschot")
    with SessionFile.open(path):
        window.open(path)
        assert banner(window).isVisible()
        told = banner(window).accessibleName()
        holder = json.loads(path.with_name(path.name + ".open").read_text())
        assert "al open" in told
        assert holder["machine"] in told
    assert window._workspace is None


@pytest.mark.parametrize("content", [b"", b"geen beraad", b"SQLite format 3\x00" + b"x" * 200])
def test_a_file_that_is_no_beraad_is_told_and_left_alone(window, folder, content):
    path = folder / "beraad-2026-W01-kapot.beraad"
    path.write_bytes(content)
    window.refresh_start()
    assert rows(window)

    window.open(path)

    assert banner(window).isVisible()
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"geen register" * 100, None])
def test_a_register_that_is_none_keeps_no_beraad_from_the_list(window, folder, content):
    make_file(folder, "Voorschot")
    register = folder / "register.sqlite"
    if content is None:
        register.mkdir()
    else:
        register.write_bytes(content)

    window.refresh_start()

    assert "Voorschot" in [row.title for row in window._start.rows]
    assert "register.sqlite" in banner(window).accessibleName()
    assert content is None or register.read_bytes() == content


def test_text_size_and_colours_are_remembered(window, qapp, folder, tmp_path):
    QTest.keySequence(window, QKeySequence("Ctrl++"))
    window._look.choose_theme(ThemeChoice.DARK)
    window._settings.theme = ThemeChoice.DARK

    again = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)

    assert again._look.percent == 115
    assert again._look.theme is ThemeChoice.DARK
    again.close()


def test_f1_shows_the_keys_and_the_handleiding(window, qtbot):
    QTest.keySequence(window, QKeySequence("F1"))
    qtbot.waitUntil(lambda: window.findChild(QTextBrowser) is not None)
    text = window.findChild(QTextBrowser).toPlainText()

    assert "Ctrl+Enter" in text
    assert "nieuwe regel" in text


def test_f1_in_a_ronde_shows_the_chapter_about_it(window, qtbot):
    window.new()
    QTest.keySequence(window.beraad.screen, QKeySequence("Ctrl+4"))
    QTest.keySequence(window, QKeySequence("F1"))
    contents = window.findChild(QListWidget, "help-contents")

    assert contents.currentItem().text().strip().startswith("Ronde 4")


def test_stopping_the_program_keeps_what_was_typed(window):
    window.new()
    window._workspace.editor.edit(Address("case", "situation"), "net getypt")
    path = window._workspace.path

    window.keep()

    window._workspace.abandon()
    with SessionFile.open(path) as file:
        assert file.session.case.situation == "net getypt"


def test_a_mistake_of_ours_is_shown_without_a_word_of_the_case(window, capsys):
    with pytest.raises(RuntimeError) as caught:
        raise RuntimeError("Fatima belde om hulp")

    sys.excepthook(caught.type, caught.value, caught.tb)

    assert window.banner.isVisible()
    assert "Fatima" not in window.banner.accessibleName()
    told = capsys.readouterr().err
    assert "RuntimeError" in told
    assert "Fatima" not in told
    assert "test_main_window.py" in told


def test_a_mistake_is_described_by_its_place_only():
    assert describe(ValueError, None) == "Beraad: ValueError\n"


def test_a_new_beraad_by_key_opens_at_its_opening(window, qtbot):
    QTest.keySequence(window, QKeySequence("Ctrl+N"))

    assert window._workspace.editor.session.progress.phase is PhaseKey.OPENING
    assert window.focusWidget().objectName() == "opening.title"
    home = window.findChild(QPushButton, "to-start")
    qtbot.mouseClick(home, Qt.MouseButton.LeftButton)
    assert window._workspace is None


def test_a_read_only_folder_is_told_at_once(qapp, qtbot, tmp_path):
    blocked = tmp_path / "bestand"
    blocked.write_text("geen map")
    hook = sys.excepthook
    window = build(qapp, blocked, config=tmp_path / "config", now=lambda: NOW)
    with qtbot.waitExposed(window):
        window.show()

    qtbot.waitUntil(lambda: banner(window).isVisible())
    window.new()
    assert window._workspace is None
    window.close()
    sys.excepthook = hook


def test_a_synchronised_folder_is_warned_about(qapp, qtbot, tmp_path):
    hook = sys.excepthook
    window = build(
        qapp, tmp_path / "OneDrive" / "beraden", config=tmp_path / "config", now=lambda: NOW
    )
    with qtbot.waitExposed(window):
        window.show()

    qtbot.waitUntil(lambda: banner(window).isVisible())
    assert "OneDrive" in banner(window).accessibleName()
    qtbot.waitUntil(lambda: window._warming.has_begun)
    window.close()
    sys.excepthook = hook


def test_the_groups_screen_goes_with_the_beraad(window, qtbot):
    window.new()
    group = window.beraad.group
    QTest.keySequence(window, QKeySequence("Ctrl+B"))
    assert group.window.isVisible()
    assert window.findChild(QPushButton, "group").text() == "Groepsscherm: rondescherm"

    window.documents.show_report()
    assert group.window.isVisible()
    QTest.keySequence(window, QKeySequence("Ctrl+."))
    assert group.state.blank

    shown = group.window
    window.show_start()
    assert window.beraad is None
    assert not shown.isVisible()
    QTest.keySequence(window, QKeySequence("Ctrl+B"))
    assert not shown.isVisible()


def test_the_laptop_is_passed_on_its_own_screen_and_comes_back(window, qtbot):
    window.practise(whole(practice_cases()[0]))
    window._workspace.editor.go_to(PhaseKey.CONSIDERATION)
    qtbot.mouseClick(window.findChild(QPushButton, "pass-laptop"), Qt.MouseButton.LeftButton)
    assert not window._session.isVisible()

    back = next(e for e in window.findChildren(QPushButton, "to-session") if e.isVisible())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window._session.isVisible()


def test_who_has_no_beraad_yet_is_one_click_from_a_filled_practice(window, qtbot):
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "first-practice") is not None)

    qtbot.mouseClick(window.findChild(QPushButton, "first-practice"), Qt.MouseButton.LeftButton)

    session = window._workspace.editor.session
    assert session.is_practice
    assert session.dilemma.moral_question


def test_the_welcome_goes_when_there_is_a_beraad(window, folder, qtbot):
    qtbot.waitUntil(lambda: "Welkom" in shown(window))
    make_file(folder, "Wel of niet")

    window.refresh_start()

    assert "Wel of niet" in shown(window)
    assert "Welkom" not in shown(window)


def test_a_broken_list_of_the_municipality_is_told_quietly(window, folder):
    lists = folder / "woorden"
    lists.mkdir()
    (lists / "teams.txt").write_text("Krachtwinst\n123\n", encoding="utf-8")

    window.refresh_start()

    assert "teams.txt, regel 2: hier staat geen woord" in banner(window).accessibleName()
    assert "De meegeleverde lijsten gelden." in banner(window).accessibleName()


def test_a_broken_practice_case_is_told_and_the_others_are_there(window, tmp_path, monkeypatch):
    cases = tmp_path / "oefencasussen"
    cases.mkdir()
    (sound, *_) = practice_cases()
    (cases / "heel.toml").write_bytes(sound.path.read_bytes())
    (cases / "stuk.toml").write_text("[oefening", encoding="utf-8")
    monkeypatch.setattr("beraad.training.practice._shipped", lambda: cases)

    window.findChild(QPushButton, "practice").click()

    screen = window._stack.current
    assert "stuk.toml" in screen.banner.accessibleName()
    assert screen.banner.isVisible()
    screen.findChild(QPushButton, "case-heel").click()
    screen.findChild(QPushButton, "begin").click()
    assert window._workspace.editor.session.is_practice


@pytest.mark.parametrize("screen", ["signals", "lessons"])
def test_what_was_set_aside_beside_the_register_is_told_on_its_screens(window, screen):
    leave_a_log_beside(window._desk.register)

    getattr(window.ways, f"show_{screen}")()

    assert "een logboek dat niet te lezen is" in window._stack.current.banner.accessibleName()
    assert window._stack.current.banner.isVisible()


def test_what_was_set_aside_while_a_beraad_opened_is_told_at_the_start(window):
    leave_a_log_beside(window._desk.register)
    window.new()
    window._session.go_to(PhaseKey.PERSPECTIVES)

    window.show_start()

    assert "een logboek dat niet te lezen is" in banner(window).accessibleName()


def leave_a_log_beside(register):
    Register.open(register).close()
    log_of(register).write_bytes(b"geen logboek van ons" * 100)


def test_the_window_is_out_of_sight_before_anything_beside_it_is_waited_for(window, monkeypatch):
    seen = []
    monkeypatch.setattr("beraad.ui.main_window.finish_all", lambda: seen.append(window.isVisible()))
    window.new()
    window._workspace.editor.edit(Address("case", "situation"), "tot het laatst")
    path = window._workspace.path

    assert window.close()

    assert seen == [False]
    with SessionFile.open(path) as file:
        assert file.session.case.situation == "tot het laatst"


def test_a_document_that_was_made_stands_in_the_log_without_a_word(window, qtbot, tmp_path):
    window._settings.export_folder = tmp_path / "uit"
    window._settings.export_folder.mkdir()
    window.practise(whole(practice_cases()[0]))
    window.documents.show_publishing(Layer.WORK)
    session = window._workspace.editor.session
    before = len(deeds(window._desk.folder))

    window._stack.current.findChild(QPushButton, "make").click()

    qtbot.waitUntil(lambda: len(deeds(window._desk.folder)) > before, timeout=20_000)
    line = deeds(window._desk.folder)[0]
    assert (line.action, line.object) == (Action.EXPORTED, session.id)
    assert session.opening.title not in (window._desk.folder / NAME).read_text(encoding="utf-8")


def test_no_remembered_answer_outlives_the_beraad_it_was_about(window):
    from beraad.privacy.finding import reading
    from beraad.report.pdf.fonts import Face, register, width

    window.practise(whole(practice_cases()[0]))
    window.documents.show_publishing(Layer.WORK)
    register()
    width("Mevrouw Demir", Face.REGULAR)
    assert reading._remembered
    assert width.cache_info().currsize

    window.show_start()

    assert not reading._remembered
    assert not width.cache_info().currsize


def test_the_title_says_oefening_as_long_as_it_is_one(window):
    window.new()
    editor = window._workspace.editor
    editor.edit(Address("opening", "setting"), Setting.PRACTICE)
    assert window.windowTitle().endswith("(oefening)")
    editor.edit(Address("opening", "setting"), Setting.ISSUE_TABLE)
    assert not window.windowTitle().endswith("(oefening)")
