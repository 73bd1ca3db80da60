"""`beraad` on the command line, also as `python -m beraad` and `python main.py`.

Exit codes: 0 when it is done, 1 for a problem the user can solve or a text in which something was
found, 2 for a command that is wrong.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from beraad.cli.arguments import parser
from beraad.cli.terminal import tamed
from beraad.errors import Solvable

if TYPE_CHECKING:
    from beraad.report.house.style import House


def main(arguments: Sequence[str] | None = None, *, checkout: Path | None = None) -> int:
    """Do what is asked and return the exit code.

    `checkout` is the folder of a checkout; its `sessions` hold the beraden unless told otherwise.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    asked = parser().parse_args(arguments)
    try:
        return _do(asked, checkout)
    except Solvable as problem:
        _complain(problem)
    except BrokenPipeError:
        # Python writes what is left at the end; there is nobody to read that either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stderr.write("Beraad is gestopt: de uitvoer wordt niet meer gelezen.\n")
    except KeyboardInterrupt:
        sys.stderr.write("\nBeraad is gestopt.\n")
    return 1


def _do(asked: argparse.Namespace, checkout: Path | None) -> int:
    """Heavy imports wait until it is known what is asked."""
    if asked.command == "demo":
        from beraad.cli.demo import play_demo

        play_demo(asked.uit, asked.casus, say=_say)
        return 0

    from beraad.store.places import sessions_folder

    folder = sessions_folder(asked.sessions, environment=os.environ, checkout=checkout)
    match asked.command:
        case "controleer":
            from beraad.cli.checking import check

            return check(asked.file, folder, _say, as_json=asked.jsonl, source=asked.beraad)
        case "lijst":
            from beraad.cli.listing import list_sessions

            list_sessions(folder, _say)
        case "verslag":
            from beraad.cli.exporting import write_report
            from beraad.privacy.dutch.municipal_words import own_words

            house = _house(folder, asked.huisstijl)
            write_report(
                asked.file,
                asked.vorm,
                asked.uit,
                layer=asked.laag,
                house=house,
                say=_say,
                words=own_words(folder),
            )
        case "tijden":
            from beraad.cli.timing import list_times

            list_times(asked.file, _say)
        case "lessen":
            from beraad.cli.lessons import list_lessons

            list_lessons(folder, asked.words, _say)
        case "formulieren":
            from beraad.cli.forms import make_forms
            from beraad.privacy.dutch.municipal_words import own_words

            make_forms(
                asked.file,
                asked.welke,
                asked.naar,
                minutes=asked.minuten,
                house=_house(folder, asked.huisstijl),
                words=own_words(folder),
                say=_say,
            )
        case "signalen":
            from beraad.cli.exporting import write_signals

            write_signals(folder, asked.uit, say=_say)
        case _:
            from beraad.app import run

            return run(folder, house_file=asked.huisstijl)
    return 0


def _house(folder: Path, chosen: Path | None) -> House:
    """The house style to use; when it cannot be used that is told, and ours is used."""
    from beraad.report.house.file import house_for

    house, problem = house_for(folder, chosen)
    if problem:
        _complain(problem)
    return house


def _complain(problem: Solvable) -> None:
    parts = (problem.happened, problem.kept, problem.way_out)
    sys.stderr.write(tamed("\n".join(part for part in parts if part)) + "\n")


def _say(line: str) -> None:
    sys.stdout.write(f"{tamed(line)}\n")
    sys.stdout.flush()
