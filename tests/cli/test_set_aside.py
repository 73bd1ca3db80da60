"""What was set aside beside a file is told, by whichever command opens it first."""

from __future__ import annotations

import pytest

from beraad.cli import main
from beraad.publishing.registering import lessons_in, signals_in
from beraad.store.log import log_of
from beraad.store.places import prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.builders import filled_session


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BERAAD_SESSIONS", str(tmp_path))
    prepare(tmp_path)
    return tmp_path


@pytest.fixture
def beraad(folder):
    session = filled_session()
    path = session_path(folder, session)
    SessionFile.create(path, session).close()
    return path


@pytest.fixture
def register(folder):
    path = register_path(folder, practice=False)
    Register.open(path).close()
    return path


def leave_a_log(path):
    log_of(path).write_bytes(b"geen logboek van ons" * 100)


def told(capsys):
    said = capsys.readouterr().err
    assert "een logboek dat niet te lezen is" in said
    assert ".log-" in said


@pytest.mark.parametrize(
    "command",
    [
        ("tijden", "{beraad}"),
        ("verslag", "{beraad}", "--vorm", "md", "--uit", "{out}"),
        ("formulieren", "{beraad}", "--welke", "rondekaart", "--naar", "{out}"),
        ("controleer", "{text}", "--beraad", "{beraad}"),
    ],
    ids=lambda command: command[0],
)
def test_a_command_about_a_beraad_says_it(command, beraad, capsys, tmp_path):
    text = tmp_path / "brief.txt"
    text.write_text("Een gewone tekst.", encoding="utf-8")
    leave_a_log(beraad)

    main([part.format(beraad=beraad, out=tmp_path / "uit", text=text) for part in command])

    told(capsys)


@pytest.mark.parametrize("command", [("signalen", "--uit", "{out}"), ("lessen",)])
def test_a_command_about_the_register_says_it(command, folder, register, capsys, tmp_path):
    leave_a_log(register)

    main([part.format(out=tmp_path / "signalen.json") for part in command])

    told(capsys)


@pytest.mark.parametrize("read", [signals_in, lessons_in])
def test_a_screen_that_reads_the_register_is_told_once(read, register):
    heard = []
    leave_a_log(register)

    read(register, tell=heard.append)
    read(register, tell=heard.append)

    (problem,) = heard
    assert register.name in problem.happened
