"""`beraad overzicht`: documents for beleid, of whole half-years."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from beraad.cli import main
from beraad.phases.dates import full_date
from beraad.signals.small_numbers import half_year
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.builders import filled_session
from tests.publishing.test_overviewing import signal


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "beraden"
    prepare(folder)
    with Register.open(register_path(folder, practice=False)) as register:
        for number in range(6):
            register.put(signal(number))
    return folder


def asked(home, out, *more):
    return main(["overzicht", "--uit", str(out), "--sessions", str(home), *more])


def test_it_writes_every_document_and_says_what_was_counted(home, tmp_path, capsys):
    out = tmp_path / "uit"

    assert asked(home, out, "--van", "2026-02-03", "--tot", "2026-04-01") == 0

    said = capsys.readouterr().out
    assert "Geteld per halfjaar: 1 januari 2026 tot en met 30 juni 2026." in said
    assert "Geteld: ten minste 6 beraden van 3 teams" in said
    assert sorted(path.name for path in out.iterdir()) == [
        f"{name} 2026-01 tot 2026-06.{form}"
        for name, forms in (("beleidsbrief", ("md", "odt", "pdf")),)
        for form in forms
    ] + [f"overzicht 2026-01 tot 2026-06.{form}" for form in ("csv", "md", "odt", "pdf")]


def test_nothing_is_overwritten(home, tmp_path):
    out = tmp_path / "uit"

    for _ in range(2):
        assert asked(home, out, "--van", "2026-01-01") == 0

    assert len(list(out.iterdir())) == 14


def test_a_first_day_after_the_last_is_refused(home, tmp_path, capsys):
    days = ("--van", "2026-06-01", "--tot", "2026-01-01")
    assert asked(home, tmp_path / "uit", *days) == 1
    assert "--van ligt na de dag bij --tot" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("option", ["--van", "--tot"])
def test_a_period_that_has_to_come_is_told(home, tmp_path, capsys, option):
    with SessionFile.create(home / "een.beraad", filled_session()):
        pass
    assert asked(home, tmp_path / "uit", option, "2130-02-01") == 1

    said = capsys.readouterr()
    assert "moet nog komen: zij begint op 1 januari 2130" in said.err
    assert "Geteld" not in said.out
    assert not (tmp_path / "uit").exists()


def test_a_period_ends_with_the_half_year_of_today(home, tmp_path, capsys):
    assert asked(home, tmp_path / "uit", "--van", "2026-01-01", "--tot", "2130-01-01") == 0

    last = half_year(datetime.now(UTC).astimezone().date()).last
    assert f"1 januari 2026 tot en met {full_date(last)}" in capsys.readouterr().out


def test_a_period_without_any_of_the_beraden_that_there_are_is_empty(home, tmp_path, capsys):
    with SessionFile.create(home / "een.beraad", filled_session()):
        pass
    assert asked(home, tmp_path / "uit", "--van", "2020-01-01") == 1

    assert "niets te tellen, of nog te weinig" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_an_empty_period_is_told_and_writes_nothing(home, tmp_path, capsys):
    assert asked(home, tmp_path / "uit", "--van", "2020-01-01") == 1

    assert "niets te tellen" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_what_is_no_day_is_refused(home, tmp_path, capsys):
    with pytest.raises(SystemExit):
        asked(home, tmp_path, "--van", "gisteren")

    assert "2026-01-01" in capsys.readouterr().err
