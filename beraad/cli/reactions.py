"""`beraad reacties`: what those present wrote in a concept that was sent round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beraad.errors import Solvable
from beraad.report.inspecting.apart import reactions_apart
from beraad.report.inspecting.reactions import readable


def list_reactions(path: Path, say: Callable[[str], None]) -> None:
    """Tell each reaction in a file after what was asked there; never whose it is.

    Raises Solvable for another kind of file, and for one that is not what its name says.
    """
    if not readable(path.suffix.lower()):
        raise Solvable(
            "Uit dit bestand zijn geen reacties te lezen: alleen uit Word en ODT.",
            kept="Er is niets veranderd.",
            way_out="Typ de reacties over in het scherm Document maken.",
        )
    found = reactions_apart(path)
    for one in found:
        say(f"{one.label}\n  {one.text.replace(chr(10), chr(10) + '  ')}\n")
    if not found:
        say("Er staat geen reactie in dit bestand.")
