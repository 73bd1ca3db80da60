from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
)

from beraad.records import new_id
from beraad.store.audit import Action, deeds
from beraad.store.places import session_path
from beraad.store.practice_rest import practice_paper
from beraad.store.session_file import SessionFile
from beraad.ui.start.aside_screen import AsideScreen
from beraad.ui.start.deeds import Deed
from beraad.ui.start.doing import LineDoing
from tests.store.copies.support import keep, title_of
from tests.store.support import a_peopled_session, a_session, with_title


@pytest.fixture
def paths(folder):
    return [
        keep(folder, with_title(a_peopled_session(), "Eerste")),
        keep(folder, with_title(a_session(), "Tweede")),
        keep(folder, with_title(a_session(), "Derde")),
    ]


@pytest.fixture
def view(window, paths, qtbot):
    window.refresh_start()
    view = window.findChild(QListView, "beraden")
    qtbot.waitUntil(lambda: view.model().rowCount() == 2)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    return view


def titles(window):
    return {row.title for row in window._start.rows}


def at_hand(view):
    from beraad.ui.start.list_model import ROW

    return view.currentIndex().data(ROW)


def menu_of(view, qtbot):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(view, event)
    return view.findChildren(QMenu)[-1]


def choose(view, qtbot, text):
    menu = menu_of(view, qtbot)
    action = next(each for each in menu.actions() if each.text().startswith(text))
    action.trigger()
    menu.close()


def test_f2_gives_another_title_and_ctrl_z_the_old_one(window, view, qtbot):
    line = at_hand(view)
    QTest.keyClick(view, Qt.Key.Key_F2)
    box = window.findChild(QInputDialog)
    qtbot.waitUntil(box.isVisible)
    field = box.findChild(QLineEdit)
    assert field.text() == line.title
    field.selectAll()
    QTest.keyClicks(field, "Een  betere titel")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Een betere titel" in titles(window))
    assert title_of(line.path) == "Een betere titel"
    QTest.keyClick(window._start, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: line.title in titles(window))
    assert title_of(line.path) == line.title


def test_del_removes_and_the_banner_puts_back(window, view, folder, qtbot):
    line = at_hand(view)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert not line.path.exists()
    assert line.title not in titles(window)
    assert len(list((folder / "verwijderd").glob("*.beraad"))) == 1
    (deed,) = deeds(folder)
    assert (deed.action, deed.object) == (Action.REMOVED, line.identity)
    assert "tot je het wist" in window._start.banner.accessibleName()
    window._start.banner._way_out.click()
    assert line.path.exists()
    assert line.title in titles(window)


def test_ctrl_z_in_the_search_field_brings_back_what_was_removed_after_the_search(
    window, view, qtbot
):
    qtbot.waitUntil(lambda: "Tweede" in titles(window))
    window._start.look_for()
    qtbot.keyClicks(QApplication.focusWidget(), "weede")
    line = next(row for row in window._start.rows if row.title == "Tweede")
    window._start.deed_wished.emit(Deed.REMOVE, line)
    qtbot.waitUntil(lambda: "Tweede" not in titles(window))

    window._start.look_for()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Tweede" in titles(window))
    assert window._start.search.text() == "weede"

    qtbot.keyClicks(QApplication.focusWidget(), "x")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "x" not in window._start.search.text()


