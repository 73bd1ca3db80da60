"""Laptops of a municipality through whatever can happen; and faults on purpose are caught."""

from __future__ import annotations

import contextlib
from unittest.mock import patch

import pytest

from beraad.signals import fold as folding
from beraad.signals.chain import Tip
from beraad.signals.choosing import Choices
from beraad.store.municipality import layout
from beraad.store.municipality import server as serving
from beraad.store.municipality.server import Server
from beraad.store.register import Register
from tools.schedules.happenings import MOMENTS, Happening
from tools.schedules.playing import play_many
from tools.schedules.world import Broken, Ground, play

SEED = 20261128
NUMBER = 300
"""What costs a minute of one processor; `make schedules` plays as many as you like."""
BEFORE_A_FAULT_IS_FOUND = 250

OFTEN = (
    (("writes", 0, "a"), ("writes", 1, "a"), ("writes", 0, "b"), ("steps", 0, "a")),
    (
        *(("writes", 0, "a"), ("meets", 0, None), ("meets", 1, None), ("steps", 1, "a")),
        *(("erases", 0, "a"), ("meets", 0, None)),
    ),
    (
        *(("writes", 0, "a"), ("meets", 0, None), ("is_copied", 0, False)),
        *(("writes", 0, "b"), ("writes", 3, "b"), ("meets", 0, None)),
    ),
    (
        *(("writes", 0, "a"), ("steps", 0, "a"), ("steps", 0, "a"), ("meets", 0, None)),
        *(
            ("writes", 1, "b"),
            ("meets", 1, None),
            ("meets", 0, None),
            ("steps", 1, "b"),
            ("meets", 1, None),
        ),
    ),
    (
        *(("writes", 0, "a"), ("meets", 0, None), ("meets", 1, None), ("meets", 2, None)),
        *(("steps", 0, "a"), ("erases", 1, "a"), ("meets_in_the_midst_of", 1, 0)),
    ),
)
"""What happens everywhere: at once, erasing before a late laptop comes, a copy, going on, and
erasing while another writes."""


CLASH = (("answers_at_once", 0, ("a", 1)), ("meets", 2, None))
CHOICES = (
    (*CLASH, ("chooses", 0, 0), ("meets", 0, None), ("meets", 1, None)),
    (*CLASH, ("chooses", 0, 0), ("chooses", 1, 1)),
    (*CLASH, ("chooses", 0, 1), ("chooses", 1, 1), ("chooses", 2, 0)),
    (
        *(*CLASH, ("chooses", 0, 0), ("meets", 0, None), ("meets", 1, None)),
        *(("takes_a_choice_back", 1, None), ("meets", 1, None), ("meets", 2, None)),
        *(("chooses", 2, 1), ("meets", 2, None)),
    ),
    (
        *(*CLASH, ("chooses", 0, 0), ("meets", 0, None), ("meets", 1, None)),
        *(("takes_a_choice_back", 1, None), ("answers", 2, "a"), ("is_killed", 1, "after sending")),
        *(("is_copied", 0, True), ("takes_a_choice_back", 3, None), ("meets", 3, None)),
    ),
)
"""Choosing of two answers: alone, otherwise at once, taken back, and chosen again."""


@pytest.mark.parametrize("schedule", CHOICES)
def test_a_choice_between_answers_is_made_and_taken_back(ground, schedule):
    decided = play(ground, [Happening(*each) for each in schedule]).decided
    assert len(decided) >= sum(what == "chooses" for what, *_ in schedule)


def nothing_is_crossed():
    return patch.object(Choices, "crossed", frozenset())


def every_choice_is_crossed():
    def crossed(self):
        return frozenset(self._undoing)

    return patch.object(Choices, "crossed", property(crossed))


@pytest.mark.parametrize(
    ("fault", "at", "law"),
    [
        (nothing_is_crossed, 1, "choosing leaves an answer"),
        (every_choice_is_crossed, 0, "who knew everything has the last word"),
    ],
)
def test_a_fault_in_choosing_is_caught(ground, fault, at, law):
    with fault(), pytest.raises(Broken, match=law):
        play(ground, [Happening(*each) for each in CHOICES[at]])


def play_often(ground):
    for schedule in OFTEN:
        play(ground, [Happening(*each) for each in schedule])


def play_until_broken(ground):
    play_often(ground)
    play_many(ground, BEFORE_A_FAULT_IS_FOUND, SEED, shrink=False)


@pytest.fixture
def ground(database, tmp_path):
    return Ground.of(database, tmp_path)


