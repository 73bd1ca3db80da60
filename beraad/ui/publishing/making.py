"""What is about to be made: one layer of the beraad, under its version mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from beraad.editing.issuing import lacking
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import Layer, Session
from beraad.report.blocks import Document
from beraad.report.compose import stamped
from beraad.report.edition import Edition
from beraad.report.house.style import House
from beraad.report.versions import Standing, edition, standing, version
from beraad.ui.report.publication import LESSON, SIGNAL, WORK_REPORT, Publication
from beraad.ui.workspace import Workspace

PUBLICATIONS: Mapping[Layer, Publication] = {
    Layer.WORK: WORK_REPORT,
    Layer.LEARNING: LESSON,
    Layer.SIGNAL: SIGNAL,
}
FOR_WHOM: Mapping[Layer, str] = {
    Layer.WORK: "Voor wie erbij was: alles wat het beraad opleverde, met op de eerste bladzijde "
    "het geheel in het kort.",
    Layer.LEARNING: "Voor andere teams en het archief: de les in algemene woorden, zonder team, "
    "dag of casus.",
    Layer.SIGNAL: "Voor wie het knelpunt kan oplossen: alleen het knelpunt, zonder casus en "
    "zonder personen.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to make.

    Attributes:
        final: as a version that stays, instead of a concept.
        room_for_reactions: with lines on paper for those present.
    """

    layer: Layer
    final: bool = False
    room_for_reactions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """A document that is ready to be written.

    Attributes:
        house: whose letterhead and colours it gets.
        bare: the document without its mark, as a version keeps it.
        mark: None for a layer that has no versions.
        missing: what has to happen first, in Dutch; nothing is made while there is any.
    """

    layer: Layer
    bare: Document
    standing: Standing
    mark: Edition | None
    missing: tuple[str, ...]
    house: House

    @property
    def document(self) -> Document:
        """The document as it goes out."""
        return stamped(replace(self.bare, house=self.house), self.mark)

    @property
    def is_new(self) -> bool:
        """Whether this is a version that was not given out before."""
        return self.mark is not None and (
            self.standing.latest is None or self.mark.number != self.standing.latest.number
        )


def making(session: Session, lexicon: Lexicon, wish: Wish, *, today: date, house: House) -> Making:
    """Return what this wish comes down to for the beraad as it is now."""
    bare = PUBLICATIONS[wish.layer].compose(session, lexicon)
    now = standing(bare, session.versions, wish.layer)
    mark = None
    if wish.layer is not Layer.SIGNAL:
        mark = edition(now, final=wish.final, today=today)
        mark = replace(mark, room_for_reactions=wish.room_for_reactions and not mark.final)
    return Making(
        layer=wish.layer,
        bare=bare,
        standing=now,
        mark=mark,
        missing=lacking(session, wish.layer) if wish.final else (),
        house=house,
    )


def keep_version(workspace: Workspace, made: Making) -> None:
    """Keep what was given out, when it was not given out before."""
    if made.mark is not None and made.is_new:
        workspace.editor.issue(version(made.mark, made.bare, made.layer))
        workspace.keep()
