"""`beraad controleer` on a finished document: what it is, and whether the gate held."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beraad.cli.opening import session_in
from beraad.phases.place_labels import place_label
from beraad.privacy.clean import forbidden_words, mentions_removed, words_in_places
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.outgoing import outgoing
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.proving import Checked
from beraad.records import Session
from beraad.report.compose import fixed_words
from beraad.report.inspecting import Inspection
from beraad.report.inspecting.apart import Found, inspect_apart, sought_apart
from beraad.report.plain import plain_text
from beraad.report.proof import stands_in

_MOST_TOLD = 3
_BY_HAND = "de deelnemers, of “nog een woord weghalen”"
_WAY_OUT = (
    "Geef dit document niet door. Open het beraad, ga naar nalezen en zoek die plek. Maak het "
    "document daarna opnieuw. Veranderde iemand het document zelf, haal het woord dan ook daar weg."
)


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

    Tells where it stands and where it was taken out, never which word. Raises Solvable when one of
    them cannot be read.
    """
    session = session_in(source)
    forbidden = forbidden_words(session, lexicon)
    own = frozenset(stands_in(_fixed_words(session, lexicon), forbidden))
    sought = [word for word in forbidden if word not in own]
    found = sought_apart(path, sought)
    count = len({one.number for one in found})
    told = f"Gecontroleerd: {count} van {len(forbidden)} weggehaalde woorden gevonden."
    unsought = len(words_in_places(session, lexicon))
    mentions = mentions_removed(session, lexicon)
    clear = Checked(words=len(forbidden), mentions=mentions, unsought=unsought)
    say(told if count else clear.sentence)
    for number in sorted({one.number for one in found}):
        where = dict.fromkeys(_where(one) for one in found if one.number == number)
        word = sought[number]
        say(f"let op   Er staat nog een woord van {len(word)} tekens in {', '.join(where)}.")
        say(f"         Weggehaald bij: {_taken_from(session, word)}.")
    if found:
        say(_WAY_OUT)
    return bool(found)


def _where(found: Found) -> str:
    return f"{found.place}, regel {found.line}" if found.line else found.place


def _taken_from(session: Session, word: str) -> str:
    """Where in the beraad a word was taken out, as the screen calls it."""
    places = dict.fromkeys(
        place_label(session, address)
        for address, text in outgoing(session)
        if any(stands_in(text, [word]))
    )
    told = list(places)[:_MOST_TOLD]
    more = len(places) - len(told)
    also = (f"en nog {more} plekken" if more > 1 else "en nog 1 plek",) if more else ()
    return "; ".join((*told, *also)) or _BY_HAND


def _fixed_words(session: Session, lexicon: Lexicon) -> str:
    """What documents of this beraad say by themselves, such as their headings."""
    documents = (each.compose(session, lexicon) for each in PUBLICATIONS.values())
    return "\n".join(plain_text(fixed_words(document)) for document in documents)
