"""Walks in this process. Whoever started it may kill it at any moment.

What it did stands in files of its folder: the steps before they are done, and at the end the
outcome. To its parent it says one word per line: `stap 40`, `dood 120`, `klaar`. With `--proeven`
it walks once for every folder that comes in, after the list of steps that lies there.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib
import json
import os
import signal
import sys
import time
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tools.own_thread import watch
from tools.soak.steps import Step, line_of, read_steps

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STEPS, OUTCOME, WHERE = "stappen.jsonl", "uitslag.json", "waar.txt"
FOLLOWED = "na-te-doen.jsonl"


def main() -> int:
    """Walk; returns the exit code: 0 whatever happened, as the outcome tells."""
    asked = _parser().parse_args()
    home: Path = asked.map
    with (home / WHERE).open("w", encoding="utf-8") as where:
        faulthandler.enable(where)
        if os.name == "posix":
            faulthandler.register(signal.SIGUSR1, where, all_threads=False)
        return _walk(asked, home)


def _walk(asked: argparse.Namespace, home: Path) -> int:
    watch()
    if not asked.venster:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    if asked.vooraf:
        module, _, name = asked.vooraf.partition(":")
        getattr(importlib.import_module(module), name)()
    if asked.proeven:
        for line in sys.stdin:
            _once(app, asked, Path(line.rstrip("\n")))
    else:
        _once(app, asked, home)
    # What still hangs in a broken walk must not keep the process.
    os._exit(0)


def _once(app: QApplication, asked: argparse.Namespace, home: Path) -> None:
    """One walk; its outcome is in `home` when this returns."""
    from PySide6.QtCore import QEventLoop

    from tools.soak.laws import LAWS
    from tools.soak.walk import Broken, Walk, by_dice, by_list
    from tools.soak.world import World

    world = World(app, home, real_screens=asked.venster, may_die=asked.dood)
    ends = time.monotonic() + asked.seconden
    walked = 0
    loop = QEventLoop()

    def until() -> bool:
        return time.monotonic() > ends or (0 < asked.stappen_hoogstens <= walked)

    with (home / STEPS).open("a", encoding="utf-8") as journal:

        def told(step: Step) -> None:
            nonlocal walked
            walked += 1
            journal.write(f"{line_of(step)}\n")
            journal.flush()
            if step.deed == "dood" and asked.dood:
                _say(f"dood {step.how['ms']}")
            else:
                _say(f"stap {walked}")

        def done(broken: Broken | None) -> None:
            outcome = {
                "steps": walked,
                "broken": asdict(broken) if broken else None,
                "samples": [asdict(each) for each in world.samples],
            }
            (home / OUTCOME).write_text(json.dumps(outcome), encoding="utf-8")
            loop.quit()
            _say("klaar")

        followed = home / FOLLOWED if asked.proeven else asked.stappen
        if followed:
            choose = by_list(read_steps(followed)[asked.vanaf :])
        else:
            dice = Random(f"{asked.zaad}.{asked.keer}")
            choose = by_dice(dice, until=until, reopens=not asked.stappen_hoogstens)
        laws = tuple(law for law in LAWS if law.name not in asked.zonder_wet)
        walk = Walk(world, choose, laws=laws, told=told, done=done)
        walk.begin()
        if not (home / OUTCOME).exists():
            loop.exec()
        world.abandon()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("map", type=Path)
    parser.add_argument("--zaad", default="0")
    parser.add_argument("--keer", type=int, default=0)
    parser.add_argument("--seconden", type=float, default=60)
    parser.add_argument("--stappen-hoogstens", type=int, default=0)
    parser.add_argument("--stappen", type=Path)
    parser.add_argument("--proeven", action="store_true")
    parser.add_argument("--vanaf", type=int, default=0)
    parser.add_argument("--venster", action="store_true")
    parser.add_argument("--dood", action="store_true")
    parser.add_argument("--vooraf", default="")
    parser.add_argument("--zonder-wet", action="append", default=[])
    return parser


if __name__ == "__main__":
    sys.exit(main())
