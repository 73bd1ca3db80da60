"""The Dutch of this project, which teaches what is no name: kept as it was on one day.

What the documents, the practice cases and the program say changes every day, and what a rule is
sure of in it as well. Learning must not: `python -m tools.gate.prose` keeps all of it anew, and
after that the weights are to be taught anew too.
"""

from __future__ import annotations

import ast
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from tools.gate.bench import rows
from tools.gate.grammar import Marked, Span

KEPT = Path(__file__).parent / "prose.jsonl.gz"
_ROOT = Path(__file__).parents[2]
_DUTCH = re.compile(r"^(?=.*\b(?:de|het|een|wat|je|niet|van|is)\b)[A-Z].{15,}", re.DOTALL)
_NAMING = frozenset(
    {
        FindKind.PERSON, FindKind.PLACE, FindKind.NEIGHBOURHOOD, FindKind.ADDRESS,
        FindKind.ORGANISATION, FindKind.SCHOOL,
    }
)  # fmt: skip


def kept(path: Path | None = None) -> tuple[Marked, ...]:
    """The texts as they were kept."""
    return rows(gzip.decompress((path or KEPT).read_bytes()).decode("utf-8"))


def keep(texts: Iterable[Marked], path: Path = KEPT) -> int:
    """Keep texts in a file that is the same whenever they are; tell how many."""
    lines = [
        json.dumps(
            {"text": one.text, "spans": [asdict(span) for span in one.spans]}, ensure_ascii=False
        )
        for one in texts
    ]
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), mtime=0))
    return len(lines)


def of_today() -> Iterator[str]:
    """Yield the Dutch of this project: its documents, practice cases, and what the program says."""
    documents = (
        *sorted((_ROOT / "docs").glob("*.md")),
        _ROOT / "README.md",
        _ROOT / "CHANGELOG.md",
    )
    assets = sorted((_ROOT / "beraad" / "assets").rglob("*.toml"))
    practice = sorted((_ROOT / "sessions" / "practice").glob("*.toml"))
    for path in (*documents, *assets, *practice):
        yield _without_signs(path.read_text(encoding="utf-8"))
    for path in sorted((_ROOT / "beraad").rglob("*.py")):
        yield "\n".join(filter(_DUTCH.search, _said(path)))


def _said(path: Path) -> Iterator[str]:
    """Yield the strings in a file of the program."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _without_signs(text: str) -> str:
    """Prose without code and the signs of Markdown and TOML."""
    text = re.sub(r"```.*?```|`[^`]*`|\[[^\]]*\]\([^)]*\)", " ", text, flags=re.DOTALL)
    return re.sub(r"^[#|> ]+|^\w+ = |[|*\"]", "", text, flags=re.MULTILINE)


def as_it_is_read(text: str) -> Marked:
    """A text of ours in which what a rule is sure of counts as identifying."""
    found = find(text, KnownNames.named(year=2026))
    names = [one for one in found if not one.asks and one.kind in _NAMING]
    return Marked(text, tuple(Span(one.start, one.end, "PERSOON") for one in names))


def main() -> None:
    """Keep the prose of today."""
    count = keep(as_it_is_read(text) for text in of_today() if text.strip())
    print(f"{count} teksten, {KEPT.stat().st_size / 1024:.0f} kB; leer hierna opnieuw: make train")


if __name__ == "__main__":
    main()
