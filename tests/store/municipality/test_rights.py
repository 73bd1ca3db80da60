"""What a login may, tried in SQL by hand; never as owner and never as superuser."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from textwrap import indent
from time import monotonic, sleep

import psycopg
import pytest

from beraad.publishing.meeting import meet
from beraad.records import Id
from beraad.signals.events import event, header_mark, mark_of, new_device
from beraad.signals.payload import dumped
from beraad.store.municipality.layout import NO_LOOSE_OBJECTS, prepare
from beraad.store.municipality.place import place_of
from beraad.store.municipality.server import _row
from beraad.store.register import Register
from tests.steps import SIGNAL
from tests.store.support import ROOT
from tools.postgres import PASSWORD

APPEND = "SELECT beraad.append(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
WRITING = (
    "INSERT INTO beraad.event SELECT * FROM beraad.event",
    "UPDATE beraad.event SET kind = 'x'",
    "DELETE FROM beraad.event",
    "TRUNCATE beraad.event CASCADE",
    "INSERT INTO beraad.payload SELECT * FROM beraad.payload",
    "UPDATE beraad.payload SET payload = 'x'",
    "DELETE FROM beraad.payload",
    "INSERT INTO beraad.laptop VALUES ('delfland', repeat('a', 32), session_user)",
    "UPDATE beraad.laptop SET login = session_user",
    "DELETE FROM beraad.laptop",
    "UPDATE beraad.layout SET version = 0",
    "UPDATE beraad.member SET org = 'elders'",
    "ALTER TABLE beraad.event DISABLE ROW LEVEL SECURITY",
    "DROP POLICY reading ON beraad.event",
    "DROP TABLE beraad.payload",
    "CREATE TABLE beraad.mine (x int)",
    "CREATE FUNCTION beraad.my_org(x int) RETURNS text LANGUAGE sql AS 'SELECT ''elders'''",
    "SET ROLE beraad_eigenaar",
    "SET SESSION AUTHORIZATION postgres",
    "SELECT beraad.wipe()",
    "SELECT beraad.known_to('x')",
    "SELECT beraad.said('{}')",
    "COPY beraad.event TO PROGRAM 'true'",
    "CREATE TEMPORARY TABLE mine (x int)",
    "CREATE TABLE public.mine (x int)",
    "CREATE SCHEMA mine",
)
READING = (
    "SELECT beraad.append(repeat('a', 32), 1, 'x', 'y', '{}', '', repeat('b', 32), 'c', NULL)",
    "SELECT beraad.empty(ARRAY['x'])",
    "SELECT beraad.hold(true)",
    "SELECT beraad.wipe_again()",
    "SELECT * FROM beraad.member",
    "INSERT INTO beraad.member VALUES ('gast', 'delfland')",
    "DELETE FROM beraad.member",
)


ODD_LISTS = (
    [None],
    ["a" * 32, None],
    [["a" * 32], ["b" * 32]],
    ["a" * 32 + "," + "b" * 32],
)
"""What a list of marks in a database can be beside a list of marks."""


def with_seen(seen):
    """The row of an event that names these; its mark fits."""
    named = ",".join(
        each
        for some in seen
        for each in (some if isinstance(some, list) else [some])
        if each is not None
    )
    made = event(
        device=new_device(), seq=1, prev="", kind="x", entity="y", seen=(named,), payload="{}"
    )
    told = list(_row(made))
    told[4] = seen
    return told


@pytest.fixture
def filled(database, tmp_path):
    """A register with one signal of Delfland."""
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        register.put(SIGNAL)
    meet(path, place_of(database.url(database.login("een"))), PASSWORD)
    return database


def session(database, login):
    return psycopg.connect(database.url(login), password=PASSWORD, autocommit=True)


def everything(database):
    with database.admin() as connection:
        return [
            connection.execute(f"SELECT * FROM beraad.{table} ORDER BY 1, 2").fetchall()  # noqa: S608 - our own names
            for table in ("laptop", "event", "payload")
        ]


@pytest.mark.parametrize("role", ["beraad_lezen", "beraad_antwoorden", "beraad_beheren"])
def test_no_role_writes_but_by_adding(filled, role):
    login = filled.login("twee", role=role)
    before = everything(filled)
    refused = WRITING + (READING if role == "beraad_lezen" else ())
    with session(filled, login) as connection:
        for statement in refused:
            with pytest.raises(psycopg.errors.Error) as error:
                connection.execute(statement)
            assert error.value.sqlstate in {"42501", "0A000", "42P17"}, statement
        assert connection.execute("SELECT count(*) FROM beraad.event").fetchone() == (1,)

    assert everything(filled) == before


@pytest.mark.parametrize("role", ["beraad_lezen", "beraad_antwoorden", "beraad_beheren"])
def test_another_municipality_sees_nothing_and_nobody_sees_nothing(filled, role):
    for org in ("westland", ""):
        login = filled.login(f"elders{org}", org=org, role=role)
        with session(filled, login) as connection:
            for table in ("laptop", "event", "payload"):
                assert connection.execute(f"SELECT * FROM beraad.{table}").fetchall() == []  # noqa: S608 - our own names


def test_a_laptop_writes_no_rows_of_another_and_changes_no_mark(filled):
    theirs = everything(filled)[1][0]
    login = filled.login("twee")
    device = new_device()
    sound = event(device=device, seq=1, prev="", kind="x", entity="y", seen=(), payload="{}")
    told = list(_row(sound))

    def refused(position, value):
        row = [*told[:position], value, *told[position + 1 :]]
        with pytest.raises(psycopg.errors.Error) as error:
            connection.execute(APPEND, row)
        return error.value.sqlstate

    next_of_theirs = event(
        device=theirs[1], seq=2, prev=theirs[8], kind="x", entity="y", seen=(), payload="{}"
    )
    with session(filled, login) as connection:
        with pytest.raises(psycopg.errors.Error) as error:
            connection.execute(APPEND, _row(next_of_theirs))
        assert error.value.sqlstate == "BR002"
        assert refused(1, 2) == "BR001"
        assert refused(2, "z") == refused(6, "b" * 32) == refused(8, "{ }") == "BR004"
        assert connection.execute(APPEND, told).fetchone() == (True,)
        assert connection.execute(APPEND, told).fetchone() == (False,)


def told_step(words, *seen, step="stap", seq=1):
    return event(
        device=new_device(),
        seq=seq,
        prev="",
        kind="step",
        entity=SIGNAL.id,
        seen=seen,
        payload=dumped({"id": step, "words": words, "zout": new_device()}),
    )


def test_a_step_is_emptied_only_where_the_chain_has_it_in_other_words(filled):
    first = told_step("het eerste")
    harmless = {
        "another step, of who knew it": told_step("iets anders", first.mark, step="andere"),
        "that step, of who did not know it": told_step("en weer anders"),
        "the same words": told_step("het eerste", first.mark),
        "no step": replace(told_step("x"), payload="[", payload_mark=mark_of("[")),
    }
    three = filled.login("drie")
    asked = ("SELECT beraad.empty(%s)", ([first.mark],))
    with session(filled, filled.login("twee")) as two:
        two.execute(APPEND, _row(first))
    with session(filled, three) as connection:
        for what, each in harmless.items():
            sound = replace(each, mark=header_mark(each))
            connection.execute(APPEND, _row(sound))
            assert connection.execute(*asked).fetchone() == (0,), what
        between = told_step("een stap ertussen", first.mark, step="ertussen")
        otherwise = told_step("in andere woorden", between.mark)
        for each in (between, otherwise):
            connection.execute(APPEND, _row(each))
    with session(filled, filled.login("vier")) as another:
        assert another.execute(*asked).fetchone() == (1,)
        assert another.execute(*asked).fetchone() == (0,)

    words = "\n".join(said for (said,) in words_about(filled, SIGNAL.id))
    assert words.count("het eerste") == 1, "the same words of another laptop stay"
    noted = (
        "SELECT login, kind, mark FROM beraad.erasing JOIN beraad.event USING (org, device, seq)"
    )
    with session(filled, filled.login("beheer", role="beraad_beheren")) as connection:
        assert connection.execute(noted).fetchall() == [(three, "step", first.mark)]


def test_who_manages_adds_and_removes_logins_of_the_own_municipality_only(filled):
    manager = filled.login("beheer", role="beraad_beheren")
    filled.login("elders", org="westland")
    new, newer = filled.login("nieuw", org=""), filled.login("nieuwer", org="")
    with session(filled, manager) as connection:
        seen = {org for _, org in connection.execute("SELECT * FROM beraad.member")}
        assert seen == {"delfland"}
        connection.execute("INSERT INTO beraad.member VALUES (%s, 'delfland')", (new,))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("INSERT INTO beraad.member VALUES (%s, 'westland')", (newer,))
        assert (
            connection.execute("DELETE FROM beraad.member WHERE login = %s", (new,)).rowcount == 1
        )
        assert connection.execute("DELETE FROM beraad.member").rowcount == 2


@pytest.mark.parametrize("seen", ODD_LISTS)
def test_a_list_of_marks_is_nothing_else(filled, seen):
    with session(filled, filled.login("twee")) as connection:
        with pytest.raises(psycopg.errors.CheckViolation):
            connection.execute(APPEND, with_seen(seen))
        for sound in ([], ["a" * 32], ["a" * 32, "b" * 32]):
            assert connection.execute(APPEND, with_seen(sound)).fetchone() == (True,)


def test_who_manages_takes_in_no_login_that_is_not_a_laptop(filled):
    manager = filled.login("beheer", role="beraad_beheren")
    laptop = filled.login("los", org="")
    stranger = filled.login("vreemd", org="", role="")
    with session(filled, manager) as connection:
        for name in ("nog_niet_gemaakt", "postgres", "beraad_lezen", filled.owner, stranger):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("INSERT INTO beraad.member VALUES (%s, 'delfland')", (name,))
        connection.execute("INSERT INTO beraad.member VALUES (%s, 'delfland')", (laptop,))


def test_who_manages_sees_which_login_erased_and_nobody_changes_that(filled, tmp_path):
    login = filled.login("twee")
    path = tmp_path / "twee.sqlite"
    meet(path, place_of(filled.url(login)), PASSWORD)
    with Register.open(path) as register:
        register.remove(SIGNAL.id)
    meet(path, place_of(filled.url(login)), PASSWORD)

    asked = "SELECT login, entity FROM beraad.erasing JOIN beraad.event USING (org, device, seq)"
    with session(filled, filled.login("beheer", role="beraad_beheren")) as connection:
        assert connection.execute(asked).fetchall() == [(login, SIGNAL.id)]
        for change in ("DELETE FROM beraad.erasing", "UPDATE beraad.erasing SET login = 'x'"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(change)
    elsewhere = filled.login("elders", org="westland", role="beraad_beheren")
    with session(filled, elsewhere) as connection:
        assert connection.execute(asked).fetchall() == []
    with session(filled, login) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(asked)


def wait_until(holds):
    until = monotonic() + 20
    while not holds():
        assert monotonic() < until
        sleep(0.01)


def waits_for_a_lock(database):
    with database.admin() as connection:
        asked = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return connection.execute(asked).fetchone() != (0,)


def words_about(database, entity):
    with database.admin() as connection:
        return connection.execute(
            "SELECT payload FROM beraad.payload JOIN beraad.event USING (org, device, seq)"
            " WHERE entity = %s",
            (entity,),
        ).fetchall()


def first_row(kind, payload):
    made = event(
        device=new_device(), seq=1, prev="", kind=kind, entity=SIGNAL.id, seen=(), payload=payload
    )
    return _row(made)


@pytest.mark.parametrize("first", ["step", "erased"])
def test_erasing_and_writing_in_two_open_transactions_leave_no_word(filled, first):
    rows = {"step": first_row("step", '{"how":"x"}'), "erased": first_row("erased", "{}")}
    second = "erased" if first == "step" else "step"
    with (
        session(filled, filled.login("twee")) as one,
        session(filled, filled.login("drie")) as two,
        ThreadPoolExecutor() as beside,
    ):
        with one.transaction():
            one.execute(APPEND, rows[first])
            other = beside.submit(two.execute, APPEND, rows[second])
            wait_until(lambda: other.done() or waits_for_a_lock(filled))
        assert other.result(timeout=20).fetchone() == (True,)

    assert words_about(filled, SIGNAL.id) == []


@pytest.mark.parametrize("isolation", ["REPEATABLE READ", "SERIALIZABLE"])
def test_nobody_writes_from_a_picture_of_before_an_erasing(filled, isolation):
    with session(filled, filled.login("twee")) as one, session(filled, filled.login("drie")) as two:
        one.execute(f"BEGIN ISOLATION LEVEL {isolation}")
        assert one.execute("SELECT count(*) FROM beraad.event").fetchone() == (1,)
        two.execute(APPEND, first_row("erased", "{}"))
        with pytest.raises(psycopg.errors.Error) as error:
            one.execute(APPEND, first_row("step", '{"how":"x"}'))
    assert error.value.sqlstate == "BR005"
    assert words_about(filled, SIGNAL.id) == []


def test_a_server_that_prefers_another_isolation_is_no_trouble(filled, tmp_path):
    with filled.admin() as connection:
        connection.execute(
            f"ALTER DATABASE {filled.name} SET default_transaction_isolation = 'serializable'"
        )
    path = tmp_path / "twee.sqlite"
    with Register.open(path) as register:
        register.put(replace(SIGNAL, id=Id("ander")))
    assert meet(path, place_of(filled.url(filled.login("twee"))), PASSWORD).sent == 1


def test_words_of_an_erased_signal_that_stayed_go_at_any_meeting(filled, tmp_path):
    place = place_of(filled.url(filled.login("twee")))
    with filled.admin() as connection:
        connection.execute("ALTER TABLE beraad.payload DISABLE TRIGGER keep_out")
    with session(filled, filled.login("drie")) as connection:
        connection.execute(APPEND, first_row("erased", "{}"))
        connection.execute(APPEND, first_row("step", '{"how":"x"}'))
    assert words_about(filled, SIGNAL.id) != []

    meet(tmp_path / "twee.sqlite", place, PASSWORD)
    assert words_about(filled, SIGNAL.id) == []


def test_what_the_guide_says_keeps_loose_objects_out_and_init_sees_it(filled):
    guide = (ROOT / "docs" / "gemeente.md").read_text(encoding="utf-8")
    assert indent(NO_LOOSE_OBJECTS, "    ") in guide
    place = place_of(filled.url())
    ways = ("SELECT lo_create(0)", "SELECT lo_creat(-1)", "SELECT lo_from_bytea(0, 'x')")
    ways += tuple(
        f"SELECT pg_logical_emit_message(false, 'x', 'een naam'{kind})" for kind in ("", "::bytea")
    )
    with session(filled, filled.login("lezer", role="beraad_lezen")) as connection:
        for way in (ways[0], *ways[-2:]):
            connection.execute(way)
        assert prepare(place, PASSWORD).loose
        with filled.admin() as superuser:
            superuser.execute(NO_LOOSE_OBJECTS)
        assert not prepare(place, PASSWORD).loose
        for way in (*ways, "SELECT lo_import('/etc/hostname')"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(way)
