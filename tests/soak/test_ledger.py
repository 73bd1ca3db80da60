"""What was said to be kept has to be there, as it was or as it became after that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.store.places import prepare, session_path
from beraad.store.session_file import SessionFile
from tests.builders import filled_session
from tools.soak.ledger import Ledger
from tools.soak.steps import At, Step, line_of, read_steps, step_of


@pytest.fixture
def folder(tmp_path):
    prepare(tmp_path / "beraden")
    return tmp_path / "beraden"


SESSION = filled_session()


def as_is(text):
    return replace(SESSION, opening=replace(SESSION.opening, title=text))


def keep(folder, session):
    SessionFile.create(session_path(folder, session), session).close()


@pytest.mark.parametrize(("in_file", "well"), [("een", False), ("twee", True), ("drie", True)])
def test_a_file_may_be_later_than_what_was_said_and_never_earlier(folder, tmp_path, in_file, well):
    ledger = Ledger(tmp_path / "beloofd")
    for text in ("een", "twee"):
        ledger.changed(as_is(text))
    ledger.kept(as_is("twee"))
    ledger.changed(as_is("drie"))
    keep(folder, as_is(in_file))

    again = Ledger(tmp_path / "beloofd")
    for each in (ledger, again):
        assert [*each.missing((folder,))] == ([] if well else ["ouder dan 2 staten"])


def test_a_file_that_went_is_missed_unless_it_was_said_to_go(folder, tmp_path):
    ledger = Ledger(tmp_path / "beloofd")
    ledger.changed(as_is("een"))
    ledger.kept(as_is("een"))

    assert [*ledger.missing((folder,))] == ["ontbreekt"]
    ledger.gone(as_is("een").id)
    assert [*ledger.missing((folder,))] == []


def test_no_word_of_a_beraad_stands_in_the_ledger(tmp_path):
    Ledger(tmp_path / "beloofd").changed(as_is("zonnebloem"))

    assert "zonnebloem" not in (tmp_path / "beloofd").read_text()


def test_a_step_is_the_same_after_reading_it_again_and_a_torn_last_line_is_left(tmp_path):
    step = Step("typ", At("TextField", "case.situation", 2), {"kind": "emoji", "number": 3})
    path = tmp_path / "stappen.jsonl"
    path.write_text(f"{line_of(step)}\n{line_of(step)[:-9]}")

    assert step_of(line_of(step)) == step
    assert read_steps(path) == [step]
