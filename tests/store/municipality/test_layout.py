"""Making the register again is no trouble, older layouts are lifted, newer ones left alone."""

from __future__ import annotations

import psycopg
import pytest

from beraad.errors import Solvable
from beraad.publishing.meeting import meet
from beraad.store.municipality import layout
from beraad.store.municipality.layout import VERSION, prepare, steps
from beraad.store.municipality.place import place_of
from beraad.store.municipality.server import _row
from beraad.store.register import Register
from tests.steps import SIGNAL
from tests.store.municipality.test_rights import (
    APPEND,
    ODD_LISTS,
    first_row,
    with_seen,
    words_about,
)
from tools.postgres import PASSWORD, running


def test_who_makes_it_is_no_superuser_and_may_make_it_again(postgres):
    made = postgres.new_database()
    place = place_of(made.url())

    assert prepare(place, PASSWORD) == (0, VERSION, True)
    assert prepare(place, PASSWORD) == (VERSION, VERSION, True)
    with made.admin() as connection:
        rights = "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = ANY (%s)"
        names = [made.owner, "beraad_eigenaar", "beraad_beheren"]
        assert set(connection.execute(rights, (names,))) == {(False, False)}


def test_every_table_is_forced_to_keep_to_its_policies(database):
    with database.admin() as connection:
        tables = connection.execute(
            "SELECT relname, relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner)"
            " FROM pg_class WHERE relnamespace = 'beraad'::regnamespace AND relkind = 'r'"
        ).fetchall()

    assert len(tables) == 7
    assert {tuple(rest) for _, *rest in tables} == {(True, True, "beraad_eigenaar")}


def older(monkeypatch, database, version):
    """A database as the Beraad of that layout left it."""
    with monkeypatch.context() as earlier:
        earlier.setattr(layout, "VERSION", version)
        assert prepare(place_of(database.url()), PASSWORD)[1] == version


def test_an_older_layout_is_lifted_with_what_stands_in_it(postgres, monkeypatch, tmp_path):
    made = postgres.new_database()
    older(monkeypatch, made, 1)
    url = made.url(made.login("een"))
    place = place_of(url)
    path = tmp_path / "register.sqlite"
    with (
        Register.open(path) as register,
        psycopg.connect(url, password=PASSWORD, autocommit=True) as connection,
    ):
        register.put(SIGNAL)
        connection.execute(APPEND, _row(register.own_events()[-1]))
        register.remove(SIGNAL.id)
        connection.execute(APPEND, _row(register.own_events()[-1]))
    with made.admin() as connection:
        assert "Wachttijd" in connection.execute("SELECT payload FROM beraad.payload").fetchone()[0]

    with pytest.raises(Solvable, match="eerdere versie"):
        meet(path, place, PASSWORD)
    for version in range(2, VERSION):
        older(monkeypatch, made, version)
    assert prepare(place_of(made.url()), PASSWORD)[:2] == (VERSION - 1, VERSION)

    assert meet(path, place, PASSWORD).problems == ()
    with made.admin() as connection:
        assert connection.execute("SELECT count(*) FROM beraad.event").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM beraad.payload").fetchone() == (0,)


def test_lifting_takes_words_that_stayed_when_two_wrote_at_once(postgres, monkeypatch):
    made = postgres.new_database()
    older(monkeypatch, made, 3)
    with (
        psycopg.connect(made.url(made.login("een")), password=PASSWORD) as one,
        psycopg.connect(made.url(made.login("twee")), password=PASSWORD) as two,
    ):
        one.execute(APPEND, first_row("step", '{"how":"x"}'))
        two.execute(APPEND, first_row("erased", "{}"))
    assert words_about(made, SIGNAL.id) != []

    assert prepare(place_of(made.url()), PASSWORD)[:2] == (3, VERSION)
    assert words_about(made, SIGNAL.id) == []


@pytest.mark.parametrize("seen", ODD_LISTS)
def test_a_row_with_an_odd_list_from_before_stays_and_is_told(
    postgres, monkeypatch, tmp_path, seen
):
    made = postgres.new_database()
    older(monkeypatch, made, 2)
    login = made.login("een")
    odd = with_seen(seen)
    with psycopg.connect(made.url(login), password=PASSWORD, autocommit=True) as connection:
        connection.execute(APPEND, odd)

    assert prepare(place_of(made.url()), PASSWORD)[:2] == (2, VERSION)
    with made.admin() as connection:
        assert connection.execute("SELECT count(*) FROM beraad.event").fetchone() == (1,)
    met = meet(tmp_path / "register.sqlite", place_of(made.url(made.login("twee"))), PASSWORD)
    assert met.new == 0
    assert "“gezien” klopt niet" in str(met.problems)


