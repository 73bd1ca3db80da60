from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import delete

from beraad.ui.collecting import Collector, collect_here, nothing_thrown_away
from beraad.ui.keeping_focus import FocusKeeper
from beraad.ui.keeping_in_sight import SightKeeper
from beraad.ui.marking.at_cursor import AtCursor
from beraad.ui.spelling.attendant import Attendant
from beraad.ui.spelling.speller import Speller
from beraad.ui.spelling.word_list import WordList
from beraad.ui.theme.icons import Icon, WornIcon
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.wrapping import Wrapped


class Ring:
    """Goes only when a collector runs."""

    def __init__(self):
        self.me = self


@pytest.fixture
def collector(qapp):
    parent = QObject()
    yield Collector(parent)
    # Later its end would bring Python's own collector back in the middle of another test.
    delete(parent)
    gc.disable()


def fill(collector):
    kept = [Ring() for _ in range(2 * gc.get_threshold()[0])]
    gone = weakref.ref(Ring())
    collector.collect()
    return kept, gone


def test_garbage_goes_when_there_is_enough_of_it(collector):
    kept, gone = fill(collector)

    assert gone() is None
    assert kept


def test_a_thread_beside_the_window_throws_nothing_away(collector):
    gone = weakref.ref(Ring())
    work = threading.Thread(target=lambda: [Ring() for _ in range(20 * gc.get_threshold()[0])])
    work.start()
    work.join()

    assert gone() is not None
    collector.collect()
    assert gone() is None


def test_whoever_starts_a_thread_takes_pythons_own_collector_away_once_more(qapp):
    collect_here()
    gc.enable()

    collect_here()

    assert not gc.isenabled()


def test_it_looks_again_by_itself(collector, qtbot):
    gone = weakref.ref(Ring())
    kept = []

    def goes():
        # What dies meanwhile counts against what was made.
        kept.extend(Ring() for _ in range(2 * gc.get_threshold()[0]))
        return gone() is None

    qtbot.waitUntil(goes)
    assert kept


class Elapsed:
    """Says that so many milliseconds passed."""

    def __init__(self, passed):
        self._passed = passed

    def restart(self):
        return self._passed


def test_who_asked_for_something_sees_it_first(collector, monkeypatch):
    kept = [Ring() for _ in range(2 * gc.get_threshold()[0])]
    gone = weakref.ref(Ring())
    monkeypatch.setattr(collector, "_since", Elapsed(passed=2_000))

    collector._on_turn()
    assert gone() is not None

    for _ in range(5):  # However long the window is at work.
        collector._on_turn()
    assert gone() is None

    gone = weakref.ref(Ring())
    kept += [Ring() for _ in range(2 * gc.get_threshold()[0])]
    monkeypatch.setattr(collector, "_since", Elapsed(passed=200))
    collector._on_turn()
    assert gone() is None
    assert kept


class Heeds(QWidget):
    """Notices whether a collector may run while it gets other looks."""

    def __init__(self):
        super().__init__()
        self.collects = []

    def changeEvent(self, event):
        self.collects.append(gc.isenabled())
        super().changeEvent(event)


def test_no_widget_dies_while_all_of_them_get_another_look(look, qtbot):
    widget = Heeds()
    qtbot.addWidget(widget)
    widget.show()
    widget.collects.clear()
    gc.enable()

    look.choose_percent(130)
    look.choose_theme(ThemeChoice.DARK)

    assert gc.isenabled()
    gc.disable()
    assert widget.collects
    assert not any(widget.collects)


@pytest.mark.parametrize("before", [True, False])
def test_afterwards_it_is_as_it_was(before):
    was = gc.isenabled()
    (gc.enable if before else gc.disable)()
    with pytest.raises(LookupError), nothing_thrown_away():
        raise LookupError

    assert gc.isenabled() is before
    (gc.enable if was else gc.disable)()


def test_everything_is_looked_through_more_seldom_than_python_asks(collector):
    def grow_old(times):
        for _ in range(times * gc.get_threshold()[2] + 1):
            gc.collect(1)

    gc.collect()
    ring = Ring()
    gone = weakref.ref(ring)
    grow_old(1)
    del ring

    collector.collect()
    assert gone() is not None

    grow_old(9)
    collector.collect()
    assert gone() is None


def test_the_more_is_made_the_sooner_it_is_looked_through_twice(collector):
    def old_after(*pieces):
        gc.collect()
        kept = []
        for many in pieces:
            kept += [Ring() for _ in range(many)]
            collector.collect()
        return gc.get_count()[2]

    few = 2 * gc.get_threshold()[0]
    assert old_after(few, few) == 0
    assert old_after(few, 40_000) == 1
    assert old_after(*[20_000] * 4) == 2


def test_what_another_thread_is_making_is_left_alone(collector):
    def slowly():
        for number in range(20_000):
            yield [number]

    made = []
    work = threading.Thread(target=lambda: made.append(tuple(slowly())))
    work.start()
    while work.is_alive():
        collector.collect()
    assert [len(each) for each in made] == [20_000]


@pytest.mark.parametrize(
    "listens",
    [
        lambda button: WornIcon(button, Icon.HELP, button.foregroundRole()),
        lambda button: Wrapped(button, "Een tekst die langer is dan een regel"),
    ],
)
def test_what_the_collector_emptied_hears_no_more(qtbot, listens):
    button = QPushButton()
    qtbot.addWidget(button)
    listener = listens(button)
    vars(listener).clear()

    with qtbot.captureExceptions() as raised:
        QApplication.sendEvent(button, QEvent(QEvent.Type.Polish))

    assert raised == []


def followers(window, look, speller):
    """Whoever follows the cursor through the window."""
    app = QApplication.instance()
    yield AtCursor(None, {}, window)
    yield Attendant(app, speller, look, window)
    yield FocusKeeper(app, window)
    yield SightKeeper(app, window)


@pytest.mark.parametrize("number", range(4))
def test_what_the_collector_emptied_follows_no_cursor(qtbot, look, tmp_path, number):
    window = QWidget()
    qtbot.addWidget(window)
    field = TextField()
    field.setParent(window)
    speller = Speller(WordList(tmp_path / "woorden.txt"), wanted=True)
    follower = list(followers(window, look, speller))[number]
    vars(follower).clear()

    with qtbot.captureExceptions() as raised:
        QApplication.instance().focusChanged.emit(None, field)

    assert raised == []