def test_a_window_that_the_collector_emptied_looks_at_no_key(window, qtbot):
    doing = window.findChild(LineDoing)
    there = dict(vars(doing))
    vars(doing).clear()
    with qtbot.captureExceptions() as raised:
        QTest.keyClick(window._start.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    vars(doing).update(there)

    assert raised == []


def test_what_was_removed_can_be_put_back_from_its_own_screen(window, view, folder, qtbot):
    line = at_hand(view)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    window.keeping.show_aside()
    screen = window._stack.current
    assert isinstance(screen, AsideScreen)
    qtbot.waitUntil(lambda: screen._reading.is_idle)
    screen.findChild(QPushButton, "put-back").click()
    assert line.path.exists()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert line.title in titles(window)


def test_the_archive_takes_a_beraad_out_of_the_list_and_gives_it_back(window, view, qtbot):
    line = at_hand(view)
    choose(view, qtbot, "Naar het archief")
    assert line.title not in titles(window)
    assert line.path.exists()
    window.keeping.show_aside()
    screen = window._stack.current
    qtbot.waitUntil(lambda: screen._reading.is_idle)
    screen.findChild(QPushButton, "put-back").click()
    window.show_start()
    assert line.title in titles(window)


def test_both_are_empty_at_first_and_say_so(window, qtbot):
    window.keeping.show_aside()
    qtbot.waitUntil(lambda: window._stack.current._reading.is_idle)
    told = " ".join(each.text() for each in window._stack.current.findChildren(QLabel))
    assert "Het archief is leeg" in told
    assert "Er is niets verwijderd" in told


def test_a_new_beraad_with_the_same_people_and_none_of_the_words(window, view, folder, qtbot):
    rows = {row.title: row for row in window._start.rows}
    before = set(folder.glob("*.beraad"))
    window._doing.again_wished.emit(rows["Eerste"].path)
    (made,) = set(folder.glob("*.beraad")) - before
    session = window.beraad.workspace.editor.session
    assert session_path(folder, session) == made
    assert [one.role for one in session.participants] == ["klantmanager"]
    assert session.participants[0].id != "p1"
    assert not session.clarifications
    assert not session.opening.title


def test_the_beraad_above_the_list_has_the_same_menu(window, view, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True
    )
    more = window._start._card_more
    QTest.keyClick(more, Qt.Key.Key_Space)
    menu = more.findChildren(QMenu)[-1]
    action = next(each for each in menu.actions() if each.text() == "Toon in de map")
    action.trigger()
    assert shown == [str(window._desk.folder)]
    menu.close()


@pytest.mark.parametrize(
    ("deed", "leads_to"),
    [
        (Deed.OPEN, "SessionScreen"),
        (Deed.AGAIN, "SessionScreen"),
        (Deed.HAND_OVER, "GiveScreen"),
        (Deed.RESTORE, "RestoreScreen"),
        (Deed.ERASE, "TermScreen"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_each_line_of_the_menu_leads_where_it_says(window, view, qtbot, deed, leads_to):
    choose(view, qtbot, deed.value)

    qtbot.waitUntil(lambda: window._stack.current is not window._start)
    assert type(window._stack.current).__name__ == leads_to


def test_a_file_that_cannot_be_read_can_still_be_removed_or_restored(window, folder, qtbot):
    (folder / "beraad-2026-W47-stuk.beraad").write_bytes(b"stuk" * 2000)
    keep(folder, a_session())
    window.refresh_start()
    view = window.findChild(QListView, "beraden")
    qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    menu = menu_of(view, qtbot)
    enabled = {each.text().partition("\t")[0] for each in menu.actions() if each.isEnabled()}
    assert {"Reservekopie terugzetten …", "Verwijderen", "Toon in de map"} <= enabled
    assert "Andere titel …" not in enabled
    menu.close()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert not (folder / "beraad-2026-W47-stuk.beraad").exists()


def test_a_beraad_of_elsewhere_comes_in_as_a_copy(window, folder, tmp_path, monkeypatch):
    sent = tmp_path / "van een collega.beraad"
    SessionFile.create(sent, with_title(a_session(), "Van een collega")).close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sent), ""))
    window._start.elsewhere_wished.emit()
    assert window.beraad.workspace.editor.session.opening.title == "Van een collega"
    assert window.beraad.workspace.path.parent == folder
    assert sent.exists()


def test_an_open_beraad_elsewhere_is_not_removed(window, view, qtbot):
    line = at_hand(view)
    with SessionFile.open(line.path):
        QTest.keyClick(view, Qt.Key.Key_Delete)
        assert "al open" in window._start.banner.accessibleName()
    assert line.path.exists()


def test_an_oefening_of_a_beraad_says_what_to_do_with_it(window, view, qtbot):
    choose(view, qtbot, Deed.PRACTISE.value)
    before = sorted(window._desk.folder.rglob("*.beraad"))
    assert window._stack.current is window._start
    assert "niet versleuteld" in window._start.banner.accessibleName()
    assert sorted(window._desk.folder.rglob("*.beraad")) == before
    qtbot.mouseClick(window._start.banner._way_out, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window._stack.current is not window._start)
    assert window._workspace.editor.session.is_practice
    assert "een ander verhaal" in window._session.banner.accessibleName()


@pytest.mark.parametrize("name", ["go-on", "more"])
def test_keys_on_the_card_are_about_its_beraad(window, view, qtbot, name):
    on_card = window._start._latest
    on_button = window._start._card.findChild(QPushButton, name)
    on_button.setFocus()
    wished = []
    window._start.deed_wished.disconnect()
    window._start.deed_wished.connect(lambda deed, line: wished.append((deed, line)))
    QTest.keyClick(on_button, Qt.Key.Key_F2)
    QTest.keyClick(on_button, Qt.Key.Key_Delete)
    assert wished == [(Deed.RENAME, on_card), (Deed.REMOVE, on_card)]


def test_the_menu_key_on_the_card_opens_its_menu(window, view, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr("beraad.ui.start.deeds.open_menu", lambda menu, under: shown.append(under))
    on_button = window.findChild(QPushButton, "go-on")
    on_button.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(on_button, event)
    assert [each.objectName() for each in shown] == ["more"]


def test_the_window_lives_while_it_is_read_what_lies_aside(window, view, qtbot, monkeypatch):
    inside, by_window = threading.Event(), []

    def slow(_folder):
        by_window.append(threading.current_thread() is threading.main_thread())
        inside.wait(10)
        return ()

    monkeypatch.setattr("beraad.ui.start.aside_screen.removed", slow)
    window.keeping.show_aside()
    screen = window._stack.current
    told = " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())
    assert "Beraad kijkt wat hier ligt" in told
    inside.set()
    qtbot.waitUntil(lambda: screen._reading.is_idle)
    assert by_window == [False]


def with_rest(window, folder, qtbot):
    """What is aside, with something left of an oefening, and where that lies."""
    rest = practice_paper(folder, new_id(), ".zelfbeeld")
    rest.parent.mkdir(exist_ok=True)
    rest.write_text("Trots")
    window.keeping.show_aside()
    screen = window._stack.current
    qtbot.waitUntil(lambda: screen._reading.is_idle)
    return screen, rest


def ask_to_wipe_rest(screen):
    screen.findChild(QPushButton, "wipe-rest").click()


def test_what_is_left_of_oefeningen_can_be_erased_there(window, folder, qtbot):
    screen, rest = with_rest(window, folder, qtbot)
    ask_to_wipe_rest(screen)
    assert rest.exists()
    assert screen.banner._way_out.text() == "Wis het voorgoed"
    screen.banner._way_out.click()
    qtbot.waitUntil(lambda: screen.banner.accessibleName() == "Gewist: 1 bestand.")
    assert not rest.exists()
    qtbot.waitUntil(lambda: screen._reading.is_idle)
    assert screen.findChild(QPushButton, "wipe-rest") is None


def test_that_it_can_come_back_is_said_of_what_was_removed_alone(window, folder, qtbot):
    screen, _ = with_rest(window, folder, qtbot)
    qtbot.waitUntil(lambda: screen.findChild(QPushButton, "wipe-rest").isVisible())
    told = [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]
    at = {each: place for place, each in enumerate(told)}
    (back,) = [each for each in told if "kan terug" in each]
    (not_back,) = [each for each in told if "kan niet terug" in each]
    assert back.startswith("Wat je verwijderde, kan terug")
    assert at[back] < at["Overgebleven"] < at[not_back] < at["het zelfbeeld (1 bestand)"]
    ask_to_wipe_rest(screen)
    screen.banner._way_out.click()
    qtbot.waitUntil(lambda: screen.findChild(QPushButton, "wipe-rest") is None)
    assert "Overgebleven" not in [each.text() for each in screen.findChildren(QLabel)]


def test_what_was_erased_meanwhile_is_not_offered_to_be_undone(window, view, qtbot, folder):
    choose(view, qtbot, "Verwijderen")
    banner = window._start.banner
    assert banner.isVisible()
    window.show_settings()
    (aside,) = (folder / "verwijderd").glob("*.beraad")
    window.show_start()
    assert banner.isVisible()

    window.show_settings()
    aside.unlink()
    window.show_start()

    assert not banner.isVisible()
    window._doing.undo()
    assert not banner.isVisible()


def test_what_could_not_be_undone_draws_no_focus_later(window, view, folder, qtbot):
    """The list is read again for another reason: nobody asked for that line any more."""
    removed = at_hand(view).path
    choose(view, qtbot, "Verwijderen")
    removed.write_bytes(b"iets anders")
    window._doing.undo()
    assert "al een bestand" in window._start.banner.accessibleName()
    removed.unlink()
    (aside,) = (folder / "verwijderd").glob("*.beraad")
    aside.rename(removed)
    window.show_settings()
    window.show_start()
    qtbot.waitUntil(lambda: len(titles(window)) > 1)

    assert at_hand(view).path != removed


def test_a_title_of_a_lock_that_was_refused_comes_back_at_no_later_one(window, view, qtbot):
    doing = window._doing
    window._start.deed_wished.emit(Deed.RENAME, at_hand(view))
    (box,) = (each for each in window.findChildren(QInputDialog) if each.isVisible())
    box.setTextValue("Half get")
    doing.keep_half_typed()
    box.reject()
    doing.keep_half_typed()

    assert doing.take_half_typed() == ""


def test_the_window_lives_while_what_is_left_of_oefeningen_is_erased(
    window, folder, qtbot, monkeypatch
):
    inside, by_window = threading.Event(), []

    def slow(_folder):
        by_window.append(threading.current_thread() is threading.main_thread())
        inside.wait(10)
        return 0, (folder / "trots.zelfbeeld",)

    monkeypatch.setattr("beraad.ui.start.aside_screen.wipe_left_over", slow)
    screen, rest = with_rest(window, folder, qtbot)
    ask_to_wipe_rest(screen)
    banner = screen.banner
    QTimer.singleShot(0, inside.set)
    banner._way_out.click()
    qtbot.waitUntil(lambda: "Niet te wissen: trots.zelfbeeld." in banner.accessibleName())
    assert by_window == [False]
    assert rest.exists()


def test_whether_what_is_left_may_be_erased_is_asked_and_no_good_news(window, folder, qtbot):
    screen, rest = with_rest(window, folder, qtbot)
    ask_to_wipe_rest(screen)
    assert screen.banner.property("panel") == "hint"
    assert "overbleef" in screen.banner.accessibleName()
    assert rest.exists()


def undo(window):
    QTest.keyClick(window._start, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_held_del_removes_one(window, view, folder, qtbot):
    """As the system says it of a key that stays down: the same shortcut, again and again."""
    line = at_hand(view)
    deeds_of = [each for each in view.findChildren(QShortcut) if each.key() == QKeySequence("Del")]
    QTest.keyClick(view, Qt.Key.Key_Delete)
    for _ in range(3):
        held = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Delete,
            Qt.KeyboardModifier.NoModifier,
            "",
            autorep=True,
        )
        QApplication.sendEvent(QApplication.focusWidget(), held)
    assert [each.autoRepeat() for each in deeds_of] == [False]
    assert len(list((folder / "verwijderd").glob("*.beraad"))) == 1
    assert line.title not in titles(window)


def test_ctrl_z_gives_back_each_in_turn(window, view, folder, qtbot):
    qtbot.waitUntil(lambda: len(titles(window)) == 3)
    every = titles(window)
    gone = []
    for _ in range(2):
        view.setFocus()
        gone.append(at_hand(view).title)
        QTest.keyClick(view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: gone[-1] not in titles(window))
    assert len(set(gone)) == 2
    undo(window)
    qtbot.waitUntil(lambda: gone[1] in titles(window))
    assert gone[0] not in titles(window)
    assert gone[0] in window._start.banner.accessibleName()
    window._start.banner._way_out.click()
    qtbot.waitUntil(lambda: titles(window) == every)


def test_what_is_gone_for_good_in_between_is_passed_over(window, view, folder, qtbot):
    qtbot.waitUntil(lambda: len(titles(window)) == 3)
    gone = []
    for _ in range(2):
        view.setFocus()
        gone.append(at_hand(view).title)
        QTest.keyClick(view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: gone[-1] not in titles(window))
    latest = max((folder / "verwijderd").glob("*.beraad"), key=title_of_last(gone[-1]))
    latest.unlink()
    undo(window)
    qtbot.waitUntil(lambda: gone[0] in titles(window))
    assert gone[1] not in titles(window)


def title_of_last(wanted):
    return lambda path: title_of(path) == wanted


def test_ctrl_z_says_when_there_is_nothing(window, view, monkeypatch):
    said = []
    monkeypatch.setattr("beraad.ui.start.doing.announce", lambda _of, text: said.append(text))
    undo(window)
    assert said == ["Er is niets om ongedaan te maken."]


def test_after_locking_nothing_is_undone(window, view, folder, qtbot):
    QTest.keyClick(view, Qt.Key.Key_Delete)
    window.locking.closing.emit()
    undo(window)
    assert len(list((folder / "verwijderd").glob("*.beraad"))) == 1
