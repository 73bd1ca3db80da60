"""Letting a process of its own walk, killing it when the walk says so, and going on after that."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from tools.soak.child import FOLLOWED, OUTCOME, STEPS, WHERE
from tools.soak.steps import Step, read_steps, write_steps

ROOT = Path(__file__).resolve().parents[2]
_QUIETLY: dict[str, Any] = {
    "cwd": ROOT,
    "env": {**os.environ, "PYTHONPATH": str(ROOT)},
    "stderr": subprocess.DEVNULL,
}
_PATIENCE = 150
"""Seconds without a word after which a walk is dead, whatever its own clock says.

Seconds in which the machine had no time for it do not count.
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to walk.

    Attributes:
        seconds: how long, when `steps` and `most` do not end it before.
        most: steps at most; 0 for no end.
        steps: a list of steps to follow, instead of the dice.
        window: on the screen there is, instead of without one.
        first: "module:function" to call before the walk begins, such as one that plants a fault.
        without: laws that are not looked at.
    """

    seed: str
    seconds: float = 60
    most: int = 0
    steps: Path | None = None
    window: bool = False
    kills: bool = True
    first: str = ""
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a walk ended.

    Attributes:
        law: the law that was broken; empty when none was.
        place: where; never words of a beraad.
        samples: what the process held at every rest, per process.
    """

    steps: int
    kills: int
    law: str
    place: str
    samples: list[list[dict[str, float]]] = field(default_factory=list)

    @property
    def broken(self) -> str:
        """The law with its place; empty when none was broken."""
        return f"{self.law}: {self.place}" if self.law else ""


def walk(wish: Wish, home: Path, *, tell: Callable[[int], None] = lambda _: None) -> Outcome:
    """Walk in the empty folder `home`; `tell` is told of the steps done so far."""
    home.mkdir(parents=True, exist_ok=True)
    ends = time.monotonic() + wish.seconds
    kills = 0
    samples: list[list[dict[str, float]]] = []
    while True:
        done = len(_done(home))
        (home / OUTCOME).unlink(missing_ok=True)
        ended = _one_process(wish, home, kills, max(1.0, ends - time.monotonic()), done, tell)
        outcome = _outcome(home)
        if outcome is not None:
            samples.append(outcome["samples"])
            broken = outcome["broken"] or {"law": "", "place": ""}
            return Outcome(len(_done(home)), kills, broken["law"], broken["place"], samples)
        if ended != "dood":
            return Outcome(len(_done(home)), kills, ended, _last_place(home), samples)
        kills += 1


def _one_process(
    wish: Wish, home: Path, run: int, seconds: float, done: int, tell: Callable[[int], None]
) -> str:
    """Run one process to its end; returns why it ended: "dood" when it was we who did it."""
    most = max(1, wish.most - done) if wish.most else 0
    command = [
        *_command(wish, home),
        *("--keer", str(run), "--seconden", str(seconds), "--stappen-hoogstens", str(most)),
        *(("--stappen", str(wish.steps), "--vanaf", str(done)) if wish.steps else ()),
        *(["--dood"] * wish.kills),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **_QUIETLY) as process:
        ended = _listen(process, done, tell)
    if ended == "dood":
        return ended
    with (home / WHERE).open("a", encoding="utf-8") as where:
        where.write(f"\nFatal: afgelopen met {process.returncode}\n")
    return ended or ("hangt" if process.returncode == 1 else "leeft")


def _command(wish: Wish, home: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "tools.soak.child", str(home), "--zaad", wish.seed),
        *("--vooraf", wish.first, *(f"--zonder-wet={law}" for law in wish.without)),
        *(["--venster"] * wish.window),
    ]


def _listen(process: subprocess.Popen[str], done: int, tell: Callable[[int], None]) -> str:
    """Hear how the walk goes, until its process is gone.

    Returns "dood" when we killed it as the walk wished, "hangt" when it said nothing for too long,
    and nothing when it ended by itself.
    """
    last = _own_time(process)
    killed = hangs = False

    def hear() -> None:
        nonlocal last, killed
        assert process.stdout is not None  # noqa: S101
        for line in process.stdout:
            last = _own_time(process)
            said, _, number = line.strip().partition(" ")
            if said == "stap":
                tell(done + int(number))
            elif said == "dood":
                time.sleep(int(number) / 1000)
                killed = process.poll() is None
                process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
                return

    ear = Thread(target=hear, daemon=True)
    ear.start()
    while process.poll() is None:
        if _own_time(process) - last > _PATIENCE:
            hangs = True
            _stop(process)
        ear.join(0.2)
        if not ear.is_alive():
            process.wait()
    ear.join(5)
    if hangs:
        return "hangt"
    return "dood" if killed else ""


def _stop(process: subprocess.Popen[str]) -> None:
    """Let a process write down where it stands, and end it."""
    if os.name == "posix":
        process.send_signal(signal.SIGUSR1)
        time.sleep(1)
    process.kill()


def _own_time(process: subprocess.Popen[str]) -> float:
    """The clock, without the seconds this process stood in line for a processor (Linux only)."""
    waited = 0
    with suppress(OSError, ValueError, IndexError):
        said = Path(f"/proc/{process.pid}/schedstat").read_text(encoding="ascii")
        waited = int(said.split()[1])
    return time.monotonic() - waited / 1e9


class Trials:
    """One process that follows list after list, for finding out which steps are needed."""

    def __init__(self, wish: Wish, home: Path) -> None:
        self._wish = wish
        self._home = home
        self._count = 0
        self._process: subprocess.Popen[str] | None = None

    def law_broken_by(self, steps: Sequence[Step]) -> str:
        """The law that these steps break from the start; empty when they break none."""
        self._count += 1
        home = self._home / str(self._count)
        write_steps(home / FOLLOWED, steps)
        process = self._process or self._begin()
        assert process.stdin is not None  # noqa: S101
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(f"{home}\n")
        process.stdin.flush()
        if not any(line.startswith("klaar") for line in process.stdout):
            self.close()
            return "hangt" if process.returncode == 1 else "leeft"
        outcome = _outcome(home)
        shutil.rmtree(home, ignore_errors=True)
        return outcome["broken"]["law"] if outcome and outcome["broken"] else ""

    def close(self) -> None:
        """Let the process go."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _begin(self) -> subprocess.Popen[str]:
        self._home.mkdir(parents=True, exist_ok=True)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        command = [*_command(self._wish, self._home), "--proeven"]
        self._process = subprocess.Popen(command, text=True, **pipes, **_QUIETLY)
        return self._process


def _done(home: Path) -> list[Step]:
    path = home / STEPS
    return read_steps(path) if path.exists() else []


def _outcome(home: Path) -> dict | None:
    path = home / OUTCOME
    if not path.exists():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None


def _last_place(home: Path) -> str:
    """Where a crashed process stood in our own files, without anything else."""
    path = home / WHERE
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
    places = [
        line.strip() for line in lines if line.lstrip().startswith("File") and "beraad" in line
    ]
    fatal = [line for line in lines if line.startswith(("Fatal", "Timeout"))]
    return " < ".join([*fatal[:2], *(_short(place) for place in places[:3])])


def _short(place: str) -> str:
    return place.replace(f"{ROOT}{os.sep}", "").removeprefix("File ")
