"""Opens every screen in the Python of the package: `walk.py TOOLS PICTURES`, run under wine.

Prints how many screens there are to see, and then the name of each that was seen.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main(tools: str, pictures: str) -> None:
    """See every screen once, in the first look."""
    sys.path.append(tools)
    # Windows has no such call, and the pictures are not of a fixed time zone.
    time.__dict__.setdefault("tzset", lambda: None)
    from PySide6.QtWidgets import QApplication

    from tools import shots

    app = QApplication(sys.argv[:1])
    wanted = [shot for shot in shots.all_shots(Path(pictures)) if shot.look is shots.LOOKS[0]]
    print(len(wanted), flush=True)
    for shot, _ in shots.taken(app, wanted):
        print(shot.scene.name, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
