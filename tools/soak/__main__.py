"""Walks through the real window without a script, and says whether every law held.

    make soak                                        five minutes, with a seed of the day
    make soak ARGS="--minuten 60 --zaad 7"           an hour; the same seed chooses the same
    make soak ARGS="--stappen build/soak/7/kort.jsonl"   the same steps again
    make soak ARGS="--minuten 20 --overzicht"        and what was never seen or used
    make soak ARGS="--venster"                       on the screen there is, instead of without

A walk that breaks a law is made shorter first. Ends with 1 when a law was broken.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tools.soak.child import STEPS
from tools.soak.shortening import shortened
from tools.soak.steps import Step, read_steps, write_steps
from tools.soak.supervising import ROOT, Outcome, Trials, Wish, walk
from tools.soak.telling import held, progress, reached, verdict

_BUILD = ROOT / "build" / "soak"
_EVERY = 30.0
_REPLAY = 600.0
"""Seconds at most for one list of steps that is done again."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk; returns the exit code."""
    asked = _parser().parse_args(arguments)
    seed = asked.zaad or time.strftime("%Y%m%d")
    print(f"Zaad {seed}")
    place: Path = asked.uit / seed
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    seconds = asked.minuten * 60 if not asked.stappen else _REPLAY
    wish = Wish(
        seed=seed,
        seconds=seconds,
        most=asked.stappen_hoogstens,
        steps=asked.stappen,
        window=asked.venster,
        kills=not asked.zonder_dood,
        first=asked.vooraf,
        without=tuple(asked.zonder_wet),
    )
    outcome = _walked(wish, place / "map")
    print("\n".join(held(outcome)))
    if asked.overzicht:
        from tools.soak.reach import overview

        print("\n".join(reached(overview(place / "map" / "bereik.txt"))))
    if outcome.law:
        print(f"Gebroken: {outcome.broken}")
        _shorten(wish, outcome, place, seconds=asked.inkorten)
    else:
        shutil.rmtree(place)
    print(verdict(outcome, seed))
    return bool(outcome.law)


def _walked(wish: Wish, home: Path) -> Outcome:
    begun = told = time.monotonic()

    def tell(steps: int) -> None:
        nonlocal told
        if time.monotonic() - told > _EVERY:
            told = time.monotonic()
            print(progress(steps, told - begun), flush=True)

    return walk(wish, home, tell=tell)


def _shorten(wish: Wish, outcome: Outcome, place: Path, *, seconds: float) -> None:
    """Write the steps down, make them fewer while there is time, and print what is left."""
    steps = read_steps(place / "map" / STEPS)
    whole = place / "stappen.jsonl"
    write_steps(whole, steps)
    ends = time.monotonic() + seconds
    print(f"Alle {len(steps)} stappen: {whole}")
    if seconds <= 0:
        return

    def enough() -> bool:
        return time.monotonic() > ends

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        trials = Trials(wish, Path(home))

        def breaks(some: Sequence[Step]) -> bool:
            if outcome.kills:
                return _breaks_again(wish, some, outcome.law, left=ends - time.monotonic())
            return trials.law_broken_by(some) == outcome.law

        left = shortened(steps, breaks=breaks, enough=enough)
        trials.close()
    if len(left) == len(steps):
        print("Ingekort: het lukte niet met minder stappen.")
        return
    short = place / "kort.jsonl"
    write_steps(short, left)
    print(f"Ingekort tot {len(left)}: {short}")
    print("\n".join(f"  {step}" for step in left))


def _breaks_again(wish: Wish, steps: Sequence[Step], law: str, *, left: float) -> bool:
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "na-te-doen.jsonl"
        write_steps(path, steps)
        again = replace(wish, steps=path, most=0, seconds=max(1.0, min(_REPLAY, left)))
        return walk(again, Path(home) / "map").law == law


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make soak", description="Dwaalt door het echte venster en toetst de wetten."
    )
    parser.add_argument("--minuten", type=float, default=5, help="hoe lang (5)")
    parser.add_argument("--zaad", default="", help="bepaalt wat er gekozen wordt (de dag)")
    parser.add_argument("--stappen", type=Path, metavar="BESTAND", help="doe deze stappen na")
    parser.add_argument(
        "--stappen-hoogstens", type=int, default=0, metavar="N", help="niet meer stappen dan dit"
    )
    parser.add_argument(
        "--venster", action="store_true", help="op het scherm dat er is, in plaats van zonder"
    )
    parser.add_argument(
        "--overzicht", action="store_true", help="zeg ook wat er nooit gezien of gebruikt is"
    )
    parser.add_argument("--zonder-dood", action="store_true", help="breek het programma nooit af")
    parser.add_argument(
        "--inkorten", type=float, default=300, metavar="SECONDEN",
        help="hoe lang er hoogstens ingekort wordt (300)",
    )  # fmt: skip
    parser.add_argument(
        "--uit", type=Path, default=_BUILD, metavar="MAP", help="waar de stappen komen"
    )
    parser.add_argument(
        "--zonder-wet", action="append", default=[], metavar="WET", help="kijk niet naar deze wet"
    )
    parser.add_argument("--vooraf", default="", metavar="MODULE:FUNCTIE", help="doe dit eerst")
    return parser


if __name__ == "__main__":
    sys.exit(main())
