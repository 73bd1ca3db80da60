"""The calendar file, read by a parser of our own after RFC 5545."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.dates import full_date
from beraad.privacy.clean import admitted, clean
from beraad.records import Agreement, Id, KnownWord, StepKind, new_id
from beraad.report.agenda import Day, agreement_days, render_agenda, signal_day
from beraad.report.visible import visible
from tests.builders import HELD_ON, empty_session, settled
from tests.steps import DAY, SIGNAL, a_step, owes, passed_on

NOW = datetime(2026, 11, 18, 13, 5, 9, tzinfo=UTC)
LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^;:]+)*):(?P<value>.*)")


def parsed(data):
    """The events of a calendar; fails on whatever RFC 5545 forbids."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    raw = text.split("\r\n")[:-1]
    assert not any("\n" in line or "\r" in line for line in raw)
    assert all(len(line.encode()) <= 75 for line in raw)
    lines = []
    for line in raw:
        if line[:1] == " ":
            lines[-1] += line[1:]
        else:
            lines.append(line)
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found), lines
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events, now = [], None
    for each in found:
        match (each["name"], each["value"]):
            case ("BEGIN", "VEVENT"):
                now = {}
            case ("END", "VEVENT"):
                assert {"UID", "DTSTAMP", "DTSTART"} <= now.keys()
                events.append(now)
                now = None
            case (name, value) if now is not None:
                assert name not in now, name
                now[name] = value
                if name in {"DTSTART", "DTEND"}:
                    assert each["parameters"] == ";VALUE=DATE"
    assert now is None
    return events


def unescaped(value):
    signs = iter(value)
    return "".join(one if one != "\\" else after_backslash(next(signs)) for one in checked(signs))


def checked(signs):
    for sign in signs:
        assert sign not in ";,"
        yield sign


def after_backslash(sign):
    assert sign in "nN\\;,"
    return "\n" if sign in "nN" else sign


def day(uid="een", on=date(2026, 12, 1), **said):
    return Day(uid=uid, on=on, **({"title": "Terugkijken", "told": ""} | said))


texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('\\;,\n:"é🏳️‍🌈'), max_size=200
)


@given(st.lists(st.tuples(texts, texts, st.dates()), max_size=4))
def test_whatever_is_written_can_be_read_back(said):
    days = [
        day(uid=f"{n}@beraad", title=title, told=told, on=on)
        for n, (title, told, on) in enumerate(said)
    ]
    events = {each["UID"]: each for each in parsed(render_agenda(days, now=NOW))}

    assert events.keys() == {one.uid for one in days}
    for one in days:
        event = events[one.uid]
        shown = "\n".join(map(visible, one.title.splitlines()))
        assert unescaped(event["SUMMARY"]) == shown
        told = "\n".join(map(visible, one.told.splitlines()))
        assert unescaped(event.get("DESCRIPTION", "")) == told
        assert event["DTSTART"] == f"{one.on.year:04}{one.on.month:02}{one.on.day:02}"


def test_a_day_is_a_whole_day_and_takes_no_time():
    (event,) = parsed(render_agenda([day()], now=NOW))

    assert (event["DTSTART"], event["DTEND"]) == ("20261201", "20261202")
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["DTSTAMP"] == "20261118T130509Z"


def test_nothing_to_look_back_on_is_an_empty_calendar():
    assert parsed(render_agenda([], now=NOW)) == []


def with_agreements(*agreements, **changes):
    session = replace(empty_session(), agreements=agreements, **changes)
    return replace(session, opening=replace(session.opening, team="Team Jongeren"))


def agreement(what="Noodpakket klaarleggen", days=14, **said):
    values = {"id": new_id(), "what": what, "role": "klantmanager"}
    return Agreement(**(values | {"look_back": HELD_ON + timedelta(days=days)} | said))


def days_of(session, **asked):
    return tuple(agreement_days(clean(session), since=HELD_ON, **asked))


