"""Asks the index what the pins need, and whether there is a file of each for every place.

Called by `tools/lock`. Writes requirements/needs.toml.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.locking.pins import NEEDS, REQUIREMENTS, Pin, asked_for, lacking, reached, read_pins
from tools.locking.places import Place, places

_HEAD = "# Written by 'make lock': what each pinned version asks for in its own metadata.\n"


def main() -> int:
    """Ask, write, and tell what is not right; the exit code tells whether anything is."""
    pins = read_pins(REQUIREMENTS / "dev.txt")
    told: dict[str, set[str]] = defaultdict(set)
    for place in places():
        print(f"{place.name} …", flush=True)
        for key, needs in _needs(pins, place):
            told[key].update(needs)
    everything = {key: sorted(needs) for key, needs in told.items()}
    asked = asked_for("dev")
    wanted: set[str] = set()
    for place in places():
        wanted |= reached(pins, everything, asked, place)
    # A requirement that nobody reaches is of an extra or a system that is not ours.
    kept = {key: [one for one in needs if one in wanted] for key, needs in everything.items()}
    NEEDS.write_text(_HEAD + "".join(map(_line, sorted(kept.items()))), encoding="utf-8")
    faults = [
        f"{name}.txt, {place.name}: {fault}"
        for name in ("run", "gemeente", "dev")
        for place in places()
        for fault in lacking(read_pins(REQUIREMENTS / f"{name}.txt"), kept, asked_for(name), place)
    ]
    print("\n".join(faults or [f"{NEEDS.name} is vernieuwd; de versies zijn compleet."]))
    return bool(faults)


def _needs(pins: tuple[Pin, ...], place: Place) -> list[tuple[str, list[str]]]:
    """What the files for this place ask for. Ends the program when there is none of a pin."""
    # pip reads markers as for the computer it runs on, so only what belongs there is asked.
    here = [pin for pin in pins if any(map(pin.holds_in, place.environments()))]
    with TemporaryDirectory() as folder:
        wanted, report = Path(folder) / "wanted.txt", Path(folder) / "report.json"
        wanted.write_text("".join(f"{pin.line}\n" for pin in here), encoding="utf-8")
        tags = [part for tag in place.system.wheels for part in ("--platform", tag)]
        command = [
            *(sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed"),
            *("-qq", "--disable-pip-version-check", "--no-deps", "--require-hashes"),
            *("--only-binary", ":all:", "--python-version", place.python, *tags),
            *("--target", folder, "--report", str(report), "-r", str(wanted)),
        ]
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"Niet alles is te installeren op {place.name}.")
        found: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["install"]
    metadata = [one["metadata"] for one in found]
    return [
        (f"{canonicalize_name(one['name'])}=={one['version']}", _requirements(one))
        for one in metadata
    ]


def _requirements(metadata: dict[str, Any]) -> list[str]:
    return [str(Requirement(text)) for text in metadata.get("requires_dist", ())]


def _line(entry: tuple[str, list[str]]) -> str:
    key, needs = entry
    inside = "".join(f"    {json.dumps(need)},\n" for need in needs)
    return f"{json.dumps(key)} = [\n{inside}]\n" if needs else f"{json.dumps(key)} = []\n"


if __name__ == "__main__":
    sys.exit(main())
