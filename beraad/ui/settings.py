"""What the user chose about the window and for every new beraad; never anything of a beraad."""

from __future__ import annotations

import errno
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, Signal

from beraad import untrusted
from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.private import make_private
from beraad.publishing.lengths import Length
from beraad.store.organisation import NOBODY, Organisation, refused
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.theme.scale import GROUP_TEXT_SIZES, TEXT_SIZES

if TYPE_CHECKING:
    from beraad.editing.beginning import Defaults
    from beraad.phases.marks import Thresholds

_T = TypeVar("_T")

SHORTEST, LONGEST = 20, 480
"""Minutes that a beraad can take."""

KEEP_MONTHS = (0, 3, 6, 12, 24, 60)
"""Months that a verslag can usually be kept; 0 decides nothing."""

IDLE_MINUTES = (2, 5, 15, 30, 60)
"""Minutes after which a vault can be locked when nobody does anything."""

FORMS = ("pdf", "md", "html", "odt", "docx", "json", "mdto.xml")
"""Every form of a document, by the extension of its file; they are loaded with the documents."""

USUAL_FORMS = frozenset({"pdf", "md", "json"})
"""Forms that are ticked at first; the rest is for who goes on writing in it or publishes it."""

USUAL_PAPERS = frozenset({"rondekaart", "afwegingskaart"})
"""What most groups print, by the name of the form."""

FILE_NAME = "instellingen.ini"

LONGEST_TEXT = 20_000
"""Signs that a text may have that stands ready for every new beraad; all of them fit the file."""

_LINE = re.compile(r"\s*|\s*[;#].*|\s*\[[^\]\x00]*\]\s*|[^=\x00]+=(?!\s*\"?@(?!@))[^\x00]*")
"""A line of such a file: of what Qt would make an object, which we never write, it is none."""

_NONSENSE = "er staan geen instellingen in"

_MOST_ASIDE = 100
"""How many such files may lie aside."""


class _Choice(Generic[_T]):
    """One thing that was chosen: under which key, and how it is written and read.

    `read` returns None for a text that says nothing; then, and when nothing was chosen, `usual`
    holds. `possible` names what can be chosen, where that is not just anything.
    """

    def __init__(
        self,
        key: str,
        usual: Callable[[], _T],
        read: Callable[[str], _T | None],
        write: Callable[[_T], str] = str,
        possible: Callable[[], str] = str,
    ) -> None:
        self.key = key
        self.possible = possible
        self._usual = usual
        self._read = read
        self._write = write

    def __get__(self, settings: Settings, owner: type[Settings]) -> _T:
        for said in settings.said(self.key):
            chosen = self._read(said)
            if chosen is not None:
                return chosen
        return self._usual()

    def __set__(self, settings: Settings, value: _T) -> None:
        settings.keep(self.key, self._write(value))

    def can_be(self, text: str) -> bool:
        """Whether a text says something here, and nothing else."""
        return self._read(text) is not None


def _one_of(
    key: str, choices: Callable[[], Collection[int]], usual: Callable[[], int]
) -> _Choice[int]:
    def read(text: str) -> int | None:
        return next((choice for choice in choices() if str(choice) == text), None)

    return _Choice(key, usual, read, possible=lambda: _told(choices()))


def _told(choices: Collection[object]) -> str:
    """What can be chosen, in words."""
    if isinstance(choices, range):
        return f"{choices[0]} tot en met {choices[-1]}"
    *others, last = map(str, choices)
    return f"{', '.join(others)} of {last}"


def _marks() -> ModuleType:
    # The method is loaded with the first beraad, not with the first window.
    from beraad.phases import marks

    return marks


def _usual() -> Thresholds:
    return _marks().Thresholds()


