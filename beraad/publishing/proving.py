"""From a document to files: every form that was asked for, each read back, or none at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.phrasing import capital, listed
from beraad.report.blocks import Document
from beraad.report.compose import fixed_words
from beraad.report.files import write_all
from beraad.report.formats import Format, format_of, rendered, unprintable
from beraad.report.plain import plain_text
from beraad.report.proof import Stray, stands_in, strays
from beraad.report.rereading import everything_in

_MOST_TOLD = 5
"""Words that are named in one message; there may be more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was looked for in the files and not found, and what may stand there.

    Attributes:
        words: how many words may stand nowhere.
        own: how many of these the document also says for another reason, such as in a heading;
            they were weighed in its text instead of looked for in the file.
        mentions: at how many places something was taken out or said otherwise.
        elsewhere: what went only where it pointed to somebody, and stands there in other places.
        kept: the names of people that somebody decided to leave.
        unsought: how many words went only where they pointed to somebody, when nobody looked
            whether they stand there.
    """

    words: int
    own: int = 0
    mentions: int = 0
    elsewhere: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    unsought: int = 0

    @property
    def sentence(self) -> str:
        """What was checked, and what is no part of that, in Dutch."""
        return " ".join(
            filter(None, (self._gone, self._own, self._elsewhere, self._kept, self._unsought))
        )

    @property
    def _gone(self) -> str:
        if not self.words and not self.mentions:
            return "Gecontroleerd: er is niets weggehaald of vervangen."
        if not self.words:
            places = "één plek" if self.mentions == 1 else f"{self.mentions} plekken"
            return f"Gecontroleerd: op {places} is iets weggehaald of vervangen."
        if self.words == 1:
            return "Gecontroleerd: het weggehaalde woord staat nergens in."
        return f"Gecontroleerd: geen van de {self.words} weggehaalde woorden staat erin."

    @property
    def _own(self) -> str:
        if not self.own:
            return ""
        which = "Eén daarvan is" if self.own == 1 else f"{self.own} daarvan zijn"
        return f"{which} ook een vast woord van dit document en staat alleen daar."

    @property
    def _elsewhere(self) -> str:
        if not self.elsewhere:
            return ""
        told = _quoted(self.elsewhere)
        if len(self.elsewhere) == 1:
            return f"{told} ging alleen weg waar het naar iemand wees, en staat elders nog."
        return f"{told} gingen alleen weg waar ze naar iemand wezen, en staan elders nog."

    @property
    def _kept(self) -> str:
        if not self.kept:
            return ""
        verb = "bleef" if len(self.kept) == 1 else "bleven"
        also = "staat er dus" if len(self.kept) == 1 else "staan er dus"
        return f"{_quoted(self.kept)} {verb} bij het nalezen staan, en {also} nog in."

    @property
    def _unsought(self) -> str:
        if not self.unsought:
            return ""
        more = "nog " if self.words else ""
        if self.unsought == 1:
            told = f"{more}één woord ging alleen weg waar het naar iemand wees; dat kan"
        else:
            told = (
                f"{more}{self.unsought} woorden gingen alleen weg waar ze naar iemand wezen; "
                "die kunnen"
            )
        return f"{capital(told)} elders nog staan."


def _quoted(words: tuple[str, ...]) -> str:
    """The first of these words, with how many more there are."""
    rest = len(words) - _MOST_TOLD
    named = [f"“{word}”" for word in words[:_MOST_TOLD]]
    return listed([*named, f"{rest} andere"] if rest > 0 else named)


@dataclass(frozen=True, slots=True)
class Proven:
    """Files that were written and read back.

    Attributes:
        paths: in the order in which the forms were asked for.
        unprintable: characters that are shown as a box in the PDF.
    """

    paths: tuple[Path, ...]
    checked: Checked
    unprintable: tuple[str, ...] = ()


class Betrayed(Solvable):
    """A file says a word that had to be gone, though the document does not.

    Attributes:
        words: those words.
    """

    def __init__(self, left: tuple[Stray, ...]) -> None:
        self.words = tuple(one.word for one in left)
        told = " en ".join(dict.fromkeys(f"“{one.word}” in {one.place}" for one in left))
        super().__init__(
            f"Er stond nog een woord dat weg moest: {told}.",
            kept="Er is niets geschreven, en je beraad is niet veranderd.",
            way_out="Kies bij nalezen voor dit woord “Laten staan”, of schrijf er iets anders "
            "voor in de plaats.",
        )


def _never() -> bool:
    return False


def write_proven(
    document: Document,
    formats: Iterable[Format],
    folder: Path,
    *,
    words: Iterable[str],
    mentions: int = 0,
    elsewhere: tuple[str, ...] = (),
    kept: tuple[str, ...] = (),
    replace: bool = False,
    unwanted: Callable[[], bool] = _never,
) -> Proven | None:
    """Write the document in these formats and read every file back; None when it is `unwanted`.

    `words` is what must not be found in a file. What the text of the document says as well was
    weighed there (`Removed.require_gone`). `mentions` is at how many places something went, and
    `elsewhere` what may stand there (`Removed`), and `kept` what somebody left, to be told. Raises
    Solvable, with nothing written, while a place is undecided, when a format does not suit the
    document, when a file cannot be written, and Betrayed when one of these words is found in a
    file, with the word and where it stands.
    """
    wanted = tuple(dict.fromkeys(formats))
    files: dict[Path, bytes] = {}
    for form in wanted:
        if unwanted():
            return None
        files[folder / f"{document.stem}.{form}"] = rendered(document, form)
    forbidden = tuple(words)
    own = frozenset(stands_in(_said(document), forbidden))
    own |= {word for word in forbidden if document.house.says(word)}
    sought = tuple(word for word in forbidden if word not in own)

    def prove(path: Path, data: bytes) -> None:
        if left := _left(document, path, data, sought):
            raise Betrayed(left)

    boxes = dict.fromkeys(sign for form in wanted for sign in unprintable(document, form))
    paths = write_all(files, replace=replace, prove=prove, unwanted=unwanted)
    if paths is None:
        return None
    checked = Checked(
        words=len(forbidden), own=len(own), mentions=mentions, elsewhere=elsewhere, kept=kept
    )
    return Proven(paths, checked, tuple(boxes))


def _said(document: Document) -> str:
    """Everything that is said of a document outside its files."""
    return "\n".join((document.stem, document.title, document.subject, plain_text(document)))


def _left(document: Document, path: Path, data: bytes, words: tuple[str, ...]) -> tuple[Stray, ...]:
    """The words in a file that this kind of file does not hold by itself, as code or heading."""
    found = strays(path.stem, everything_in(path.suffix, data), words)
    if not found:
        return ()
    empty = replace(fixed_words(document), house=document.house)
    own = rendered(empty, format_of(path.name))
    by_itself = {stray.word for stray in strays("", everything_in(path.suffix, own), words)}
    return tuple(stray for stray in found if stray.word not in by_itself)
