from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from beraad.records import Session
from beraad.store.copies.making import Made, back_up
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from tests.store.support import run_python, with_title

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)

_CRASH = """
import os, signal, sys
from pathlib import Path
from beraad.store.session_file import SessionFile
from tests.store.support import with_title

if not (child := os.fork()):
    file = SessionFile.open(Path(sys.argv[1]))
    file.keep(with_title(file.session, sys.argv[2]))
    os.kill(os.getpid(), signal.SIGKILL)
os.waitpid(child, 0)
"""


def crash_while_writing(path: Path, title: str) -> None:
    """Leave a log beside the file, as a program does that is killed."""
    run_python(_CRASH, path, title)


STEPS = {"open", "os.rename", "os.remove", "os.link", "os.mkdir", "sqlite3.connect", "os.truncate"}


def keep(folder: Path, session: Session) -> Path:
    path = session_path(folder, session)
    SessionFile.create(path, session).close()
    return path


def retitle(path: Path, title: str) -> None:
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, title))


def title_of(path: Path) -> str:
    with SessionFile.open(path) as file:
        return file.session.opening.title


def backed_up(folder: Path, *, day: int = 0, **options) -> Made:
    return back_up(folder, now=NOON + day * DAY, **options)


def killed_at(step: int, folder, work) -> bool:
    """Whether it was still at work at this step, in a process of its own."""
    if not (child := os.fork()):
        left = step

        def count(event, arguments):
            nonlocal left
            if event in STEPS and any(str(folder) in str(each) for each in arguments[:2]):
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            work()
        except BaseException:  # noqa: BLE001 - a child of a test ends here, whatever happened
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in {0, signal.SIGKILL}
    return status == signal.SIGKILL
