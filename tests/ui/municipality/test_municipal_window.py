"""The register of the municipality in the window: set, tried, met, stopped, and never unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QLineEdit, QPushButton

from beraad.app import build
from beraad.errors import Solvable
from beraad.publishing.meeting import Met, meet
from beraad.publishing.stepping import taken
from beraad.records import Id, StepKind
from beraad.store.municipality import connecting
from beraad.store.municipality.place import place_of
from beraad.store.municipality.secret import IN_ENVIRONMENT
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from beraad.ui.preferences.municipality_card import MunicipalityCard
from beraad.ui.signals.register_screen import RegisterScreen
from beraad.ui.widgets.around import pages_around
from tests.conftest import NOW
from tests.steps import SIGNAL, a_step, passed_on
from tests.ui.from_menu import choose_of_more, is_in_more
from tools.postgres import PASSWORD

LONG = 60_000
"""Milliseconds to wait on a busy computer."""


@pytest.fixture
def opened(qapp, folder, tmp_path, qtbot, look):
    """A function that opens the window on this folder."""

    def do():
        made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return do


@pytest.fixture
def colleague(database, tmp_path):
    """Another laptop, with one signal that it handed on."""
    path = tmp_path / "collega" / "register.sqlite"
    path.parent.mkdir()
    with Register.open(path) as register:
        register.put(replace(SIGNAL, id=Id("van-de-collega")))
    meet(path, place_of(database.url(database.login("collega"))), PASSWORD)
    return path


def card_of(window):
    QTest.keySequence(window, QKeySequence("Ctrl+I"))
    return window.findChild(MunicipalityCard)


def typed(card, name, text):
    field = card.findChild(QLineEdit, name)
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def said(card):
    return card.findChild(QLabel, "municipal-said").text()


def why(card):
    return card.findChild(QLabel, "municipal-why")


def signals_screen(window):
    window.ways.show_signals()
    return window.findChild(RegisterScreen)


def told_by(screen):
    return " ".join(each.text() for each in screen.banner.findChildren(QLabel))


def there(folder):
    with Register.open(register_path(folder, practice=False)) as register:
        return {each.id for each in register.signals()}


def test_without_an_address_there_is_no_way_and_it_says_so(opened, qtbot):
    window = opened()
    assert not is_in_more(signals_screen(window), qtbot, "Samenvoegen")
    card = card_of(window)

    assert "geen enkele verbinding" in said(card)
    assert not card.findChild(QPushButton, "municipal-try").isEnabled()


def test_it_is_set_tried_and_met_and_the_password_stands_nowhere(
    opened, folder, tmp_path, database, colleague, qtbot
):
    window = opened()
    card = card_of(window)
    typed(card, "municipal-address", database.url(database.login("een")))
    typed(card, "municipal-password", PASSWORD)
    card.findChild(QPushButton, "municipal-try").click()
    qtbot.waitUntil(lambda: "werkt" in said(card), timeout=LONG)
    screen = signals_screen(window)
    choose_of_more(screen, qtbot, "Samenvoegen")
    qtbot.waitUntil(lambda: "1 wijziging van anderen" in told_by(screen), timeout=LONG)

    assert there(folder) == {"van-de-collega"}
    window.close()
    kept = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert not any(PASSWORD.encode() in each.read_bytes() for each in kept)
    assert any(b"postgresql://" in each.read_bytes() for each in kept)


def test_what_came_of_trying_is_in_sight(opened, monkeypatch, qtbot):
    monkeypatch.setenv(IN_ENVIRONMENT, PASSWORD)
    window = opened()
    card = card_of(window)
    typed(card, "municipal-address", "postgresql://niemand@127.0.0.1:1/beraad")
    way = card.findChild(QPushButton, "municipal-try")
    answer = card.findChild(QLabel, "municipal-said")
    (page, *_) = pages_around(way)
    page.ensureWidgetVisible(way, 0, 0)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "niet te bereiken" in answer.text(), timeout=LONG)
    qtbot.waitUntil(lambda: answer.visibleRegion().boundingRect() == answer.rect())


@pytest.mark.parametrize(
    "address",
    ["postgresql://een:geheim@register.nl/beraad", "postgresql://een@register.nl/b?sslmode=allow"],
)
def test_an_address_that_will_not_do_is_told_and_not_kept(opened, tmp_path, address):
    window = opened()
    card = card_of(window)
    typed(card, "municipal-address", address)

    assert why(card).text().startswith("Niet bewaard.")
    assert not window._settings.municipal_address
    assert not window.close()
    assert window.close()
    assert not any(
        b"register.nl" in each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()
    )


def test_an_address_that_will_not_do_is_still_there_for_who_comes_back(opened):
    window = opened()
    card = card_of(window)
    typed(card, "municipal-address", "postgresql://een:geheim@register.nl/beraad")
    field = card.findChild(QLineEdit, "municipal-address")
    QTest.keyClicks(field, "2")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    again = card_of(window)

    address = again.findChild(QLineEdit, "municipal-address")
    assert address.text() == "postgresql://een:geheim@register.nl/beraad2"
    assert why(again).text().startswith("Niet bewaard.")
    typed(again, "municipal-address", "postgresql://een@register.nl/beraad")
    assert window._settings.municipal_address == "postgresql://een@register.nl/beraad"
    assert not window._meetings.address_as_typed


def test_an_address_that_will_not_do_is_told_beside_it_and_asked_about_at_closing(opened):
    window = opened()
    card = card_of(window)
    field = card.findChild(QLineEdit, "municipal-address")
    typed(card, "municipal-address", "register van de gemeente")

    assert why(card).isVisible()
    assert field.property("invalid") == "true"
    assert 0 < why(card).mapTo(card, QPoint()).y() - field.mapTo(card, QPoint()).y() < 100
    window._meetings.met.emit(Met())
    assert why(card).isVisible()

    window.show_start()
    assert not window.close()
    assert "adres van het register" in window.banner.accessibleName()
    assert card_of(window).findChild(QLineEdit, "municipal-address").text() == (
        "register van de gemeente"
    )
    assert window.close()


def test_an_address_counts_when_the_window_is_closed_with_the_cursor_in_it(opened):
    window = opened()
    field = card_of(window).findChild(QLineEdit, "municipal-address")
    field.setFocus()
    QTest.keyClicks(field, "postgresql://een@register.nl/beraad")

    assert window.close()
    assert window._settings.municipal_address == "postgresql://een@register.nl/beraad"


@pytest.mark.parametrize("what", ["right", "nothing"])
def test_a_password_that_lacks_is_asked(opened, folder, database, colleague, qtbot, what):
    window = opened()
    window._settings.municipal_address = database.url(database.login("een"))
    screen = signals_screen(window)

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        assert dialog.textEchoMode() is QLineEdit.EchoMode.Password
        dialog.setTextValue(PASSWORD if what == "right" else "")
        dialog.accept()

    QTimer.singleShot(50, answer)
    choose_of_more(screen, qtbot, "Samenvoegen")
    if what == "right":
        qtbot.waitUntil(lambda: there(folder) == {"van-de-collega"}, timeout=LONG)
    else:
        assert not window._meetings.runs


def test_what_could_not_cross_is_told_with_a_way_out(
    opened, folder, database, colleague, qtbot, monkeypatch
):
    monkeypatch.setenv(IN_ENVIRONMENT, PASSWORD)
    step = a_step(StepKind.ANSWERED, words="Mevrouw Jansen belt 06-12345678.")
    prepare(folder)
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(replace(SIGNAL, steps=(passed_on(), step)))
    window = opened()
    window._settings.municipal_address = database.url(database.login("een"))
    screen = signals_screen(window)
    choose_of_more(screen, qtbot, "Samenvoegen")
    qtbot.waitUntil(lambda: "herkennen" in told_by(screen), timeout=LONG)
    assert len(there(folder)) == 2

    assert "iemand te herkennen" in told_by(screen)
    assert "beslis daar per plek" in told_by(screen)


def test_when_chosen_it_meets_at_begin_and_end(
    opened, folder, database, colleague, qtbot, monkeypatch
):
    monkeypatch.setenv(IN_ENVIRONMENT, PASSWORD)
    first = opened()
    first._settings.municipal_address = database.url(database.login("een"))
    first._settings.municipal_always = True
    first.close()
    assert there(folder) == {"van-de-collega"}
    with Register.open(register_path(folder, practice=False)) as register:
        register.remove(Id("van-de-collega"))

    second = opened()
    qtbot.waitUntil(lambda: not second._meetings.runs, timeout=LONG)
    second.close()

    place = place_of(database.url(f"{database.name}_collega"))
    assert meet(colleague, place, PASSWORD).new == 1
    with Register.open(colleague) as register:
        assert register.signals() == ()


def test_at_begin_it_waits_for_a_password_and_says_so_with_a_way(
    opened, folder, database, colleague, qtbot
):
    first = opened()
    first._settings.municipal_address = database.url(database.login("een"))
    first._settings.municipal_always = True
    first.close()

    window = opened()
    banner = window._start.banner
    qtbot.waitUntil(lambda: "wacht op het wachtwoord" in banner.accessibleName(), timeout=LONG)
    answered_with(PASSWORD)
    way = next(each for each in banner.findChildren(QPushButton) if "Nu" in each.text())
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: there(folder) == {"van-de-collega"}, timeout=LONG)
    qtbot.waitUntil(banner.isHidden, timeout=LONG)


def test_a_refused_password_is_forgotten_and_asked_again(
    opened, folder, database, colleague, qtbot
):
    window = opened()
    window._settings.municipal_address = database.url(database.login("een"))
    screen = signals_screen(window)
    answered_with("verkeerd getypt")
    choose_of_more(screen, qtbot, "Samenvoegen")
    qtbot.waitUntil(lambda: "klopt niet" in told_by(screen), timeout=LONG)
    assert "vraagt het wachtwoord opnieuw" in told_by(screen)

    answered_with(PASSWORD)
    choose_of_more(screen, qtbot, "Samenvoegen")
    qtbot.waitUntil(lambda: there(folder) == {"van-de-collega"}, timeout=LONG)


def test_a_password_typed_while_another_is_refused_is_the_one_that_counts(
    opened, folder, database, colleague, qtbot
):
    window = opened()
    window._settings.municipal_address = database.url(database.login("een"))
    screen = signals_screen(window)
    meetings = window._meetings
    meetings.type_password("verkeerd getypt")
    assert meetings.begin()
    meetings.type_password(PASSWORD)
    assert not meetings.lacks_password()
    qtbot.waitUntil(lambda: "klopt niet" in told_by(screen), timeout=LONG)

    choose_of_more(screen, qtbot, "Samenvoegen")
    qtbot.waitUntil(lambda: there(folder) == {"van-de-collega"}, timeout=LONG)


def test_a_refused_password_that_lay_ready_is_not_tried_again(
    opened, database, colleague, folder, qtbot, monkeypatch
):
    monkeypatch.setenv(IN_ENVIRONMENT, "oud")
    window = opened()
    window._settings.municipal_address = database.url(database.login("een"))
    screen = signals_screen(window)
    choose_of_more(screen, qtbot, "Samenvoegen")
    qtbot.waitUntil(lambda: "klopt niet" in told_by(screen), timeout=LONG)
    assert window._meetings.lacks_password()


def answered_with(text):
    """Let the question for the password be answered when it comes."""

    def answer():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QInputDialog):
            QTimer.singleShot(20, answer)
            return
        dialog.setTextValue(text)
        dialog.accept()

    QTimer.singleShot(20, answer)


def test_what_is_promised_at_the_begin_and_asked_at_the_setting_is_so(opened, qtbot):
    window = opened()
    qtbot.waitUntil(lambda: "Alles blijft op deze laptop" in told_at_begin(window))
    card = card_of(window)
    assert not card.findChild(QLabel, "municipal-at-begin").isVisibleTo(card)
    typed(card, "municipal-address", "postgresql://een@127.0.0.1:1/beraad")
    window._settings.municipal_always = True
    assert card_of(window) is not None
    window.show_start()

    qtbot.waitUntil(lambda: "Bij begin en einde voegt Beraad" in told_at_begin(window))
    assert "maakt uit zichzelf geen verbinding" not in told_at_begin(window)
    again = card_of(window)
    assert "wacht samenvoegen op je wachtwoord" in (
        again.findChild(QLabel, "municipal-at-begin").text()
    )


def told_at_begin(window):
    return " ".join(each.text() for each in window._start.findChildren(QLabel))


@pytest.mark.parametrize("chosen", [False, True])
def test_without_an_address_or_unasked_nothing_is_connected(
    opened, database, monkeypatch, qtbot, chosen
):
    monkeypatch.setenv(IN_ENVIRONMENT, PASSWORD)
    asked: list[object] = []

    def connected(*where):
        asked.append(where)
        raise AssertionError

    monkeypatch.setattr(connecting, "connected", connected)
    monkeypatch.setattr("beraad.store.municipality.server.connected", connected)
    window = opened()
    window._settings.municipal_always = chosen
    if not chosen:
        window._settings.municipal_address = database.url(database.login("een"))
    window.refresh_start()
    signals_screen(window)
    card_of(window)
    qtbot.wait(200)
    window.close()

    assert asked == []


def test_while_it_hands_on_that_is_told_and_it_can_be_stopped(
    opened, folder, database, qtbot, monkeypatch
):
    monkeypatch.setenv(IN_ENVIRONMENT, PASSWORD)
    monkeypatch.setattr("beraad.store.municipality.server.SENT_AT_ONCE", 1)
    prepare(folder)
    mine = {f"van-ons-{each}" for each in range(20)}
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(*(replace(SIGNAL, id=Id(each)) for each in mine))
    window = opened()
    window._settings.municipal_address = database.url(database.login("een"))
    screen = signals_screen(window)
    told: list[str] = []
    window._meetings.told.connect(told.append)
    with database.admin() as holding:
        holding.execute("BEGIN")
        holding.execute("LOCK TABLE beraad.laptop IN EXCLUSIVE MODE")  # Who reads goes on.
        choose_of_more(screen, qtbot, "Samenvoegen")
        qtbot.waitUntil(lambda: "0 procent doorgegeven" in told, timeout=LONG)
        taken(Id("van-ons-3"), passed_on(), register_path(folder, practice=False))
        screen.findChild(QPushButton, "stop-exchange").click()
        qtbot.waitUntil(lambda: "Gestopt" in told_by(screen), timeout=LONG)

    with database.admin() as connection:
        assert connection.execute("SELECT count(*) FROM beraad.event").fetchone() == (0,)
    choose_of_more(screen, qtbot, "Samenvoegen")
    qtbot.waitUntil(lambda: "21 wijzigingen van ons" in told_by(screen), timeout=LONG)


def test_what_kept_a_meeting_from_being_is_told_until_one_works(opened):
    window = opened()
    banner = window._start.banner
    window._meetings.failed.emit(Solvable("Het register is niet te bereiken."))
    assert "niet te bereiken" in banner.accessibleName()
    window._meetings.failed.emit(Solvable("Het wachtwoord past niet."))
    assert banner.findChild(QPushButton, "other-messages").isHidden()
    window.show_settings()

    window._meetings.met.emit(Met())
    assert banner.isHidden()
