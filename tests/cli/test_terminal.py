"""Nothing that stands in a file steers the terminal."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beraad.cli import main
from beraad.cli.terminal import tamed
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from tests.builders import filled_session

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


def test_an_answer_in_json_keeps_its_id_and_steers_nothing(tmp_path, capsys):
    rows = tmp_path / "rijen.jsonl"
    rows.write_text(json.dumps({"id": f"{STEERS}\ud800\U000e0041", "text": "x"}))

    assert main(["--sessions", str(tmp_path), "controleer", "--jsonl", str(rows)]) == 0

    out = capsys.readouterr().out
    assert json.loads(out)["id"] == f"{STEERS}\ud800\U000e0041"
    assert not set(out) & set("\x1b\x07\x9b\u202e\ud800")