def test_agreements_are_looked_back_on_from_today_until_they_ended():
    past, done = agreement(days=-92), agreement("Gedaan")
    session = with_agreements(agreement(), past, done, agreement(look_back=None), agreement(" "))
    (one,) = days_of(session, ended={done.id})

    assert one.title == "Terugkijken: Noodpakket klaarleggen (Team Jongeren)"
    assert one.on == HELD_ON + timedelta(days=14)
    assert "Team: Team Jongeren" in one.told


def test_the_same_thing_is_the_same_day_of_a_calendar_also_when_it_moves():
    first = agreement()
    moved = replace(first, look_back=HELD_ON + timedelta(days=30), what="Anders")

    assert days_of(with_agreements(first))[0].uid == days_of(with_agreements(moved))[0].uid
    assert days_of(with_agreements(agreement()))[0].uid != days_of(with_agreements(first))[0].uid
    assert first.id not in days_of(with_agreements(first))[0].uid


def test_only_words_that_passed_the_gate_are_in_it():
    word = KnownWord(id=new_id(), word="zonnewende")
    session = with_agreements(agreement("De zonnewende bellen"), known_words=(word,))
    (one,) = days_of(session)

    assert "zonnewende" not in f"{one.title}{one.told}"
    assert "bellen" in one.title


def test_while_something_is_undecided_no_word_comes_along():
    session = with_agreements(agreement("De schuld van 1234 euro bespreken"))
    (one,) = days_of(session)

    assert clean(session).open_count
    assert (one.title, "Team Jongeren" in one.told) == ("Terugkijken op een afspraak", False)
    (decided,) = days_of(settled(session))
    assert "bespreken" in decided.title
    (named,) = days_of(session, names_team=True)
    assert named.title == "Terugkijken op een afspraak (Team Jongeren)"
    assert "1234" not in f"{named.title}{named.told}"


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        ((), "Signaal doorgeven: Wachttijd (Team Jongeren)"),
        ((passed_on(),), "Antwoord op signaal: Wachttijd (Team Jongeren)"),
        (
            (passed_on(), a_step(StepKind.ANSWERED)),
            "Team vertellen wat eruit kwam: Wachttijd (Team Jongeren)",
        ),
    ],
)
def test_a_signal_says_who_does_what(steps, title):
    signal = replace(SIGNAL, steps=steps)
    made = signal_day(admitted(signal), signal.id, owes(signal), DAY)

    assert made.title == title
    assert made.on == owes(signal).by
    assert "uiterlijk" in made.told
    assert made.uid == signal_day(admitted(SIGNAL), Id("een"), owes(SIGNAL), DAY).uid


def test_what_is_late_stands_on_today_and_says_since_when():
    session = with_agreements(agreement(days=-1), agreement("Bellen", days=0))
    late, now = days_of(session)

    assert (late.on, late.late_since) == (HELD_ON, HELD_ON - timedelta(days=1))
    assert late.title == "Over tijd: Terugkijken: Noodpakket klaarleggen (Team Jongeren)"
    assert late.told.startswith(f"Over tijd: de dag was {full_date(late.late_since)}.")
    assert (now.on, now.late_since) == (HELD_ON, None)

    signal = replace(SIGNAL, steps=(passed_on(),))
    by = owes(signal).by
    for today, is_late in ((by, False), (by + timedelta(days=3), True)):
        made = signal_day(admitted(signal), signal.id, owes(signal), today)
        assert (made.on, made.late_since is not None) == (today, is_late)


def test_what_is_late_longest_comes_first():
    days = [
        day("vandaag"),
        day("gisteren", late_since=date(2026, 11, 30), title="Over tijd: a"),
        day("lang", late_since=date(2026, 9, 1), title="Over tijd: b"),
        day("morgen", on=date(2026, 12, 2)),
    ]
    events = parsed(render_agenda(days, now=NOW))

    assert [each["UID"] for each in events] == ["lang", "gisteren", "vandaag", "morgen"]


def test_a_step_that_nobody_read_keeps_the_words_of_its_signal_out():
    steps = (passed_on(words="Bel Roos Zandstra op 06-12345678."),)
    signal = replace(SIGNAL, steps=steps)
    made = signal_day(admitted(signal), signal.id, owes(signal), DAY)

    assert made.title == "Antwoord op signaal"
    assert "Wachttijd" not in made.told
