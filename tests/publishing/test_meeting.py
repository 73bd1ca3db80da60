"""Laptops that meet by way of a server come to the same register, whatever happened to them."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest

from beraad.errors import Solvable
from beraad.publishing.exchanging import receive, send
from beraad.publishing.meeting import Part, meet
from beraad.publishing.stepping import known, reworded, taken
from beraad.records import Id, SignalContent, StepKind
from beraad.signals.life import Lane
from beraad.signals.lines import lane_of_line
from beraad.store.municipality.place import place_of
from beraad.store.municipality.server import Server
from beraad.store.register import Register
from beraad.store.register_lines import wordless
from tests.steps import SIGNAL, a_step, passed_on
from tools.gateway import Gateway, certified
from tools.postgres import PASSWORD

MARKER = "zwaluwstaartmerk"


class Laptop:
    def __init__(self, home: Path, database, login: str) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.path = home / "register.sqlite"
        self.place = place_of(database.url(login))

    def put(self, *signals):
        with Register.open(self.path) as register:
            register.put(*signals)

    def meet(self, **how):
        return meet(self.path, self.place, PASSWORD, **how)

    def all(self):
        with Register.open(self.path) as register:
            return register.signals(), register.lines()

    @property
    def device(self):
        with Register.open(self.path) as register:
            return register.device


@pytest.fixture
def one(tmp_path, database):
    return Laptop(tmp_path / "een", database, database.login("een"))


@pytest.fixture
def other(tmp_path, database):
    return Laptop(tmp_path / "ander", database, database.login("ander"))


def dump(database):
    """Every word in the database, as a backup has it."""
    with database.admin() as connection:
        tables = [
            connection.execute(f"SELECT t::text FROM beraad.{table} t").fetchall()  # noqa: S608
            for table in ("layout", "member", "laptop", "event", "payload")
        ]
    return "\n".join(said for rows in tables for (said,) in rows)


def test_an_answer_of_another_department_comes_back_to_the_team_that_asked(one, other):
    one.put(replace(SIGNAL, steps=(passed_on(),)))
    assert one.meet().sent == 2
    assert other.meet().new == 2
    taken(SIGNAL.id, a_step(StepKind.ANSWERED), other.path)
    other.meet()
    assert one.meet().new == 1

    (line,) = one.all()[1]
    assert lane_of_line(line) is Lane.OURS
    assert one.all() == other.all()
    assert one.meet() == other.meet()
    assert one.meet().sent == one.meet().new == 0


def test_what_both_changed_at_once_stands_side_by_side(one, other):
    one.put(SIGNAL)
    one.meet()
    other.meet()
    for laptop, text in ((one, "van een"), (other, "van ander")):
        laptop.put(replace(SIGNAL, content=SignalContent(what=text)))
    for laptop in (one, other, one):
        laptop.meet()

    assert {each.content.what for each in known(SIGNAL.id, one.path).versions} == {
        "van een",
        "van ander",
    }
    assert one.all() == other.all()


def test_what_was_erased_is_erased_everywhere_and_a_late_laptop_brings_nothing_back(
    one, other, tmp_path, database
):
    late = Laptop(tmp_path / "laat", database, database.login("laat"))
    one.put(replace(SIGNAL, team=MARKER))
    for laptop in (one, other, late):
        laptop.meet()
    taken(SIGNAL.id, passed_on(words=f"Het {MARKER} later."), late.path)
    with Register.open(other.path) as register:
        register.remove(SIGNAL.id)
    other.meet()
    assert MARKER not in dump(database)

    for laptop in (late, one, other):
        laptop.meet()

    assert MARKER not in dump(database)
    for laptop in (one, other, late):
        assert laptop.all() == ((), ())
        assert MARKER.encode() not in laptop.path.read_bytes()
    with database.admin() as connection:
        assert connection.execute("SELECT count(*) FROM beraad.event").fetchone() == (3,)


def test_a_step_of_another_put_in_other_words_loses_the_first_everywhere(one, other, database):
    step = a_step(StepKind.ANSWERED, words=f"Het {MARKER} blijft.")
    one.put(replace(SIGNAL, steps=(passed_on(), step)))
    one.meet()
    other.meet()
    reworded(SIGNAL.id, replace(step, words="Ja."), other.path)
    other.meet()
    assert MARKER not in dump(database)
    one.meet()

    assert one.all() == other.all()
    assert [each.words for each in one.all()[0][0].steps][-1] == "Ja."
    for laptop in (one, other):
        assert MARKER.encode() not in laptop.path.read_bytes()


def test_a_step_of_another_put_in_other_words_loses_the_first_by_a_folder_too(one, other, tmp_path):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    step = a_step(StepKind.ANSWERED, words=f"Het {MARKER} blijft.")
    one.put(replace(SIGNAL, steps=(passed_on(), step)))
    send(one.path, shared)
    receive(other.path, shared)
    reworded(SIGNAL.id, replace(step, words="Ja."), other.path)
    send(other.path, shared)
    receive(one.path, shared)
    send(one.path, shared)

    assert one.all() == other.all()
    assert all(MARKER.encode() not in each.read_bytes() for each in shared.iterdir())


@pytest.mark.parametrize("same_login", [True, False])
@pytest.mark.parametrize("copy_first", [True, False])
def test_a_copied_laptop_goes_on_as_another_and_no_word_is_lost(
    one, other, tmp_path, database, same_login, copy_first
):
    one.put(SIGNAL)
    one.meet()
    login = one.place.login if same_login else database.login("kopie")
    copy = Laptop(tmp_path / "kopie", database, login)
    shutil.copy(one.path, copy.path)
    assert copy.device == one.device
    for laptop, words in ((one, "van hier"), (copy, "van de kopie")):
        steps = tuple(passed_on(words=f"{words}, {when}") for when in ("eerst", "daarna", "later"))
        laptop.put(replace(SIGNAL, steps=steps))
    for laptop in (copy, one) if copy_first else (one, copy):
        laptop.meet()
    for laptop in (one, copy, other):
        assert laptop.meet().problems == ()

    assert copy.device != one.device
    assert one.all() == copy.all() == other.all()
    steps = one.all()[0][0].steps
    assert len(steps) == 6
    assert one.meet().sent == copy.meet().sent == 0


def test_a_copy_that_is_there_a_moment_before_is_no_trouble(one, tmp_path, database, monkeypatch):
    one.put(SIGNAL)
    one.meet()
    copy = Laptop(tmp_path / "kopie", database, one.place.login)
    shutil.copy(one.path, copy.path)
    for laptop, words in ((one, "van hier"), (copy, "van de kopie")):
        taken(SIGNAL.id, passed_on(words=words), laptop.path)
    real, first = Server.send, [True]

    def send_after_the_copy(self, events, **how):
        if first.pop() if first else False:
            copy.meet()
        return real(self, events, **how)

    monkeypatch.setattr(Server, "send", send_after_the_copy)
    met = one.meet()
    copy.meet()

    assert met.is_another
    assert met.problems == ()
    assert {each.words for each in one.all()[0][0].steps} == {"van hier", "van de kopie"}
    assert one.all() == copy.all()


def test_a_laptop_put_back_gets_back_what_it_handed_on_and_keeps_what_it_wrote_since(
    one, other, tmp_path
):
    one.put(SIGNAL)
    one.meet()
    shutil.copy(one.path, tmp_path / "reservekopie")
    taken(SIGNAL.id, passed_on(words="doorgegeven"), one.path)
    one.meet()
    shutil.copy(tmp_path / "reservekopie", one.path)
    taken(SIGNAL.id, passed_on(words="daarna"), one.path)
    before = one.device

    met = one.meet()
    other.meet()

    assert met.is_another
    assert "kan weg zijn" in met.sentence
    assert "reservekopieën" in met.sentence
    assert "niets verloren" not in met.sentence
    assert one.device != before
    assert {each.words for each in one.all()[0][0].steps} == {"doorgegeven", "daarna"}
    assert one.all() == other.all()


def test_what_a_copy_brings_in_counts_and_what_was_only_written_anew_does_not(
    one, other, tmp_path, database
):
    one.put(SIGNAL)
    one.meet()
    copy = Laptop(tmp_path / "kopie", database, one.place.login)
    shutil.copy(one.path, copy.path)
    for laptop, words in ((one, "van hier"), (copy, "van de kopie")):
        taken(SIGNAL.id, passed_on(words=words), laptop.path)
    one.meet()
    assert other.meet().new == 2
    met = copy.meet()

    assert (met.new, met.sent, met.is_another) == (1, 1, True)
    assert other.meet().new == 1


def test_what_two_erased_at_once_is_no_change_for_either(one, other):
    one.put(SIGNAL)
    one.meet()
    other.meet()
    for laptop in (one, other):
        with Register.open(laptop.path) as register:
            register.remove(SIGNAL.id)
    one.meet()
    met = other.meet()

    assert (met.new, met.erased) == (0, 0)
    assert "gewist" not in met.sentence


def set_aside(database, device):
    """Set the lines of a laptop aside, as who manages does."""
    manager = database.login("beheer", role="beraad_beheren")
    with psycopg.connect(database.url(manager), password=PASSWORD) as session:
        session.execute("SELECT beraad.set_aside(%s, 1)", (device,))


def test_what_was_set_aside_and_written_anew_is_no_change_for_who_had_it(one, other, database):
    one.put(SIGNAL)
    with Register.open(one.path) as register:
        register.remove(SIGNAL.id)
    one.put(replace(SIGNAL, id=Id("later")))
    one.meet()
    other.meet()
    set_aside(database, one.device)
    one.meet()
    met = other.meet()

    assert (met.new, met.erased) == (0, 0)


def test_a_laptop_put_back_is_told_so_also_when_lines_were_set_aside_once(one, tmp_path, database):
    one.put(SIGNAL)
    one.meet()
    set_aside(database, one.device)
    assert one.meet().set_aside
    shutil.copy(one.path, tmp_path / "reservekopie")
    taken(SIGNAL.id, passed_on(words="doorgegeven"), one.path)
    one.meet()
    shutil.copy(tmp_path / "reservekopie", one.path)
    taken(SIGNAL.id, passed_on(words="daarna"), one.path)

    met = one.meet()

    assert met.is_another
    assert not met.set_aside
    assert "kan weg zijn" in met.sentence
    assert {each.words for each in one.all()[0][0].steps} == {"doorgegeven", "daarna"}


def test_another_login_is_told_so_also_when_lines_were_set_aside_once(one, database):
    one.put(SIGNAL)
    one.meet()
    set_aside(database, one.device)
    one.meet()
    one.put(replace(SIGNAL, id=Id("later")))
    one.place = place_of(database.url(database.login("nieuw")))

    met = one.meet()

    assert met.another_login
    assert not met.set_aside
    assert met.problems == ()


def test_lines_of_an_earlier_identity_that_were_set_aside_are_told(one, database):
    one.put(SIGNAL)
    one.meet()
    was = one.device
    one.place = place_of(database.url(database.login("nieuw")))
    assert one.meet().another_login
    set_aside(database, was)

    met = one.meet()

    assert met.set_aside
    assert not met.another_login
    assert not one.meet().is_another


def test_words_that_went_from_the_server_are_counted_and_come_back_with_it(one, other, database):
    step = a_step(StepKind.ANSWERED, words=f"Het {MARKER} blijft.")
    one.put(replace(SIGNAL, steps=(passed_on(), step)), replace(SIGNAL, id=Id("gewist")))
    with Register.open(one.path) as register:
        register.remove(Id("gewist"))
        register.reword(SIGNAL.id, replace(step, words="Ja."))
    one.meet()
    with database.admin() as connection:
        kept = connection.execute("SELECT * FROM beraad.payload").fetchall()
        connection.execute("DELETE FROM beraad.payload")
    assert other.meet().new == 6
    assert other.all() == ((), ())
    assert wordless(other.path) == 1
    assert other.meet().new == 0

    with database.admin() as connection:
        for row in kept:
            connection.execute("INSERT INTO beraad.payload VALUES (%s, %s, %s, %s)", row)
    assert other.meet().new == 3
    assert wordless(other.path) == 0
    assert other.all() == one.all()
    assert other.meet().new == 0
    assert wordless(one.path) == 0


def test_a_meeting_with_nothing_new_opens_the_register_once(one, monkeypatch):
    one.put(SIGNAL)
    one.meet()
    opened, real = [], Register.open

    def counted(*arguments, **how):
        opened.append(arguments)
        return real(*arguments, **how)

    monkeypatch.setattr(Register, "open", counted)
    one.meet()

    assert len(opened) == 1


def test_words_that_are_not_those_of_the_row_are_not_taken_in(one, other, database):
    one.put(SIGNAL)
    one.meet()
    with database.admin() as connection:
        kept = connection.execute("SELECT device, seq, org FROM beraad.payload").fetchone()
        connection.execute("DELETE FROM beraad.payload")
    other.meet()
    with database.admin() as connection:
        said = "INSERT INTO beraad.payload (device, seq, org, payload) VALUES (%s, %s, %s, '{}')"
        connection.execute(said, kept)

    assert other.meet().new == 0
    assert other.all() == ((), ())


def test_copies_that_parted_in_a_folder_come_together_on_a_server(one, other, tmp_path, database):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    one.put(SIGNAL)
    send(one.path, shared)
    copy = Laptop(tmp_path / "kopie", database, database.login("kopie"))
    shutil.copy(one.path, copy.path)
    for laptop, words in ((one, "van hier"), (copy, "van de kopie")):
        taken(SIGNAL.id, passed_on(words=words), laptop.path)
        send(laptop.path, shared)
    for laptop in (one, copy, one, copy, other, one, copy, other):
        laptop.meet()
    for laptop in (one, copy, other):
        receive(laptop.path, shared)

    assert {each.words for each in other.all()[0][0].steps} == {"van hier", "van de kopie"}
    assert one.all() == copy.all() == other.all()
    assert [laptop.meet().sent for laptop in (one, copy, other)] == [0, 0, 0]


def test_a_step_that_nobody_read_does_not_cross_and_what_others_wrote_comes_in(
    one, other, database
):
    step = a_step(StepKind.ANSWERED, words="Mevrouw Jansen belt 06-12345678.")
    one.put(replace(SIGNAL, steps=(passed_on(), step)))
    other.put(replace(SIGNAL, id=Id("twee")))
    other.meet()

    met = one.meet()
    (problem,) = met.problems
    assert (met.sent, met.new) == (0, 1)
    assert "Signalen" in problem.way_out
    assert "Jansen" not in str(problem)
    assert "Jansen" not in dump(database)

    reworded(SIGNAL.id, replace(step, words="Een inwoner belt."), one.path)
    assert one.meet().problems == ()
    other.meet()
    assert one.all() == other.all()
    assert "Jansen" not in dump(database)


def test_a_login_that_only_reads_takes_in_and_is_told_what_stays(one, tmp_path, database):
    one.put(SIGNAL)
    one.meet()
    reader = Laptop(tmp_path / "lezer", database, database.login("lezer", role="beraad_lezen"))
    reader.put(replace(SIGNAL, id=Id("eigen")))

    met = reader.meet()

    assert met.new == 1
    assert "1 wijziging" in met.problems[0].happened
    assert len(reader.all()[0]) == 2


def test_a_laptop_that_comes_with_a_login_that_only_reads_stays_who_it_is(one, database):
    one.put(SIGNAL)
    one.meet()
    was, writing = one.device, one.place
    one.place = place_of(database.url(database.login("lezer", role="beraad_lezen")))
    assert "kopie" not in one.meet().sentence
    one.put(replace(SIGNAL, id=Id("later")))
    met = one.meet()

    assert one.device == was
    assert not met.is_another
    assert "1 wijziging" in met.problems[0].happened
    one.place = writing
    assert one.meet().sent == 1
    assert one.device == was


def test_a_laptop_with_another_login_is_told_so_and_not_that_it_is_a_copy(one, other, database):
    one.put(SIGNAL)
    one.meet()
    one.put(replace(SIGNAL, id=Id("later")))
    one.place = place_of(database.url(database.login("nieuw")))
    met = one.meet()

    assert "onder een nieuw kenmerk" in met.sentence
    assert "kopie" not in met.sentence
    assert met.problems == ()
    assert "nieuw kenmerk" not in one.meet().sentence
    other.meet()
    assert one.all() == other.all()


def test_another_municipality_gets_nothing(one, tmp_path, database):
    one.put(replace(SIGNAL, team=MARKER))
    one.meet()
    stranger = Laptop(tmp_path / "vreemd", database, database.login("vreemd", org="westland"))

    assert stranger.meet().new == 0
    assert stranger.all() == ((), ())


def test_what_is_made_to_practise_with_meets_nobody_and_makes_no_register_one(one, other, database):
    with Register.open(one.path) as register:
        register.begin_practice(date(2026, 11, 18))
    with pytest.raises(Solvable, match="oefenen"):
        one.meet()
    with Register.open(one.path) as register:
        (made,) = register.own_events()
    with Server.open(one.place, PASSWORD) as server:
        assert server.send([made]) == 1

    met = other.meet()

    assert "oefenregister" in met.problems[0].happened
    with Register.open(other.path) as register:
        assert register.practice_since() is None


def test_a_row_that_was_tampered_with_is_told_and_the_others_are_taken_in(
    one, other, tmp_path, database
):
    third = Laptop(tmp_path / "derde", database, database.login("derde"))
    one.put(SIGNAL)
    other.put(replace(SIGNAL, id=Id("twee")))
    one.meet()
    other.meet()
    with database.admin() as connection:
        connection.execute(
            "UPDATE beraad.payload SET payload = replace(payload, 'Wachttijd', 'Wachttyd')"
            " WHERE device = %s",
            (one.device,),
        )

    met = third.meet()

    assert met.new == 1
    (problem,) = met.problems
    assert one.device[:8] in problem.happened
    assert "de inhoud is veranderd" in problem.happened
    assert "Wacht" not in str(problem)
    assert [each.id for each in third.all()[0]] == ["twee"]


def test_what_is_wrong_in_one_way_is_told_once_and_can_be_set_aside(one, other, tmp_path, database):
    third = Laptop(tmp_path / "derde", database, database.login("derde"))
    one.put(SIGNAL)
    one.meet()
    one.put(replace(SIGNAL, id=Id("later")), replace(SIGNAL, id=Id("laatst")))
    other.put(replace(SIGNAL, id=Id("twee")))
    for laptop in (one, other):
        laptop.meet()
    with database.admin() as connection:
        connection.execute(
            "UPDATE beraad.payload SET payload = replace(payload, 'Wachttijd', 'Wachttyd')"
            " WHERE (device, seq) IN ((%s, 2), (%s, 1))",
            (one.device, other.device),
        )
    (problem,) = third.meet().problems
    assert f"laptop {one.device[:8]} vanaf regel 2" in problem.happened
    assert f"laptop {other.device[:8]} vanaf regel 1" in problem.happened
    manager = database.login("beheer", role="beraad_beheren")
    for device, seq, rows in ((one.device[:8], 2, 2), (other.device, 1, 1)):
        with psycopg.connect(database.url(manager), password=PASSWORD) as session:
            asked = session.execute("SELECT beraad.set_aside(%s, %s)", (device, seq))
            assert asked.fetchone() == (rows,)
    met = third.meet()
    assert (met.problems, met.new) == ((), 0)

    for laptop in (one, other):
        was = laptop.device
        met = laptop.meet()
        assert met.problems == ()
        assert met.set_aside
        assert not met.another_login
        assert "zette regels van deze laptop opzij" in met.sentence
        assert laptop.device != was
        assert laptop.meet().sent == 0
    one.meet()
    assert third.meet().problems == ()
    assert one.all() == other.all() == third.all()
    assert {each.id for each in third.all()[0]} == {SIGNAL.id, "later", "laatst", "twee"}


def test_only_who_manages_sets_aside_and_only_what_is_there(one, database):
    one.put(SIGNAL)
    one.meet()
    manager = database.login("beheer", role="beraad_beheren")
    elsewhere = database.login("elders", org="westland", role="beraad_beheren")
    for login, device, seq, code in (
        (one.place.login, one.device, 1, "42501"),
        (elsewhere, one.device, 1, "BR006"),
        (manager, one.device, 2, "BR006"),
        (manager, one.device[:7], 1, "BR006"),
    ):
        with psycopg.connect(database.url(login), password=PASSWORD) as session:
            with pytest.raises(psycopg.Error) as error:
                session.execute("SELECT beraad.set_aside(%s, %s)", (device, seq))
            assert error.value.sqlstate == code


def test_stopping_keeps_what_was_taken_in_and_it_goes_on_there(one, other, monkeypatch):
    monkeypatch.setattr("beraad.publishing.meeting.AT_ONCE", 10)
    one.put(*(replace(SIGNAL, id=Id(f"nummer-{number}")) for number in range(35)))
    one.meet()
    told: list[tuple[Part, int, int]] = []

    met = other.meet(tell=lambda *how: told.append(how), unwanted=lambda: len(told) > 2)

    assert met is None
    assert len(other.all()[0]) == 20
    assert other.meet().new == 15
    assert one.all() == other.all()
    assert told == [(Part.TAKEN_IN, done, 35) for done in (0, 10, 20)]


MANY = tuple(replace(SIGNAL, id=Id(f"nummer-{number}")) for number in range(35))


def rows_on(database):
    with database.admin() as connection:
        return connection.execute("SELECT count(*) FROM beraad.event").fetchone()[0]


def test_how_far_it_is_is_told_of_every_part(one, monkeypatch):
    monkeypatch.setattr("beraad.store.municipality.server.SENT_AT_ONCE", 10)
    one.put(*MANY[:25])
    told: list[tuple[Part, int, int]] = []
    one.meet(tell=lambda *how: told.append(how))

    assert told[:25] == [(Part.READ, done, 25) for done in range(25)]
    assert told[25:] == [(Part.SENT, done, 25) for done in (0, 10, 20, 25)]


@pytest.mark.parametrize("part", [Part.READ, Part.SENT])
def test_stopping_while_handing_on_hands_on_nothing_and_the_next_time_all(
    one, database, monkeypatch, part
):
    monkeypatch.setattr("beraad.store.municipality.server.SENT_AT_ONCE", 10)
    one.put(*MANY)
    told: list[tuple[Part, int, int]] = []

    met = one.meet(
        tell=lambda *how: told.append(how),
        unwanted=lambda: (part, 10, 35) in told,
    )

    assert met is None
    assert told[-1] == (part, 10, 35)
    assert rows_on(database) == 0
    assert one.meet().sent == 35


@pytest.mark.parametrize("enough", [8_000, 14_000])
def test_a_server_cut_off_half_way_through_sending_has_nothing_and_the_next_time_all(
    one, database, monkeypatch, enough
):
    monkeypatch.setattr("beraad.store.municipality.server.SENT_AT_ONCE", 5)
    one.put(*MANY)
    told: list[tuple[Part, int, int]] = []
    with Gateway(database.server.port, enough_up=enough) as gateway:
        through = replace(one.place, port=gateway.port)
        with pytest.raises(Solvable, match="viel weg"):
            meet(one.path, through, PASSWORD, tell=lambda *how: told.append(how))

    part, done, total = told[-1]
    assert part is Part.SENT
    assert 0 < done < total
    assert rows_on(database) == 0
    assert one.meet().sent == 35


@contextmanager
def a_server_that_lets_wait(database, who):
    """Nobody who reads or only who writes gets an answer, until what this gives is called."""
    mode = "ACCESS EXCLUSIVE" if who == "reads" else "EXCLUSIVE"
    with database.admin() as holding:
        holding.execute("BEGIN")
        holding.execute(f"LOCK TABLE beraad.laptop IN {mode} MODE")

        def goes_on():
            holding.execute("ROLLBACK")

        yield goes_on
        with suppress(psycopg.Error):
            goes_on()


def waits(database):
    with database.admin() as connection:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        return connection.execute(asked).fetchone() != (0,)


@pytest.mark.parametrize("who", ["reads", "writes"])
def test_the_register_is_free_while_a_meeting_waits_for_a_slow_server(one, other, database, who):
    one.put(SIGNAL)
    other.put(*MANY)
    other.meet()
    with ThreadPoolExecutor(1) as beside, a_server_that_lets_wait(database, who) as goes_on:
        meeting = beside.submit(one.meet)
        while not waits(database):
            assert not meeting.done()
        with Register.open(one.path, patience=0) as register:
            register.put(replace(SIGNAL, steps=(passed_on(),)))
        goes_on()
        met = meeting.result()

    assert met.problems == ()
    one.meet()
    other.meet()
    assert one.all() == other.all()
    assert len(one.all()[0]) == 36


@pytest.mark.parametrize("who", ["reads", "writes"])
def test_nobody_waits_for_a_slow_server_after_stopping(one, database, monkeypatch, who):
    for limit in ("_PATIENCE", "_LONGEST"):
        monkeypatch.setattr(f"beraad.store.municipality.connecting.{limit}", 1_000)
    one.put(SIGNAL)
    stopped: list[bool] = []
    with ThreadPoolExecutor(1) as beside, a_server_that_lets_wait(database, who):
        meeting = beside.submit(lambda: one.meet(unwanted=lambda: bool(stopped)))
        while not waits(database):
            assert not meeting.done()
        stopped.append(True)

        assert meeting.result() is None
    assert one.meet().sent == 1


@pytest.mark.parametrize("moment", ["branches", "send", "count"])
def test_another_window_that_meets_in_the_midst_of_it_is_no_trouble(
    one, other, monkeypatch, moment
):
    one.put(*MANY[:3])
    other.put(*MANY[3:5])
    other.meet()
    real, first = getattr(Server, moment), [True]

    def after_the_other_window(*arguments, **how):
        if first.pop() if first else False:
            one.meet()
        return real(*arguments, **how)

    monkeypatch.setattr(Server, moment, after_the_other_window)
    met = one.meet()
    other.meet()

    assert met.problems == ()
    assert not met.is_another
    assert one.all() == other.all()
    assert len(one.all()[0]) == 5


WRONG = {
    "password": "login of het wachtwoord",
    "login": "login of het wachtwoord",
    "database": "geen database met deze naam",
    "port": "niet te bereiken",
}
"""What is wrong of the way in, and what it is called."""


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_let_in_is_told_without_its_words(one, wrong):
    one.put(SIGNAL)
    places = {
        "password": one.place,
        "login": replace(one.place, login="niemand"),
        "database": replace(one.place, database="bestaatniet"),
        "port": replace(one.place, port=1),
    }
    with pytest.raises(Solvable, match=WRONG[wrong]) as told:
        meet(one.path, places[wrong], PASSWORD if wrong == "database" else "verkeerd-geheim")

    assert "verkeerd-geheim" not in str(told.value)
    assert "FATAL" not in str(told.value)
    assert told.value.way_out
    assert len(one.all()[0]) == 1


def elsewhere(laptop, gateway, certificate):
    """The server as one of another machine; libpq is told where that name is."""
    return replace(
        laptop.place,
        host="register.gemeente.test",
        port=gateway.port,
        certificate=certificate,
    )


def test_a_server_elsewhere_proves_who_it_is(one, database, tmp_path, monkeypatch):
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")
    one.put(replace(SIGNAL, team=MARKER))
    tls, certificate = certified(tmp_path, "register.gemeente.test")
    with Gateway(database.server.port, tls=tls) as gateway:
        assert meet(one.path, elsewhere(one, gateway, certificate), PASSWORD).sent == 1


def test_a_server_here_proves_who_it_is_when_a_certificate_is_given(one, database, tmp_path):
    tls, certificate = certified(tmp_path, "localhost")
    (tmp_path / "anders").mkdir()
    _, another = certified(tmp_path / "anders", "localhost")
    with Gateway(database.server.port, tls=tls) as gateway:
        here = replace(one.place, host="localhost", port=gateway.port, certificate=certificate)
        assert meet(one.path, here, PASSWORD) is not None
        with pytest.raises(Solvable, match="login of het wachtwoord"):
            meet(one.path, replace(here, certificate=None), "verkeerd-geheim")
        with pytest.raises(Solvable, match="niet ondertekend"):
            meet(one.path, replace(here, certificate=another), PASSWORD)
    with pytest.raises(Solvable, match="geen versleutelde verbinding"):
        meet(one.path, replace(one.place, host="localhost", certificate=certificate), PASSWORD)


NOT_PROVED = {
    "another name": "staat niet op de naam register.gemeente.test",
    "not trusted": "niet ondertekend door iemand die deze computer vertrouwt",
    "too old": "certificaat van de server is verlopen",
    "too young": "nog niet geldig",
    "no TLS at all": "geen versleutelde verbinding aan",
}
"""Why a server does not prove itself, and how each is told apart."""


@pytest.mark.parametrize("what", NOT_PROVED)
def test_a_server_elsewhere_that_proves_nothing_gets_nothing(
    one, database, tmp_path, monkeypatch, what
):
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")
    monkeypatch.setenv("PGSSLMODE", "disable")
    one.put(replace(SIGNAL, team=MARKER))
    name = "iemand.anders.test" if what == "another name" else "register.gemeente.test"
    days = {"too old": (-9, -1), "too young": (1, 9)}
    since, until = days.get(what, (-1, 30))
    tls, trusted = certified(tmp_path, name, since=since, until=until)
    if what == "not trusted":
        (tmp_path / "anders").mkdir()
        _, trusted = certified(tmp_path / "anders", name)
    with Gateway(database.server.port, tls=None if "TLS" in what else tls) as gateway:
        with pytest.raises(Solvable) as told:
            meet(one.path, elsewhere(one, gateway, trusted), PASSWORD)
        assert one.place.login.encode() not in gateway.seen_up
    assert NOT_PROVED[what] in told.value.happened
    assert "Er is niets verstuurd" in told.value.kept
    assert told.value.way_out
    others = [said for kind, said in NOT_PROVED.items() if kind != what]
    assert not any(said in str(told.value) for said in others)
    monkeypatch.delenv("PGHOSTADDR")
    assert MARKER not in dump(database)


def test_a_connection_that_falls_away_is_never_told_as_one_that_proves_nothing(
    one, database, tmp_path, monkeypatch
):
    """Also under TLS, where the library speaks of SSL whenever a server stops in the midst."""
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")
    one.put(*MANY)
    tls, certificate = certified(tmp_path, "register.gemeente.test")
    told: list[Solvable] = []
    for enough in range(0, 2_400, 150):
        with Gateway(database.server.port, tls=tls, enough_down=enough) as gateway:
            try:
                meet(one.path, elsewhere(one, gateway, certificate), PASSWORD)
            except Solvable as problem:
                told.append(problem)
    assert any("viel weg" in each.happened for each in told)
    for each in told:
        assert "certificaat" not in str(each)
        assert "niets verstuurd" not in each.kept


def test_a_server_that_is_stopped_at_once_is_told_as_one_that_fell_away(one, database):
    one.put(SIGNAL)
    stop = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s"

    def stopped(part, done, total):
        with database.admin() as superuser:
            superuser.execute(stop, (one.place.login,))

    with pytest.raises(Solvable, match="viel weg") as told:
        one.meet(tell=stopped)
    assert "niets verstuurd" not in told.value.kept
    assert one.meet().sent == 1


def test_too_many_connections_of_one_login_are_told(one, database):
    with database.admin() as superuser:
        superuser.execute(f"ALTER ROLE {one.place.login} CONNECTION LIMIT 0")
    with pytest.raises(Solvable, match="te veel verbindingen"):
        one.meet()


def test_a_server_elsewhere_that_wants_the_password_itself_does_not_get_it(
    one, database, tmp_path, monkeypatch
):
    asks_for_it = f"host {database.name} all 127.0.0.1/32 password\n"
    rules = database.server.home / "data" / "pg_hba.conf"
    rules.write_text(asks_for_it + rules.read_text("utf-8"), encoding="utf-8")
    with database.admin() as connection:
        read = connection.execute("SELECT pg_conf_load_time()").fetchone()
        connection.execute("SELECT pg_reload_conf()")
    while True:
        with database.admin() as connection:
            if connection.execute("SELECT pg_conf_load_time()").fetchone() != read:
                break
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")
    one.put(SIGNAL)
    tls, certificate = certified(tmp_path, "register.gemeente.test")
    with Gateway(database.server.port, tls=tls) as gateway:
        with pytest.raises(Solvable, match="niet veilig genoeg"):
            meet(one.path, elsewhere(one, gateway, certificate), "mijn-geheim")
        assert b"mijn-geheim" not in gateway.seen_up


@pytest.mark.parametrize(
    ("said", "told"),
    [(None, "cert.crt is niet te lezen: het is er niet"), (b"\xff\x30", "geen certificaat")],
)
def test_a_file_that_is_no_certificate_is_told_before_anything_is_asked(one, tmp_path, said, told):
    file = tmp_path / "cert.crt"
    if said is not None:
        file.write_bytes(said)
    one.put(SIGNAL)
    with pytest.raises(Solvable, match=told):
        meet(one.path, replace(one.place, certificate=file, host="register.gemeente.test"), "x")


def test_a_login_without_a_role_does_not_come_into_the_database(one, database):
    stranger = database.login("vreemd", org="", role="")
    with pytest.raises(Solvable, match="laat deze login niet toe"):
        meet(one.path, replace(one.place, login=stranger), PASSWORD)
