"""Reading along before something goes out, and declaring it anonymous."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from beraad.errors import Solvable
from beraad.privacy.clean import clean, fingerprint_of
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.leaving.undecided import require_decided
from beraad.privacy.review.refusing import check_role
from beraad.privacy.review.reviewed import all_checked
from beraad.records import Session


def read_along(session: Session, lexicon: Lexicon | None = None, *, role: str, on: date) -> Session:
    """Return the session with who read along. Raises Solvable when that is no name-free role."""
    check_role(session, role, lexicon)
    review = replace(session.review, second_reader=role.strip(), second_read_on=on)
    return replace(session, review=review)


def declared(session: Session, lexicon: Lexicon | None = None, *, role: str, on: date) -> Session:
    """Return the session of which somebody declares the verslag anonymous, as it is now.

    Any later change of what goes out, or of a decision, takes the declaration away. Raises Solvable
    while a place is open, while not all four questions were looked at, and when `role` is no
    name-free role.
    """
    require_decided(clean(session, lexicon))
    if not all_checked(session.review):
        raise Solvable(
            "Nog niet alle vier de vragen zijn nagekeken.",
            kept="Het verslag heet gepseudonimiseerd.",
            way_out="Zet een vinkje bij elke vraag die je hebt nagekeken.",
        )
    check_role(session, role, lexicon)
    signed = replace(
        session, review=replace(session.review, declared_by=role.strip(), declared_on=on)
    )
    mark = fingerprint_of(signed, lexicon)
    return replace(signed, review=replace(signed.review, declared_content=mark))


def withdrawn(session: Session) -> Session:
    """Return the session without a declaration; what was looked at stays looked at."""
    review = replace(session.review, declared_by="", declared_on=None, declared_content=None)
    return replace(session, review=review)
