"""Erasing a beraad: every file that holds it or held it, here and among the backups."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from functools import cache, partial
from itertools import takewhile
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.dates import iso_week
from beraad.records import Id
from beraad.store.catalog import Summary, is_listed, look_at
from beraad.store.copies.free import require_free
from beraad.store.copies.making import keep_ring
from beraad.store.copies.moments import copies_in
from beraad.store.copies.owing import owe, owed
from beraad.store.copies.places import (
    named_copies,
    other_places,
    places_of_copies,
    say_no_more,
)
from beraad.store.erasable import require_erasable, require_no_other
from beraad.store.erased import (
    BEGUN,
    DONE,
    Erased,
    add_erased,
    erased,
    mark_of_name,
    unfinished,
)
from beraad.store.glance import has_other_log
from beraad.store.keys import PLAIN, RING_NAME, is_ring, open_keys
from beraad.store.kinds import SESSION_FILE
from beraad.store.log import log_of, read_log, set_aside
from beraad.store.places import SUFFIX, homes, names_in, practice_folder
from beraad.store.practice_rest import papers_of, practice_papers, staying
from beraad.store.rescued import AS_TEXT, is_saved, rescue_folders
from beraad.store.shredding import (
    BESIDE,
    forget_key_of,
    forget_keys_of,
    forget_other_rings,
    key_name_of,
    keys_of,
    other_rings_in,
    shred,
    without_beside,
)
from beraad.store.strewn import Lying, Strewn, copies_strewn
from beraad.store.told_by_copies import told_by_copies, told_by_what_was_saved
from beraad.store.trouble import explained, opened_by
from beraad.store.vault.missing import is_under_key
from beraad.store.whose import Asker, Said, Whose, gone_keys, identity_of, is_trusted, marks_in
from beraad.untrusted import begin_of

WAY_TO_WIPE = (
    "Sluit wat er open staat, en haal de schrijfbeveiliging van een stick. Doe het dan nog eens."
)
"""What to do about what could not be erased."""

OUT_OF_REACH = (
    "documenten die je maakte, en wat is gemaild, gedeeld of afgedrukt",
    "bestanden die je doorgaf, en kopieën op een stick of schijf die Beraad niet kent",
    "oude kopieën bij een netwerk of een dienst als OneDrive",
    "herstelpunten die Windows of je beheerder zelf maakt",
)
"""What erasing cannot reach, and a user has to think of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What erasing a beraad takes away.

    Attributes:
        files: every file that holds it, itself first.
        unsure: files that stay: they bear its name or lie under its key, and nobody can read in
            them that they are of this beraad.
        staying: files that stay and may be about this oefening, but do not say so.
        unread: files that stay: nobody can read of which beraad they are, nor does a name tell.
        strewn: copies of it and of the keys that a user put somewhere, and that stay.
        rings: copies of the keys of the folder, which go along: else they would open it again.
    """

    files: tuple[Path, ...]
    unsure: tuple[Path, ...]
    staying: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()
    strewn: tuple[Lying, ...] = ()
    rings: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiped:
    """What became of erasing.

    Attributes:
        files: how many files went, beside the beraad itself copies, backups and drafts.
        away: folders with backups that could not be reached; they are cleaned when they can be.
        left: files that could not be erased.
        unsure: files that stay, for nobody can say that they are of this beraad.
        staying: files that stay and may be about this oefening, but do not say so.
        unread: files that stay, for nobody can read of which beraad they are.
        strewn: copies of it and of the keys that a user put somewhere, and that stay.
    """

    line: Erased
    files: int
    away: tuple[Path, ...]
    left: tuple[Path, ...]
    unsure: tuple[Path, ...] = ()
    staying: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()
    strewn: tuple[Lying, ...] = ()


def wipe_beraad(
    path: Path,
    folder: Path,
    *,
    role: str,
    now: datetime,
    forget_key: Callable[[Path], None] = forget_key_of,
    documents: Iterable[Path] = (),
    seen: Id | None = None,
    found: Reach | None = None,
    agree: Callable[[Reach], None] | None = None,
) -> Wiped:
    """Erase a beraad, wherever a file of it lies within reach.

    `forget_key` takes the key of a file out of the ring, before that file goes; `documents` are
    folders in which a document that was broken off may lie. Whoever just looked what `reach` finds
    gives that as `found`; `agree` is asked about what is found now, and may refuse. What was begun
    is written down first, so that `finish` goes on with it when the program is stopped. Raises
    Solvable when it is no beraad, somebody has a file of it open, or it is another than the one
    that was `seen`, and what `agree` raises; nothing has changed then.
    """
    said = Said()
    begun = _begun(path, folder)
    if begun is None:
        require_erasable(path, folder)
    with explained(path, SESSION_FILE):
        require_free(path, SESSION_FILE)
        line = begun or _line_of(path, folder, role, now)
        if begun is None and seen is not None and line.id != seen:
            raise _another(path)
        found = found or _searched(line, (path,), folder, said).found()
        require_none_open(found.files)
        if agree is not None:
            agree(found)
        if begun is None:
            line = add_erased(folder, line)
    files = dict.fromkeys((*found.files, *_drafts_in(documents)))
    return _wipe(line, replace(found, files=tuple(files)), said, folder, forget_key)


def wipe_file(path: Path, *, seen: Id | None) -> None:
    """Erase one file of a beraad that other files hold as well; those, and its key, stay.

    Raises Solvable when it is no beraad, somebody has it open, it cannot be taken away, or it is
    another beraad than the one that was `seen`.
    """
    require_no_other(path)
    with explained(path, SESSION_FILE):
        require_free(path, SESSION_FILE)
        if seen is not None and identity_of(path) != seen:
            raise _another(path)
        _spare_other_log(path)
        shred(path, _keep_key)


def require_none_open(files: Iterable[Path]) -> None:
    """Raise Solvable when somebody has one of these files of a beraad open: it says which."""
    whole = (each.with_name(without_beside(each.name)) for each in files)
    for path in dict.fromkeys(whole):
        if path.name.endswith(SUFFIX) and path.is_file() and not path.is_symlink():
            try:
                require_free(path, SESSION_FILE)
            except Solvable:
                raise _is_open(path) from None


def not_wiped(left: Iterable[Path]) -> Solvable:
    """What to say of files that could not be taken away."""
    files = tuple(left)
    places = " en ".join(dict.fromkeys(str(each.parent) for each in files))
    return Solvable(
        f"Niet te wissen: {', '.join(each.name for each in files)}.",
        kept=f"Dat ligt nog in {places}, en kan daar nog te lezen zijn.",
        way_out=WAY_TO_WIPE,
    )


def _is_open(path: Path) -> Solvable:
    return Solvable(
        f"{path.name} is van dit beraad en staat open{opened_by(path)}.",
        kept="Er is niets gewist.",
        way_out=f"Sluit het daar eerst en probeer het dan opnieuw. Het ligt in {path.parent}.",
    )


def _another(path: Path) -> Solvable:
    return Solvable(
        f"In {path.name} staat intussen een ander beraad, of het is niet meer te lezen.",
        kept="Er is niets gewist.",
        way_out="Ga terug naar de lijst en kies het beraad opnieuw.",
    )


def _begun(path: Path, folder: Path) -> Erased | None:
    """The line of erasing this very file, when that was broken off."""
    gone = gone_keys(folder)
    return next((each for each in unfinished(folder) if _is_begun_with(path, each, gone)), None)


def _is_begun_with(path: Path, line: Erased, gone: frozenset[bytes]) -> bool:
    whose = Asker(line.id, line.key, gone).holds(path)
    return whose is Whose.MINE or (whose is Whose.UNKNOWN and line.is_about(path.name))


def _line_of(path: Path, folder: Path, role: str, now: datetime) -> Erased:
    identity, summary = identity_of(path), look_at(path)
    key = key_name_of(path).hex() if is_under_key(path) else ""
    told = None
    if identity is None:
        beraden = _beraden(folder)
        others = (each for each in beraden if not is_saved(each))
        told = told_by_copies(path, _with_copies(folder), others)
        told = told or told_by_what_was_saved(path, beraden)
    if told is not None:
        identity, key = told.identity, told.key
    return Erased(
        week=iso_week(summary.held_on) if isinstance(summary, Summary) else "",
        on=now.astimezone().date().isoformat(),
        role=role,
        id=identity or Id(""),
        state=BEGUN,
        key=key,
        file=mark_of_name(path.name) if told or not (identity or key) else "",
    )


@dataclass(frozen=True, slots=True)
class CameBack:
    """A file of a beraad that lies here again; `line` says that it was erased."""

    path: Path
    line: Erased


def finish(
    folder: Path,
    *,
    forget_key: Callable[[Path], None] = forget_key_of,
    back: Iterable[CameBack] | None = None,
) -> int:
    """Go on with erasing that was broken off; how many files went.

    Also what lies there `back` of what was erased, looked for when it is not given. Backups go
    along, and no copy of the ring keeps a key that is gone from it.
    """
    gone = 0
    for line in unfinished(folder):
        said = Said()
        found = _searched(line, (), folder, said).found()
        with suppress(Solvable):  # Somebody has it open, and still types there.
            require_none_open(found.files)
            gone += _wipe(line, found, said, folder, forget_key).files
    for each in came_back(folder) if back is None else back:
        with suppress(OSError, Solvable):
            require_none_open([each.path])
            gone += shred(
                each.path, forget_key, whose=each.line.id or each.line.key, by_every_name=True
            )
    if any(line.id for line in erased(folder)):
        _renew_rings(folder)
    return gone


def unfinished_files(folder: Path, *, back: Iterable[CameBack] | None = None) -> tuple[Path, ...]:
    """What `finish` would take away now, given the same."""
    found = dict.fromkeys(each.path for each in (came_back(folder) if back is None else back))
    for line in unfinished(folder):
        found |= _searched(line, (), folder, Said()).files
    return tuple(found)


def came_back(folder: Path) -> tuple[CameBack, ...]:
    """Files of beraden that were erased and lie here again, as a service puts them back.

    Asked is what bears the name of one, begins as its file did, or has a name of its own.
    """
    lines = {line.id or line.key: line for line in erased(folder) if not line.is_begun}
    lines.pop("", None)
    if not lines:
        return ()
    gone, said = gone_keys(folder), Said()
    askers = {line: Asker(line.id, line.key, gone, said=said) for line in lines.values()}
    found = [CameBack(path, lines[id_]) for id_, path in practice_papers(folder) if id_ in lines]
    return (*found, *_lying(askers, _laid(folder), said, folder))


def _laid(folder: Path) -> Iterator[Path]:
    """Whatever lies where Beraad lays files of beraden."""
    places = (*homes(folder), *rescue_folders(folder), *_with_copies(folder))
    return (place / name for place in dict.fromkeys(places) for name in names_in(place))


def _lying(
    askers: Mapping[Erased, Asker], paths: Iterable[Path], said: Said, folder: Path
) -> Iterator[CameBack]:
    """Those of these files that are of these beraden, under whatever name somebody gave them."""
    lines = {line.id or line.key: line for line in askers}
    by_mark = {line.id[:8]: line for line in askers if line.id}
    by_key = {line.key: line for line in askers if line.key}

    @cache
    def trusts(line: Erased) -> bool:
        return is_trusted(askers[line], _beraden(folder))

    for path in paths:
        line = next((by_mark[mark] for mark in marks_in(path.name) if mark in by_mark), None)
        if line is None and path.name.endswith(SUFFIX) and path.name != RING_NAME:
            line = by_key.get(said.key_of(path).hex()) if by_key else None
            if line is None and not marks_in(path.name):
                line = lines.get(said.identity_of(path) or "")
        if line is not None and _is_certainly_of(askers[line], path, partial(trusts, line)):
            yield CameBack(path, line)


def _is_certainly_of(asker: Asker, path: Path, trusts: Callable[[], bool]) -> bool:
    """Whether erasing takes this file along; a name alone counts where no name is of another."""
    if _whose(asker, path, trusted=False) is Whose.MINE:
        return True
    return _whose(asker, path, trusted=True) is Whose.MINE and trusts()


def told_of_line(begun: Iterable[Erased]) -> str:
    """What the lines about what was erased say, before what lies there and would go is named."""
    if any(begun):
        return "was het wissen van een beraad niet af. Hier ligt nog"
    return "is een beraad gewist. Hier ligt het weer"


def beraden_of(back: Iterable[CameBack]) -> tuple[Id, ...]:
    """The beraden of which files lay here again, each once; empty of one that nobody could tell."""
    return tuple(line.id for line in dict.fromkeys(each.line for each in back))


def told_of_back(back: Iterable[CameBack], folder: Path) -> Solvable | None:
    """What to say of what lay here again and was erased anew; None when there is nothing to say.

    What lay on a drive that was away then was never gone from there.
    """
    owing = owed(folder)
    found = [each.path for each in back if each.path.parent not in owing]
    found = [path for path in found if not path.name.endswith(BESIDE)] or found
    if not found:
        return None
    left = [path for path in found if os.path.lexists(path)]
    names = ", ".join(path.name for path in left or found)
    if left:
        return Solvable(
            f"Dit is van een beraad dat hier is gewist, en ligt hier weer: {names}.",
            kept="Het is nu niet te wissen.",
            way_out=WAY_TO_WIPE,
        )
    return Solvable(
        f"Dit was van een beraad dat hier is gewist, en lag hier weer: {names}.",
        kept="Beraad wiste het opnieuw.",
        way_out="Komt het nog eens terug, kijk dan of een dienst of een stick het terugzet.",
    )


def reach(path: Path, folder: Path, *, unwanted: Callable[[], bool] = lambda: False) -> Reach:
    """Every file that erasing this beraad would take away, and those of which nobody can say.

    Not all of them once it is `unwanted`. Raises Solvable when it is no beraad.
    """
    line = _begun(path, folder)
    if line is None:
        require_erasable(path, folder)
        line = _line_of(path, folder, "", datetime.now().astimezone())
    return _searched(line, (path,), folder, Said(), unwanted=unwanted).found()


def _searched(
    line: Erased,
    first: tuple[Path, ...],
    folder: Path,
    said: Said,
    *,
    unwanted: Callable[[], bool] = lambda: False,
) -> _Search:
    search = _Search(line, first, folder, said, unwanted=unwanted)
    search.among_beraden()
    search.beside_them()
    search.among_copies()
    search.under_other_names()
    return search


class _Search:
    """Asks every file there is whether it holds one beraad."""

    def __init__(
        self,
        line: Erased,
        first: tuple[Path, ...],
        folder: Path,
        said: Said,
        *,
        unwanted: Callable[[], bool] = lambda: False,
    ) -> None:
        self._line = line
        self._unwanted = unwanted
        self._folder = folder
        self._is_resumed = not first
        self._said = said
        self._asker = Asker(line.id, line.key, gone_keys(folder), said=said)
        for path in first:
            self._asker.claim(path)
        self.files = dict.fromkeys(first)
        self._unsure: dict[Path, None] = {}
        self._unread: dict[Path, None] = {}
        self._rings: set[Path] = set()
        self._trusted = True

    def among_beraden(self) -> None:
        """Whatever has the name of a beraad."""
        beraden = _beraden(self._folder)
        self._trusted = is_trusted(self._asker, self._while_wanted(beraden))
        for path in self._while_wanted(beraden):
            about = self._is_resumed and self._line.is_about(path.name)
            if about and self._asker.holds(path) is Whose.UNKNOWN:
                self.files[path] = None
            self._sort(path, is_named=self._asker.names(path.name))

    def beside_them(self) -> None:
        """Lifts, logs set aside, drafts, notes and rescue copies, and what an oefening left."""
        mine = {path.name for path in self.files}
        for place in dict.fromkeys((*homes(self._folder), *rescue_folders(self._folder))):
            for name in names_in(place):
                stem = name.lstrip(".").partition(SUFFIX)[0]
                if self._asker.names(name) or f"{stem}{SUFFIX}" in mine:
                    self._sort(place / name, is_named=True)
        papers = papers_of(self._folder, self._line.id) if self._line.id else ()
        if papers:
            drafts = _drafts_in((practice_folder(self._folder),))
            self.files |= dict.fromkeys((*papers, *drafts))

    def among_copies(self) -> None:
        """Backups, here and on every other disk that is there."""
        for place in _with_copies(self._folder):
            named = frozenset(named_copies(place, self._line.id) if self._line.id else ())
            for path in self._while_wanted(place / name for name in copies_in(place)):
                if path.name.removesuffix("-wal").endswith(SUFFIX):
                    self._sort(path, is_named=path.name in named)

    def under_other_names(self) -> None:
        """What somebody put among the backups, and all else that would seem to have come back."""
        if not (self._line.id or self._line.key):
            return
        paths = self._while_wanted(_laid(self._folder))
        for each in _lying({self._line: self._asker}, paths, self._said, self._folder):
            if each.path not in self._unsure:
                self.files[each.path] = None

    def found(self) -> Reach:
        """What was found; what SQLite keeps beside a file goes along with it."""
        along = {path.with_name(f"{path.name}{end}") for path in self.files for end in BESIDE}
        unsure = [each for each in self._unsure if each not in along and each not in self.files]
        stays = staying(self._folder, self._line.id) if self._line.id else ()
        rings = tuple(each for each in _other_rings(self._folder) if each not in self.files)
        known = frozenset({*self.files, *along, *unsure, *self._unread, *rings})
        return Reach(
            files=tuple(self.files),
            unsure=tuple(unsure),
            staying=stays,
            unread=tuple(each for each in self._unread if each not in self.files),
            strewn=tuple(self._strewn(known)),
            rings=rings,
        )

    def _strewn(self, known: frozenset[Path]) -> Iterator[Lying]:
        folder, identity = self._folder, self._line.id
        keys = {name.hex() for name in keys_of(folder, identity)}
        if self._line.key:
            keys.add(self._line.key)
        known |= self._asker.asked - self._rings
        yield from copies_strewn(folder, identity, keys, known=known)
        yield from self._behind_links()

    def _behind_links(self) -> Iterator[Lying]:
        """Of a link only the link goes: what it points to is named."""
        going = {Path(os.path.realpath(each)) for each in self.files if not each.is_symlink()}
        for link in filter(Path.is_symlink, self.files):
            target = Path(os.path.realpath(link))
            if target not in going and target.exists():
                yield Lying(target, Strewn.BEHIND)

    def _while_wanted(self, paths: Iterable[Path]) -> Iterator[Path]:
        return takewhile(lambda _: not self._unwanted(), paths)

    def _sort(self, path: Path, *, is_named: bool) -> None:
        if path in self.files:
            return
        whose = _whose(self._asker, path, trusted=self._trusted, is_named=is_named)
        if whose is Whose.MINE:
            self.files[path] = None
        elif is_ring(path):
            self._rings.add(path)
        elif _holds_no_words(path):
            return
        elif (whose is Whose.UNKNOWN and is_named) or _is_under(self._line, path, self._said):
            self._unsure[path] = None
        elif whose is Whose.UNKNOWN and self._may_be_read_elsewhere(path):
            self._unread[path] = None

    def _may_be_read_elsewhere(self, path: Path) -> bool:
        """Whether it is called a beraad, and its words may not be gone for good."""
        return is_listed(path.name) and not self._asker.is_shut_for_good(path)


def _whose(asker: Asker, path: Path, *, trusted: bool, is_named: bool = True) -> Whose:
    """Of whom a file is: as it says itself, or as the file says that it is named after."""
    found = asker.holds(path, is_named=is_named)
    if found is not Whose.UNKNOWN or not is_named:
        return found
    if path.name.endswith(SUFFIX) and not path.name.startswith("."):
        return found
    return asker.lies_beside(path, trusted=trusted)


def _is_under(line: Erased, path: Path, said: Said) -> bool:
    """Whether a file lies under the key of a file that cannot be read, and can be read itself."""
    return not line.id and bool(line.key) and said.key_of(path).hex() == line.key


def _holds_no_words(path: Path) -> bool:
    """Whether this is what SQLite and we lay beside a file without a word in it."""
    if path.name.endswith("-wal"):
        with suppress(Solvable):
            log = read_log(path.with_name(path.name.removesuffix("-wal")))
            return log is not None and log.readable and not log.pages
        return False
    return path.name.endswith(("-shm", ".open"))


def _drafts_in(documents: Iterable[Path]) -> Iterator[Path]:
    """Documents that were broken off; whoever wants one makes it again."""
    for place in documents:
        for name in names_in(place):
            if name.startswith(".beraad-") and name.endswith(".deel"):
                yield place / name


def _wipe(
    line: Erased,
    found: Reach,
    said: Said,
    folder: Path,
    forget_key: Callable[[Path], None],
) -> Wiped:
    if any(_is_under(line, path, said) for path in found.unsure):
        forget_key = _keep_key
    forget_key = partial(_forget_own, line, forget_key)
    away = tuple(place for place in other_places(folder) if not place.is_dir())
    gone, left = 0, list[Path]()
    late = {_Turn.BY_KEY} if _learn_keys(line, found.files, said, folder) else frozenset[_Turn]()
    turns = {each: _turn_of(line, each, said) for each in found.files}
    for each in sorted(found.files, key=turns.__getitem__):
        forget = _keep_key if turns[each] in late else forget_key
        try:
            _spare_other_log(each)
            gone += shred(each, forget, whose=line.id or line.key, by_every_name=True)
        except (OSError, Solvable):
            left.append(each)
    is_forgotten = _forget_keys(line, folder)
    _say_no_more(line, folder)
    _renew_rings(folder)
    left += (each for each in found.rings if os.path.lexists(each))
    owe(folder, away)
    if not left and is_forgotten:
        with suppress(OSError):  # Then it is finished once more, at the next start.
            line = add_erased(folder, replace(line, state=DONE))
    unsure, unread = (
        tuple(each for each in some if os.path.lexists(each))
        for some in (found.unsure, found.unread)
    )
    strewn = tuple(each for each in found.strewn if os.path.lexists(each.path))
    return Wiped(
        line=line,
        files=gone,
        away=away,
        left=tuple(left),
        unsure=unsure,
        staying=found.staying,
        unread=unread,
        strewn=strewn,
    )


class _Turn(IntEnum):
    """When a file goes: first what nobody knows again once another file or the key is gone."""

    DRAFT = 0
    BESIDE = 1
    BY_KEY = 2
    SHOWS_ITSELF = 3


def _turn_of(line: Erased, path: Path, said: Said) -> _Turn:
    if path.name.endswith(".deel"):
        return _Turn.DRAFT
    name = _first_bytes(path)
    if name == PLAIN or name.hex() == line.key or path.name.endswith(AS_TEXT):
        return _Turn.SHOWS_ITSELF
    if not path.name.endswith(SUFFIX):
        return _Turn.BESIDE
    is_read = bool(line.id) and said.identity_of(path) == line.id
    return _Turn.BY_KEY if is_read else _Turn.SHOWS_ITSELF


def _learn_keys(line: Erased, files: Iterable[Path], said: Said, folder: Path) -> bool:
    """Keep which keys are of this beraad, so that they go at the end, whenever that comes.

    False where there are none, or that cannot be kept: then each goes with its file.
    """
    learn = getattr(open_keys(folder), "learn", None)
    if learn is not None and line.id:
        named = (each for each in files if each.name.endswith(SUFFIX))
        mine = (each for each in named if said.identity_of(each) == line.id)
        owned = {key: line.id for each in mine if (key := said.key_of(each))}
        with suppress(Solvable):
            learn(owned)
            return True
    return False


def _first_bytes(path: Path) -> bytes:
    with suppress(OSError):
        return begin_of(path, len(PLAIN))
    return b""


def _forget_own(line: Erased, forget_key: Callable[[Path], None], path: Path) -> None:
    """Of a file that nobody can read its first bytes may name the key of any other: that stays."""
    if line.is_about(path.name) and line.key and key_name_of(path).hex() != line.key:
        return
    forget_key(path)


def _say_no_more(line: Erased, folder: Path) -> None:
    """Let no list of a backup miss it, or send somebody to look for a copy.

    A list that cannot be written now only names a file, of which the copy is gone.
    """
    for place in _with_copies(folder) if line.id else ():
        with suppress(OSError):
            say_no_more(place, line.id)


def _forget_keys(line: Erased, folder: Path) -> bool:
    """Forget what else is known to be of this beraad; else that is done at the next start."""
    with suppress(Solvable):
        forget_keys_of(folder, line.id)
        return True
    return False


def _keep_key(path: Path) -> None:
    """Another file that can be read is under the same key: that stays."""
    del path


def _spare_other_log(path: Path) -> None:
    """Set aside the log of another beraad, that lies beside this one since names were changed."""
    if not path.name.endswith(SUFFIX) or not os.path.lexists(log_of(path)):
        return
    if identity_of(path) is not None and has_other_log(path):
        set_aside(log_of(path))


def _other_rings(folder: Path) -> Iterator[Path]:
    """What `_renew_rings` takes away."""
    for place in dict.fromkeys((folder, *_with_copies(folder))):
        yield from other_rings_in(folder, place)


def _with_copies(folder: Path) -> tuple[Path, ...]:
    return tuple(place for place in places_of_copies(folder) if place.is_dir())


def _renew_rings(folder: Path) -> None:
    """Let no ring, wherever it lies, hold more than the one of the folder."""
    forget_other_rings(folder, folder)
    for place in _with_copies(folder):
        with suppress(OSError):  # The next backup does it too.
            keep_ring(folder, place)
        forget_other_rings(folder, place)


def _beraden(folder: Path) -> list[Path]:
    """Whatever has the name of a beraad and is no backup."""
    return [place / name for place in homes(folder) for name in names_in(place) if is_listed(name)]
