"""Opening a course that somebody else made: its limits first, and only what Beraad reads itself.

What is printed in the file is for who has no Beraad. It is never put on this computer: the sheets
are drawn anew from programme and cases, so that nobody is given a PDF of unknown making.
"""

from __future__ import annotations

import re
import stat
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from beraad import untrusted
from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.phases.data_file import open_data, paragraphs
from beraad.phases.suggestions import NAMES as LISTS
from beraad.private import make_folder
from beraad.report.files import begin_folder, write_all
from beraad.report.house.style import OURS, House
from beraad.training.course.leaving import leaving_course
from beraad.training.course.names import CASES, PROGRAMME, SHEETS, SUFFIX, WORDS
from beraad.training.course.pack import Course, course_in, drawn, printed
from beraad.training.place import has_hidden
from beraad.training.practice import LONGEST_TITLE
from beraad.training.weighing import of_another

FOLDER: Final = "cursussen"
"""Where courses are put, among the beraden."""

LARGEST: Final = 50_000_000
"""Bytes of a whole course; the one that ships has a million."""

_LARGEST_TEXT: Final = untrusted.SETTINGS
_LARGEST_SHEET: Final = 10_000_000
_LARGEST_CONTENT: Final = 60_000_000
_MOST_PARTS: Final = 300
_MOST_CASES: Final = 50
_LONGEST_NAME: Final = 80

_NAME = r"[0-9A-Za-zÀ-ÖØ-öø-ÿ][0-9A-Za-zÀ-ÖØ-öø-ÿ _-]{0,70}"
_KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    "programma": re.compile(re.escape(PROGRAMME)),
    "casus": re.compile(rf"{CASES}/{_NAME}\.casus"),
    "lijst": re.compile(rf"{WORDS}/(?:{'|'.join(LISTS)})\.toml"),
    "blad": re.compile(rf"{SHEETS}/{_NAME}\.pdf"),
}
_OF_WINDOWS = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")


_BROKEN: Final = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, IndexError),
)
"""What `zipfile` raises for an archive that is damaged or made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A course that was put among the beraden.

    Attributes:
        sheets: how many sheets were drawn.
        there_already: it stood there, the same.
    """

    folder: Path
    course: Course
    sheets: int = 0
    there_already: bool = False


def checked(path: Path, look: Callable[[Course], object] = lambda _: None) -> Course:
    """The course in a file, of which everything was read and nothing is kept.

    Who wants to see more of it than it holds by itself, such as the story of a case, can `look` as
    long as its files are there. Raises Solvable naming the part and what is wrong with it.
    """
    texts = _texts(path)
    scratch = Path(mkdtemp(prefix="beraad-cursus-"))
    try:
        _put(texts, scratch)
        course = course_in(scratch)
        look(course)
        return course
    finally:
        rmtree(scratch, ignore_errors=True)


def open_course(
    path: Path,
    sessions: Path,
    house: House = OURS,
    *,
    today: date,
    unwanted: Callable[[], bool] = lambda: False,
) -> Opened | None:
    """Put a course among the beraden, with its sheets drawn anew; all of it or nothing.

    The same course stands there once. Returns None, with nothing kept, when it has become
    `unwanted`. Raises Solvable as `checked` does, when a number of somebody is in it, and when the
    folder cannot be written.
    """
    texts = _texts(path)
    home = sessions / FOLDER
    target = _free(home, _called(path), texts)
    if target.is_dir():
        return Opened(folder=target, course=_without_numbers(target, today), there_already=True)
    try:
        make_folder(home)
        scratch = begin_folder(home)
    except OSError as error:
        raise _unwritable(error) from error
    try:
        _put(texts, scratch)
        course = _without_numbers(scratch, today)
        pages = drawn(printed(course, house), unwanted=unwanted)
        if not pages or unwanted():
            return None
        (scratch / SHEETS).mkdir()
        write_all({scratch / SHEETS / name: data for name, data in pages.items()}, replace=False)
        patiently(lambda: scratch.rename(target))
    except OSError as error:
        raise _unwritable(error) from error
    finally:
        rmtree(scratch, ignore_errors=True)
    return Opened(folder=target, course=course_in(target), sheets=len(pages))


def take_away_course(folder: Path) -> None:
    """Take a course away that was put among the beraden. Raises Solvable."""
    try:
        rmtree(folder)
    except OSError as error:
        raise Solvable(
            f"De cursus {untrusted.shown(folder.name)} is niet helemaal weg te halen: "
            f"{untrusted.why(error)}.",
            way_out="Kijk of er een blad van openstaat, en probeer het nog eens.",
        ) from error


def courses_in(sessions: Path) -> Iterator[Path]:
    """The folders of the courses that were put among the beraden, by name."""
    for folder in sorted((sessions / FOLDER).glob("*")):
        if folder.is_dir() and not folder.name.startswith(".") and (folder / PROGRAMME).exists():
            yield folder


def title_of(folder: Path) -> str:
    """What the course in this folder is called; the name of the folder when it does not say so."""
    try:
        found = open_data(folder / PROGRAMME).table().get("titel")
    except Solvable:
        return folder.name
    said = paragraphs(found) if isinstance(found, str) else ""
    return said if 0 < len(said) <= LONGEST_TITLE else folder.name


def _without_numbers(folder: Path, today: date) -> Course:
    """The course in a folder. Raises Solvable when a number of somebody is in it."""
    course = course_in(folder)
    with of_another():
        leaving_course(course, today=today, is_made_up=True)
    return course


