from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tools.soak.shortening import shortened


@given(st.lists(st.integers(0, 40), max_size=60), st.sets(st.integers(0, 40), max_size=4))
def test_what_is_left_still_breaks_and_needs_every_step(steps, needed):
    def breaks(some):
        return needed <= set(some)

    if not breaks(steps):
        return
    left = shortened(steps, breaks=breaks)

    assert breaks(left)
    assert len(left) == max(len(needed), bool(steps))
    places = iter(steps)
    assert all(any(one == each for each in places) for one in left)


def test_it_stops_when_it_has_been_enough():
    asked = []

    def breaks(some):
        asked.append(len(some))
        return 7 in some

    left = shortened(range(1000), breaks=breaks, enough=lambda: len(asked) >= 5)

    assert 7 in left
    assert len(asked) <= 5
