from __future__ import annotations

from datetime import time

import pytest

from beraad.phases.clock_time import clock_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", time(14, 30)),
        (" 9.05 ", time(9, 5)),
        ("14 uur", time(14)),
        ("9u", time(9)),
        ("14", time(14)),
        ("24:00", None),
        ("14:60", None),
        ("straks", None),
        ("14:3", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text, expected):
    assert clock_time(text) == expected
