from __future__ import annotations

import errno
import shutil
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from beraad.editing.signals import with_new_signal
from beraad.errors import Solvable, ToldOnce
from beraad.publishing.registering import put_in_register
from beraad.records import Id, PhaseKey, Setting
from beraad.store import wiping
from beraad.store.audit import ONE_FILE, Action, deeds, note
from beraad.store.copies.making import back_up
from beraad.store.erased import erased
from beraad.store.places import practice_folder, register_path
from beraad.store.practice_rest import practice_paper
from beraad.store.removing import remove, removed
from beraad.store.rescue import rescue
from beraad.store.session_file import SessionFile
from beraad.store.term import reason_of
from beraad.store.vault.opening import lock, set_up
from beraad.ui.erasing.term_card import TermCard
from beraad.ui.erasing.term_screen import TermScreen
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW
from tests.store.copies.support import keep
from tests.store.support import a_session, with_title

YESTERDAY = NOW - timedelta(days=1)


@pytest.fixture
def path(folder):
    note(folder, Action.OPENED, now=YESTERDAY)
    session = with_title(a_session(), "Voorbij")
    until = (NOW - timedelta(days=14)).date()
    session = replace(session, conclusion=replace(session.conclusion, keep_until=until))
    made = keep(folder, session)
    back_up(folder, now=YESTERDAY)
    return made


@pytest.fixture
def screen(folder, path, look, qtbot):
    made = TermScreen(folder, look, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def with_signal(session):
    return replace(session, signal=replace(session.signal, bottleneck="Wachten op een adres"))


def to_erase(window, path, qtbot):
    """The screen to erase this file on, once it knows what goes along."""
    window._doing.erase_wished.emit(path)
    screen = window._stack.current
    known(screen, qtbot)
    return screen


def known(screen, qtbot):
    cards = screen.findChildren(TermCard)
    qtbot.waitUntil(lambda: not any(each._asking.runs for each in cards), timeout=10_000)


def erasing_card(window, session, folder, qtbot):
    return said(to_erase(window, keep(folder, session), qtbot))


def test_a_signal_that_is_in_no_register_is_said_to_go_along(window, folder, qtbot):
    told = erasing_card(window, with_signal(a_session()), folder, qtbot)
    assert "het signaal: het staat niet in het register" in told
    assert "Zet het eerst in het register" in told
    assert "blijft ook" not in told


def test_a_signal_in_the_register_is_said_to_stay(window, folder, qtbot):
    session = with_signal(a_session())
    put_in_register(session, register_path(folder, practice=False), today=NOW.date())
    told = erasing_card(window, session, folder, qtbot)
    assert "blijft ook, want daar staat geen casus in: 1 signaal" in told
    assert "niet in het register" not in told


def test_of_two_signals_each_is_told_what_becomes_of_it(window, folder, qtbot):
    first = with_signal(a_session())
    put_in_register(first, register_path(folder, practice=False), today=NOW.date())
    told = erasing_card(window, with_signal(with_new_signal(first)), folder, qtbot)
    assert "1 signaal" in told
    assert "het signaal: het staat niet in het register" in told


def test_without_a_signal_nothing_is_said_of_one(window, folder, qtbot):
    told = erasing_card(window, a_session(), folder, qtbot)
    assert "Dit blijft" in told
    assert "signaal" not in told.casefold()


def test_what_may_be_about_an_oefening_and_stays_is_told_before_and_after(window, folder, qtbot):
    session = a_session()
    session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))
    path = keep(folder, session)
    practice_folder(folder).mkdir(exist_ok=True)
    practice_paper(folder, session.id, ".json").write_text('{"casus":"loket"}')
    stays = practice_folder(folder) / "observatie-een.observatie"
    stays.write_text('{"id":"een","naam":"loket"}\n')
    screen = to_erase(window, path, qtbot)
    told = "kan over dezelfde oefening gaan: de observatie (1 bestand). Een observatie haal je weg"
    assert told in said(screen)
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    press(screen, "Wis dit beraad")
    qtbot.waitUntil(lambda: "Gewist" in screen.banner.accessibleName())
    assert told in screen.banner.accessibleName()
    assert stays.exists()


def named(screen, name, kind=QPushButton):
    return screen.findChild(kind, name)


def said(screen):
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def press(screen, text):
    found = next(each for each in screen.findChildren(QPushButton) if each.text() == text)
    QTest.keyClick(found, Qt.Key.Key_Space)


