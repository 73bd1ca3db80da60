from __future__ import annotations

import random
import shutil
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace

from beraad.records import Clarification, Id, Session
from beraad.store.session_file import SessionFile
from tests.store.support import a_session, start_python, with_situation

KILLS = 8
TORN_LOGS = 25

WRITER = """
import sys
from itertools import count
from pathlib import Path
from beraad.store.session_file import SessionFile
from tests.store.test_kill import number_of, state

file = SessionFile.open(Path(sys.argv[1]))
for number in count(number_of(file.session) + 1):
    file.keep(state(file.session, number))
    print(number, flush=True)
"""


def state(session: Session, number: int) -> Session:
    questions = tuple(
        Clarification(id=Id(f"v{index}"), question=f"vraag {index} van {number}")
        for index in range(number % 7)
    )
    return with_situation(replace(session, clarifications=questions), f"{number} " * 300)


def number_of(session: Session) -> int:
    return int(session.case.situation.split()[0])


def write_until_killed(path, acks: int) -> int:
    """Kill a writer once it acknowledged this many keeps; the last number it acknowledged."""
    with start_python(WRITER, path) as process:
        assert process.stdout is not None
        numbers = [int(process.stdout.readline()) for _ in range(acks)]
        process.send_signal(signal.SIGKILL)
        numbers += [int(line) for line in process.stdout if line.endswith("\n")]
    return numbers[-1]


def require_sound(path, session: Session, last: int) -> None:
    """One whole state, not older than the last that was acknowledged."""
    number = number_of(session)
    assert number in {last, last + 1}
    assert session == state(session, number)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_was_acknowledged_survives_a_kill_at_any_moment(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, state(a_session(), 0)).close()

    for _ in range(KILLS):
        last = write_until_killed(path, acks=random.randrange(1, 400))

        with SessionFile.open(path) as file:
            session = file.session
        require_sound(path, session, last)


def test_a_torn_log_gives_an_earlier_whole_state(tmp_path):
    # GIVEN what a killed program left, with a log that is cut off anywhere or ends in rubbish
    path, torn = tmp_path / "een.beraad", tmp_path / "gescheurd.beraad"
    SessionFile.create(path, state(a_session(), 0)).close()
    last = write_until_killed(path, acks=200)
    log = path.with_name(f"{path.name}-wal").read_bytes()

    for attempt in range(TORN_LOGS):
        shutil.copy(path, torn)
        rubbish = random.randbytes(3000) if attempt % 2 else b""
        cut = random.randrange(len(log))
        torn.with_name(f"{torn.name}-wal").write_bytes(log[:cut] + rubbish)

        # WHEN it is opened THEN it is a state that once was
        with SessionFile.open(torn) as file:
            session = file.session
        assert session == state(session, number_of(session))
        assert number_of(session) <= last + 1
