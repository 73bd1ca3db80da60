from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from beraad.ui.collecting import Collector


class Ring:
    """Goes only when a collector runs."""

    def __init__(self):
        self.me = self


@pytest.fixture
def collector(qapp):
    parent = QObject()
    yield Collector(parent)
    parent.deleteLater()
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


def test_it_looks_again_by_itself(collector, qtbot):
    gone = weakref.ref(Ring())
    kept = []

    def goes():
        # What dies meanwhile counts against what was made.
        kept.extend(Ring() for _ in range(2 * gc.get_threshold()[0]))
        return gone() is None

    qtbot.waitUntil(goes)
    assert kept
