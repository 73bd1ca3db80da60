"""`python -m tools.kills`: kill -9 at random moments, and see what is left.

Each deed is done in a process of its own, on a copy of what was laid ready; after a while that
nobody chose the process is killed, and its law is looked at. The last line says whether all held.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from beraad.errors import Solvable
from tools.kills.broken import Broken
from tools.kills.deeds import DEEDS, Deed, copied, enter, leave


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill as often as was asked; 1 when a law was broken."""
    asked = _parser().parse_args(arguments)
    dice = random.Random(asked.zaad)
    broken = 0
    for deed in DEEDS:
        if asked.wat and deed.name != asked.wat:
            continue
        with tempfile.TemporaryDirectory() as place:
            told = kill(deed, asked.aantal, dice, Path(place))
        broken += len(told)
        print(f"{deed.name}: {asked.aantal} keer gestopt, {len(told)} keer niet goed", flush=True)
        for each in told[:5]:
            print(f"    {each}")
    print("Alles hield." if not broken else f"Niet goed: {broken} keer.")
    return 1 if broken else 0


def kill(deed: Deed, times: int, dice: random.Random, place: Path) -> list[str]:
    """What did not hold, in words, after killing a deed so many times."""
    template = place / "klaar"
    template.mkdir()
    deed.lay(template)
    leave(template)
    home = copied(template, place / "proef")
    whole = _killed(deed, home, after=None)
    told: list[str] = []
    for number in range(times):
        home = copied(template, home)
        _killed(deed, home, after=dice.uniform(0, 1.1 * whole))
        try:
            enter(home)
            deed.law(home)
        except (Broken, Solvable, OSError) as problem:
            told.append(f"{number + 1}: {type(problem).__name__} {problem}")
        finally:
            leave(home)
    return told


def _killed(deed: Deed, home: Path, *, after: float | None) -> float:
    """Do it in a process of its own, and kill that after so many seconds; how long it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            enter(home)
            os.write(writing, b"!")
            deed.do(home)
        os._exit(0)
    os.close(writing)
    os.read(reading, 1)  # It has unlocked and begins.
    os.close(reading)
    begun = time.monotonic()
    if after is not None:
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return time.monotonic() - begun


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Stop Beraad op elk moment, met kill -9.")
    parser.add_argument("--aantal", type=int, default=50, help="hoe vaak per handeling")
    parser.add_argument("--zaad", type=int, default=None, help="dezelfde momenten nog eens")
    parser.add_argument("--wat", choices=[deed.name for deed in DEEDS], help="een handeling")
    return parser


if __name__ == "__main__":
    sys.exit(main())