@pytest.mark.timeout(600)
def test_whatever_happens_all_come_to_the_same(ground):
    play_often(ground)
    assert play_many(ground, NUMBER, SEED) >= NUMBER // 2


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_at_every_named_moment(ground, moment):
    before = [Happening("writes", who, "a") for who in (0, 1)]
    copied = [
        Happening("is_copied", 0, False),
        Happening("writes", 0, "a"),
        Happening("writes", 3, "a"),
        Happening("meets", 0, None),
    ]
    killed = [*before, Happening("meets", 1, None), *copied, Happening("is_killed", 3, moment)]

    assert play(ground, killed).killed == [moment]


def test_two_windows_on_the_same_files_that_meet_at_once(ground):
    both = Happening("meets_in_two_windows", 0)
    writing = [Happening("writes", 0, "a"), Happening("steps", 0, "a"), both]
    copied = [Happening("is_copied", 0, False), Happening("writes", 0, "b"), both]
    copy = [Happening("writes", 3, "b"), Happening("meets_in_two_windows", 3), both]
    play(ground, [*writing, *copied, *copy])


def test_laptops_that_meet_while_another_hands_on(ground):
    known = [*(Happening(*each) for each in OFTEN[1][:4]), Happening("meets", 2)]
    at_once = [
        *(Happening("steps", 1, "a"), Happening("writes", 1, "b"), Happening("erases", 2, "a")),
        *(Happening("meets_in_the_midst_of", 2, 1), Happening("writes", 0, "b")),
        *(Happening("erases", 0, "b"), Happening("meets_in_the_midst_of", 1, 0)),
    ]
    play(ground, [*known, *at_once])


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_server_that_is_cut_off_after_any_number_of_bytes(ground, way):
    writing = [Happening("writes", who, which) for who in (0, 1, 2) for which in "ab"]
    cutting = [Happening("is_cut_off", 1, (way, enough)) for enough in range(0, 6_000, 600)]
    play(ground, [*writing, Happening("meets", 0, None), Happening("meets", 2), *cutting])


def nobody_is_a_copy():
    real = Server.branches

    def branches(self, devices):
        known = tuple(devices)
        return {
            device: branch._replace(is_ours=True, tip=Tip(device, branch.tip.seq, ""))
            for device, branch in real(self, known).items()
        }

    return patch.object(Server, "branches", branches)


def what_has_no_place_is_dropped():
    real = Register.go_on_as_another

    def go_on(self, stranded):
        del stranded
        real(self, ())

    return patch.object(Register, "go_on_as_another", go_on)


def one_number_says_what_is_known():
    real = serving._columns

    def columns(known):
        tips = list(known)
        most = max((tip.seq for tip in tips), default=0)
        return real([tip._replace(seq=most) for tip in tips])

    def sql(name):
        said = layout.sql(name).replace(b"AND e.seq = h.seq AND e.mark = h.mark", b"")
        return said.replace(b"max(e.seq)", b"max(h.seq)")

    return patch.multiple(serving, _columns=columns, sql=sql)


def the_clock_decides():
    real = folding._Reading.versions

    def versions(self):
        return tuple(sorted(real(self), key=lambda each: each.registered_on))[-1:]

    return patch.object(folding._Reading, "versions", versions)


def in_sql(*statements):
    def planted(ground):
        with ground.database.admin() as connection:
            for each in statements:
                connection.execute(each)
        return contextlib.nullcontext()

    return planted


IN_PYTHON = {
    "nobody is a copy": nobody_is_a_copy,
    "what has no place is dropped": what_has_no_place_is_dropped,
    "one number says what is known": one_number_says_what_is_known,
    "the clock decides": the_clock_decides,
}
NOT_AGAIN = """CREATE OR REPLACE FUNCTION beraad.wipe_again() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT 0::bigint'"""
"""Without it what an erasing left goes at the next meeting, and no fault in it is seen at rest."""
NO_HOLD = """CREATE OR REPLACE FUNCTION beraad.hold(for_erasing boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS ''"""
IN_SQL = {
    "erasing leaves the words": in_sql("DROP TRIGGER wipe ON beraad.event", NOT_AGAIN),
    "what was erased comes back": in_sql("DROP TRIGGER keep_out ON beraad.payload", NOT_AGAIN),
    "who erases does not wait": in_sql(NO_HOLD, NOT_AGAIN),
    "everybody sees everything": in_sql(
        "DROP POLICY reading ON beraad.laptop",
        "CREATE POLICY reading ON beraad.laptop FOR SELECT TO beraad_lezen USING (true)",
        "DROP POLICY reading ON beraad.event",
        "CREATE POLICY reading ON beraad.event FOR SELECT TO beraad_lezen USING (true)",
    ),
}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("fault", [*IN_PYTHON, *IN_SQL])
def test_a_fault_on_purpose_is_caught(ground, fault):
    planted = IN_SQL[fault](ground) if fault in IN_SQL else IN_PYTHON[fault]()
    with planted, pytest.raises((Broken, AssertionError)):
        play_until_broken(ground)
