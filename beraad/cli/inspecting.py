"""`beraad controleer` on a finished document: what it is, and whether the gate held."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beraad.cli.opening import session_in
from beraad.privacy.clean import forbidden_words, words_in_places
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.proving import Checked
from beraad.records import Session
from beraad.report.compose import fixed_words
from beraad.report.inspecting import Inspection
from beraad.report.inspecting.apart import inspect_apart, sought_apart
from beraad.report.plain import plain_text
from beraad.report.proof import stands_in


def look_at(path: Path, say: Callable[[str], None]) -> Inspection:
    """Tell what a document is made of: a line for everything that was looked at.

    Raises Solvable when the file is not what its name says, or asks too much.
    """
    inspection = inspect_apart(path)
    for check in inspection.checks:
        say(f"{'in orde' if check.holds else 'let op '}  {check.subject}: {check.found}")
    return inspection


def look_for_removed(
    path: Path, source: Path, lexicon: Lexicon, say: Callable[[str], None]
) -> bool:
    """Tell whether a word that was taken out of a beraad stands in the document.

    Tells where it stands, never which word. Raises Solvable when one of them cannot be read.
    """
    session = session_in(source)
    forbidden = forbidden_words(session, lexicon)
    own = frozenset(stands_in(_fixed_words(session, lexicon), forbidden))
    sought = [word for word in forbidden if word not in own]
    found = sought_apart(path, sought)
    told = f"Gecontroleerd: {found.number} van {len(forbidden)} weggehaalde woorden gevonden."
    unsought = len(words_in_places(session, lexicon))
    say(told if found.number else Checked(words=len(forbidden), unsought=unsought).sentence)
    for place in found.places:
        say(f"let op   Er staat nog een woord in {place}.")
    return bool(found.number)


def _fixed_words(session: Session, lexicon: Lexicon) -> str:
    """What documents of this beraad say by themselves, such as their headings."""
    documents = (each.compose(session, lexicon) for each in PUBLICATIONS.values())
    return "\n".join(plain_text(fixed_words(document)) for document in documents)
