"""How one rater saw a scripted beraad, in a file to give on; and several of them side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.behaviours import Behaviour, Label
from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.records import PhaseKey, new_id
from beraad.store.places import practice_folder
from beraad.training.observing.agreement import Agreement, agreement
from beraad.training.observing.notebook import Notebook
from beraad.training.observing.scripted import Scripted, scripted

SUFFIX = ".ijking"
_KIND = "ijking"
_LABEL, _NOTICED, _DONE = "gedrag ", "gezien ", "klaar"
_OTHERS = "anderen"
"""Under this the sheets of others lie in one's own, and never in what is given on."""


class Rating:
    """What a rater notes. Each deed is on disk when it returns, or raises Solvable."""

    def __init__(self, notebook: Notebook, piece: Scripted) -> None:
        self._notebook = notebook
        self.piece = piece

    @classmethod
    def of(cls, folder: Path, piece: Scripted) -> Rating:
        """Go on with one's own of this piece, or begin; among the oefeningen of this folder."""
        path = practice_folder(folder) / f"ijking-{piece.name}{SUFFIX}"
        if path.exists():
            return cls.open(path, is_whole=False)
        head = {"stuk": piece.name, "id": new_id()}
        return cls(Notebook.begin(path, _KIND, head), piece)

    @classmethod
    def open(cls, path: Path, *, is_whole: bool = True) -> Rating:
        """One that somebody made. Raises Solvable when it is not understood, or cut off."""
        notebook = Notebook.open(path, _KIND, is_whole=is_whole)
        named = {piece.name: piece for piece in scripted()}
        piece = named.get(str(notebook.head.get("stuk")))
        if piece is None:
            raise Solvable(
                f"Bij {untrusted.shown(path.name)} hoort een stuk dat er hier niet is.",
                kept="Er is niets geopend.",
                way_out="Gebruik aan alle kanten dezelfde versie van Beraad.",
            )
        if why := _not_of(piece, notebook, is_own=not is_whole):
            raise Solvable(
                f"In {untrusted.shown(path.name)} klopt iets niet: {why.removesuffix('.')}.",
                kept="Er is niets geopend.",
                way_out="Vraag de maker om het bestand opnieuw mee te geven.",
            )
        return cls(notebook, piece)

    @property
    def identity(self) -> str:
        """By which it is known again, whatever its file is called."""
        return str(self._notebook.head.get("id"))

    @property
    def noticed(self) -> frozenset[int]:
        """The lines where the rater noticed something, counted from 0."""
        return frozenset(
            number for number in range(len(self.piece.lines)) if self._said(f"{_NOTICED}{number}")
        )

    def notice(self, number: int, *, noticed: bool) -> None:
        """Say that something happens in this line, or that it does not after all."""
        self._require_open()
        self._notebook.note("", f"{_NOTICED}{number}", noticed or None)

    @property
    def labels(self) -> Mapping[tuple[PhaseKey, str], Label]:
        """By ronde and behaviour."""
        return dict(self._labels())

    def label(self, phase: PhaseKey, key: str, label: Label | None) -> None:
        """Say how this behaviour was seen. Raises ValueError once it is done."""
        self._require_open()
        self._notebook.note(phase, _LABEL + key, label)

    @property
    def is_done(self) -> bool:
        """Whether the rater laid it beside the key: then it changes no more."""
        return bool(self._said(_DONE))

    def finish(self) -> None:
        """Let nothing be changed any more."""
        self._require_open()
        self._notebook.note("", _DONE, True)

    def write_copy(self, folder: Path) -> Path:
        """Write it as a file to give on, and return that. Raises Solvable."""
        path = folder / f"ijking {self.piece.name} {self.identity[:4]}{SUFFIX}"
        return self._notebook.give(path, without={_OTHERS})

    @property
    def others(self) -> tuple[Rating, ...]:
        """What others saw in this piece, as it was brought, where it is understood."""
        return tuple(self._read_others())

    def bring(self, other: Rating) -> None:
        """Keep what another rater saw beside one's own, in the place of an earlier one of theirs.

        Raises Solvable, and then it is not kept.
        """
        self._notebook.note("", _OTHERS, [*self._others_than(other), other.told])

    def let_go_of(self, other: Rating) -> None:
        """Keep the sheet of this other rater no more. Raises Solvable, and then it stays."""
        self._notebook.note("", _OTHERS, self._others_than(other) or None)

    def _others_than(self, other: Rating) -> list[dict[str, Any]]:
        return [each.told for each in self.others if each.identity != other.identity]

    @property
    def left_open(self) -> int:
        """How many behaviours have no label."""
        return len(self.piece.items) - len(self.labels)

    @property
    def told(self) -> dict[str, Any]:
        """What this rater saw, as it lies in the sheet of another."""
        seen = [[*each] for each in self._notebook if each[1] != _OTHERS and each[2] is not None]
        return {"begin": dict(self._notebook.head), "gezien": seen}

    def _read_others(self) -> Iterator[Rating]:
        said = self._said(_OTHERS)
        for each in cast("list[Any]", said) if isinstance(said, list) else []:
            try:
                head = dict(each["begin"])
                noted = {(place, name): value for place, name, value in each["gezien"]}
                notebook = Notebook(self._notebook.path, _KIND, head, noted)
                is_ours = head.get("stuk") == self.piece.name
                if is_ours and not _not_of(self.piece, notebook, is_own=False):
                    yield Rating(notebook, self.piece)
            except (KeyError, TypeError, ValueError, AttributeError):
                continue

    def lacks(self, other: Rating) -> bool:
        """Whether something that stands in the other one is not here: a part was cut off."""
        return bool(other.labels.keys() - self.labels.keys() or other.noticed - self.noticed)

    def begin_anew(self) -> None:
        """Throw it away, to look once more. Raises Solvable when that fails."""
        self._notebook.take_away()

    def _labels(self) -> Iterator[tuple[tuple[PhaseKey, str], Label]]:
        for one in self.piece.items:
            said = self._notebook.of(one.place, _LABEL + one.key)
            if isinstance(said, str) and said in list(Label):
                yield (PhaseKey(one.place), one.key), Label(said)

    def _said(self, name: str) -> object:
        return self._notebook.of("", name)

    def _require_open(self) -> None:
        if self.is_done:
            msg = "what was laid beside the key changes no more"
            raise ValueError(msg)


