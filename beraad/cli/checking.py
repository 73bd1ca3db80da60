"""`beraad controleer`: tell what in a text may identify somebody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beraad import untrusted
from beraad.cli.in_time import found_in_time
from beraad.cli.lines import check_lines
from beraad.cli.streams import complain, given, how_far, is_watched
from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.municipal_words import municipal_words
from beraad.privacy.find import KIND_LABELS, Find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.progress import GoesOn, always
from beraad.report.inspecting import readable
from beraad.report.inspecting.limits import LONGEST_TEXT, dutch

_LONG = 200_000
"""Characters from which somebody starts to wait."""
_LARGEST = 4 * LONGEST_TEXT
"""Bytes; a character takes four at most."""

_MOST_LINES = 4_000_000_000
"""Bytes of a file with lines, which are read one by one."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def check(
    file: Path | None,
    folder: Path,
    say: Callable[[str], None],
    *,
    as_json: bool,
    source: Path | None = None,
) -> int:
    """Read a text or a document, tell what was found, and return 1 if that is anything.

    Of a document it also tells what it is made of; with the beraad it came from as `source`, the
    words that were taken out are looked for instead. With JSON lines the answer says it all, and
    the return is 0: programs that read it take any other exit code for a failure. Raises Solvable
    when the text cannot be read.
    """
    words = municipal_words(folder)
    if words.problem:
        complain(words.problem)
    if file is not None and not as_json and (readable(file) or source is not None):
        return _check_document(file, source, words.lexicon, say)
    if as_json:
        _check_lines(file, words.lexicon, say)
        return 0
    return _check_text(_read(file), words.lexicon, say)


def _check_document(
    file: Path, source: Path | None, lexicon: Lexicon, say: Callable[[str], None]
) -> int:
    from beraad.cli.inspecting import look_at, look_for_removed

    inspection = look_at(file, say) if readable(file) else None
    sound = inspection is None or inspection.holds
    if source is not None:
        found = look_for_removed(file, source, lexicon, say)
    else:
        found = bool(inspection and _check_text(inspection.text, lexicon, say))
    return int(found or not sound)


def _read(file: Path | None) -> str:
    """The text of a file, or of standard input; raises Solvable when it cannot be read."""
    try:
        data = _bytes(file)
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
        if len(data) <= _LARGEST and len(text) <= LONGEST_TEXT:
            return text
        happened = f"Deze tekst is te lang: meer dan {dutch(LONGEST_TEXT)} tekens."
    except UnicodeDecodeError:
        happened = "Deze tekst is niet te lezen: het is geen UTF-8."
    except OSError as error:
        happened = f"Deze tekst is niet te lezen: {error.strerror}."
    raise Solvable(
        happened,
        kept="Er is niets veranderd.",
        way_out="Geef een tekst- of Markdownbestand, zo nodig in delen.",
    )


def _bytes(file: Path | None) -> bytes:
    """What stands in a file, or comes from standard input; a byte more when that is too much."""
    if file:
        return untrusted.read_bytes(file, most=_LARGEST)
    try:
        return given().read(_LARGEST + 1)
    except OSError as error:
        raise OSError(error.errno, untrusted.why(error)) from error


def _check_lines(file: Path | None, lexicon: Lexicon, say: Callable[[str], None]) -> None:
    if file is None:
        check_lines(given(), lexicon, say)
        return
    try:
        lines = untrusted.opened(file, most=_MOST_LINES)
    except OSError as error:
        raise Solvable(f"Het bestand is niet te lezen: {error.strerror}.") from error
    with lines:
        check_lines(lines, lexicon, say)


def _check_text(text: str, lexicon: Lexicon, say: Callable[[str], None]) -> int:
    shows = len(text) > _LONG and is_watched()
    goes_on = _progress() if shows else always
    found = found_in_time(text, KnownNames.named(), lexicon, goes_on=goes_on)
    line, counted = 1, 0
    for one in found:
        line += text.count("\n", counted, one.start)
        counted = one.start
        why = f"{KIND_LABELS[one.kind]}, {one.reason}"
        say(f"regel {line}: {_shown(one.text)} — {why}; {_instead(one)}")
    if not found:
        say("Er is niets gevonden dat naar iemand wijst. Lees zelf ook na.")
    return int(bool(found))


def _progress() -> GoesOn:
    """Tell on the terminal how far the reading is, on one line that goes when it is done."""

    told = how_far("Gelezen")

    def show(done: int, total: int) -> bool:
        told(done, total)
        return True

    return show


def _instead(found: Find) -> str:
    """What could stand there: first what happens when nobody decides otherwise."""
    general = f"algemener: {found.generalised}" if found.generalised else ""
    out = f"vervangen door: {found.suggestion}"
    return general or out if found.asks else " of ".join(filter(None, (out, general)))


def _shown(text: str) -> str:
    """A find on one line; signs that would steer the terminal are shown as a dot."""
    one_line = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "·" for sign in one_line)
