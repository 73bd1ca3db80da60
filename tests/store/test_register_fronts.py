"""What is seen first of each lane is the same as of a register that was read whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import SignalLine, StepKind
from beraad.signals.lanes import front_of, in_lanes
from beraad.store import register_lines
from beraad.store.line_rows import SELECT, lines_of, row_of
from beraad.store.register_lines import at_a_glance, fronts, fronts_of
from tests.signals.support import line
from tools.invented.many_signals import make

some_day = st.integers(0, 3).map(lambda more: date(2026, 3, 2) + timedelta(days=more))
days = st.none() | some_day
lines = st.builds(
    line,
    st.integers(0, 10_000),
    on=some_day,
    owed=st.sampled_from((None, *StepKind)),
    since=days,
    by=days,
    told_on=days,
)


@given(signals=st.lists(lines, max_size=12, unique_by=lambda each: each.id), most=st.integers(1, 4))
def test_a_front_has_the_order_the_number_and_the_oldest_of_the_whole_lane(signals, most):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE signals ({', '.join(map(_quoted, SignalLine._fields))})")
        places = ", ".join(f":{name}" for name in SignalLine._fields)
        connection.executemany(
            f"INSERT INTO signals VALUES ({places})",  # noqa: S608 - our own names
            map(row_of, signals),
        )

        found = dict(register_lines._fronts(connection, most))

        whole = in_lanes(lines_of(connection.execute(SELECT)))
        assert found == {lane: front_of(inside, most) for lane, inside in whole.items()}


def _quoted(name):
    return f'"{name}"'


@pytest.mark.parametrize("outdated", [False, True])
@pytest.mark.parametrize("most", [3, 1000])
def test_the_fronts_of_a_register_are_those_of_all_its_signals(tmp_path, most, outdated):
    path = tmp_path / "register.sqlite"
    make(path, 60)
    if outdated:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE own SET derived_by = 0")

    found = fronts(path, most)

    assert found == fronts_of(at_a_glance(path), most)
    assert sum(front.total for front in found.lanes.values()) == 60
    assert found.are_whole is (most == 1000)


def test_only_the_fronts_are_read(tmp_path, monkeypatch):
    path = tmp_path / "register.sqlite"
    make(path, 60)
    made, real = [], register_lines.lines_of

    def counted(rows):
        made.extend(real(rows))
        return real(rows)

    monkeypatch.setattr(register_lines, "lines_of", lambda rows: counted(list(rows)))
    fronts(path, 3)

    assert 0 < len(made) <= 9


def test_without_a_register_no_lane_has_a_front_and_none_is_made(tmp_path):
    found = fronts(tmp_path / "register.sqlite", 3)

    assert found.are_whole
    assert [front.total for front in found.lanes.values()] == [0, 0, 0]
    assert list(tmp_path.iterdir()) == []
