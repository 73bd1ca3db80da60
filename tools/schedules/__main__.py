"""`make schedules ARGS="--aantal N --zaad Z"`: plays schedules; the last line is the verdict."""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from beraad.store.municipality.layout import prepare
from beraad.store.municipality.place import place_of
from tools.postgres import PASSWORD, running
from tools.schedules.playing import play_many
from tools.schedules.world import Broken, Ground

_TOGETHER = 250


def main() -> int:
    """Play, tell how far it is, and give the verdict."""
    asked = argparse.ArgumentParser(prog="make schedules")
    asked.add_argument("--aantal", type=int, default=1000, help="hoeveel schema’s")
    asked.add_argument("--zaad", type=int, default=random.randrange(1_000_000), help="waaruit")
    options = asked.parse_args()
    begin, played = time.monotonic(), 0
    with TemporaryDirectory() as folder, running() as server:
        database = server.new_database()
        prepare(place_of(database.url()), PASSWORD)
        ground = Ground.of(database, Path(folder))
        while played < options.aantal:
            some = min(_TOGETHER, options.aantal - played)
            try:
                play_many(ground, some, options.zaad + played)
            except Broken as broken:
                print(*getattr(broken, "__notes__", ()), sep="\n")
                print(f"GEBROKEN: {broken} (zaad {options.zaad + played}, na {played} schema’s)")
                return 1
            played += some
            print(f"{played} van {options.aantal}, {time.monotonic() - begin:.0f} s", flush=True)
    print(f"GOED: {played} schema’s, zaad {options.zaad}, alle wetten houden.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
