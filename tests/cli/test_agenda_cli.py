from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from beraad.editing.looking_back import with_kept
from beraad.publishing.agenda import NoAgendaOfOurs, agenda_of, told_days, write_agenda
from beraad.records import Kept, OpenAgreement, Setting
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.earlier import TODAY, beraad, keep, signals
from tests.report.test_agenda import NOW, parsed
from tests.steps import SIGNAL, passed_on


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    prepare(home)
    return home


def run(capsys, *said):
    from beraad.cli import main

    code = main(list(map(str, said)))
    return code, capsys.readouterr()


def soon(session):
    """Looked back on in the week to come, whatever day it is."""
    day = datetime.now(UTC).date() + timedelta(days=7)
    agreements = tuple(replace(one, look_back=day) for one in session.agreements)
    return replace(session, agreements=agreements)


def test_the_command_writes_a_calendar_and_may_write_it_again(folder, tmp_path, capsys):
    keep(folder, soon(beraad()))
    target = tmp_path / "agenda.ics"

    code, said = run(capsys, "agenda", "--uit", target, "--sessions", folder)
    assert (code, "1 dag" in said.out) == (0, True)
    first = parsed(target.read_bytes())
    run(capsys, "agenda", "--uit", target, "--sessions", folder)
    again = parsed(target.read_bytes())

    assert [each["SUMMARY"] for each in first] == [
        "Terugkijken: Noodpakket klaarleggen (Team Jongeren)"
    ]
    assert [each["UID"] for each in first] == [each["UID"] for each in again]


def test_another_file_is_never_overwritten(folder, tmp_path, capsys):
    target = tmp_path / "agenda.ics"
    target.write_text("BEGIN:VCALENDAR van iemand anders")

    code, said = run(capsys, "agenda", "--uit", target, "--sessions", folder)

    assert (code, "geen agenda die Beraad maakte" in said.err) == (1, True)
    assert target.read_text() == "BEGIN:VCALENDAR van iemand anders"
    with pytest.raises(NoAgendaOfOurs):
        write_agenda((), target, now=NOW)


def test_a_name_that_is_no_calendar_is_refused(folder, tmp_path, capsys):
    with pytest.raises(SystemExit):
        run(capsys, "agenda", "--uit", tmp_path / "agenda.txt", "--sessions", folder)


def test_signals_stand_beside_agreements_and_what_ended_is_gone(folder):
    first = beraad(days_ago=60, what=("Bellen", "Schrijven"))
    keep(folder, first)
    bell = first.agreements[0]
    about = OpenAgreement(id=bell.id, what="Bellen", agreed_on=first.opening.held_on)
    keep(folder, with_kept(beraad(days_ago=1, what=()), about, Kept.DONE))
    signals(folder, replace(SIGNAL, steps=(passed_on(),)))

    days, unread = agenda_of(folder, today=TODAY)

    assert {one.title for one in days} == {
        "Terugkijken: Schrijven (Team Jongeren)",
        "Antwoord op signaal: Wachttijd (Team Jongeren)",
    }
    assert unread == 0


def test_of_two_teams_each_is_named_also_while_something_is_undecided(folder):
    for team in ("Team Jongeren", "Team Noord"):
        keep(folder, beraad(team=team, what=("De schuld van 1234 euro bespreken",)))
    keep(folder, beraad(team="Team van Roos Zandstra", what=("De schuld van 1234 euro bespreken",)))

    days, _ = agenda_of(folder, today=TODAY)

    assert sorted(one.title for one in days) == [
        "Terugkijken op een afspraak (Team Jongeren)",
        "Terugkijken op een afspraak (Team Noord)",
        "Terugkijken op een afspraak (Team van [persoon])",
    ]
    assert not any("Zandstra" in f"{one.title}{one.told}" for one in days)


def test_what_is_late_is_in_it_and_told(folder, tmp_path, capsys):
    long_ago = date(2026, 1, 5)
    step = passed_on(long_ago, due=date(2026, 2, 3))
    signals(folder, replace(SIGNAL, week="2026-W01", registered_on=long_ago, steps=(step,)))
    target = tmp_path / "agenda.ics"

    _, said = run(capsys, "agenda", "--uit", target, "--sessions", folder)
    (event,) = parsed(target.read_bytes())

    assert "(1 dag: 1 over tijd, het langst sinds 3 februari 2026)" in said.out
    assert event["SUMMARY"].startswith("Over tijd: Antwoord op signaal: Wachttijd")


def test_nothing_to_put_in_a_calendar_is_told(folder, tmp_path, capsys):
    _, said = run(capsys, "agenda", "--uit", tmp_path / "agenda.ics", "--sessions", folder)

    assert "er is nu niets om in je agenda te zetten" in said.out


def test_what_is_due_today_is_told(folder):
    signals(folder, replace(SIGNAL, steps=(passed_on(due=TODAY),)))
    days, _ = agenda_of(folder, today=TODAY)

    assert told_days(days, TODAY) == "1 dag: 1 vandaag"


def test_oefeningen_and_what_cannot_be_read_are_left_out(folder):
    practice = beraad(what=("Oefenen",))
    practice = replace(practice, opening=replace(practice.opening, setting=Setting.PRACTICE))
    SessionFile.create(folder / "beraad-2026-W40-oefening1.beraad", practice).close()
    (folder / "beraad-2026-W01-kapot.beraad").write_bytes(b"kapot" * 200)

    assert agenda_of(folder, today=TODAY) == ((), 1)


def test_reading_the_register_writes_nothing_into_it(folder):
    signals(folder, replace(SIGNAL, steps=(passed_on(),)))
    path = register_path(folder, practice=False)
    with Register.open(path) as register:
        before = register.signals()

    agenda_of(folder, today=TODAY)

    with Register.open(path) as register:
        assert register.signals() == before


def test_of_an_oefenregister_nothing_comes_into_a_calendar(folder, tmp_path, capsys):
    home, target = tmp_path / "oefenen", tmp_path / "agenda.ics"
    run(capsys, "oefenregister", home)

    code, said = run(capsys, "agenda", "--uit", target, "--sessions", home)

    assert (code, "Dit is een oefenregister" in said.err) == (1, True)
    assert not target.exists()
