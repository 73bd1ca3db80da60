"""Earlier signals that look like the one that is being written."""

from __future__ import annotations

from dataclasses import replace

from beraad.records import Id, SignalContent
from beraad.signals.likeness import alike_signals
from beraad.signals.lines import line_of
from tests.signals.test_fold import SIGNAL


def line(name, **content):
    return line_of(replace(SIGNAL, id=Id(name), content=SignalContent(**content)))


LINES = (
    line("zelfde", bottleneck="Wachttijd zonder inkomen."),
    line("woorden", bottleneck="Loket", what="Jongeren wachten weken op bijstand."),
    line("anders", bottleneck="Tolk", what="Een tolk komt pas na een week."),
)


def found(**content):
    return [(each.line.id, each.why) for each in alike_signals(SignalContent(**content), LINES)]


def test_the_same_knelpunt_comes_first_however_it_was_typed():
    told = found(
        bottleneck="wachttijd ZONDER inkomen", what="Jongeren zitten weken zonder bijstand."
    )

    assert told[0] == ("zelfde", "zelfde knelpunt")
    assert told[1] == ("woorden", "zelfde woorden: bijstand, jongeren")
    assert len(told) == 2


def test_one_word_alike_is_no_likeness_and_nothing_is_like_nothing():
    assert found(what="Een bijstand.") == []
    assert found() == []


def test_a_signal_is_not_like_itself_and_nobody_waits_for_what_is_unwanted():
    content = SignalContent(bottleneck="Wachttijd zonder inkomen")

    assert alike_signals(content, LINES, but=Id("zelfde")) == ()
    assert alike_signals(content, LINES, unwanted=lambda: True) == ()
