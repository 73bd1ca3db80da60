"""What a document still lacks before it can be made final."""

from __future__ import annotations

from beraad.phases.open_ends import unread_in_report
from beraad.records import Layer, Session


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
        found.append("De inbrenger heeft nog niet gezegd akkoord te zijn.")
    if layer is Layer.WORK:
        found.extend(unread_in_report(session))
    if layer is Layer.LEARNING and not (session.lesson.approved_by and session.lesson.approved_on):
        found.append("Het leerverslag is nog niet goedgekeurd.")
    return tuple(found)
