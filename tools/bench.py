"""Measures how fast Beraad is, next to a bare window in the same run.

    make bench                          the table
    make bench ARGS='--rounds 15'       more rounds, steadier figures
    make bench ARGS='--json FILE'       the same figures for a program

Everything runs in fresh processes, bare and real in turn, on invented beraden in a folder of its
own. Ends with 1 only when something could not be measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from beraad.store.places import register_path
from tools.invented.folders import fill_with, keep
from tools.invented.full import full_session, rows
from tools.invented.many_signals import make
from tools.invented.vaults import lay_beside
from tools.speed.figures import Line, Row, measured, nearly_all, table
from tools.speed.processes import Figures, interleaved, once

_BERADEN, _MANY = 500, 10_000
_SIGNALS = 30_000
_KEY = 16.0
_TURN = 50.0
_OPENED, _AGAIN = 350.0, 200.0
_HITCH = 150.0
"""Milliseconds that a page may take to be made while somebody just looks."""

_ALL = f"start:{_MANY}"

ROWS = (
    Row("eerste beeld", "start.painted", floor="bare_window.painted", times=1.6),
    Row(f"lijst van {_BERADEN} bruikbaar", "start.listed", floor="bare_window.painted", times=3),
    Row(f"eerste scherm van {_MANY}", f"{_ALL}.listed", floor="start.listed", times=1.5),
    Row("  langste hapering daarna", f"{_ALL}.hitch", at_most=_TURN),
    Row("toets in het zoekveld", "start.search", floor="bare_field.key", at_most=_KEY),
    Row("  19 van de 20", "start.search", nearly_all, floor="bare_field.key", at_most=_KEY),
    Row(f"  bij {_MANY}", f"{_ALL}.search", floor="bare_field.key", at_most=_KEY),
    Row("  19 van de 20", f"{_ALL}.search", nearly_all, floor="bare_field.key", at_most=_KEY),
    Row("geheugen, beginscherm", "start.memory", floor="bare_window.memory", times=2, unit="MB"),
    Row("geheugen, vol beraad", "talk.memory", floor="bare_window.memory", times=3.5, unit="MB"),
    Row("vol beraad openen", "talk.open-first", at_most=_OPENED),
    Row("  nog een keer", "talk.open-again", at_most=_AGAIN),
    Row("  langste hapering daarna", "talk.hitch", at_most=_HITCH),
    *(
        Row(f"naar ronde {number}", f"talk.turn-{number}", floor="bare_field.turn", at_most=_TURN)
        for number in range(1, 9)
    ),
    Row("  19 van de 20", "talk.turn", nearly_all, floor="bare_field.turn", at_most=_TURN),
    Row("toets in een tekstveld", "talk.key", floor="bare_field.key", at_most=_KEY),
    Row("  19 van de 20", "talk.key", nearly_all, floor="bare_field.key", at_most=_KEY),
    Row("  in de traagste ronde", "talk.key-slowest", floor="bare_field.key", at_most=_KEY),
    Row("toets terwijl er gelezen wordt", "talk.key-read", floor="bare_field.key", at_most=_KEY),
    Row("  19 van de 20", "talk.key-read", nearly_all, floor="bare_field.key", at_most=_KEY),
    Row("toets met het groepsscherm aan", "beamer.key", floor="bare_field.key", at_most=_KEY),
    Row("  19 van de 20", "beamer.key", nearly_all, floor="bare_field.key", at_most=_KEY),
    Row("bewaren", "keeping.keep", floor="keeping.disk", at_most=5),
    Row("  19 van de 20", "keeping.keep", nearly_all, floor="keeping.disk", at_most=5),
    Row("kluis: tot het wachtzinveld", "locked.asked", floor="bare_window.painted", times=1.6),
    Row("  ontgrendelen", "vault.unlock", at_most=1000),
    Row(f"  lijst van {_BERADEN}", "vault.list-sealed", floor="vault.list-plain", times=1.3),
    Row("  openen en sluiten", "vault.open-sealed", floor="vault.open-plain", times=1.2),
    Row("  bewaren", "vault.keep-sealed", floor="vault.keep-plain", times=1.2),
    Row("  vergrendelen, met een vol beraad open", "locked.lock", at_most=1000),
    Row(f"  reservekopie van {_BERADEN}", "backing_up.seconds", at_most=5, unit="s"),
    Row("  toets intussen", "backing_up.key", nearly_all, floor="bare_field.key", at_most=_KEY),
    Row("verslag als PDF, eerste", "report.first", floor="plain_report.first", at_most=300),
    Row("  eerste van een venster", "report_ready.first", at_most=300),
    Row("  volgende", "report.next", floor="plain_report.next", at_most=200),
    Row("nalezen openen", "review.open", at_most=_OPENED),
    Row("  als het gelezen is", "review.again", at_most=_OPENED),
    Row("  besluit over een plek", "review.decide", nearly_all, at_most=_TURN),
    Row(f"{_SIGNALS} signalen lezen", "counted.read", floor="counted.sql", at_most=300),
    Row("  overzicht", "counted.overview", floor="counted.sql", at_most=500),
    Row("  patronen", "counted.patterns", floor="counted.sql", at_most=500),
    Row("  beleidsbrief als PDF", "counted.letter", at_most=1000),
    Row("  geheugen", "counted.memory", at_most=200, unit="MB"),
    Row("Signalen openen", "signals.open", at_most=300),
    Row("  tot alles gelezen is", "signals.whole", at_most=1000),
    Row("  toets in het zoekvak", "signals.key", nearly_all, at_most=_KEY),
    Row("  wat gezocht is, staat er", "signals.shown", nearly_all, floor="signals.sql", at_most=50),
    Row("  alleen wat te laat is", "signals.filter", floor="signals.sql", at_most=50),
    Row("200 laptops × 50 wijzigingen", "municipality.many", at_most=20, unit="s"),
    Row("  fouten", "municipality.errors", at_most=0, unit=""),
    Row("  samenvoegen zonder nieuws", "municipality.nothing", at_most=100),
    Row("  nieuwe laptop haalt 10.000 op", "municipality.fetched", at_most=0.5, unit="s"),
    Row("  en laat ze zien", "municipality.shown", at_most=1, unit="s"),
    Row("  na negentig dagen", "municipality.away", at_most=60, unit="s"),
    Row("vinden: eerste antwoord", "finding.first", at_most=500),
    Row("  korte teksten, per seconde", "finding.short", at_least=200_000, unit="tekens"),
    Row("  een miljoen tekens", "finding.long", at_most=2000),
    Row("  geheugen", "finding.memory", at_most=150, unit="MB"),
    Row("  direct lek, voorbeeldteksten", "finding.leak", at_most=3, unit="%"),
    Row("  namen", "finding.names", at_most=3, unit="%"),
    Row("  wat weggaat, moest weg", "finding.precision", at_least=97, unit="%"),
    Row("  teksten zonder gegevens geraakt", "finding.traps", at_most=5, unit="%"),
    Row("  leeftijd en kenmerk aangewezen", "finding.traits", at_least=80, unit="%"),
    Row("  direct lek zonder hoofdletters", "finding.lower", at_most=10, unit="%"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit code."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        try:
            figures = _measure(Path(home), asked.rounds)
        except subprocess.CalledProcessError as failure:
            sys.stderr.write(f"Dit was niet te meten: {' '.join(failure.cmd)}\n{failure.stderr}")
            return 1
    lines = [measured(row, figures) for row in ROWS]
    print(table(lines))
    if asked.json:
        asked.json.write_text(_as_json(lines), encoding="utf-8")
    return 0


def _measure(home: Path, rounds: int) -> Figures:
    some, many, full, other, town, vault = (
        home / name for name in ("lijst", "veel", "vol", "nog-een", "gemeente", "kluis")
    )
    session = full_session()
    fill_with(_BERADEN, some)
    fill_with(_MANY, many)
    keep(session, full)
    keep(session, other)
    lay_beside(some, vault)
    make(register_path(town, practice=False), _SIGNALS)
    _say(f"Een vol beraad telt hier {rows(session)} regels.")
    figures: Figures = {}
    for what, programs, times in (
        ("Starten", {"bare_window": home, "start": some}, rounds),
        (f"De lijst van {_MANY}", {_ALL: many}, max(1, rounds // 3)),
        ("Een vol beraad", {"bare_field": home, "talk": full}, max(1, rounds // 3)),
        ("Het groepsscherm", {"beamer": full}, 1),
        ("Bewaren", {"keeping": other}, 1),
        ("De kluis", {"vault": vault, "locked": vault}, max(1, rounds // 3)),
        ("Een reservekopie", {"backing_up": vault}, max(1, rounds // 3)),
        (
            "Het verslag",
            {"plain_report": home, "report": home, "report_ready": home},
            max(1, rounds // 3),
        ),
        ("Nalezen", {"review": other}, max(1, rounds // 3)),
        (f"{_SIGNALS} signalen tellen", {"counted": town}, max(1, rounds // 3)),
        ("Signalen zoeken", {"signals": town}, max(1, rounds // 3)),
        ("Vinden", {"finding": home}, max(1, rounds // 3)),
    ):
        _say(f"{what}, {times} keer …")
        figures |= interleaved(programs, rounds=times)
    _say("200 laptops en een server, 1 keer …")
    figures |= once("municipality", home)
    return figures


def _as_json(lines: Sequence[Line]) -> str:
    machine = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "kernen": os.cpu_count(),
    }
    figures = [asdict(line) | {"ratio": line.ratio} for line in lines]
    return json.dumps({"machine": machine, "figures": figures}, ensure_ascii=False, indent=1)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Meet hoe snel Beraad is, naast een kaal venster in dezelfde ronde."
    )
    parser.add_argument(
        "--rounds", type=int, default=9, metavar="N", help="hoe vaak er gestart wordt (9)"
    )
    parser.add_argument("--json", type=Path, metavar="BESTAND", help="schrijf de cijfers ook hier")
    return parser


if __name__ == "__main__":
    sys.exit(main())