def test_a_newer_layout_is_left_alone(database, tmp_path):
    place = place_of(database.url(database.login("een")))
    with database.admin() as connection:
        connection.execute("UPDATE beraad.layout SET version = 9999")

    with pytest.raises(Solvable, match="nieuwere versie"):
        meet(tmp_path / "register.sqlite", place, PASSWORD)
    with pytest.raises(Solvable, match="nieuwere versie"):
        prepare(place_of(database.url()), PASSWORD)


def test_a_step_that_fails_leaves_nothing(postgres, monkeypatch):
    made = postgres.new_database()
    real = steps()
    monkeypatch.setattr(layout, "steps", lambda: (real[0], "SELECT 1/0"))
    with pytest.raises(Exception, match="22012"):
        prepare(place_of(made.url()), PASSWORD)

    with made.admin() as connection:
        assert connection.execute("SELECT to_regclass('beraad.event')").fetchone() == (None,)


def test_a_database_without_a_register_is_told(postgres, tmp_path):
    made = postgres.new_database()
    with pytest.raises(Solvable, match="nog geen register"):
        meet(tmp_path / "register.sqlite", place_of(made.url()), PASSWORD)


def test_a_login_that_may_not_make_it_is_told(postgres):
    made = postgres.new_database()
    login = made.login("gast", org="", role="")
    with pytest.raises(Solvable) as told:
        prepare(place_of(made.url(login)), PASSWORD)
    assert told.value.kept == "Er is niets gemaakt of veranderd."
    assert "Geef als superuser" in told.value.way_out


def refused(made, login=""):
    with pytest.raises(Solvable) as told:
        prepare(place_of(made.url(login)), PASSWORD)
    assert told.value.kept == "Er is niets gemaakt of veranderd."
    with made.admin() as connection:
        assert connection.execute("SELECT to_regclass('beraad.event')").fetchone() == (None,)
    return f"{told.value.happened} {told.value.way_out}"


def test_what_an_administrator_has_to_do_first_is_told():
    with running() as server:
        made = server.new_database()
        with made.admin() as connection:
            connection.execute(f"ALTER ROLE {made.owner} NOCREATEROLE")
            assert "ALTER ROLE" in (said := refused(made))
            assert "CREATEROLE" in said
            connection.execute(f"ALTER ROLE {made.owner} CREATEROLE")
            connection.execute(f"ALTER DATABASE {made.name} OWNER TO postgres")
            assert "geen eigenaar" in refused(made)
            connection.execute(f"ALTER DATABASE {made.name} OWNER TO {made.owner}")
            connection.execute("CREATE SCHEMA beraad")
            assert "al een schema beraad, van postgres" in refused(made)
            connection.execute("DROP SCHEMA beraad")
        assert prepare(place_of(made.url()), PASSWORD)[1] == VERSION
        other = server.new_database()
        with other.admin() as connection:
            connection.execute(f"REVOKE beraad_eigenaar FROM {other.owner}")
            assert "WITH ADMIN OPTION" in refused(other)


@pytest.mark.parametrize(
    "theirs",
    [
        "CREATE TABLE zaken (x int)",
        "CREATE SCHEMA zaken",
        "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ],
)
def test_a_database_of_somebody_else_stays_open_to_them_unless_it_is_meant(postgres, theirs):
    made = postgres.new_database()
    with made.admin() as connection:
        connection.execute(theirs)
    assert "van een ander" in refused(made)
    open_to_all = "SELECT has_database_privilege('public', current_database(), 'CONNECT')"
    with made.admin() as connection:
        assert connection.execute(open_to_all).fetchone() == (True,)

    assert prepare(place_of(made.url()), PASSWORD, beside_others=True)[1] == VERSION
    assert prepare(place_of(made.url()), PASSWORD)[:2] == (VERSION, VERSION)


def test_an_extension_is_nobody_elses(postgres):
    made = postgres.new_database()
    with made.admin() as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS plpgsql")
    assert prepare(place_of(made.url()), PASSWORD)[1] == VERSION
