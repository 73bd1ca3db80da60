"""Nothing that stands in a file steers the terminal."""

from __future__ import annotations

import json
import os
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.cli import main
from beraad.cli.terminal import tamed
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from tests.builders import filled_session
from tests.store.support import rescue_only_in

STEERS = "\x1b[2J\x07\x9b31m\u202egnp"


@given(st.text())
def test_no_control_sign_is_left(text):
    shown = tamed(text)

    assert len(shown) == len(text)
    assert not [sign for sign in shown if unicodedata.category(sign) == "Cc" and sign not in "\n\t"]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_title_from_a_file_does_not_steer_the_list(tmp_path, capsys):
    session = filled_session()
    opening = replace(session.opening, title=f"Casus {STEERS}")
    SessionFile.create(session_path(tmp_path, session), replace(session, opening=opening)).close()

    main(["--sessions", str(tmp_path), "lijst"])

    out = capsys.readouterr().out
    assert "Casus" in out
    assert not set(out) & set("\x1b\x07\x9b\u202e")


COMMANDS = (
    "lijst",
    "kluis stand",
    "reservekopie",
    "zoek-betrokkene Zwaluw",
    "wis",
    "wis {}",
    "wis {} --zeker",
)


@pytest.mark.skipif(os.name != "posix", reason="there no name holds such a sign")
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("is_whole", [True, False])
def test_no_name_of_a_file_steers_the_terminal_or_makes_a_line(
    tmp_path, monkeypatch, capsys, command, is_whole
):
    rescue_only_in(monkeypatch)
    name = f"x{STEERS}\nGewist: alles\r.beraad"
    made = session_path(tmp_path, filled_session())
    SessionFile.create(made, filled_session()).close()
    content = made.read_bytes()
    path = made.rename(tmp_path / name)
    if not is_whole:
        path.write_bytes(b"stuk" * 2000)
    (tmp_path / f"map{STEERS}\nGewist: map").mkdir()
    (tmp_path / f"map{STEERS}\nGewist: map" / name).write_bytes(content)

    main(
        [
            "--sessions",
            str(tmp_path),
            *(str(path) if word == "{}" else word for word in command.split()),
        ]
    )

    said = "\n".join(capsys.readouterr())
    assert not set(said) & set("\x1b\x07\x9b\u202e\r")
    assert not [line for line in said.splitlines() if line.startswith("Gewist: alles")]
    assert not [line for line in said.splitlines() if line.startswith("Gewist: map")]


def test_an_answer_in_json_keeps_its_id_and_steers_nothing(tmp_path, capsys):
    rows = tmp_path / "rijen.jsonl"
    rows.write_text(json.dumps({"id": f"{STEERS}\ud800\U000e0041", "text": "x"}))

    assert main(["--sessions", str(tmp_path), "controleer", "--jsonl", str(rows)]) == 0

    out = capsys.readouterr().out
    assert json.loads(out)["id"] == f"{STEERS}\ud800\U000e0041"
    assert not set(out) & set("\x1b\x07\x9b\u202e\ud800")