def _not_of(piece: Scripted, notebook: Notebook, *, is_own: bool) -> str:
    """What does not fit this piece, in words; empty when everything does."""
    if not isinstance(notebook.head.get("id"), str):
        return "er staat niet in welk blad het is"
    known = {(one.place, _LABEL + one.key) for one in piece.items}
    once = {_DONE, *(f"{_NOTICED}{number}" for number in range(len(piece.lines)))}
    for place, name, value in notebook:
        if is_own and (place, name) == ("", _OTHERS):
            continue
        if (place, name) in known:
            if value is not None and value not in list(Label):
                where = part_name(Course(), place).lower()
                said = untrusted.shown(str(value))
                return f"bij {where} staat “{said}”. Kies uit {', '.join(Label)}"
        elif place or name not in once:
            return _stranger(place, name)
        elif value is not None and value is not True:
            return f"“{untrusted.shown(name)}” is niet ja en niet leeg"
    return ""


def _stranger(place: str, name: str) -> str:
    """What is noted of something that is not in the piece."""
    if name.startswith(_NOTICED) and not place:
        line = untrusted.shown(name.removeprefix(_NOTICED))
        return f"regel “{line}” komt in dit stuk niet voor"
    if name.startswith(_LABEL):
        key = untrusted.shown(name.removeprefix(_LABEL))
        where = (
            part_name(Course(), place).lower() if place in list(PhaseKey) else "een onbekend deel"
        )
        return f"“{key}” is geen gedrag van {where} in dit stuk"
    return f"“{untrusted.shown(name)}” is niet te begrijpen"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedItem:
    """One behaviour as several saw it.

    Attributes:
        chosen: what each chose in this piece, oneself first; None where somebody left it open.
        agreed: of what was chosen; None when no two rated it.
    """

    item: Behaviour
    chosen: tuple[Label | None, ...]
    agreed: Agreement | None


def side_by_side(piece: Scripted, ratings: Sequence[Rating]) -> tuple[RatedItem, ...]:
    """Every item of this piece, as those who rated it saw it.

    What they chose and how far they agreed are both of this piece, and of no other.
    """
    here = [rating for rating in ratings if rating.piece.name == piece.name]
    return tuple(_rated(item, here) for item in piece.items)


def _rated(item: Behaviour, here: Sequence[Rating]) -> RatedItem:
    where = PhaseKey(item.place), item.key
    chosen = tuple(rating.labels.get(where) for rating in here)
    labels = [label for label in chosen if label is not None]
    return RatedItem(item=item, chosen=chosen, agreed=agreement([labels], choices=len(Label)))
