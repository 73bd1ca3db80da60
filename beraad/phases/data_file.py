"""Reading the TOML files that people may write or change themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from beraad import untrusted
from beraad.errors import Solvable
from beraad.storable import storable

_ENDLESS_NUMBER = re.compile(r"[0-9_]{1000}")
_MOST_DOTS = 500
"""In one key; one of a hundred thousand parts would take minutes to read."""

_KINDS: Mapping[type, str] = {
    str: "een tekst",
    date: "een datum als 2026-11-01",
    int: "een heel getal",
    bool: "true of false",
}
_ANY_HEADER = re.compile(r"\s*\[")
_TEXT_OR_COMMENT = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#([^\n]*)''',
    re.DOTALL,
)
_SKIPPED = re.compile(
    r'''"""(?:[^\\]|\\.)*?(?:"{3,5}|\\?\Z)|'{3}.*?(?:'{3,5}|\Z)'''
    r"""|"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|\#[^\n]*""",
    re.DOTALL,
)
"""Texts and comments; what is not closed goes on to the end, so that nothing is read twice."""
_BETWEEN_KEYS = re.compile(r"[=,{}\n]")
_WHERE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class DataFile:
    """The text of a data file, and how to say what is wrong in it."""

    name: str
    text: str

    def table(self) -> dict[str, Any]:
        """What the file says. Raises Solvable naming the line that cannot be understood."""
        self._require_short_keys()
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = _WHERE.search(str(error))
            line = int(found[1]) if found else self.text.count("\n") + 1
            raise self.fault(line, "deze regel is niet te begrijpen") from error
        except RecursionError:
            raise self.fault(self._deepest(), "dit staat te diep in elkaar") from None
        except ValueError as error:
            raise self.fault(self._line_with(_ENDLESS_NUMBER), "dit getal is te lang") from error

    def comments(self) -> tuple[str, ...]:
        """What stands behind a # and is no part of what the file says."""
        return tuple(text for _, text in self.comments_by_line())

    def comments_by_line(self) -> Iterator[tuple[int, str]]:
        """The same, each with its line."""
        line, at = 1, 0
        for match in _TEXT_OR_COMMENT.finditer(self.text):
            line += self.text.count("\n", at, match.start())
            at = match.start()
            if match[1] and match[1].strip():
                yield line, match[1].strip()

    def fault(self, line: int, reason: str) -> Solvable:
        """The problem with one line, in words for whoever wrote the file."""
        return Solvable(
            f"In {self.name}, regel {line}: {reason}.",
            way_out="Verbeter die regel, of haal het bestand weg.",
        )

    def tables(self, head: dict[str, Any], header: str) -> list[dict[str, Any]]:
        """Take the tables under [[header]] out of what the file says.

        Raises Solvable for anything else under that name.
        """
        found: list[dict[str, Any]] = head.pop(header, [])
        if type(found) is not list or not all(type(one) is dict for one in found):
            raise self.fault(self.line_of(header, 1, ""), f"hier hoort [[{header}]] te staan")
        return found

    def fields(
        self,
        table: Mapping[str, Any],
        known: Mapping[str, tuple[str, type]],
        *,
        needed: tuple[str, ...],
        header: str = "",
        number: int = 0,
    ) -> dict[str, Any]:
        """The fields of a record out of the number-th [[header]], by their names in the program.

        Raises Solvable with the line of a field that is unknown, of another kind, or missing.
        """
        found: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                line = self.line_of(header, number, key)
                raise self.fault(line, f"het veld {untrusted.shown(key)} bestaat niet")
            name, kind = known[key]
            if type(value) is not kind:
                line = self.line_of(header, number, key)
                raise self.fault(line, f"het veld {key} hoort {_KINDS[kind]} te zijn")
            found[name] = paragraphs(value) if isinstance(value, str) else value
        for key in needed:
            if not found.get(known[key][0]):
                raise self.fault(self.line_of(header, number, key), f"het veld {key} ontbreekt")
        return found

    def _require_short_keys(self) -> None:
        """Raise Solvable for a key of more parts than anybody writes, before it is read."""
        if self.text.count(".") <= _MOST_DOTS:
            return
        bare = _SKIPPED.sub(lambda found: "\n" * found[0].count("\n"), self.text)
        line, at = 1, 0
        for end in _BETWEEN_KEYS.finditer(f"{bare}\n"):
            if bare.count(".", at, end.start()) > _MOST_DOTS:
                raise self.fault(line, "deze regel is niet te begrijpen")
            line, at = line + (end[0] == "\n"), end.end()

    def _line_with(self, pattern: re.Pattern[str]) -> int:
        found = pattern.search(self.text)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1

    def _deepest(self) -> int:
        """The line on which most brackets are open."""
        depth, deepest, where = 0, 0, 1
        for line, content in enumerate(self.text.splitlines(), start=1):
            depth += sum(map(content.count, "[{")) - sum(map(content.count, "]}"))
            if depth > deepest:
                deepest, where = depth, line
        return where

    def line_of(self, header: str, number: int, key: str) -> int:
        """The line of a field in the number-th [[header]]; in what comes before it for 0.

        When the field is not there, the line of the header itself.
        """
        is_header = re.compile(rf"\s*\[\[?\s*{re.escape(header)}\s*\]")
        is_field = re.compile(rf"\s*{re.escape(key)}\s*=")
        seen, line_of_header, inside = 0, 1, number == 0
        for line, content in enumerate(self.text.splitlines(), start=1):
            if is_header.match(content):
                seen += 1
                inside = seen == number
                line_of_header = line if inside else line_of_header
            elif _ANY_HEADER.match(content):
                inside = False
            elif inside and is_field.match(content):
                return line
        return line_of_header


def open_data(path: Path) -> DataFile:
    """Read a data file. Raises Solvable when it cannot be read, or is no plain text."""
    try:
        return DataFile(path.name, untrusted.read_text(path))
    except OSError as error:
        raise Solvable(
            f"Het bestand {path.name} is niet te openen: {error.strerror}.",
            way_out="Kijk of het er nog staat en of je het mag lezen.",
        ) from error
    except UnicodeDecodeError as error:
        raise Solvable(
            f"Het bestand {path.name} is geen gewone tekst.",
            way_out="Bewaar het opnieuw als tekst in UTF-8.",
        ) from error


def paragraphs(text: str) -> str:
    """Return the text as it may be kept, its lines joined.

    Only an empty line starts a new paragraph.
    """
    parts = re.split(r"\n\s*\n", storable(text).strip())
    return "\n\n".join(" ".join(part.split()) for part in parts)
