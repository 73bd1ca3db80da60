"""What is about to be made: one layer of a beraad, under its version mark, and whether it may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from beraad.errors import Solvable
from beraad.privacy.clean import CleanedSession, told_beside
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.leaving.undecided import require_decided
from beraad.publishing.lacking import lacking
from beraad.publishing.layers import PUBLICATIONS, Publication
from beraad.publishing.lengths import Length
from beraad.publishing.proving import Proven, write_proven
from beraad.publishing.removed import Removed
from beraad.publishing.tied import first_agree, joined, tied, why
from beraad.publishing.versions import Standing, edition, standing, version
from beraad.records import Layer, Session, Version
from beraad.report.blocks import Document
from beraad.report.compose import stamped, work_report
from beraad.report.edition import Edition
from beraad.report.formats import Format
from beraad.report.house.style import House

_NOTHING_WRITTEN = "Er is niets geschreven."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to make.

    Attributes:
        length: how long, for a layer that has two lengths.
        final: as a version that stays, instead of a concept.
        room_for_reactions: with lines on paper for those present.
        tied_agreed: the one whose words can be told apart was asked, and agrees.
    """

    layer: Layer
    length: Length = Length.FULL
    final: bool = False
    room_for_reactions: bool = False
    tied_agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """A document that is ready to be written, as far as nothing stands in the way.

    Attributes:
        session: the beraad it is made of, at one moment.
        house: whose letterhead and colours it gets.
        bare: the whole document without its mark, as a version keeps it.
        shown: what of it goes out, without its mark: the whole, or the same in short.
        mark: None for a layer that has no versions, and for what was never given out.
        missing: what has to happen first, in Dutch; nothing is made while there is any.
        tied: it shows which words are of one participant.
        tied_agreed: that participant agrees.
    """

    session: Session
    lexicon: Lexicon | None
    publication: Publication
    bare: Document
    shown: Document
    standing: Standing
    mark: Edition | None
    missing: tuple[str, ...]
    house: House
    tied: bool = False
    tied_agreed: bool = False

    @property
    def layer(self) -> Layer:
        """For whom it is."""
        return self.publication.layer

    @property
    def document(self) -> Document:
        """The document as it goes out."""
        return stamped(replace(self.shown, house=self.house), self.mark)

    @property
    def removed(self) -> Removed:
        """What must be gone from it."""
        return Removed(session=self.session, lexicon=self.lexicon, layer=self.layer)

    @property
    def is_new(self) -> bool:
        """Whether this is a version that was not given out before."""
        return self.mark is not None and (
            self.standing.latest is None or self.mark.number != self.standing.latest.number
        )

    def as_version(self) -> Version | None:
        """What has to be kept of it once it was given out; None when that is kept already."""
        if self.mark is None or not self.is_new:
            return None
        return version(self.mark, self.bare, self.layer)


class Tied(Solvable):
    """A verslag shows which words are of one participant, and nobody asked them yet."""

    def __init__(self, made: Making) -> None:
        super().__init__(
            why(made.bare, made.standing),
            kept=_NOTHING_WRITTEN,
            way_out=first_agree(made.bare, made.standing),
        )


def making(
    session: Session, lexicon: Lexicon | None, wish: Wish, *, today: date, house: House
) -> Making:
    """Return what this wish comes down to for the beraad as it is now."""
    publication = PUBLICATIONS[wish.layer]
    bare, now = composed(publication, session, lexicon)
    mark = None
    if publication.has_versions:
        mark = edition(now, final=wish.final, today=today)
        mark = replace(mark, room_for_reactions=wish.room_for_reactions and not mark.final)
    return Making(
        session=session,
        lexicon=lexicon,
        publication=publication,
        bare=bare,
        shown=_shown(publication, bare, wish.length),
        standing=now,
        mark=mark,
        missing=lacking(session, wish.layer) if wish.final else (),
        house=house,
        tied=tied(bare, now),
        tied_agreed=wish.tied_agreed,
    )


