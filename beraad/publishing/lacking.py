"""What a document still lacks before it can be made final."""

from __future__ import annotations

from beraad.phases.open_ends import unread_in_report
from beraad.records import Layer, Session
from beraad.report.compose.summary import AGREED


def lacking(session: Session, layer: Layer) -> tuple[str, ...]:
    """What has to happen before this document can be final, in Dutch; nothing when it can be.

    Those present react to a concept, and the inbrenger reads it and agrees.
    """
    found: list[str] = []
    waiting = sum(not reaction.settled for reaction in session.reactions)
    if layer is Layer.WORK and waiting:
        count = "Eén reactie is" if waiting == 1 else f"{waiting} reacties zijn"
        found.append(f"{count} nog niet verwerkt.")
    if layer is Layer.WORK and not session.conclusion.case_owner_agrees:
        found.append(read_again(session) or "De inbrenger heeft nog niet gezegd akkoord te zijn.")
    if layer is Layer.WORK:
        found.extend(unread_in_report(session))
    if layer is Layer.LEARNING and not (session.lesson.approved_by and session.lesson.approved_on):
        found.append("Het leerverslag is nog niet goedgekeurd.")
    return tuple(found)


def read_again(session: Session) -> str:
    """That the inbrenger agreed with an earlier version and not with this one; empty otherwise."""
    if session.conclusion.case_owner_agrees:
        return ""
    agreed = [one for one in session.versions if one.layer is Layer.WORK and AGREED in one.text]
    if not agreed:
        return ""
    last = max(agreed, key=lambda one: one.number)
    mark = f"{'versie' if last.final else 'concept'} {last.number}"
    return (
        f"De inbrenger was akkoord met {mark}. Daarna is het verslag veranderd: laat het opnieuw "
        "lezen."
    )
