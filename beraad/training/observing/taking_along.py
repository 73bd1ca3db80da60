"""What an oefening ends with: one thing to keep and one to try, as it is being written."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.phases.course import Course
from beraad.records import PhaseKey
from beraad.training.coaching import Takeaway
from beraad.training.observing.notebook import Notebook

TAKEAWAY: Mapping[str, str] = {
    "behoud": "Dit behoud ik",
    "probeer": "Dit probeer ik",
    "wanneer": "Wanneer",
    "merk": "Hoe merk ik dat het lukt?",
}
"""What is asked in words, by the name it is kept under."""

_PHASE = "ronde"


class TakeawayNotes:
    """Its parts in one place of a notebook. Each deed is on disk when it returns, or raises
    Solvable.

    Attributes:
        course: the rondes there are to try something in.
    """

    def __init__(self, notebook: Notebook, place: str, course: Course) -> None:
        self._notebook = notebook
        self._place = place
        self.course = course

    @property
    def is_begun(self) -> bool:
        """Whether anything of it was ever written, also when that was taken back."""
        names = {*TAKEAWAY, _PHASE}
        return any(place == self._place and name in names for place, name, _ in self._notebook)

    def text(self, name: str) -> str:
        """One of `TAKEAWAY`."""
        said = self._notebook.of(self._place, name)
        return said if isinstance(said, str) else ""

    def write(self, name: str, text: str) -> None:
        """Write down one of these."""
        self._notebook.note(self._place, name, text)

    @property
    def phase(self) -> PhaseKey | None:
        """The ronde in which one tries something."""
        said = self._notebook.of(self._place, _PHASE)
        return PhaseKey(said) if isinstance(said, str) and said in list(PhaseKey) else None

    def try_in(self, phase: PhaseKey | None) -> None:
        """Say in which ronde one tries it."""
        self._notebook.note(self._place, _PHASE, phase)

    @property
    def whole(self) -> Takeaway | None:
        """What is taken along; None as long as a part of it lacks."""
        texts = {name: self.text(name).strip() for name in TAKEAWAY}
        if self.phase is None or not all(texts.values()):
            return None
        return Takeaway(
            keep=texts["behoud"],
            attempt=texts["probeer"],
            when=texts["wanneer"],
            phase=self.phase,
            noticed_by=texts["merk"],
        )

    def lacking(self) -> tuple[str, ...]:
        """What it still lacks, as it is asked."""
        found = [asked for name, asked in TAKEAWAY.items() if not self.text(name).strip()]
        return tuple(found if self.phase else [*found, "In welke ronde"])
