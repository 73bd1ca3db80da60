from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from beraad.publishing.making import Wish, making
from beraad.records import Layer
from beraad.report.house.style import OURS
from beraad.store.session_file import SessionFile
from tests.journeys.maker import MOMENTS, WORDS

ROOT = Path(__file__).parents[2]
NAMED = {"first name", "all names", "answered"}


@pytest.mark.skipif(os.name != "posix", reason="kill -9 bestaat alleen hier")
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_number_on_a_file_is_never_given_to_other_words(tmp_path, moment):
    folder, out = tmp_path / "beraden", tmp_path / "uit"
    folder.mkdir()
    out.mkdir()
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.maker", str(folder), str(out), moment],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert any("concept 1" in each.name for each in out.iterdir()) == (moment in NAMED)

    [path] = folder.glob("*.beraad")
    with SessionFile.open(path) as file:
        session = file.session
    assert session.case.situation == WORDS
    other = replace(session, case=replace(session.case, situation="Het is heel anders gegaan."))

    assert number_of(session) == 1
    assert number_of(other) == 2


def number_of(session):
    wish = Wish(layer=Layer.WORK)
    made = making(session, None, wish, today=date(2026, 12, 1), house=OURS)
    assert made.mark is not None
    return made.mark.number
