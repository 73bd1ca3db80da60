"""Through the gate to files: `beraad verslag` and `beraad signalen`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases import PHASES, PhaseState, state
from beraad.privacy.clean import admitted, clean, forbidden_words, leaks
from beraad.records import Session
from beraad.report.blocks import Document
from beraad.report.compose import work_report
from beraad.report.export import Format, export, prove
from beraad.report.files import write
from beraad.report.house.style import House
from beraad.report.json import render_signals
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile


def write_report(
    path: Path,
    formats: Sequence[str],
    target: Path,
    *,
    house: House,
    say: Callable[[str], None],
) -> None:
    """Write the werkverslag of the beraad in a file; what already stands there is left alone.

    Raises Solvable when the beraad cannot be opened, says nothing yet, or cannot be written.
    """
    with SessionFile.open(path) as file:
        session = file.session
    if all(state(phase, session) is PhaseState.EMPTY for phase in PHASES):
        raise Solvable(
            "In dit beraad is nog niets opgeschreven, dus er is geen verslag te maken.",
            way_out="Open het beraad en vul eerst een ronde in.",
        )
    wanted = [Format(form) for form in formats]
    document = replace(work_report(clean(session)), house=house)
    for made in proven_export(document, wanted, target, session):
        say(f"Geschreven: {made}")
    say(checked(session))


def write_signals(folder: Path, target: Path, *, say: Callable[[str], None]) -> None:
    """Write all signals of the register in one JSON file, in the place of an earlier one.

    Raises Solvable when there are none, or the file cannot be written.
    """
    path = register_path(folder, practice=False)
    signals = ()
    if path.exists():
        with Register.open(path) as register:
            signals = register.signals()
    if not signals:
        raise Solvable(
            f"In {folder} staan nog geen signalen in het register.",
            way_out="Zet eerst een signaal in het register, of kies een andere map met --sessions.",
        )
    made_folder(target.parent)
    write(target, render_signals(map(admitted, signals)).encode(), replace=True)
    say(f"Geschreven: {target} ({len(signals)} {'signaal' if len(signals) == 1 else 'signalen'})")


def proven_export(
    document: Document,
    formats: Sequence[Format],
    target: Path,
    session: Session,
    *,
    replace: bool = False,
) -> tuple[Path, ...]:
    """Write a document and read it back. Raises Solvable when what had to go is still there."""
    result = export(
        document,
        formats,
        made_folder(target),
        leaks=partial(leaks, session=session),
        replace=replace,
    )
    if result is None:
        return ()
    prove(document, result, forbidden_words(session))
    return result.paths


def checked(session: Session) -> str:
    """What was checked about the files, in one sentence."""
    return f"Gecontroleerd: 0 van {len(forbidden_words(session))} weggehaalde woorden gevonden."


def made_folder(folder: Path) -> Path:
    """Return the folder, made when it was not there. Raises Solvable when that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Solvable(
            f"De map {folder} is niet te maken.", way_out="Kies een andere map."
        ) from error
    return folder