def as_given_out(
    session: Session,
    lexicon: Lexicon | None,
    layer: Layer,
    *,
    house: House,
    length: Length = Length.FULL,
    tied_agreed: bool = False,
    today: date | None = None,
) -> Making:
    """Return the document under the version it was given out as, or as a concept of `today`.

    What was made final and says something else since has no mark, and is not made. Without a day
    nothing new gets a mark: for who keeps no versions.
    """
    publication = PUBLICATIONS[layer]
    bare, now = composed(publication, session, lexicon)
    mark = None
    if now.latest is not None and not now.changed:
        mark = edition(now, final=now.latest.final, today=now.latest.made_on)
    elif today is not None and publication.has_versions and not now.departs_from_final:
        mark = edition(now, final=False, today=today)
    return Making(
        session=session,
        lexicon=lexicon,
        publication=publication,
        bare=bare,
        shown=_shown(publication, bare, length),
        standing=now,
        mark=mark,
        missing=(),
        house=house,
        tied=tied(bare, now),
        tied_agreed=tied_agreed,
    )


def composed(
    publication: Publication, session: Session, lexicon: Lexicon | None
) -> tuple[Document, Standing]:
    """The whole document, and how it stands.

    When two versions tell what one or two wrote, it says so instead of promising the opposite.
    """
    bare = publication.compose(session, lexicon)
    now = standing(bare, session.versions, publication.layer)
    if isinstance(bare.source, CleanedSession) and joined(bare, now):
        bare = work_report(told_beside(bare.source))
        now = standing(bare, session.versions, publication.layer)
    return bare, now


def _shown(publication: Publication, whole: Document, length: Length) -> Document:
    source, shorten = whole.source, publication.shorten
    if length is Length.SHORT and shorten is not None and isinstance(source, CleanedSession):
        return shorten(source)
    return whole


def require_ready(made: Making) -> None:
    """Raise Solvable when this document may not go out: why, and what to do about it.

    This is the one answer for window, printer and command line: what `require_settled` asks for,
    and no word that was taken out still stands somewhere.
    """
    require_settled(made)
    made.removed.require_gone(made.document)


def require_settled(made: Making, formats: Sequence[Format] = tuple(Format)) -> None:
    """Raise Solvable while somebody still has something to do before this may go out.

    In order: no form was chosen, nothing was written yet, a place is open, it says something else
    than was made final, it lacks what makes it final, it shows what one participant wrote. This
    takes no time; whether nothing was left behind is read by `require_ready`.
    """
    if not formats:
        raise Solvable("Er is nog geen vorm gekozen.", way_out="Kies bijvoorbeeld PDF.")
    if not made.publication.is_written(made.session):
        raise Solvable(
            made.publication.not_written,
            kept=_NOTHING_WRITTEN,
            way_out=made.publication.begin,
        )
    require_decided(made.bare.source)
    latest = made.standing.latest
    if latest is not None and made.mark is None and made.standing.departs_from_final:
        raise Solvable(
            f"Dit document is vastgesteld als versie {latest.number}, en is daarna veranderd: "
            f"{', '.join(made.standing.changed)}.",
            kept=_NOTHING_WRITTEN,
            way_out="Open het beraad en stel het opnieuw vast.",
        )
    if made.missing:
        raise Solvable(
            "Dit document kan nog niet worden vastgesteld.",
            kept=_NOTHING_WRITTEN,
            way_out=" ".join(made.missing),
        )
    if made.tied and not made.tied_agreed:
        raise Tied(made)


def write(
    made: Making,
    formats: Sequence[Format],
    folder: Path,
    *,
    replace: bool = False,
    unwanted: Callable[[], bool] = lambda: False,
) -> Proven | None:
    """Write a document in these formats and read every file back; None when it is `unwanted`.

    All of them are written or none. Raises Solvable like `require_ready` and `write_proven`.
    """
    require_settled(made, formats)
    require_ready(made)
    return write_proven(
        made.document,
        formats,
        folder,
        words=made.removed.words,
        mentions=made.removed.mentions,
        elsewhere=made.removed.elsewhere_in(made.document),
        kept=made.removed.kept,
        replace=replace,
        unwanted=unwanted,
    )
