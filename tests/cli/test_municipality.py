"""The register of a municipality on the command line, as an administrator and a laptop use it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace

import psycopg
import pytest

from beraad.cli import main
from beraad.records import Id, StepKind
from beraad.store.municipality.secret import IN_ENVIRONMENT
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from tests.steps import SIGNAL, a_step, passed_on
from tests.store.support import ROOT
from tools.postgres import PASSWORD, running


@pytest.fixture
def password(monkeypatch):
    monkeypatch.setenv(IN_ENVIRONMENT, PASSWORD)


def a_folder(tmp_path, name, *signals):
    folder = tmp_path / name
    prepare(folder)
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(*signals)
    return folder


def signals_in(folder):
    with Register.open(register_path(folder, practice=False)) as register:
        return register.signals()


def test_an_administrator_follows_what_init_says(postgres, tmp_path, password, capsys):
    made = postgres.new_database()
    assert main(["register", "init", made.url()]) == 0
    assert main(["register", "init", made.url()]) == 0
    first, again = capsys.readouterr().out.split("Het register staat er al")
    assert "buiten de tabellen" in first
    assert "Het register is gemaakt" in first
    login = f"{made.name}_laptop_01"
    told = statements_in(again)
    with psycopg.connect(made.url(), password=PASSWORD, autocommit=True) as session:
        for statement in told:
            session.execute(statement.replace("laptop_01", login))
        session.execute(f"ALTER ROLE {login} PASSWORD '{PASSWORD}'")

    folder = a_folder(tmp_path, "een", SIGNAL)
    assert main(["register", "samen", made.url(login), "--sessions", str(folder)]) == 0
    assert "1 wijziging van ons" in capsys.readouterr().out


def statements_in(chapter):
    """The SQL that a chapter of the guide gives; what psql itself reads is left out."""
    one = r"^ {4,8}(DO \$\$$.*?^ {4,8}END \$\$;|[A-Z\\][^\n]+)$"
    told = re.findall(one, chapter, re.MULTILINE | re.DOTALL)
    return [each for each in told if not each.startswith("\\password")]


def between(text, begin, end):
    return text.partition(begin)[2].partition(end)[0]


def test_a_new_administrator_follows_the_guide_from_the_first_line_to_the_last(
    tmp_path, password, capsys
):
    guide = (ROOT / "docs" / "gemeente.md").read_text(encoding="utf-8")
    empty = between(guide, "**1. Een lege database**", "**2.")
    laptop = between(guide, "**4. Per laptop een login**", "**5.")
    gone = between(guide, "**Een laptop is weg.**", "**Een login is vervangen.**")
    leaving = between(guide, "4. **Ruim de database op**", "5. **En de database zelf**")
    _, _, last = guide.partition("5. **En de database zelf**")
    with running() as server:

        def do(chapter, database="beraad", user="beraad_dba"):
            connection = server.admin(database, user)
            for statement in statements_in(chapter):
                if statement.startswith("\\connect "):
                    connection.close()
                    connection = server.admin(statement.split()[1], user)
                    continue
                connection.execute(statement)
            connection.close()

        do(empty, database="postgres", user="postgres")
        with server.admin() as superuser:
            superuser.execute(f"ALTER ROLE beraad_dba PASSWORD '{PASSWORD}'")
        at = f"127.0.0.1:{server.port}/beraad"
        assert main(["register", "init", f"postgresql://beraad_dba@{at}"]) == 0
        assert "buiten de tabellen" not in capsys.readouterr().out
        for name in ("laptop_01", "laptop_02"):
            do(laptop.replace("laptop_01", name))
            with server.admin() as superuser:
                superuser.execute(f"ALTER ROLE {name} PASSWORD '{PASSWORD}'")
        folder = a_folder(tmp_path, "een", SIGNAL)
        meeting = ["register", "samen", f"postgresql://laptop_01@{at}", "--sessions", str(folder)]
        assert main(meeting) == 0
        assert "1 wijziging van ons" in capsys.readouterr().out
        for name in ("laptop_01", "laptop_02"):
            do("    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;\n", user=name)
        do(gone.replace("laptop_01", "laptop_02"))
        do(leaving)
        do(last, database="postgres", user="postgres")
        with server.admin() as superuser:
            left = "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_|^postgres$'"
            assert superuser.execute(left).fetchall() == []


def test_two_laptops_come_together(database, tmp_path, password, capsys):
    one, other = a_folder(tmp_path, "een", SIGNAL), tmp_path / "ander"
    for folder, login in ((one, database.login("een")), (other, database.login("ander"))):
        assert main(["register", "samen", database.url(login), "--sessions", str(folder)]) == 0

    assert "1 wijziging van anderen, 0 wijzigingen van ons" in capsys.readouterr().out
    assert signals_in(one) == signals_in(other) == (SIGNAL,)


def test_what_could_not_cross_is_told_and_the_rest_comes_in(database, tmp_path, password, capsys):
    step = a_step(StepKind.ANSWERED, words="Mevrouw Jansen belt 06-12345678.")
    one = a_folder(tmp_path, "een", replace(SIGNAL, steps=(passed_on(), step)))
    other = a_folder(tmp_path, "ander", replace(SIGNAL, id=Id("twee")))
    url = database.url(database.login("ander"))
    assert main(["register", "samen", url, "--sessions", str(other)]) == 0

    url = database.url(database.login("een"))
    assert main(["register", "samen", url, "--sessions", str(one)]) == 1

    told = capsys.readouterr()
    assert "1 wijziging van anderen" in told.out
    assert "Open het signaal bij Signalen" in told.err
    assert "Jansen" not in told.out + told.err
    assert len(signals_in(one)) == 2


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("postgresql://laptop:geheim@register.nl/beraad", "wachtwoord"),
        ("postgresql://laptop@register.nl/beraad?sslmode=disable", "meelezen"),
        ("/gedeeld/signalen", "geen adres"),
    ],
)
def test_an_address_that_will_not_do_is_told_and_asks_no_password(address, why, tmp_path, capsys):
    for way in ("samen", "init"):
        assert main(["register", way, address, "--sessions", str(tmp_path)]) == 1
        told = capsys.readouterr().err
        assert why in told
        assert "geheim" not in told


def test_without_a_terminal_nobody_is_asked_for_a_password(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv(IN_ENVIRONMENT, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    for way, kept in (("samen", "niets samengevoegd"), ("init", "niets gemaakt of veranderd")):
        asked = ["register", way, "postgresql://laptop@localhost/beraad"]
        assert main([*asked, "--sessions", str(tmp_path)]) == 1
        told = capsys.readouterr().err
        assert "Er is geen wachtwoord gegeven" in told
        assert IN_ENVIRONMENT in told
        assert kept in told


GUARDED = """
import socket, sys

