"""Reads what users read, and says what is no good Dutch: `make check` runs it.

Three habits that read badly on a screen: a label that begins with "wie" and never says who, a word
that Beraad does not use, and a sentence nobody can read in one breath. Quotes are put one way.
Which words, and why, stands in `language.toml` beside this file.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = Path(__file__).with_name("language.toml")
_DUTCH = re.compile(
    r"\b(?:de|het|een|je|jullie|is|zijn|niet|van|wat|met|voor|dit|dat|ook|staat|wordt|en|of)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|and|with|must|should|has|not a|which)\b")
_END = re.compile(r"(?<=[.!?…:;])[”’)*]*\s+|\n\s*\n|\n\s*[-*#]|\n(?=\|)")
_WORD = re.compile(r"[\w’'-]+")
_HEADLESS = re.compile(
    r"(?:^|[.:;]\s+)Wie (?!wat\b|de casus kent)[^.?!,]{2,60}, "
    r"(?!en\b|of\b|ook\b|maar\b|wat\b|waar\b|hoe\b)[a-zé]"
)
"""“Wie wat zegt, blijft onder ons” says what stays; it is no label."""
_INVENTED = {"practice", "oefenregister"}
_PATTERN = re.compile(r"\(\?|\\[bdw]|\[\^")
_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)|\"[^\"\n]+\"")
_PLURAL = re.compile(r"^(?:[a-zéë]+ )*[A-Za-zéë]*[aiou]'s$")
"""“Thema's” alone says in one word that it is Dutch."""
_CODE = re.compile(r"`[^`\n]*`|^ {4,}.*$|https?://\S+|!?\[[^\]]*\]\([^)]*\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Said:
    """Something a user reads, and where it stands."""

    path: Path
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What is looked for."""

    longest: int
    words: tuple[tuple[re.Pattern[str], str], ...]
    allowed: frozenset[str]


def read_rules(path: Path = RULES) -> Rules:
    """The words that are not used, each with why."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    words = tuple(
        (re.compile(rf"\b{each['vorm']}", re.IGNORECASE), f"{each['waarom']}")
        for each in data["woord"]
    )
    return Rules(data["langste_zin"], words, frozenset(data["mag"]))


def faults(said: Said, rules: Rules) -> Iterator[str]:
    """What is wrong with one text, in words for who wrote it.

    People in what is invented may talk as people do: of them only words, quotes and length count.
    """
    for pattern, why in rules.words:
        for found in pattern.finditer(said.text):
            if found.group().casefold() not in rules.allowed:
                yield f"“{found.group()}”: {why}"
    if not _INVENTED & set(said.path.parts) and (found := _HEADLESS.search(said.text)):
        yield f"“{found.group().strip()} …”: zeg wie, of maak er een zin van"
    if found := _STRAIGHT.search(said.text):
        yield f"{found.group()}: zet “ ” en ’"
    for sentence in _END.split(said.text):
        count = len(_WORD.findall(sentence))
        if count > rules.longest:
            yield f"een zin van {count} woorden: “{' '.join(sentence.split())[:60]} …”"


def in_program(path: Path) -> Iterator[Said]:
    """The Dutch strings of a module; what only a developer reads is left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = set(_docstrings(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                each.value if isinstance(each, ast.Constant) else "…" for each in node.values
            )
            skipped.update(id(each) for each in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if id(node) in skipped or _PATTERN.search(text):
            continue
        if not (is_dutch(text) or _PLURAL.search(text)):
            continue
        yield Said(path, node.lineno, text)


def in_text(path: Path) -> Iterator[Said]:
    """The paragraphs of a text for users."""
    whole = _CODE.sub("", path.read_text(encoding="utf-8"))
    yield from _paragraphs(path, whole)


def in_case(path: Path) -> Iterator[Said]:
    """What is said in a practice case or a list of suggestions."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for text in _strings(data):
        if " " in text:
            yield Said(path, 1, text)


def is_dutch(text: str) -> bool:
    """Whether this is a text for users: Dutch of at least three words."""
    return len(text.split()) > 2 and bool(_DUTCH.search(text)) and not _ENGLISH.search(text)


def everything() -> Iterator[Said]:
    """Whatever users read."""
    for path in sorted((ROOT / "beraad").rglob("*.py")):
        yield from in_program(path)
    for name in ("README.md", "docs/handleiding.md", "docs/privacy.md"):
        yield from in_text(ROOT / name)
    for folder in ("sessions/practice", "beraad/assets/suggesties", "beraad/assets/oefenregister"):
        for path in sorted((ROOT / folder).glob("*.toml")):
            yield from in_case(path)


def _paragraphs(path: Path, text: str) -> Iterator[Said]:
    line = 1
    for part in re.split(r"(\n\s*\n|\n(?=- ))", text):
        if part.strip() and not _ENGLISH.search(part):
            yield Said(path, line, part.strip())
        line += part.count("\n")


def _docstrings(tree: ast.AST) -> Iterator[int]:
    """Strings that stand alone: docstrings, and what is said about a constant."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def main() -> int:
    """Print every fault; the exit code tells whether there were any."""
    rules = read_rules()
    texts = list(everything())
    found = [
        f"{said.path.relative_to(ROOT)}:{said.line}: {fault}"
        for said in texts
        for fault in faults(said, rules)
    ]
    print("\n".join([*found, f"{len(texts)} teksten gelezen, {len(found)} opmerkingen"]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