def home() -> Path:
    """The user's own folder; where this user has none, the folder Beraad was started in."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def _switch(key: str, on: str, off: str) -> _Choice[bool]:
    known = {on: True, off: False}
    return _Choice(key, lambda: True, known.get, lambda wanted: on if wanted else off)


def _words(key: str) -> _Choice[str]:
    return _Choice(
        key,
        str,
        lambda text: text if len(text) <= LONGEST_TEXT else None,
        lambda text: text[:LONGEST_TEXT],
    )


class _Forms(_Choice[frozenset[str]]):
    """The forms of a document; a user may want none of them, and a file may name older ones."""

    def __init__(self, key: str) -> None:
        super().__init__(
            key,
            lambda: USUAL_FORMS,
            self._known,
            lambda forms: " ".join(sorted(forms)),
            lambda: _told(FORMS),
        )

    def can_be(self, text: str) -> bool:
        return set() < set(text.split()) <= set(FORMS)

    @staticmethod
    def _known(text: str) -> frozenset[str] | None:
        chosen = frozenset(text.split()).intersection(FORMS)
        return chosen if chosen or not text else None


def _papers(key: str) -> _Choice[frozenset[str]]:
    def read(text: str) -> frozenset[str]:
        return frozenset(text.split())

    return _Choice(key, lambda: USUAL_PAPERS, read, lambda papers: " ".join(sorted(papers)))


def _bytes(key: str) -> _Choice[bytes]:
    def read(text: str) -> bytes | None:
        try:
            return b64decode(text, validate=True)
        except ValueError:
            return None

    return _Choice(key, bytes, read, lambda kept: b64encode(kept).decode())


class _Folder(_Choice[Path | None]):
    """A place, or none: that is a choice too, and goes before what an organisation chose."""

    def __init__(self, key: str) -> None:
        super().__init__(
            key,
            lambda: None,
            lambda text: Path(text) if text else None,
            lambda folder: "" if folder is None else str(folder),
        )

    def __get__(self, settings: Settings, owner: type[Settings]) -> Path | None:
        said = next(settings.said(self.key), "")
        return Path(said) if said else None


def _length(key: str) -> _Choice[Length]:
    known = {length.value: length for length in Length}
    return _Choice(
        key, lambda: Length.SHORT, known.get, lambda length: length.value, lambda: _told(known)
    )


def _theme(key: str) -> _Choice[ThemeChoice]:
    known = {theme.value: theme for theme in ThemeChoice}
    return _Choice(
        key, lambda: ThemeChoice.SYSTEM, known.get, lambda theme: theme.value, lambda: _told(known)
    )


class Settings:
    """Kept in a small file of our own, for this user alone.

    Where nothing was chosen, what the organisation chose for everybody holds.

    Attributes:
        theme: the colours that were chosen.
        percent: the text size that was chosen, in percent.
        spelling: whether words that the dictionary does not know are underlined.
        underlines: whether what may identify somebody is underlined while one writes.
        group_theme: the colours for the group's screen; SYSTEM follows the laptop.
        group_percent: the text size for the group's screen, in percent.
        listening: whether hints are wanted beside what is written.
        window_place: where the window stood and how large, in Qt's own form; empty when it never
            stood anywhere.
        length: how long the last werkverslag was.
        formats: the forms in which documents are made, by the extension of their files.
        team, confidentiality, report_content, first_reader, minutes, months: what stands ready in
            every new beraad; see `Defaults`.
        minutes_as_typed: what stands in the field for minutes while it is no number that fits.
        papers: the forms that were chosen to print, by name; a name may be of no form any more.
        fills_papers: whether the moral question and the choices are put on them.
        begins: when a talk usually begins, as it was typed on the page of forms; perhaps no time.
        sessions_folder: the folder that was chosen for the beraden; None for the usual one.
        copies_folder: where backups are made besides, on another disk for example.
        export_folder: where documents were last written to.
        shared_folder: where laptops hand each other the register.
        pulse_team: the team of a pulse that somebody named and did not begin yet.
        municipal_address: where the register of the municipality is, never with a password; empty
            when there is none.
        municipal_certificate: the file that its certificate is signed by; None for what the system
            trusts.
        municipal_always: whether to meet it at the begin and the end, without being asked.
        problem: why our file cannot be used, if so, and where it lies now: it was put aside as it
            is, and what is chosen goes into a new one; else why that of the organisation cannot.
        chosen: a signal with the key of what was chosen.
        idle_minutes: after how many minutes in which nobody does anything a vault is locked.
        plain_chosen: whether somebody was offered a vault and said not now.
    """

    theme = _theme("weergave/thema")
    percent = _one_of("weergave/tekst", lambda: TEXT_SIZES, lambda: TEXT_SIZES[0])
    spelling = _switch("weergave/spelling", "ja", "nee")
    underlines = _switch("weergave/onderstrepen", "ja", "nee")
    group_theme = _theme("groepsscherm/thema")
    group_percent = _one_of("groepsscherm/tekst", lambda: GROUP_TEXT_SIZES, lambda: 100)
    listening = _switch("luisterhulp/tips", "aan", "uit")
    window_place = _bytes("venster/plaats")
    sessions_folder = _Folder("beraden/map")
    copies_folder = _Folder("reservekopie/map")
    idle_minutes = _one_of("kluis/minuten", lambda: IDLE_MINUTES, lambda: 15)
    plain_chosen = _Choice(
        "kluis/nu niet",
        lambda: False,
        {"ja": True, "nee": False}.get,
        lambda said: "ja" if said else "nee",
    )
    export_folder = _Choice("verslag/map", home, lambda text: Path(text) if text else None)
    shared_folder = _Choice("signalen/map", home, lambda text: Path(text) if text else None)
    municipal_address = _words("gemeente/adres")
    municipal_certificate = _Folder("gemeente/certificaat")
    municipal_always = _Choice(
        "gemeente/vanzelf",
        lambda: False,
        {"ja": True, "nee": False}.get,
        lambda wanted: "ja" if wanted else "nee",
    )
    length = _length("verslag/lengte")
    formats = _Forms("verslag/vormen")
    team = _words("standaard/team")
    confidentiality = _words("standaard/vertrouwelijkheid")
    report_content = _words("standaard/verslag")
    first_reader = _words("standaard/eerste lezer")
    minutes = _one_of("standaard/minuten", lambda: range(SHORTEST, LONGEST + 1), lambda: 90)
    minutes_as_typed = _words("standaard/minuten zoals getypt")
    begins = _words("formulieren/begint")
    pulse_team = _words("pols/team")
    papers = _papers("formulieren/gekozen")
    fills_papers = _switch("formulieren/invullen", "ja", "nee")
    months = _one_of("standaard/bewaren", lambda: KEEP_MONTHS, lambda: 0)
    _soon = _one_of("tijd/eerst", lambda: _marks().SOON_CHOICES, lambda: _usual().soon)
    _nearly = _one_of("tijd/bijna", lambda: _marks().NEARLY_CHOICES, lambda: _usual().nearly)
    _late = _one_of("tijd/uitloop", lambda: _marks().LATE_CHOICES, lambda: _usual().late)

    def __init__(
        self, path: Path, organisation: Organisation = NOBODY, *, puts_aside: bool = True
    ) -> None:
        """Who can tell nobody about it `puts_aside` nothing, and goes on with what is usual."""
        why = _unreadable(path)
        self.problem: Solvable | None = None
        if why:
            aside = _put_aside(path) if puts_aside else None
            self.problem = _problem(path, why, aside)
            if aside is None:
                path = path.with_name(f"{path.stem}-nieuw{path.suffix}")
        self._organisation = _possible(organisation)
        self.problem = self.problem or self._organisation.problem
        self._path = path
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        self._listeners = _Listeners()
        self.chosen = self._listeners.chosen

    @property
    def thresholds(self) -> Thresholds:
        """When the clock says something."""
        return _marks().Thresholds(soon=self._soon, nearly=self._nearly, late=self._late)

    @thresholds.setter
    def thresholds(self, thresholds: Thresholds) -> None:
        self._soon = thresholds.soon
        self._nearly = thresholds.nearly
        self._late = thresholds.late

    @property
    def meets_unasked(self) -> bool:
        """Whether the register of the municipality is met at the begin and the end, unasked."""
        return self.municipal_always and bool(self.municipal_address)

    @property
    def defaults(self) -> Defaults:
        """What stands ready in every new beraad."""
        from beraad.editing.beginning import Defaults

        return Defaults(
            team=self.team,
            confidentiality=self.confidentiality,
            report_content=self.report_content,
            first_reader=self.first_reader,
            minutes=self.minutes,
            months=self.months,
        )

    def said(self, key: str) -> Iterator[str]:
        """What was chosen under a key: by the user unless it is fixed, then for everybody."""
        given = self._organisation.values.get(key)
        own = None if self.is_fixed(key) else self.kept(key)
        yield from (each for each in (own, given) if each is not None)

    def is_fixed(self, key: str) -> bool:
        """Whether the organisation chose this for good."""
        return key in self._organisation.fixed

    def is_given(self, key: str) -> bool:
        """Whether what holds now is the choice of the organisation."""
        return key in self._organisation.values and (self.is_fixed(key) or self.kept(key) is None)

    def kept(self, key: str) -> str | None:
        """What is written under a key; None when nothing is."""
        kept: object = self._settings.value(key)
        if isinstance(kept, list):  # Somebody wrote a comma without quotes around the text.
            kept = ", ".join(str(part) for part in cast("list[object]", kept))
        return None if kept is None else str(kept)

    def keep(self, key: str, text: str) -> None:
        """Write under a key, in a file that nobody else can read; not what is fixed."""
        if self.is_fixed(key):
            return
        # Where that fails Qt fails too, and the choice holds until the window closes.
        with suppress(OSError):
            make_private(self._path)
        self._settings.setValue(key, text)
        self.chosen.emit(key)


class _Listeners(QObject):
    """Who wants to know what was chosen, by its key."""

    chosen = Signal(str)


def place_of_settings(folder: Path) -> Path:
    """Where this user's choices lie; beside the beraden for who has no folder of their own."""
    from beraad.store.own_folders import settings_folder

    try:
        return settings_folder() / FILE_NAME
    except RuntimeError:
        return folder / FILE_NAME


