"""Between laptops by files: each writes one file of its own events, and reads all others.

The folder is the transport: a share, a stick, a synchronised map. Any order, any repetition and any
file that is missing for a while end in the same register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.crossing import require_read
from beraad.publishing.erasing import followed
from beraad.publishing.judging import take_over
from beraad.records import Event
from beraad.report.files import write
from beraad.signals.event_file import LONGEST_LINE, Newer, Unsound, read, written
from beraad.signals.events import made_for_practice
from beraad.store.copies.emptying import gone_from
from beraad.store.register import Register
from beraad.untrusted import opened, shown

_REAL, _PRACTICE = "register", "oefenregister"
_NAME = re.compile(r"(?P<sort>(?:oefen)?register)-(?P<device>[0-9a-f]{32})\.jsonl")
_BEGINS = b'{"beraad-register"'
_LOOKED_AT = 64
"""Bytes by which a file is known for what a laptop wrote, whatever it is called now."""

_LONGEST_NAME = 80
"""Signs of the name of a file that are told."""

_UNSEEN = (".", "~")
_OF_THE_SYSTEM = frozenset({"desktop.ini", "thumbs.db", "icon\r"})
"""What nobody put there, and nobody sees."""

_BRING_UP = "Werk Beraad op deze laptop bij en lees dan nog eens."
_WRITE_ANEW = "Laat de andere laptop zijn bestand opnieuw schrijven en lees dan nog eens."
_MOST_FILES = 1_000
_MOST_BYTES = 500_000_000
"""Of one file: thirty thousand signals with five steps each take a fifth of it."""


class NoteKind(StrEnum):
    """What is to be known of a file beside what came in."""

    PASSED_OVER = "passed_over"
    RENAMED = "renamed"
    BESIDES = "besides"


class Note(NamedTuple):
    """What is to be known of one file, as a sentence; or of the folder, for `BESIDES`."""

    kind: NoteKind
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came in.

    Attributes:
        new: how many changes were new.
        files: how many files of other laptops were read.
        refused: files of which nothing was taken, with the place and the reason.
        notes: what besides is to be known of a file: that it has another name than Beraad gave it,
            or was passed over and why.
    """

    new: int = 0
    files: int = 0
    refused: tuple[Solvable, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def in_short(self) -> tuple[str, ...]:
        """What came in and what is to be known, with how many files; not what was refused."""
        kinds = Counter(note.kind for note in self.notes)
        counts = (
            ("Overgeslagen", kinds[NoteKind.PASSED_OVER]),
            ("Gelezen onder een andere naam", kinds[NoteKind.RENAMED]),
        )
        told = (f"{what}: {counted(n, 'bestand', 'bestanden')}." for what, n in counts if n)
        return (f"{self.sentence}.", *told, *self.besides)

    @property
    def besides(self) -> tuple[str, ...]:
        """What is to be known of no file."""
        return tuple(note.sentence for note in self.notes if note.kind is NoteKind.BESIDES)

    @property
    def by_file(self) -> tuple[str, ...]:
        """What there is to know of each file, what was refused first."""
        notes = (note.sentence for note in self.notes if note.kind is not NoteKind.BESIDES)
        return (*(problem.happened for problem in self.refused), *notes)

    @property
    def sentence(self) -> str:
        """What came in, in words."""
        several = f"{self.files} bestanden van andere laptops"
        files = "1 bestand van een andere laptop" if self.files == 1 else several
        new = "1 wijziging" if self.new == 1 else f"{self.new} wijzigingen"
        return f"Gelezen: {files}, {new} nieuw"


def _nobody(done: int, files: int) -> None:
    del done, files


def exchange(
    path: Path,
    folder: Path,
    *,
    lexicon: Lexicon | None = None,
    tell: Callable[[int, int], None] = _nobody,
    unwanted: Callable[[], bool] = lambda: False,
) -> Received:
    """Take in what others put in a folder, and then write our own file. Raises as both do."""
    received = receive(path, folder, tell=tell, unwanted=unwanted)
    if not unwanted():
        send(path, folder, lexicon=lexicon)
    return received


def send(path: Path, folder: Path, *, lexicon: Lexicon | None = None) -> Path:
    """Write everything that this laptop put in the register into its own file in a folder.

    Only what passed the gate crosses: a step that nobody read is refused with StepOpen. A laptop
    that finds more in its own file than it knows was copied, or put back from a copy: it takes
    that in, and goes on under another identity. Raises Solvable when there is no register, or it
    or the file cannot be read or written.
    """
    if not path.exists():
        raise Solvable(
            "Er is nog geen register om door te geven.",
            way_out="Zet eerst een signaal in het register.",
        )
    _require_folder(folder)
    take_over(path)
    with Register.open(path, may_be_behind=True) as register:
        target = folder / _own_file(register)
        if _know_ourselves(register, target):
            target = folder / _own_file(register)
        events = register.own_events()
        require_read(events, lexicon, lambda entity: register.folded(entity).signal)
        data = written(events, register.device)
        practice = register.practice_since() is not None
        earlier = register.identities[:-1]
    written_now = write(target, data, replace=True)
    empty = {each.mark for each in events if each.payload is None}
    for device in earlier:
        _empty_in(folder / file_of(device, practice=practice), device, empty, practice=practice)
    return written_now


def receive(
    path: Path,
    folder: Path,
    *,
    tell: Callable[[int, int], None] = _nobody,
    unwanted: Callable[[], bool] = lambda: False,
) -> Received:
    """Take in what other laptops put in a folder, file by file: each whole, or not at all.

    `tell` hears how many files of how many are done. What was taken in before it became `unwanted`
    stays. What others erased goes out of the backups here as well. Raises Solvable when the folder
    cannot be read or the register cannot be written.
    """
    before = gone_from(path)
    new, taken, refused, notes = 0, 0, list[Solvable](), list[Note]()
    with Register.open(path, may_be_behind=True) as register:
        practice = register.practice_since() is not None
        files = [*files_in(folder, notes, practice=practice)]
        _know_ourselves(register, folder / _own_file(register))
        for number, (file, renamed) in enumerate(files):
            tell(number, len(files))
            if unwanted():
                break
            try:
                found, is_ours = _taken_in(register, file, practice=practice, unwanted=unwanted)
            except _OfAnother as of_another:
                notes.append(Note(NoteKind.PASSED_OVER, f"{_called(file)} {of_another}."))
                continue
            except Unsound as wrong:
                refused.append(_refused(file, wrong))
                continue
            except OSError as error:
                refused.append(_unreadable(file, error))
                continue
            if renamed:
                told = f"{_called(file)} is gelezen, al heet het anders dan Beraad schreef."
                notes.append(Note(NoteKind.RENAMED, told))
            new += found
            taken += int(not is_ours or found > 0)
    if problem := followed(path, before):
        notes.append(Note(NoteKind.BESIDES, f"{problem.happened} {problem.way_out}"))
    return Received(new=new, files=taken, refused=tuple(refused), notes=tuple(notes))


def file_of(device: str, *, practice: bool = False) -> str:
    """The name of the file of a laptop; that of an oefenregister is another."""
    return f"{_PRACTICE if practice else _REAL}-{device}.jsonl"


def files_in(
    folder: Path, notes: list[Note] | None = None, *, practice: bool = False
) -> Iterator[tuple[Path, bool]]:
    """What laptops wrote in a folder, by name, and whether it got another name since.

    A service that keeps folders the same puts "(1)" or "conflict" in a name: a file is known by how
    it begins. Of every other file a sentence comes in `notes`. Raises Solvable when the folder
    cannot be read.
    """
    _require_folder(folder)
    said = [] if notes is None else notes
    try:
        there = sorted(each for each in folder.iterdir() if _is_seen(each))
    except OSError as error:
        raise _no_folder(folder) from error
    wanted = _PRACTICE if practice else _REAL
    for each in there[:_MOST_FILES]:
        name = _NAME.fullmatch(each.name)
        if name and name["sort"] == wanted:
            yield each, False
        elif each.is_dir():
            continue
        elif _begins_as_ours(each):
            yield each, True
        else:
            told = f"{_called(each)} is overgeslagen: het is geen register van Beraad."
            said.append(Note(NoteKind.PASSED_OVER, told))
    if len(there) > _MOST_FILES:
        told = f"Gelezen zijn {_MOST_FILES} bestanden; er staan er meer in de map."
        said.append(Note(NoteKind.BESIDES, told))


def _called(file: Path) -> str:
    return shown(file.name, most=_LONGEST_NAME)


def _is_seen(file: Path) -> bool:
    return not file.name.startswith(_UNSEEN) and file.name.casefold() not in _OF_THE_SYSTEM


def _begins_as_ours(file: Path) -> bool:
    try:
        with opened(file, most=_MOST_BYTES) as lines:
            return lines.read(_LOOKED_AT).startswith(_BEGINS)
    except OSError:
        return False


def _taken_in(
    register: Register, file: Path, *, practice: bool, unwanted: Callable[[], bool]
) -> tuple[int, bool]:
    """Take in a file; how many changes were new, and whether this laptop wrote it all.

    Raises as `_events_in` does.

    A laptop that finds what it wrote and does not know was copied, and goes on as another.
    """
    found = tuple(_events_in(file, practice=practice))
    device = register.device
    is_ours = bool(found) and all(each.device == device for each in found)
    ours = {each.mark for each in found if each.device == device}
    is_copy = bool(ours) and not ours <= {each.mark for each in register.own_events()}
    new = register.add(found, unwanted=unwanted)
    if new and is_copy:
        register.become_another()
    return new or 0, is_ours


def _know_ourselves(register: Register, own: Path) -> bool:
    """Take in what we do not know of ourselves; whether we go on as another because of it."""
    if not own.exists():
        return False
    known = {each.mark for each in register.own_events()}
    try:
        found = tuple(_events_in(own, practice=register.practice_since() is not None))
    except (Unsound, OSError):
        return False  # Half written, or no file of ours: it is written anew.
    unknown = [each for each in found if each.mark not in known]
    if not unknown:
        return False
    register.add(unknown)
    register.become_another()
    return True


def _empty_in(file: Path, device: str, marks: Collection[str], *, practice: bool) -> None:
    """Let the file that this laptop wrote under an earlier identity not say what was erased since.

    What it says besides stays, also what a copy of this laptop wrote there. Raises Solvable.
    """
    if not file.exists():
        return
    try:
        found = tuple(_events_in(file, practice=practice))
    except (Unsound, OSError):
        return  # No file of ours, or half written: others refuse it as well.
    if any(each.mark in marks and each.payload is not None for each in found):
        emptied = (replace(each, payload=None) if each.mark in marks else each for each in found)
        write(file, written(tuple(emptied), device), replace=True)


def _own_file(register: Register) -> str:
    return file_of(register.device, practice=register.practice_since() is not None)


def _events_in(file: Path, *, practice: bool) -> Iterator[Event]:
    """All events of a sound file; raises Unsound before the first when it is not.

    What comes from an oefenregister is not sound for a real one, whatever its file is called.
    """
    with opened(file, most=_MOST_BYTES) as lines:
        found = tuple(read(iter(lambda: lines.readline(LONGEST_LINE + 1), b"")))
    if made_for_practice(found) != practice:
        raise _OfAnother(_of_another(practice=practice))
    yield from found


class _OfAnother(Unsound):
    """A file of oefeningen beside real ones, or the other way round."""

    def __init__(self, why: str) -> None:
        super().__init__(0, why)


def _of_another(*, practice: bool) -> str:
    sort = "een echt register" if practice else "een oefenregister"
    return f"is overgeslagen: het komt uit {sort}"


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise _no_folder(folder)


def _no_folder(folder: Path) -> Solvable:
    return Solvable(
        f"De map {folder} is er niet, of is niet te lezen.",
        kept="Er is niets veranderd.",
        way_out="Kies de map die jullie delen, of maak hem eerst.",
    )


def _refused(file: Path, wrong: Unsound) -> Solvable:
    return Solvable(
        f"{file.name} is niet overgenomen: {wrong}.",
        kept="Er is niets uit dit bestand overgenomen. De andere bestanden zijn wel gelezen.",
        way_out=_BRING_UP if isinstance(wrong, Newer) else _WRITE_ANEW,
    )


_LOOK = "Kijk of het bestand er nog staat en probeer het opnieuw."
_SHARE = (
    "Geef iedereen die uitwisselt het recht om in deze map te schrijven. Laat daarna de laptop die "
    "dit bestand schreef nog eens uitwisselen."
)


def _unreadable(file: Path, error: OSError) -> Solvable:
    return Solvable(
        f"{file.name} is niet te lezen: {error.strerror}.",
        kept="De andere bestanden zijn wel gelezen.",
        way_out=_SHARE if isinstance(error, PermissionError) else _LOOK,
    )