def refused(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        print("VERBINDING", address, file=sys.stderr)
        raise OSError("no network in this test")
    return real(self, address)

real = socket.socket.connect
socket.socket.connect = refused
real_by_name = socket.getaddrinfo
def asked(*what, **how):
    print("VERBINDING", what, file=sys.stderr)
    return real_by_name(*what, **how)
socket.getaddrinfo = asked

from beraad.cli import main
code = main(sys.argv[1:])
print("GELADEN", *sorted(n for n in ("psycopg", "psycopg_binary", "beraad.store.municipality")
                         if n in sys.modules), file=sys.stderr)
sys.exit(code)
"""


def guarded(*arguments):
    command = [sys.executable, "-c", GUARDED, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_without_an_address_nothing_is_connected_and_nothing_of_it_loaded(tmp_path):
    done = guarded("demo", "--uit", tmp_path / "demo")

    assert done.returncode == 0, done.stderr
    assert "VERBINDING" not in done.stderr
    assert done.stderr.rstrip().endswith("GELADEN")


def test_a_folder_makes_no_connection_either(tmp_path):
    folder, shared = a_folder(tmp_path, "een", SIGNAL), tmp_path / "gedeeld"
    shared.mkdir()
    done = guarded("register", "uit", shared, "--sessions", folder)

    assert done.returncode == 0, done.stderr
    assert "VERBINDING" not in done.stderr
    assert "psycopg" not in done.stderr
