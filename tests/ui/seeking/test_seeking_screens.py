from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton

from beraad.store.copies.places import remember_place
from beraad.store.erased import Erased, add_erased
from beraad.store.seeking import seek
from tests.store.copies.support import backed_up, keep
from tests.store.support import a_session, with_situation, with_title


def named(screen, name, kind=QPushButton):
    return screen.findChild(kind, name)


def said(screen):
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_somebody_is_found_written_down_and_taken_out(window, folder, qtbot, tmp_path, monkeypatch):
    keep(folder, with_situation(with_title(a_session(), "Een fiets"), "Anaïs belde"))
    backed_up(folder)
    window._start.seek_wished.emit()
    screen = window._stack.current
    field = named(screen, "person", QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, "anais")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Een fiets" in said(screen))
    assert "Het staat in 2 bestanden" in said(screen)
    assert "reservekopie" in said(screen)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    named(screen, "write").click()
    (written,) = tmp_path.glob("inzage-*.txt")
    assert "Anaïs belde" in written.read_text()

    assert not named(screen, "take-out").isEnabled()
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    QTest.keyClick(named(screen, "take-out"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "het staat nergens meer" in said(screen))
    qtbot.waitUntil(lambda: "Denk zelf aan wat Beraad niet kan bereiken" in said(screen))
    assert seek(folder, "anais").mentions == ()
    assert "anais" not in (folder / "logboek.jsonl").read_text().casefold()


def test_too_little_to_look_for_is_told(window, qtbot):
    window._start.seek_wished.emit()
    screen = window._stack.current
    QTest.keyClicks(named(screen, "person", QLineEdit), "a")
    named(screen, "seek").click()
    qtbot.waitUntil(screen.banner.isVisible)
    assert "minstens twee letters" in said(screen)


def test_the_log_tells_what_was_done_and_no_word(window, folder):
    path = keep(folder, with_title(a_session(), "Geheim"))
    window._start.log_wished.emit()
    assert "Er is nog niets gedaan" in said(window._stack.current)
    window.open(path)
    window.show_start()
    add_erased(folder, Erased(week="2026-W40", on="2026-11-01", role="teamleider", id="x"))
    window._start.log_wished.emit()
    told = said(window._stack.current)
    assert "geopend" in told
    assert "gewist op 1 nov 2026, door teamleider" in told
    assert "Geheim" not in told
    QTest.keyClick(window._stack.current, Qt.Key.Key_Escape)
    assert window._stack.current is window._start


def test_what_was_not_looked_through_is_named_as_on_the_command_line(
    window, folder, qtbot, tmp_path
):
    broken = keep(folder, with_title(a_session(), "Stuk"))
    broken.write_bytes(b"stuk" * 2000)
    stick = tmp_path / "stick"
    remember_place(folder, stick)
    window._start.seek_wished.emit()
    screen = window._stack.current
    QTest.keyClicks(named(screen, "person", QLineEdit), "anais")
    named(screen, "seek").click()
    qtbot.waitUntil(lambda: "Sluit een schijf aan" in said(screen))  # It comes last.
    told = said(screen)
    assert "niet in wat te lezen is" in told
    assert f"{broken.name}: niet te lezen" in told
    assert str(stick) in told
    assert "Niet alles is doorzocht" in told


def test_the_last_copy_stays_and_that_is_told_before_and_after(window, folder, qtbot):
    path = keep(folder, with_situation(with_title(a_session(), "Een fiets"), "Anaïs belde"))
    backed_up(folder)
    path.write_bytes(b"stuk" * 2000)
    (copy,) = (folder / "reservekopieen").glob("*~*.beraad")
    window._start.seek_wished.emit()
    screen = window._stack.current
    QTest.keyClicks(named(screen, "person", QLineEdit), "anais")
    named(screen, "seek").click()
    way = f"beraad herstel {copy}"
    qtbot.waitUntil(lambda: way in said(screen))
    assert "reservekopie, blijft staan" in said(screen)
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    QTest.keyClick(named(screen, "take-out"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Het staat nog in 1 bestand" in said(screen))
    qtbot.waitUntil(lambda: way in said(screen))
    assert copy.exists()
