"""What stays of a beraad that was erased: one line, without a word of it.

In a vault only a line that the vault itself wrote counts: each has a mark that nobody makes
without its master key. Who can only write in the folder cannot have anything erased by it.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.records import Id
from beraad.store.keys import is_vault, open_keys
from beraad.store.whole_file import make_last

NAME = "gewist.jsonl"
BEGUN, DONE = "begonnen", "gewist"

_MOST = 20_000_000
"""Bytes; a beraad has two lines of about 200."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """That a beraad was erased.

    Attributes:
        week: in which it was held, as "2026-W47"; empty where that could not be read.
        on: the day it was erased, ISO 8601.
        role: who did it, by role.
        id: made by chance, and nowhere else any more: by it a copy that comes back is known.
        state: whether everything within reach is gone, or that was only begun.
        key: by which files under its key are known, as they begin with it; empty without one.
        file: by which the name of its file is known, where nothing else tells which it is.
        proof: made under the master key of the vault that wrote it; empty where there is none.
    """

    week: str
    on: str
    role: str
    id: Id
    state: str = DONE
    key: str = ""
    file: str = ""
    proof: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether it was never finished."""
        return self.state == BEGUN

    def is_about(self, name: str) -> bool:
        """Whether it is the line of the file with this name."""
        return self.file == mark_of_name(name)

    @property
    def day(self) -> date:
        """The day it was erased."""
        return date.fromisoformat(self.on)


def erased(folder: Path) -> tuple[Erased, ...]:
    """Every beraad that was erased, the latest first, as the last line about it says.

    Of a vault these are the lines that it wrote itself; as long as it is locked there are none.
    """
    return _last(line for line in _lines(folder / NAME) if _counts(folder, line))


def foreign(folder: Path) -> tuple[Erased, ...]:
    """Lines in an open vault that it did not write, and that nobody obeys; the latest first."""
    if open_keys(folder) is None:
        return ()
    own = {line.id for line in erased(folder)}
    others = (line for line in _lines(folder / NAME) if not _counts(folder, line))
    return tuple(line for line in _last(others) if not line.id or line.id not in own)


def adopt(folder: Path, lines: tuple[Erased, ...]) -> None:
    """Let lines of before this folder was a vault count in it; what was only begun is no proof."""
    for line in reversed(lines):
        if not line.is_begun:
            add_erased(folder, line)


def _counts(folder: Path, line: Erased) -> bool:
    if not is_vault(folder):
        return True
    proof = _proof(folder, line)
    return bool(proof) and hmac.compare_digest(proof.encode(), line.proof.encode())


def _proof(folder: Path, line: Erased) -> str:
    """The mark of the vault on everything else in a line; empty where none is open."""
    prove = getattr(open_keys(folder), "proof_of", None)
    if prove is None:
        return ""
    said = asdict(replace(line, proof=""))
    return prove(json.dumps(said, ensure_ascii=False, sort_keys=True).encode())


def _last(lines: Iterator[Erased]) -> tuple[Erased, ...]:
    last: dict[tuple[str, ...], Erased] = {}
    for number, line in enumerate(lines):
        about = (line.id, line.key, line.file)
        about = about if any(about) else (str(number),)
        last.pop(about, None)
        last[about] = line
    return tuple(reversed(last.values()))


def unfinished(folder: Path) -> tuple[Erased, ...]:
    """What was begun to be erased and was broken off."""
    return tuple(line for line in erased(folder) if line.is_begun)


def mark_of_name(name: str) -> str:
    """By what the name of a file is known again, without saying it."""
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def add_erased(folder: Path, line: Erased) -> Erased:
    """Write a line, and return it as it stands there; it is on disk then. Raises OSError."""
    line = replace(line, proof=_proof(folder, line))
    append(folder / NAME, asdict(line))
    return line


def told_unread(folder: Path) -> Solvable | None:
    """What to say of lines about what was erased that cannot be read; None when all can be."""
    number = unread(folder)
    if not number:
        return None
    lines_are = "is 1 regel" if number == 1 else f"zijn {number} regels"
    return Solvable(
        f"In {NAME} {lines_are} niet te lezen: wat daar stond over gewiste beraden telt niet.",
        kept="De andere regels gelden nog.",
        way_out="Kwam een gewist beraad terug, wis het dan nog eens. Haal de regel weg die niet te "
        "lezen is, dan zie je deze melding niet meer.",
    )


def told_foreign(folder: Path) -> Solvable | None:
    """What to say of lines that this vault did not write, and that count for nothing; None of none.

    Also of one that says that a beraad is gone already: whoever wrote it hoped for its backups.
    """
    found = foreign(folder)
    if not found:
        return None
    if any(line.is_begun for line in found):
        return Solvable(
            f"In {NAME} staat dat een beraad gewist moet worden. Dat schreef deze kluis niet.",
            kept="Er is niets gewist.",
            way_out="Wilde je dat beraad wissen, doe het dan nog eens. Anders kijkt je beheerder "
            "wie in deze map kan schrijven.",
        )
    beraden_are = "een beraad is" if len(found) == 1 else f"{len(found)} beraden zijn"
    return Solvable(
        f"In {NAME} staat dat {beraden_are} gewist. Dat schreef deze kluis niet, en het telt niet.",
        kept="Er is niets gewist.",
        way_out="Wilde je dat wissen, doe het dan nog eens. Haal de regel anders weg. Weet je niet "
        "van wie hij is, dan kijkt je beheerder wie in deze map kan schrijven.",
    )


def append(path: Path, said: dict[str, object]) -> None:
    """Write one more line of JSON at the end of a file, for this user alone. Raises OSError."""
    is_new = not path.exists()
    number = os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
    try:
        content = f"{json.dumps(said, ensure_ascii=False)}\n".encode()
        if _ends_halfway(number):
            content = b"\n" + content
        os.write(number, content)
        os.fsync(number)
    finally:
        os.close(number)
    if is_new:
        make_last(path.parent)


def unread(folder: Path) -> int:
    """How many lines among what was erased cannot be read: what they told counts for nothing."""
    with suppress(OSError, UnicodeDecodeError):
        text = untrusted.read_text(folder / NAME, most=_MOST)
        written = sum(bool(each.strip()) for each in text.splitlines())
        return written - sum(1 for _ in _as_lines(_said_in(text)))
    return int(os.path.lexists(folder / NAME))


def lines(path: Path, *, most: int = _MOST) -> Iterator[dict[str, object]]:
    """The lines of such a file; what is no line of ours is passed over."""
    with suppress(OSError, UnicodeDecodeError):
        yield from _said_in(untrusted.read_text(path, most=most))


def _said_in(text: str) -> Iterator[dict[str, object]]:
    for line in text.splitlines():
        with suppress(ValueError, RecursionError):
            said = json.loads(line)
            if isinstance(said, dict):
                yield said


def _lines(path: Path) -> Iterator[Erased]:
    yield from _as_lines(lines(path))


def _as_lines(found: Iterable[dict[str, object]]) -> Iterator[Erased]:
    for said in found:
        with suppress(LookupError, ValueError, TypeError):
            known = {field.name: said[field.name] for field in fields(Erased) if field.name in said}
            line = Erased(**known)  # type: ignore[arg-type]
            if all(isinstance(value, str) for value in asdict(line).values()) and line.day:
                yield line


def _ends_halfway(number: int) -> bool:
    """Whether the last line was broken off, by a program that was stopped."""
    size = os.fstat(number).st_size
    if not size:
        return False
    os.lseek(number, size - 1, os.SEEK_SET)
    return os.read(number, 1) != b"\n"
