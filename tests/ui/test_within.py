"""Looking in signals with every key: the same as looking through all of them anew."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from beraad.phases.folding import plain
from beraad.signals.life import Lane
from beraad.ui.signals.within import Within
from tests.signals.support import line

words = st.text(alphabet="abÉe ", max_size=4)


@given(
    titles=st.lists(st.text(alphabet="abée", max_size=6), max_size=12),
    typed=st.lists(words, max_size=8),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_after_what_finds_the_same_as_looking_anew(qapp, titles, typed):
    lines = [line(number, title=title) for number, title in enumerate(titles)]
    lanes = {lane: [] for lane in Lane} | {Lane.WAITING: lines}
    parent = QObject()
    within = Within(lanes, parent)
    for text in typed:
        sought = tuple(plain(text).split())
        found = within.found(Lane.WAITING, sought)
        assert list(found) == [
            each
            for each in lines
            if all(word in plain(f"{each.title}\n{each.role}\n{each.team}") for word in sought)
        ]
        assert list(within.found(Lane.DONE, sought)) == []


def test_what_is_made_plain_meanwhile_changes_nothing(qtbot):
    lines = [line(number, title=f"knelpunt {number}") for number in range(2_500)]
    parent = QObject()
    within = Within(dict.fromkeys(Lane, lines), parent)
    assert len(within.found(Lane.OURS, ("knelpunt", "2499"))) == 1
    qtbot.waitUntil(lambda: not within._making.isActive())
    assert len(within.found(Lane.DONE, ("knelpunt", "2499"))) == 1
    assert within.found(Lane.DONE, ()) == lines


def test_other_signals_are_looked_in_after_the_register_was_read_again(qapp):
    parent = QObject()
    within = Within({lane: [line(1, title="eerst")] for lane in Lane}, parent)
    assert within.found(Lane.OURS, ("eerst",))
    within.begin({lane: [line(2, title="later")] for lane in Lane})
    assert not within.found(Lane.OURS, ("eerst",))
    assert [each.title for each in within.found(Lane.OURS, ("later",))] == ["later"]
