"""How a document stands with the versions of it that were given out before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from beraad.records import Layer, Version
from beraad.report.blocks import Document, Heading
from beraad.report.plain import plain_text

BEGINNING = "het begin"
"""What stands before the first heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A document of this moment, next to its latest version.

    Attributes:
        latest: the version that was given out last; None when there was none.
        changed: titles of the parts that say something else since, in reading order.
    """

    latest: Version | None
    changed: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The number that the next version gets."""
        return self.latest.number + 1 if self.latest else 1

    @property
    def is_fixed(self) -> bool:
        """Whether this is, word for word, what was made final."""
        return self.latest is not None and self.latest.final and not self.changed

    @property
    def departs_from_final(self) -> bool:
        """Whether a final version was given out and something changed since."""
        return self.latest is not None and self.latest.final and bool(self.changed)


def standing(document: Document, versions: Iterable[Version], layer: Layer) -> Standing:
    """Return how a document stands; it must be composed without a version of its own."""
    latest = max(
        (version for version in versions if version.layer is layer),
        key=lambda version: version.number,
        default=None,
    )
    if latest is None:
        return Standing(latest=None)
    return Standing(latest=latest, changed=_changed(latest.text, document))


def _changed(before: str, document: Document) -> tuple[str, ...]:
    after = plain_text(document)
    if before == after:
        return ()
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    old, new = _parts(before, titles), _parts(after, titles)
    differing = tuple(t for t in (BEGINNING, *titles) if old.get(t) != new.get(t))
    return differing or (BEGINNING,)


def _parts(text: str, titles: Iterable[str]) -> Mapping[str, str]:
    """The text under each of these titles; a line that is a title begins its part."""
    known = set(titles)
    parts = {BEGINNING: ""}
    title = BEGINNING
    for line in text.splitlines():
        if line in known:
            title = line
        parts[title] = f"{parts.get(title, '')}{line}\n"
    return parts