def folder_in_use(settings: Settings, folder: Path) -> tuple[Path, Path | None]:
    """The folder that was chosen in the window while it is there, else this one; and one missed."""
    chosen = settings.sessions_folder
    if chosen is None:
        return folder, None
    is_there = os.path.isdir(chosen)  # noqa: PTH112 - False for all trouble
    return (chosen, None) if is_there else (folder, chosen)


def _possible(organisation: Organisation) -> Organisation:
    """What an organisation chose, or nothing when one value is none that can be chosen here."""
    every = cast("dict[str, object]", vars(Settings)).values()
    choices = {
        each.key: (each.can_be, each.possible) for each in every if isinstance(each, _Choice)
    }
    for key, value in organisation.values.items():
        can_be, possible = choices[key]
        if not can_be(value):
            shown = untrusted.shown(value)
            return refused(f"“{key}” kan niet “{shown}” zijn, wel {possible()}")
    return organisation


def _unreadable(path: Path) -> str:
    """Why this is no file that we wrote, or somebody by hand as we would; empty when it is one."""
    try:
        lines = untrusted.read_text(path).split("\n")
    except FileNotFoundError:
        return ""
    except OSError as error:
        return "" if error.errno == errno.ENOENT else str(error.strerror)
    except UnicodeDecodeError:
        return _NONSENSE
    return "" if all(map(_LINE.fullmatch, lines)) else _NONSENSE


def _put_aside(path: Path) -> Path | None:
    """Give it another name, whatever it is; None when the folder does not let that happen."""
    for number in range(1, _MOST_ASIDE):
        aside = path.with_name(f"{path.stem}-onleesbaar-{number}{path.suffix}")
        if not os.path.lexists(aside):
            try:
                return patiently(partial(path.rename, aside))
            except OSError:
                return None
    return None


def _problem(path: Path, why: str, aside: Path | None) -> Solvable:
    lies = aside or path
    return Solvable(
        f"Je instellingen waren niet te lezen: {why}.",
        kept=f"Beraad begint met de gewone. De oude liggen in {lies.name}, in {lies.parent}.",
        way_out="Kies opnieuw wat je wilt bij Instellingen."
        if aside
        else f"Haal {path.name} daar weg.",
    )