def _texts(path: Path) -> dict[str, str]:
    """The parts of a course that Beraad reads, by name. Raises Solvable."""
    if path.suffix.lower() != SUFFIX:
        raise _refused(path, f"de naam eindigt niet op {SUFFIX}")
    try:
        data = untrusted.read_bytes(path, most=LARGEST)
    except OSError as error:
        raise _refused(path, f"{error.strerror}") from error
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = _within_limits(path, archive, len(data))
            return {
                part.filename: _text(path, archive, part)
                for part in parts
                if _kind(part.filename) != "blad"
            }
    except _BROKEN as error:
        raise _refused(path, "het bestand is beschadigd, of geen cursus") from error


def _within_limits(path: Path, archive: ZipFile, size: int) -> list[ZipInfo]:
    """The parts, when their names and sizes are those of a course. Raises Solvable."""
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        raise _refused(path, f"er zitten meer dan {_MOST_PARTS} onderdelen in")
    seen: set[str] = set()
    for part in parts:
        _require_known(path, part)
        folded = part.filename.casefold()
        if folded in seen:
            raise _refused(path, f"{_shown(part)} zit er twee keer in")
        seen.add(folded)
    if sum(part.file_size for part in parts) > _LARGEST_CONTENT:
        raise _refused(path, "uitgepakt wordt het veel te groot")
    # Parts that lie over each other unpack to far more than the file holds.
    if sum(part.compress_size for part in parts) > size:
        raise _refused(path, "de onderdelen liggen over elkaar heen")
    if PROGRAMME not in seen:
        raise _refused(path, f"{PROGRAMME} ontbreekt")
    if sum(_kind(part.filename) == "casus" for part in parts) > _MOST_CASES:
        raise _refused(path, f"er zitten meer dan {_MOST_CASES} casussen in")
    return parts


def _require_known(path: Path, part: ZipInfo) -> None:
    name = part.filename
    kind = _kind(name)
    if kind is None or len(name) > _LONGEST_NAME or _OF_WINDOWS.match(Path(name).name):
        raise _refused(path, f"{_shown(part)} hoort niet in een cursus")
    if part.orig_filename != name:
        raise _refused(path, f"{_shown(part)} heeft twee namen")
    if stat.S_IFMT(part.external_attr >> 16) not in {0, stat.S_IFREG}:
        raise _refused(path, f"{_shown(part)} is een koppeling of een map")
    if part.flag_bits & 0x1:
        raise _refused(path, f"{_shown(part)} is op slot")
    if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _refused(path, f"{_shown(part)} is op een onbekende manier ingepakt")
    most = _LARGEST_SHEET if kind == "blad" else _LARGEST_TEXT
    if part.file_size > most:
        raise _refused(path, f"{_shown(part)} is groter dan {most // 1_000_000} MB")


def _kind(name: str) -> str | None:
    """What a part is by its name; None for what belongs in no course."""
    return next((kind for kind, form in _KINDS.items() if form.fullmatch(name)), None)


def _text(path: Path, archive: ZipFile, part: ZipInfo) -> str:
    """The text of one part; never more of it is unpacked than is allowed."""
    with archive.open(part) as file:
        data = file.read(_LARGEST_TEXT + 1)
    if len(data) > _LARGEST_TEXT:
        raise _refused(path, f"{_shown(part)} is groter dan het zegt")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path, f"{_shown(part)} is geen gewone tekst in UTF-8") from error
    if "\x00" in text:
        raise _refused(path, f"{_shown(part)} is geen gewone tekst")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        if has_hidden(line):
            where = f"in {_shown(part)}, regel {number}, staat een teken dat niet te zien is"
            raise _refused(path, where)
    return text


def _put(texts: Mapping[str, str], folder: Path) -> None:
    for inside in {Path(name).parent for name in texts}:
        make_folder(folder / inside)
    files = {folder / name: text.encode() for name, text in texts.items()}
    write_all(files, replace=False)


def _called(path: Path) -> str:
    """What the folder of a course is called: after its file, and a name on every system."""
    kept = "".join(sign if re.fullmatch(r"[\w -]", sign) else "-" for sign in path.stem)
    name = kept.strip(" -_")[:60].strip()
    return "cursus" if not name or _OF_WINDOWS.match(name) else name


def _free(home: Path, name: str, texts: Mapping[str, str]) -> Path:
    """The folder that holds just these texts, or else the first that is not there yet."""
    for number in count(1):
        folder = home / (name if number == 1 else f"{name} {number}")
        if not folder.exists() or _holds(folder, texts):
            return folder
    raise AssertionError


def _holds(folder: Path, texts: Mapping[str, str]) -> bool:
    """Whether a folder holds these texts and no others; its sheets follow from them."""
    there = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix() for path in there}
    if {name for name in named if not name.startswith(f"{SHEETS}/")} != set(texts):
        return False
    try:
        return all(untrusted.read_text(folder / name) == text for name, text in texts.items())
    except (OSError, UnicodeDecodeError):
        return False


def _shown(part: ZipInfo) -> str:
    return untrusted.shown(part.filename) or "een onderdeel zonder naam"


def _refused(path: Path, why: str) -> Solvable:
    return Solvable(
        f"Het bestand {untrusted.shown(path.name)} is als cursus niet te openen: {why}.",
        kept="Er is niets geopend en niets veranderd.",
        way_out="Vraag de maker om de cursus opnieuw te maken, met beraad cursus maak.",
    )


def _unwritable(error: OSError) -> Solvable:
    return Solvable(
        f"De map voor de cursus is niet te schrijven: {untrusted.why(error)}.",
        kept="Er is niets geopend en niets veranderd.",
        way_out="Kies een andere map, of kijk of er nog ruimte op de schijf is.",
    )
