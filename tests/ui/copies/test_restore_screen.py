from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListView, QPushButton

from beraad.records import Id
from beraad.store.audit import Action, deeds
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.laptops import place_of_this, places_in
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import moments
from beraad.store.vault.opening import lock, set_up, unlock
from beraad.ui.copies.restore_screen import RestoreScreen
from beraad.ui.widgets.breaking import BREAK
from tests.conftest import NOW
from tests.store.copies.support import keep, retitle, title_of
from tests.store.support import a_session, with_title


@pytest.fixture
def screen_of(folder, look, qtbot):
    """Screens that outlive their test: Qt throws away what they emptied only after it."""
    held = []

    def make():
        made = RestoreScreen(folder, look, now=lambda: NOW)
        held.append(made)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


@pytest.fixture
def screen(path, screen_of, qtbot):
    made = screen_of()
    qtbot.waitUntil(lambda: button(made, "restore").isEnabled())
    return made


def button(screen, name):
    return screen.findChild(QPushButton, name)


def said(screen):
    told = " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())
    return told.replace(BREAK, "")


def test_it_tells_what_is_otherwise_and_puts_back_by_keys(screen, folder, path, qtbot):
    screen.take_focus()
    assert screen.findChild(QListView, "moments").hasFocus()
    assert "Wordt anders · 1 bestand" in said(screen)
    assert "Wat je nu hebt, gaat niet weg" in said(screen)
    assert title_of(path) == "Tweede"
    for _ in range(12):
        if button(screen, "restore").hasFocus():
            break
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert button(screen, "restore").hasFocus()
    QTest.keyClick(button(screen, "restore"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is nu als in de kopie" in said(screen))
    assert title_of(path) == "Eerste"
    assert [line.action for line in deeds(folder)] == [Action.RESTORED]


def test_putting_back_can_be_undone(screen, path, qtbot):
    button(screen, "restore").click()
    qtbot.waitUntil(screen.banner.isVisible)
    screen.banner._way_out.click()
    qtbot.waitUntil(lambda: not screen._restoring.runs)
    assert title_of(path) == "Tweede"


@pytest.mark.parametrize("way", ["restore", "Alleen dit"])
def test_a_second_enter_does_not_bring_back_what_made_way(screen, path, qtbot, way):
    buttons = screen.findChildren(QPushButton)
    do = next(each for each in buttons if way in {each.objectName(), each.text()})
    do.setFocus()
    QTest.keyClick(do, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.banner.isVisible)
    qtbot.waitUntil(lambda: not screen._comparing.runs)
    backs = []
    screen.back_wished.connect(lambda: backs.append(True))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert backs
    assert not screen._restoring.runs
    assert title_of(path) == "Eerste"


def test_one_file_can_be_put_back_alone(screen, folder, path, qtbot):
    only = next(each for each in screen.findChildren(QPushButton) if each.text() == "Alleen dit")
    only.click()
    qtbot.waitUntil(screen.banner.isVisible)
    assert title_of(path) == "Eerste"


def test_without_backups_it_says_how_they_come(screen_of):
    made = screen_of()
    assert "nog geen reservekopie" in said(made)
    assert not button(made, "restore").isEnabled()


def test_backups_of_elsewhere_are_found(screen_of, qtbot, tmp_path, monkeypatch):
    other = tmp_path / "andere laptop"
    other.mkdir()
    keep(other, with_title(a_session(), "Van daar"))
    back_up(other, now=NOW, place=tmp_path / "stick" / "reservekopieen")
    made = screen_of()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    button(made, "elsewhere").click()
    qtbot.waitUntil(lambda: "Van daar" in said(made))


def test_of_several_laptops_one_is_chosen(screen_of, qtbot, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    for name in sorted(LAPTOPS):
        other = tmp_path / name
        other.mkdir()
        keep(other, with_title(a_session(), name))
        back_up(other, now=NOW, place=place_of_this(stick, other))
    made = screen_of()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    button(made, "elsewhere").click()
    qtbot.waitUntil(lambda: "Kies eerst van welke laptop" in said(made))
    assert not button(made, "restore").isEnabled()
    ways = made.findChildren(QPushButton, "laptop")
    assert ways[0].hasFocus()
    assert all("1 beraad" in each.accessibleName() for each in ways)
    first, second = ways
    QTest.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told_of(LAPTOPS, made)))
    seen = told_of(LAPTOPS, made)
    QTest.keyClick(second, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: told_of(LAPTOPS, made) == LAPTOPS - seen)


LAPTOPS = {"Van Anna", "Van Ben"}


def told_of(titles, screen):
    return {title for title in titles if title in said(screen)}


def test_the_backups_of_this_laptop_are_shown_first(
    screen_of, folder, path, qtbot, tmp_path, monkeypatch
):
    stick, other = tmp_path / "stick", tmp_path / "ander"
    other.mkdir()
    keep(other, with_title(a_session(), "Van daar"))
    back_up(other, now=NOW, place=place_of_this(stick, other))
    back_up(folder, now=NOW, place=place_of_this(stick, folder))
    made = screen_of()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    button(made, "elsewhere").click()
    assert made._place == place_of_this(stick, folder)
    ways = [each.text() for each in made.findChildren(QPushButton, "laptop")]
    assert sum(each.startswith("Deze laptop:") for each in ways) == 1


def test_leaving_at_once_leaves_nothing_running(folder, path, look, qtbot):
    for _ in range(5):
        made = RestoreScreen(folder, look, now=lambda: NOW)
        made.show()
        made.leave()
        made.deleteLater()
        qtbot.wait(1)


def test_a_backup_is_made_by_itself_on_the_list(window, folder, qtbot):
    keep(folder, a_session())
    window.refresh_start()
    qtbot.waitUntil(lambda: bool(moments(copies_folder(folder))), timeout=10_000)


def test_the_second_folder_gets_one_too(window, folder, qtbot, tmp_path):
    keep(folder, a_session())
    (tmp_path / "schijf").mkdir()
    window._settings.copies_folder = tmp_path / "schijf"
    window.refresh_start()
    qtbot.waitUntil(lambda: bool(places_in(tmp_path / "schijf")), timeout=10_000)
    (second,) = places_in(tmp_path / "schijf")
    qtbot.waitUntil(lambda: bool(moments(second)), timeout=10_000)


def test_a_damaged_beraad_leads_to_its_backups(window, folder, path, qtbot):
    path.write_bytes(b"stuk" * 4000)
    window.open(path)
    banner = window._start.banner
    qtbot.waitUntil(banner.isVisible)
    assert banner._way_out.text() == "Zet een reservekopie terug"
    banner._way_out.click()
    screen = window._stack.current
    assert isinstance(screen, RestoreScreen)
    qtbot.waitUntil(lambda: button(screen, "restore").isEnabled())
    button(screen, "restore").click()
    qtbot.waitUntil(screen.banner.isVisible)
    assert title_of(path) == "Eerste"
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert window._stack.current is window._start


@pytest.mark.parametrize("damage", [b"geen beraad" * 500, None])
def test_what_was_put_back_is_called_damaged_no_more(window, folder, path, qtbot, damage):
    whole = path.read_bytes()
    path.write_bytes(damage or whole[:5000] + bytes(4096) + whole[9096:])
    window.open(path)
    start = window._start
    assert start.banner.isVisible()

    window.show_restore(path.name)
    screen = window._stack.current
    qtbot.waitUntil(lambda: button(screen, "restore").isEnabled())
    qtbot.mouseClick(button(screen, "restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is nu als in de kopie" in said(screen))
    window.show_start()

    qtbot.waitUntil(lambda: len(start.rows) == 1)
    qtbot.waitUntil(lambda: "beschadigd" not in said(start) and "geen beraad" not in said(start))


def test_the_way_there_by_the_menu(window):
    window._start._head.restore_wished.emit()
    assert isinstance(window._stack.current, RestoreScreen)


def test_backups_of_another_vault_ask_for_its_own_words(
    folder, screen_of, qtbot, tmp_path, monkeypatch
):
    other, stick = tmp_path / "andere laptop", tmp_path / "stick"
    other.mkdir()
    set_up(other, "molen fiets kaart appel")
    theirs = keep(other, with_title(a_session(), "Van daar"))
    back_up(other, now=NOW, place=stick / "reservekopieen")
    lock(other)
    set_up(folder, "brug lepel wolk trein")
    mine = keep(folder, with_title(a_session(), "Van hier"))
    made = screen_of()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    button(made, "elsewhere").click()
    qtbot.waitUntil(lambda: "van een andere kluis" in said(made))
    assert not button(made, "restore").isEnabled()
    assert "beschadigd" not in said(made)
    qtbot.keyClicks(made._words.line, "helemaal verkeerd")
    qtbot.keyClick(made._words.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "past niet" in said(made))
    qtbot.keyClicks(made._words.line, "molen fiets kaart appel")
    button(made, "open-copies").click()
    qtbot.waitUntil(lambda: "Komt terug · 1 bestand" in said(made))
    assert button(made, "restore").isEnabled()
    button(made, "restore").click()
    qtbot.waitUntil(lambda: "is nu als in de kopie" in said(made))
    lock(folder)
    unlock(folder, "brug lepel wolk trein")
    assert title_of(folder / theirs.name) == "Van daar"
    assert title_of(mine) == "Van hier"


def test_one_file_says_that_it_is_alone_and_leads_to_all(window, folder, path, qtbot):
    other = keep(folder, with_title(replace(a_session(), id=Id("c" * 32)), "Nog een"))
    back_up(folder, now=NOW - timedelta(hours=3))
    retitle(other, "Nog een, later")
    window.show_restore(path.name)
    screen = window._stack.current
    qtbot.waitUntil(lambda: "Kopie van" in said(screen))
    assert f"Je ziet alleen wat er met {path.name} gebeurt" in said(screen)
    assert "Nog een" not in said(screen)

    QTest.keyClick(button(screen, "every"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: "Nog een, later" in said(screen))
    assert "Je ziet alleen" not in said(screen)
    assert not button(screen, "every").isVisible()


def test_of_all_files_nothing_is_said_of_one(screen):
    assert "Je ziet alleen" not in said(screen)
    assert not button(screen, "every").isVisible()


def test_a_file_without_a_backup_is_not_told_that_there_is_none_at_all(window, folder, path):
    window.show_restore("ander.beraad")
    screen = window._stack.current
    assert "Van dit bestand staat hier geen reservekopie" in said(screen)
    assert "nog geen reservekopie" not in said(screen)


def test_damaged_lists_and_lost_copies_are_told(folder, path, screen_of, qtbot):
    place = copies_folder(folder)
    lost = keep(folder, with_title(a_session(), "Verloren"))
    back_up(folder, now=NOW - timedelta(hours=3))
    later = keep(folder, with_title(a_session(), "Later"))
    newest = back_up(folder, now=NOW - timedelta(hours=1)).moment.list_file
    newest.write_text("{")
    for each in (lost, later):
        each.unlink()
    (copy,) = place.glob(f"{lost.stem}~*")
    copy.unlink()
    made = screen_of()
    qtbot.waitUntil(lambda: "Komt terug" in said(made))
    assert f"De lijst {newest.name}" in said(made)
    assert f"{lost.name} is hier niet, en de kopie ervan is ook weg" in said(made)
    assert "uit losse kopieën" in made.findChild(QListView, "moments").model().index(0, 0).data()
    button(made, "restore").click()
    qtbot.waitUntil(lambda: "als in de kopie" in said(made))
    assert title_of(later) == "Later"
