"""`beraad reacties`: what those present wrote in a concept that was sent round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import indent

from beraad.cli.streams import say_text
from beraad.publishing.reacted import names_somebody
from beraad.report.asking import ROLE_OF_READER
from beraad.report.inspecting.apart import written_apart
from beraad.report.returned import Kind

_NAMED = "(hier staat een naam; Beraad laat die weg)"


def list_reactions(path: Path, say: Callable[[str], None]) -> None:
    """Tell each reaction in a file after what was asked there; never whose it is.

    Raises Solvable for another kind of file, and for one that is not what its name says.
    """
    found = written_apart(path, Kind.REACTION)
    for one in found:
        say(one.label)
        text = one.text
        if one.name == ROLE_OF_READER and names_somebody(text):
            text = _NAMED
        say_text(indent(text, "  ", lambda _: True), say)
        say("")
    if not found:
        say("Er staat geen reactie in dit bestand: er is niets ingevuld.")
