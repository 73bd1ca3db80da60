"""What a person writes at the gate itself: refused when it would point to somebody."""

from __future__ import annotations

from dataclasses import replace

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import KIND_LABELS, FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.taken_out import told_by
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Decision, Session, Verdict, new_id

_OF_THIS_BERAAD = frozenset({FindKind.PARTICIPANT, FindKind.KNOWN_WORD})


def check_replacement(
    session: Session, text: str, lexicon: Lexicon | None = None, *, key: str = ""
) -> None:
    """Raise Solvable when a replacement would itself point to somebody.

    Neither may it say what this beraad takes out, now or with the find of this `key`.
    """
    for found in find(text, KnownNames.of(session), lexicon):
        if not found.asks:
            raise Solvable(
                f"Deze vervanging kan zelf herkend worden ({KIND_LABELS[found.kind]}).",
                kept="De vervanging die er stond, blijft gelden.",
                way_out="Kies woorden zonder naam, nummer of adres.",
            )
    instead = Decision(id=new_id(), key=key, verdict=Verdict.REPLACE)
    others = tuple(one for one in session.decisions if one.key != key)
    if told_by(Gate.of(replace(session, decisions=(*others, instead)), lexicon), text):
        raise Solvable(
            "In deze vervanging staat een woord dat in dit beraad wordt weggehaald.",
            kept="De vervanging die er stond, blijft gelden.",
            way_out="Kies andere woorden, of laat dat woord eerst op zijn eigen plek staan.",
        )


def check_role(session: Session, role: str, lexicon: Lexicon | None = None) -> None:
    """Raise Solvable when this is no role, or when it points to a person.

    Of a name of this beraad also a doubtful mention is refused.
    """
    if not role.strip():
        raise Solvable("Er staat nog geen rol.", way_out="Schrijf bijvoorbeeld: jurist.")
    for found in find(role, KnownNames.of(session), lexicon):
        if not found.asks or found.kind in _OF_THIS_BERAAD:
            raise Solvable(
                f"Hier hoort een rol, geen {KIND_LABELS[found.kind]}.",
                kept="Er is niets veranderd.",
                way_out="Schrijf wat diegene doet, bijvoorbeeld: jurist van een ander team.",
            )
