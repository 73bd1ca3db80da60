"""Running measuring programs, each in a fresh process, and gathering what they tell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

_KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"
"""Where this is set Python makes its code anew in each process, and that would be measured."""

Figures = dict[str, list[float]]
"""What was measured, as "program.figure"."""


def interleaved(programs: Mapping[str, Path], *, rounds: int) -> Figures:
    """Run each program in turn, this many rounds; the first round only warms the disk cache.

    Every program gets its own folder; what stands behind a colon only tells two runs apart. Raises
    subprocess.CalledProcessError when one fails.
    """
    gathered: Figures = {}
    for number in range(rounds + 1):
        for program, folder in programs.items():
            told = _run(program, folder)
            for name, figure in told.items() if number else ():
                gathered.setdefault(f"{program}.{name}", []).extend(_several(figure))
    return gathered


def once(program: str, folder: Path) -> Figures:
    """Run a long program a single time. Raises subprocess.CalledProcessError when it fails."""
    told = _run(program, folder)
    return {f"{program}.{name}": list(_several(figure)) for name, figure in told.items()}


def module_of(program: str) -> str:
    """The module in `tools/speed` that measures this."""
    return program.partition(":")[0]


def _run(program: str, folder: Path) -> Mapping[str, float | Sequence[float]]:
    command = [
        sys.executable,
        "-m",
        f"tools.speed.{module_of(program)}",
        str(folder),
        str(monotonic()),
    ]
    keeping = {name: value for name, value in os.environ.items() if name != _KEEPS_NOTHING}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=keeping)
    return json.loads(done.stdout)


def _several(figure: float | Sequence[float]) -> Sequence[float]:
    return [figure] if isinstance(figure, int | float) else figure
