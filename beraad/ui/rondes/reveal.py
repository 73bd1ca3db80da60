"""Which afwegingen the group may see: all that are written when the gespreksleider says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from beraad.records import Id, Session


class Reveal(QObject):
    """Lasts as long as the beraad is open; what is written later waits for the next time."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: frozenset[Id] = frozenset()
        self._unseen = "uit"

    @property
    def ids(self) -> frozenset[Id]:
        """The afwegingen that may be seen."""
        return self._ids

    @property
    def unseen(self) -> str:
        """Why the group's screen shows nothing of it, in a word; empty when it does."""
        return self._unseen

    def put_on(self, unseen: str) -> None:
        """Say how the group's screen stands: whether it shows what may be seen."""
        if unseen != self._unseen:
            self._unseen = unseen
            self.changed.emit()

    def everything(self, session: Session) -> None:
        """Reveal every afweging that is written now, all at once."""
        self._become(written_in(session))

    def nothing(self) -> None:
        """Take them out of sight again."""
        self._become(frozenset())

    def _become(self, ids: frozenset[Id]) -> None:
        if ids != self._ids:
            self._ids = ids
            self.changed.emit()


def written_in(session: Session) -> frozenset[Id]:
    """The afwegingen that are written or begun."""
    return frozenset(one.id for one in session.considerations if not one.abstains)


def asks_first(session: Session) -> str:
    """What to ask before the afwegingen are shown; empty when everybody has written.

    Who waits for the rest knows whose the few are that stand there.
    """
    weighing = [one for one in session.participants if one.weighs]
    mine = [session.consideration_of(one.id) for one in weighing]
    begun = [one for one in mine if one is not None and not one.abstains]
    lacks = sum(one is None for one in mine) + sum(one.choice_id is None for one in begun)
    if len(weighing) == 1 or not (lacks or len(begun) == 1):
        return ""
    few = " Dan weet iedereen van wie die is." if len(begun) == 1 else ""
    verb = "is" if len(begun) == 1 else "zijn"
    unready = sum(one.choice_id is None for one in begun)
    rest = f", waarvan {unready} nog zonder keuze" if unready else ""
    return f"{len(begun)} van de {len(weighing)} kaarten {verb} begonnen{rest}.{few} Toch tonen?"