def test_keeping_longer_asks_why(screen, path):
    assert "14 dagen voorbij" in said(screen)
    assert not named(screen, "prolong").isEnabled()
    press(screen, "anders")
    QTest.keyClicks(named(screen, "reason", TextField), "Het team kijkt in februari terug.")
    press(screen, "6 maanden")
    assert named(screen, "prolong").text() == "Verleng tot 18 mei 2027"
    QTest.keyClick(named(screen, "prolong"), Qt.Key.Key_Return)
    assert "Van geen beraad is de bewaartermijn voorbij" in said(screen)
    with SessionFile.open(path) as file:
        assert file.session.conclusion.keep_until.isoformat() == "2027-05-18"
        assert "februari" in file.session.note_of(PhaseKey.CONCLUSION).text


def test_erasing_takes_a_tick_and_leaves_a_line(screen, path, folder, qtbot):
    press(screen, "Wissen")
    known(screen, qtbot)
    assert "1 reservekopie van dit beraad" in said(screen)
    assert "Dit hebben wij niet in de hand" in said(screen)
    assert not named(screen, "erase").isEnabled()
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    QTest.keyClick(named(screen, "erase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Gewist: 2 bestanden" in said(screen))
    assert not path.exists()
    (line,) = erased(folder)
    assert line.week == "2026-W47"
    assert deeds(folder)[0].action is Action.ERASED


def test_what_came_after_one_looked_is_not_erased_unseen(screen, path, folder, qtbot):
    press(screen, "Wissen")
    known(screen, qtbot)
    shutil.copy(path, folder / "Kopie van thuis.beraad")
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    QTest.keyClick(named(screen, "erase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "bijgekomen: Kopie van thuis.beraad" in screen.banner.accessibleName())
    assert "Er is niets gewist" in screen.banner.accessibleName()
    assert path.exists()
    assert not erased(folder)
    *_, anew = screen.findChildren(TermCard)
    press(anew, "Wissen")
    known(screen, qtbot)
    assert "Kopie van thuis.beraad" in said(screen)
    QTest.keyClick(named(anew, "sure", QCheckBox), Qt.Key.Key_Space)
    QTest.keyClick(named(anew, "erase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(erased(folder)))
    qtbot.waitUntil(lambda: not (folder / "Kopie van thuis.beraad").exists())


def test_it_is_offered_on_the_list_and_leads_here(window, path, qtbot):
    window.refresh_start()
    banner = window._start.banner
    qtbot.waitUntil(banner.isVisible)
    assert "Van 1 beraad is de bewaartermijn voorbij" in banner.accessibleName()
    banner._way_out.click()
    screen = window._stack.current
    assert isinstance(screen, TermScreen)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert window._stack.current is window._start


def test_it_is_offered_no_more_after_it_was_erased(window, path, qtbot):
    window.refresh_start()
    banner = window._start.banner
    qtbot.waitUntil(banner.isVisible)
    banner._way_out.click()
    path.unlink()
    QTest.keyClick(window._stack.current, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window._start._gathering is None)
    qtbot.waitUntil(banner.isHidden)


def test_a_clock_that_is_not_believed_is_told(folder, path, look, qtbot):
    (folder / "logboek.jsonl").unlink()
    made = TermScreen(folder, look, now=lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    assert "kijk dan morgen weer" in said(made)
    assert "Van geen beraad is" not in said(made)


def test_nothing_is_offered_by_a_clock_that_nobody_saw_before(window, folder, path, qtbot):
    (folder / "logboek.jsonl").unlink()
    window.refresh_start()
    qtbot.waitUntil(lambda: window._start._gathering is None)
    assert window._start.banner.isHidden()


def test_looking_first_opens_it(window, path, folder):
    window.keeping.show_term()
    named(window._stack.current, "look").click()
    assert window.beraad.workspace.path == path
    assert deeds(folder)[0].action is Action.OPENED


def test_one_beraad_can_be_erased_before_its_date(window, folder, qtbot):
    path = keep(folder, with_title(a_session(), "Een vergissing"))
    screen = to_erase(window, path, qtbot)
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    named(screen, "erase").click()
    qtbot.waitUntil(lambda: not path.exists())
    qtbot.waitUntil(lambda: "Er is niets te wissen" in said(screen))


def typed_as_reason(screen, text):
    press(screen, "anders")
    named(screen, "reason", TextField).selectAll()
    QTest.keyClicks(named(screen, "reason", TextField), text)


def test_a_reason_that_was_typed_and_not_used_is_there_the_next_time(screen, path, folder, look):
    press(screen, "een afspraak loopt nog")
    assert screen.hand_over() is None
    typed_as_reason(screen, "Het team kijkt in februari terug.")
    assert screen.hand_over() is None

    again = TermScreen(folder, look, now=lambda: NOW)
    assert named(again, "reason", TextField).toPlainText() == "Het team kijkt in februari terug."
    again.findChild(QPushButton, "prolong").click()

    assert reason_of(path) == ""
    with SessionFile.open(path) as file:
        assert "februari" in file.session.private_notes[-1].text
        assert not file.session.as_typed


def test_a_reason_that_cannot_be_kept_is_told_of_once(screen, path, monkeypatch):
    def held(*_):
        raise Solvable("Dit beraad is al open.")

    monkeypatch.setattr("beraad.ui.erasing.term_screen.keep_reason", held)
    typed_as_reason(screen, "Het team kijkt in februari terug.")

    assert isinstance(screen.hand_over(), ToldOnce)
    assert "nog nergens bewaard" in screen.banner.accessibleName()
    assert screen.hand_over() is None

    monkeypatch.undo()
    QTest.keyClick(named(screen, "prolong"), Qt.Key.Key_Return)
    assert screen.hand_over() is None


def test_prolonging_one_leaves_what_was_typed_at_another(screen, path, folder, qtbot):
    until = (NOW - timedelta(days=3)).date()
    other = with_title(a_session(), "Ander")
    other = replace(other, id=Id("b" * 32), conclusion=replace(other.conclusion, keep_until=until))
    keep(folder, other)
    screen._read()
    one, two = screen.findChildren(TermCard)[-2:]
    QTest.keyClicks(two.findChild(TextField, "reason"), "De wethouder vroeg het.")
    press(one, "een afspraak loopt nog")
    QTest.keyClick(one.findChild(QPushButton, "prolong"), Qt.Key.Key_Return)

    assert list(screen._typed().values()) == ["De wethouder vroeg het."]


def two_files(folder):
    """An older file of a beraad, and a rescue copy beside it that says more."""
    older = keep(folder, with_title(a_session(), "Kort"))
    with SessionFile.open(older) as file:
        newer = with_title(file.session, "Kort en nog veel meer")
    return older, rescue(newer, iter([folder]))


def test_erasing_names_each_other_file_and_what_it_says_before_the_tick(window, folder, qtbot):
    older, copy = two_files(folder)
    screen = to_erase(window, older, qtbot)
    press(screen, "Wissen")
    told = said(screen)
    assert "reddingskopie, laatst gewijzigd op" in told
    assert "daarin staat meer" in told
    assert copy.name in told
    assert "staat wat hier niet staat" in told
    assert not named(screen, "erase").isEnabled()


def test_of_an_older_copy_the_first_offer_is_to_remove_that_file_alone(window, folder, qtbot):
    older, copy = two_files(folder)
    screen = to_erase(window, older, qtbot)
    assert not named(screen, "sure", QCheckBox)
    assert copy.name in said(screen)
    QTest.keyClick(named(screen, "remove"), Qt.Key.Key_Return)
    assert not older.exists()
    assert copy.exists()
    (aside,) = removed(folder)
    assert aside.name == older.name
    assert deeds(folder)[0].action is Action.REMOVED
    assert not erased(folder)
    assert f"{older.name} is verwijderd" in said(screen)


def test_a_removed_copy_comes_back(window, folder, qtbot):
    older, _ = two_files(folder)
    screen = to_erase(window, older, qtbot)
    named(screen, "remove").click()
    screen.banner._way_out.click()
    assert older.exists()
    known(screen, qtbot)
    there = screen.findChildren(QPushButton, "remove")
    assert any(each.isVisible() for each in there)


def test_of_the_fullest_file_removing_is_there_and_not_the_first(window, folder, qtbot):
    older, copy = two_files(folder)
    screen = to_erase(window, copy, qtbot)
    assert "daarin staat minder" in said(screen)
    assert "staat wat hier niet staat" not in said(screen)
    assert named(screen, "sure", QCheckBox).isVisible()
    press(screen, "Verwijderen")
    named(screen, "remove").click()
    assert older.exists()
    assert not copy.exists()


def test_the_window_lives_while_it_is_found_out_what_goes_along(window, folder, qtbot, monkeypatch):
    inside = threading.Event()
    seen = []

    def slow(*_, **__):
        seen.append(threading.current_thread() is threading.main_thread())
        inside.wait(10)
        return ()

    monkeypatch.setattr("beraad.ui.erasing.term_screen.going_along", slow)
    window._doing.erase_wished.emit(keep(folder, a_session()))
    screen = window._stack.current
    assert "Beraad kijkt wat er bij dit beraad hoort" in said(screen)
    assert named(screen, "erase") is None
    assert named(screen, "look").hasFocus()

    inside.set()
    known(screen, qtbot)

    assert seen == [False]
    assert named(screen, "erase").isVisible()
    assert screen.findChild(TermCard)._choice.isAncestorOf(QApplication.focusWidget())


def aside_and_listed(folder, newer="Kort"):
    """A file that was removed, beside another of the same beraad that is still in the list."""
    gone = keep(folder, with_title(a_session(), "Kort"))
    stays = gone.with_stem(f"{gone.stem}-LAPTOP")
    shutil.copyfile(gone, stays)
    if newer != "Kort":
        with SessionFile.open(stays) as file:
            file.keep(with_title(file.session, newer))
    return remove(gone, folder, now=NOW), stays


def test_of_what_lies_aside_that_one_file_is_erased(window, folder, qtbot):
    aside, stays = aside_and_listed(folder)
    window.keeping.show_aside()
    qtbot.waitUntil(lambda: window._stack.current._reading.is_idle)
    press(window._stack.current, "Voorgoed wissen …")
    screen = window._stack.current
    known(screen, qtbot)
    assert aside.name in said(screen)
    assert stays.name in said(screen)
    assert not named(screen, "prolong").isVisible()
    assert not named(screen, "erase-alone").isEnabled()

    QTest.keyClick(named(screen, "sure-alone", QCheckBox), Qt.Key.Key_Space)
    QTest.keyClick(named(screen, "erase-alone"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "zijn er nog" in said(screen))
    assert not aside.exists()
    assert not erased(folder)
    assert deeds(folder)[0].result == ONE_FILE
    with SessionFile.open(stays) as file:
        assert file.session.opening.title == "Kort"


def test_what_lies_aside_and_says_more_is_warned_of(window, folder, qtbot):
    gone = keep(folder, with_title(a_session(), "Kort"))
    stays = gone.with_stem(f"{gone.stem}-LAPTOP")
    shutil.copyfile(gone, stays)
    with SessionFile.open(gone) as file:
        file.keep(with_title(file.session, "Kort en nog veel meer"))
    screen = to_erase(window, remove(gone, folder, now=NOW), qtbot)
    assert "staat misschien iets wat in de andere niet staat" in said(screen)


def test_the_whole_beraad_can_be_erased_from_there_too(window, folder, qtbot):
    aside, stays = aside_and_listed(folder)
    screen = to_erase(window, aside, qtbot)
    press(screen, "Het hele beraad")
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    named(screen, "erase").click()
    qtbot.waitUntil(lambda: not aside.exists() and not stays.exists())


def test_of_the_only_file_that_lies_aside_nothing_is_chosen(window, folder, qtbot):
    aside = remove(keep(folder, a_session()), folder, now=NOW)
    screen = to_erase(window, aside, qtbot)
    assert named(screen, "erase").isVisible()
    assert screen.findChild(TermCard)._choice is None


def test_a_key_that_another_file_is_under_stays(window, folder, qtbot):
    set_up(folder, "een lange wachtzin met paard")
    aside, stays = aside_and_listed(folder)
    screen = to_erase(window, aside, qtbot)
    QTest.keyClick(named(screen, "sure-alone", QCheckBox), Qt.Key.Key_Space)
    named(screen, "erase-alone").click()
    qtbot.waitUntil(lambda: not aside.exists())
    with SessionFile.open(stays) as file:
        assert file.session.opening.title == "Kort"
    lock(folder)


def test_it_is_offered_behind_what_else_has_to_be_told(window, folder, path, qtbot):
    (folder / "huisstijl.toml").write_text("naam = [", "utf-8")
    window.refresh_start()
    banner = window._start.banner
    qtbot.waitUntil(lambda: window._start._gathering is None)
    assert "huisstijl" in banner.accessibleName()
    named(banner, "other-messages").click()
    assert "Van 1 beraad is de bewaartermijn voorbij" in banner.accessibleName()
    banner._way_out.click()
    assert isinstance(window._stack.current, TermScreen)


@pytest.mark.parametrize("only", [True, False])
def test_why_nobody_knows_what_goes_along_stays_in_sight(
    folder, path, look, qtbot, monkeypatch, only
):
    def broken(*_):
        raise Solvable("De lijst is niet te lezen.", way_out="Kijk over een uur nog eens.")

    heard = []
    monkeypatch.setattr("beraad.ui.erasing.term_screen._going", broken)
    monkeypatch.setattr(
        "beraad.ui.erasing.term_card.announce", lambda _, text, **__: heard.append(text)
    )
    screen = TermScreen(folder, look, now=lambda: NOW, only=path if only else None)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    if not only:
        press(screen, "Wissen")
    known(screen, qtbot)
    told = "De lijst is niet te lezen. Kijk over een uur nog eens."
    assert told in said(screen)
    assert heard == [told]
    assert not screen.findChildren(QPushButton, "erase")


def damage(path):
    path.write_bytes(b"x" * 200 + path.read_bytes()[200:])
    return path


def told_before_and_after(window, path, qtbot, words):
    screen = to_erase(window, path, qtbot)
    before = words in said(screen)
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    press(screen, "Wis dit beraad")
    qtbot.waitUntil(lambda: not screen._erasing.runs, timeout=10_000)
    return before, words in said(screen)


def test_what_stays_because_nobody_can_read_it_is_said_before_erasing(window, folder, qtbot):
    other = damage(keep(folder, with_title(a_session(), "Een ander")))
    told = f"Dit blijft staan: {other.name}. Het is niet te lezen"
    assert told_before_and_after(window, keep(folder, a_session()), qtbot, told) == (True, True)
    assert other.exists()


def test_a_copy_that_somebody_put_somewhere_is_said_to_stay_before_erasing(window, folder, qtbot):
    path = keep(folder, a_session())
    copy = folder / "mijn" / "kopie.beraad"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    told = f"{copy} (kopie van dit beraad)"
    assert told_before_and_after(window, path, qtbot, told) == (True, True)
    assert copy.exists()


def test_a_copy_of_the_keys_is_said_to_go(window, folder, qtbot):
    set_up(folder, "molen fiets kaart appel")
    path = keep(folder, a_session())
    copy = folder / "sleutels (1).beraad"
    shutil.copyfile(folder / "sleutels.beraad", copy)
    told = f"kopie van de sleutels · {copy.name}"
    before, _ = told_before_and_after(window, path, qtbot, told)
    assert before
    assert not copy.exists()


@pytest.mark.parametrize("practised", [False, True])
def test_a_file_that_nobody_can_read_is_named_so_and_can_be_erased(
    window, folder, qtbot, practised
):
    """Also from what was thrown away, where it is the only way to be rid of it."""
    session = a_session()
    if practised:
        session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))
        practice_folder(folder).mkdir(exist_ok=True)
    path = keep(folder, session)
    gone = damage(remove(path, path.parent, now=NOW))
    window.keeping.show_aside()
    aside = window._stack.current
    why = "is geen beraad, of het bestand is beschadigd."
    qtbot.waitUntil(lambda: why in said(aside), timeout=10_000)
    press(aside, "Voorgoed wissen …")
    screen = window._stack.current
    qtbot.waitUntil(lambda: named(screen, "sure", QCheckBox) is not None, timeout=10_000)
    told = said(screen)
    assert "Beraad weet dus niet wat erin staat" in told
    assert gone.name in told
    assert not named(screen, "erase").isEnabled()
    assert gone.exists()

    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    press(screen, "Wis dit bestand")
    qtbot.waitUntil(lambda: not screen._erasing.runs, timeout=10_000)
    assert not gone.exists()
    assert "Gewist: 1 bestand" in said(screen)
    qtbot.waitUntil(lambda: named(screen, "erase") is None)


def test_of_what_could_not_be_erased_it_is_said_where_that_goes_on(
    window, path, folder, qtbot, monkeypatch
):
    back_up(folder, now=NOW)
    (copy,) = (folder / "reservekopieen").glob("*.beraad")
    real = wiping.shred

    def refuse(each, *args, **kwargs):
        if each == copy:
            raise OSError(errno.EROFS, "Read-only file system")
        return real(each, *args, **kwargs)

    monkeypatch.setattr(wiping, "shred", refuse)
    screen = to_erase(window, path, qtbot)
    QTest.keyClick(named(screen, "sure", QCheckBox), Qt.Key.Key_Space)
    press(screen, "Wis dit beraad")
    qtbot.waitUntil(lambda: not screen._erasing.runs, timeout=10_000)
    assert "Er is niets te wissen" not in said(screen)
    assert "Ga je terug naar Beraden, dan gaat het wissen daar verder" in said(screen)
