from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from beraad.store.session_file import SessionFile
from tests.journeys.typist import WORD

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 bestaat alleen hier")
@pytest.mark.parametrize("seed", range(4))
def test_every_word_that_was_said_to_be_kept_is_there_after_kill_9(tmp_path, seed):
    wanted = random.Random(seed).randint(3, 14)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typist", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    ) as typist:
        acked = 0
        for count, line in enumerate(typist.stdout):
            if line.startswith("ack"):
                acked = int(line.split()[1])
            if count >= wanted:
                break
        typist.send_signal(signal.SIGKILL)

    [path] = tmp_path.glob("*.beraad")
    with SessionFile.open(path) as file:
        text = file.session.case.situation
    assert acked > 0
    assert text.startswith("".join(WORD.format(number) for number in range(acked)))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
