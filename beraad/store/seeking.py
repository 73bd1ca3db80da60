"""Where somebody is mentioned, over everything there is, and taking that out (AVG 15 and 17)."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from beraad.errors import Solvable
from beraad.phases.dates import iso_week, week_label
from beraad.phases.numbers import counted
from beraad.records import Id, Session
from beraad.records.anatomy import list_sections, single_sections, text_fields
from beraad.store.beside_own import BesideOwn, may_be_ours
from beraad.store.catalog import Summary, look_at
from beraad.store.copies.counts import NAMES
from beraad.store.copies.folder import kept_files
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import copies_in, kind_of, name_of_copy, order_of
from beraad.store.copies.places import copies_of, other_places, places_of_copies
from beraad.store.glance import glance
from beraad.store.last_copies import is_register_lost, only_in_copies
from beraad.store.papers import KINDS, SEALED, is_paper, papers, take_out_of_paper, texts_of
from beraad.store.places import (
    REGISTER_NAME,
    SUFFIX,
    cases_folder,
    courses_folder,
    practice_folder,
    practice_register_folder,
)
from beraad.store.removing import removed
from beraad.store.schemas import tables_of
from beraad.store.session_file import SessionFile
from beraad.store.shredding import BESIDE, shred, without_beside
from beraad.store.strewn import may_hold_words, strewn, strewn_beside
from beraad.store.texts_in_json import texts_in
from beraad.store.tidying import is_draft
from beraad.store.trouble import unwritable
from beraad.store.vault.lines import forget_rows
from beraad.store.whose import identity_of, known_keys

GONE = "[weggehaald]"
"""What comes in the place of a word that was taken out."""

_WAY_TO_UNREAD = (
    "Sluit een schijf aan die er niet is. Zet van een beschadigd bestand een reservekopie terug, "
    "of wis het. Zoek dan nog eens."
)
_WAY_TO_HALF_READ = (
    "Sluit wat open is in een ander programma, of maak ruimte op de schijf. Zoek dan nog eens."
)
_WAY_TO_SEALED = "Vraag wie een portfolio bijhoudt om er zelf in te kijken."
_WAY_TO_OWN = (
    "Heb je een kopie in een eigen map of onder een andere naam niet meer nodig, haal die dan zelf "
    "weg. Anders: zet haar in de map met beraden, onder een naam op .beraad, en zoek nog eens."
)
_WAY_TO_BESIDE = (
    "Zoek ook op de laptop waarvan die reservekopieën zijn. Is die er niet meer, zet ze dan terug "
    "in een nieuwe map en zoek daar, of haal die map weg."
)
_SHORTEST = 2
_EVENTS = "events"
"""The table of which the columns hold JSON."""
_OWN = frozenset({"summary", "head", "own"})
"""Tables that say again what another says, or nothing that was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One text in which the word stands.

    Attributes:
        where: which part of the file, as a user calls it.
        text: the whole text.
        times: how many times the word stands in it.
    """

    where: str
    text: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A file in which the word stands.

    Attributes:
        title: what tells the file apart: week and title of a beraad.
        id: of the beraad; empty for the register, and for what lies beside an oefening.
        is_copy: it lies among the backups.
        is_last: it is a backup of what cannot be read where it belongs, so that it stays.
    """

    path: Path
    title: str
    id: Id
    is_copy: bool
    hits: tuple[Hit, ...]
    is_last: bool = False

    @property
    def times(self) -> int:
        """How many times the word stands in the file."""
        return sum(hit.times for hit in self.hits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What was found.

    Attributes:
        looked: how many files were read whole.
        unread: files that could not be: locked or damaged.
        half_read: files that were, but for what was kept there last; the file is open elsewhere.
        away: folders with backups that are not there now.
        sealed: files that only open with the wachtzin of whose they are, so that nobody else can
            look them through.
        own: what a user put somewhere, or under another name, and may hold words of a beraad.
        beside: folders with backups of another laptop, or of before, that may hold some too.
        staying: which backups stay with the word in them, and as the last line the way to take it
            out of these; empty when none does.
    """

    mentions: tuple[Mention, ...]
    looked: int
    unread: tuple[str, ...]
    half_read: tuple[str, ...] = ()
    away: tuple[Path, ...] = ()
    sealed: tuple[str, ...] = ()
    own: tuple[Path, ...] = ()
    beside: tuple[Path, ...] = ()
    staying: tuple[str, ...] = ()
    failed: tuple[Solvable, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything there is was looked through."""
        return not self.not_looked

    @property
    def not_looked(self) -> tuple[str, ...]:
        """What was not looked through, by its name or its place."""
        places = (*self.away, *self.own, *self.beside)
        return (*self.unread, *self.half_read, *self.sealed, *map(str, places))

    @property
    def way_to_the_rest(self) -> str:
        """How what was not looked through can be; empty when everything was."""
        ways = (
            _WAY_TO_UNREAD if self.unread or self.away else "",
            _WAY_TO_HALF_READ if self.half_read else "",
            _WAY_TO_SEALED if self.sealed else "",
            _WAY_TO_OWN if self.own else "",
            _WAY_TO_BESIDE if self.beside else "",
        )
        return " ".join(filter(None, ways))

    @property
    def losing_copies(self) -> tuple[Id, ...]:
        """The beraden of which every backup goes when the word is taken out: that is not all there
        is left of them.
        """
        last = {each.id for each in self.mentions if each.is_last}
        found = dict.fromkeys(each.id for each in self.mentions if each.id)
        return tuple(each for each in found if each not in last)


def seek(
    folder: Path,
    word: str,
    *,
    unwanted: Callable[[], bool] = lambda: False,
    tell: Callable[[int], None] = lambda _: None,
) -> Sought:
    """Every file with this word: beraden, register, what was removed, and backups; oefeningen, and
    what lies beside them: observations, zelfbeelden, cases.

    Capitals and accents make no difference, and an s behind the word belongs to it. Raises Solvable
    when the word is too short to tell anybody apart.
    """
    pattern = spelled(word)
    everything = tuple(_files(folder))
    sealed = tuple(path.name for path, _ in everything if path.suffix == SEALED)
    files = tuple(each for each in everything if each[0].suffix != SEALED)
    found: list[Mention] = []
    unread: list[str] = []
    half_read: list[str] = []
    read: list[Path] = []
    damaged: list[Path] = []
    for number, (path, is_copy) in enumerate(files, start=1):
        if unwanted():
            break
        try:
            mention = _mention(path, pattern, is_copy=is_copy, missed=half_read.append)
        except (Solvable, sqlite3.Error, OSError):
            unread.append(path.name)
            damaged += [] if is_copy else [path]
        else:
            read += [] if is_copy else [path]
            if mention is not None:
                found.append(mention)
        tell(100 * number // len(files))
    mentions = _with_last(folder, found, read, damaged)
    return Sought(
        mentions=mentions,
        looked=len(files) - len(unread) - len(half_read),
        unread=tuple(unread),
        half_read=tuple(half_read),
        away=tuple(place for place in other_places(folder) if not place.is_dir()),
        sealed=sealed,
        own=_own(folder, {path for path, _ in everything}),
        beside=_beside(folder),
        staying=_told_of_last(mentions),
    )


def _with_last(
    folder: Path, found: list[Mention], read: list[Path], unread: list[Path]
) -> tuple[Mention, ...]:
    """The same, those told apart that are all that is left."""
    copied = {each.id for each in found if each.is_copy and each.id}
    last = only_in_copies(folder, copied, read=read, unread=unread)
    lost = is_register_lost(folder, read)
    return tuple(
        replace(each, is_last=each.is_copy and _is_last(each, last, is_register_lost=lost))
        for each in found
    )


def _is_last(mention: Mention, last: frozenset[Id], *, is_register_lost: bool) -> bool:
    """Of a copy of a beraad that does not say which one, nobody can tell."""
    if mention.path.suffix == SUFFIX:
        return not mention.id or mention.id in last
    return is_register_lost


def spelled(word: str) -> re.Pattern[str]:
    """The word with whatever capitals and accents. Raises Solvable when it is too short."""
    letters = [sign for sign in " ".join(word.split()) if sign.isprintable()]
    if len("".join(letters).strip()) < _SHORTEST:
        raise Solvable("Geef een naam of woord van minstens twee letters.")
    body = "".join(r"\s+" if sign == " " else _any_accent(sign.casefold()) for sign in letters)
    return re.compile(rf"(?<!\w){body}(?:['’]?s)?(?!\w)", re.IGNORECASE)


def take_out(
    folder: Path,
    sought: Sought,
    word: str,
    *,
    now: datetime,
    tell: Callable[[int], None] = lambda _: None,
) -> Sought:
    """Take the word out of every beraad in which it was found, and throw away their backups.

    Those of the register in which it stands too; the register itself is somebody else's. A backup
    that is all that is left stays. A new one is made of what is left. Returns what a new search
    finds: nothing, but for those and for files that are open, or cannot be read or written; and
    why that failed.
    """
    pattern = spelled(word)
    failed: dict[str, Solvable] = {}
    real = [each for each in sought.mentions if not each.is_copy and each.id]
    identities = set(sought.losing_copies)
    taken: set[Path] = set()
    for number, mention in enumerate(real, start=1):
        with _told_in(failed, mention.path):
            _take_out_of(mention.path, pattern)
            taken.add(mention.path)
        if mention.path not in taken:
            identities.discard(mention.id)
        tell(60 * number // len(real))
    for place in places_of_copies(folder):
        for identity in identities:
            for name in copies_of(place, identity):
                with _told_in(failed, place / name):
                    _throw_away(place / name, identity)
    for mention in sought.mentions:
        if mention.is_copy and not mention.id and not mention.is_last:
            with _told_in(failed, mention.path):
                _throw_away(mention.path)
    for mention in sought.mentions:
        if is_paper(mention.path):
            with _told_in(failed, mention.path):
                take_out_of_paper(mention.path, partial(pattern.sub, GONE))
    with suppress(OSError):
        forget_rows(folder)
    with suppress(Solvable):
        back_up(folder, now=now)
    return replace(seek(folder, word), failed=tuple(failed.values()))


@contextmanager
def _told_in(failed: dict[str, Solvable], path: Path) -> Generator[None]:
    """Go on with the next file when this one fails, and remember why."""
    try:
        yield
    except OSError as error:
        problem: Solvable = unwritable(path.parent, error)
    except Solvable as refused:
        problem = refused
    else:
        return
    failed.setdefault(problem.happened, problem)


def _throw_away(copy: Path, whose: str = "") -> None:
    """Shred a backup; the beraad itself keeps its key. Raises OSError."""
    shred(copy, lambda _: None, whose=whose)


def _told_of_last(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    last = [each for each in mentions if each.is_last]
    if not last:
        return ()
    newest: dict[str, Path] = {}
    for each in last:
        of = each.id or name_of_copy(each.path.name, sent=True) or each.path.name
        if of not in newest:
            newest[of] = _newest(each)
    ways = " en ".join(f"beraad herstel {path}" for path in newest.values())
    stay = "Deze reservekopieën blijven staan, met het woord erin. Zij zijn wat er nog te lezen is:"
    way = (
        f"Zet eerst terug wat je kwijt bent: {ways}. In het venster: Meer, Reservekopie "
        "terugzetten. Haal het woord daarna weg."
    )
    return stay, *(f"  {each.path}" for each in last), way


def _newest(mention: Mention) -> Path:
    """The last backup there, also one without the word."""
    place = mention.path.parent
    names = copies_of(place, mention.id) if mention.id else ()
    return place / max((*names, mention.path.name), key=order_of)


def told_of_unread(name: str) -> str:
    """What is known of a file that could not be read."""
    return f"{name}: niet te lezen, dus niet doorzocht"


def told_of_half_read(name: str) -> str:
    """What is known of a file of which what was kept last could not be read."""
    return f"{name}: open in een ander programma; wat daar het laatst is bewaard, is niet doorzocht"


def told_of_away(place: Path) -> str:
    """What is known of a folder with backups that is not there now."""
    return f"{place}: deze map met reservekopieën is er nu niet, dus niet doorzocht"


def told_of_sealed(name: str) -> str:
    """What is known of a file that only opens with the wachtzin of whose it is."""
    return f"{name}: op slot met de wachtzin van wie het is; vraag diegene om er zelf in te kijken"


def told_of_own(path: Path) -> str:
    """What is known of what a user put somewhere, or Beraad left there when it was broken off."""
    if is_draft(path.name):
        return f"{path}: een half bestand dat Beraad zelf nog opruimt, dus niet doorzocht"
    return f"{path}: ligt niet waar Beraad het neerlegt, dus niet doorzocht"


def told_of_beside(place: Path) -> str:
    """What is known of a folder with backups that are not of this laptop."""
    return f"{place}: reservekopieën van een andere laptop of van eerder, dus niet doorzocht"


def told_of_rest(sought: Sought, *, most: int | None = None) -> Iterator[str]:
    """What is known of everything that was not looked through, at `most` so many unread files."""
    yield from map(told_of_unread, sought.unread[:most])
    yield from map(told_of_half_read, sought.half_read)
    yield from map(told_of_sealed, sought.sealed)
    yield from map(told_of_own, sought.own)
    yield from map(told_of_beside, sought.beside)
    yield from map(told_of_away, sought.away)


def told(sought: Sought, word: str) -> Iterator[str]:
    """What was found as lines of text, for an access request."""
    yield f"Gezocht: {word}. {counted(sought.looked, 'bestand', 'bestanden')} gelezen."
    for mention in sought.mentions:
        yield ""
        yield f"{mention.title} ({mention.path.name}), {mention.times} keer"
        for hit in mention.hits:
            yield f"- {hit.where}: {' '.join(hit.text.split())}"
    for name in sought.unread:
        yield f"Niet te lezen: {name}"
    for name in sought.half_read:
        yield f"Niet alles doorzocht: {told_of_half_read(name)}"
    for name in sought.sealed:
        yield f"Niet doorzocht: {told_of_sealed(name)}"
    for path in sought.own:
        yield f"Niet doorzocht: {told_of_own(path)}"
    for place in sought.beside:
        yield f"Niet doorzocht: {told_of_beside(place)}"
    for place in sought.away:
        yield f"Niet doorzocht: de reservekopieën in {place}, die er nu niet zijn"


def _files(folder: Path) -> Iterator[tuple[Path, bool]]:
    for name in kept_files(folder):
        yield folder / name, False
    for name in kept_files(practice_folder(folder)):
        yield practice_folder(folder) / name, False
    for path in papers(folder):
        yield path, False
    for each in removed(folder):
        yield each.path, False
    for place in places_of_copies(folder):
        for name in sorted(copies_in(place)):
            if name.endswith((SUFFIX, ".sqlite")):
                yield place / name, True


def _own(folder: Path, known: set[Path]) -> tuple[Path, ...]:
    """What lies where nothing is looked for, and may hold words of a beraad."""
    beside = {path.with_name(f"{path.name}{end}") for path in known for end in BESIDE}
    passed = known | beside
    keys = known_keys(folder)
    is_beside = BesideOwn(folder).place_of
    found = (each for each in strewn(folder) if each not in passed and not is_beside(each))
    own = (each for each in found if not _is_made_up(each, folder) and may_hold_words(each, keys))
    return tuple(sorted(own))


def _beside(folder: Path) -> tuple[Path, ...]:
    """Where backups of another laptop may hold words of a beraad that this one has too."""
    keys, place_of = known_keys(folder), BesideOwn(folder).place_of
    places = {place_of(each) for each in strewn_beside(folder) if may_be_ours(each, keys)}
    return tuple(sorted(filter(None, places)))


def _is_made_up(path: Path, folder: Path) -> bool:
    """Whether it is a register of the oefenregister, a case or a course, as Beraad calls those."""
    places = (practice_register_folder(folder), cases_folder(folder), courses_folder(folder))
    is_ours = without_beside(path.name).endswith((SUFFIX, REGISTER_NAME))
    return is_ours and any(path.is_relative_to(place) for place in places)


def _mention(
    path: Path, pattern: re.Pattern[str], *, is_copy: bool, missed: Callable[[str], None]
) -> Mention | None:
    """What stands in a file; its name is told when what was kept there last cannot be read."""
    if is_paper(path):
        return _mention_in_paper(path, pattern)
    lacking = partial(missed, path.name)
    with glance(path, kind_of(path), bounded=False, missed=lacking) as connection:
        hits = tuple(_hits(connection, pattern))
    if not hits:
        return None
    title, identity = _called(path) if path.suffix == SUFFIX else ("Register", Id(""))
    return Mention(path=path, title=title, id=identity, is_copy=is_copy, hits=hits)


def _called(path: Path) -> tuple[str, Id]:
    """What tells a beraad apart, and which it is."""
    line = look_at(path)
    if not isinstance(line, Summary):
        return "Beraad", identity_of(path) or Id("")
    week = week_label(iso_week(line.held_on))
    return f"{week}, {line.title.strip() or 'zonder titel'}", line.id


def _mention_in_paper(path: Path, pattern: re.Pattern[str]) -> Mention | None:
    kind = KINDS[path.suffix]
    found = {text: len(pattern.findall(text)) for text in texts_of(path)}
    hits = tuple(Hit(where=kind, text=text, times=times) for text, times in found.items() if times)
    if not hits:
        return None
    return Mention(path=path, title=kind.capitalize(), id=Id(""), is_copy=False, hits=hits)


def _hits(connection: sqlite3.Connection, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for table in tables_of(connection):
        if table in _OWN:
            continue
        where = NAMES[table][1] if table in NAMES else _PARTS.get(table, table)
        for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - a name of ours
            texts = chain.from_iterable(map(_said, row)) if table == _EVENTS else row
            for text in texts:
                if isinstance(text, str) and (times := len(pattern.findall(text))):
                    yield Hit(where=where, text=text, times=times)


def _said(value: object) -> Iterator[str]:
    """The texts in a column of an event."""
    try:
        yield from texts_in(json.loads(value)) if isinstance(value, str) else ()
    except (ValueError, RecursionError):
        yield str(value)


def _take_out_of(path: Path, pattern: re.Pattern[str]) -> None:
    with SessionFile.open(path) as file:
        file.keep(_without(file.session, pattern))


def _without(session: Session, pattern: re.Pattern[str]) -> Session:
    changed: dict[str, Any] = {}
    for section, kind in single_sections().items():
        changed[section] = _cleaned(getattr(session, section), kind, pattern)
    for section, kind in list_sections().items():
        records = getattr(session, section)
        changed[section] = tuple(_cleaned(each, kind, pattern) for each in records)
    return replace(session, **changed)


def _cleaned(record: Any, kind: type, pattern: re.Pattern[str]) -> Any:
    texts = {name: getattr(record, name) for name in text_fields(kind)}
    new = {name: pattern.sub(GONE, text) for name, text in texts.items() if pattern.search(text)}
    return replace(record, **new) if new else record


@cache
def _any_accent(sign: str) -> str:
    """A letter with or without any of its accents."""
    base = unicodedata.normalize("NFD", sign)[0]
    if not base.isalpha():
        return re.escape(sign)
    alike = [
        each
        for each in map(chr, range(0xC0, 0x250))
        if unicodedata.normalize("NFD", each)[0].casefold() == base
    ]
    return f"[{re.escape(base)}{''.join(alike)}][\u0300-\u036f]*"


_PARTS = {
    "opening": "opening",
    "case": "ronde 1",
    "dilemma": "ronde 2",
    "dialogue": "ronde 7",
    "conclusion": "ronde 8",
    "lookback": "terugblik",
    "signal": "signaal",
    "othersignals": "andere signalen",
    "signallink": "plaats in het register",
    "earlieragreements": "eerdere afspraken",
    "toldanswers": "antwoorden op signalen",
    "review": "nalezen",
    "progress": "waar het was",
    "timespent": "tijd per ronde",
    "origins": "herkomst van signalen",
    "lesson": "leerverslag",
    "privatenotes": "notities",
    "parked": "geparkeerd",
    "knownwords": "eigen woorden",
    "decisions": "beslissingen",
    "astyped": "half getypt",
    "drafts": "concepten van stappen",
}
"""What a user calls the parts that are no list."""
