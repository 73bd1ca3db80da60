"""`make security`: how each row stands, tried now. The last line is the verdict.

`make security ARGS="S2 S9"` tries these rows only; `ARGS=--tabel` prints the table of SECURITY.md.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

from tools.security.rows import ROWS, Row
from tools.security.trials import ROOT


def main(arguments: Sequence[str]) -> int:
    """Try the rows, say how each stands, and return 1 when one that should be shown is not."""
    if "--tabel" in arguments:
        print(table())
        return 0
    rows = [row for row in ROWS if not arguments or row.number in arguments]
    failed = _failed_tests(rows)
    shown, wrong, missing = 0, 0, 0
    for row in rows:
        why = row.missing or _why(row, failed)
        missing += bool(row.missing)
        wrong += bool(why and not row.missing)
        shown += not why
        mark = "goed " if not why else "NIET " if row.missing else "FOUT "
        said = f"  {mark} {row.number:4} {row.asked}"
        print(f"{said}: {why}" if why else said, flush=True)
    verdict = "goed" if not wrong else "niet goed"
    print(f"Beveiliging {verdict}: {shown} aangetoond, {wrong} fout, {missing} nog niet gemaakt.")
    return 1 if wrong else 0


def table() -> str:
    """The rows as they stand in SECURITY.md."""
    lines = ["| rij | vraag | stand | opdracht |", "|---|---|---|---|"]
    for row in ROWS:
        if row.missing:
            stand = f"**nog niet**: {row.missing}"
        else:
            stand = f"aangetoond; {row.limits}" if row.limits else "aangetoond"
        command = "" if row.missing else f"`make security ARGS={row.number}`"
        lines.append(f"| {row.number} | {row.asked} | {stand} | {command} |")
    return "\n".join(lines)


def _why(row: Row, failed: frozenset[str]) -> str:
    """Why a row is not shown; empty when it is."""
    for test in row.tests:
        file, _, name = test.partition("::")
        wanted = file.removesuffix(".py").replace("/", ".")
        if any(each.startswith(wanted) and name in each for each in failed):
            return f"{test} slaagt niet"
    if row.trial is not None:
        try:
            row.trial()
        except AssertionError as problem:
            return f"{row.trial.__name__}: {problem}"
    return ""


def _failed_tests(rows: Sequence[Row]) -> frozenset[str]:
    """The names of tests that did not pass, run once for all rows; what did not run has failed."""
    wanted = sorted({test for row in rows for test in row.tests})
    if not wanted:
        return frozenset()
    with tempfile.TemporaryDirectory() as place:
        told = Path(place) / "uitslag.xml"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", f"--junitxml={told}", *_parallel(), *wanted],
            cwd=ROOT,
            check=False,
            stdout=subprocess.DEVNULL,
        )
        if done.returncode not in {0, 1} or not told.exists():
            return frozenset(
                test.partition("::")[0].removesuffix(".py").replace("/", ".")
                + "::"
                + test.partition("::")[2]
                for test in wanted
            )
        cases = ET.parse(told).getroot().iter("testcase")  # noqa: S314 - written just now
        return frozenset(
            f"{case.get('classname')}::{case.get('name')}"
            for case in cases
            if case.find("failure") is not None or case.find("error") is not None
        )


def _parallel() -> tuple[str, ...]:
    return "--numprocesses", "auto", "--dist", "loadfile"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
