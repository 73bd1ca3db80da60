"""How a document stands with the versions of it that were given out before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from beraad.records import Layer, Version, new_id
from beraad.report.blocks import Document, Heading
from beraad.report.edition import Edition
from beraad.report.plain import plain_text

BEGINNING = "het begin"
"""What stands before the first heading."""

_BETWEEN = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A document of this moment, next to its latest version.

    Attributes:
        latest: the version that was given out last; None when there was none.
        changed: titles of the parts that say something else since, in reading order.
        earlier: every version that was given out, the latest first.
    """

    latest: Version | None
    changed: tuple[str, ...] = ()
    earlier: tuple[Version, ...] = ()

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
    earlier = sorted(
        (version for version in versions if version.layer is layer),
        key=lambda version: version.number,
        reverse=True,
    )
    if not earlier:
        return Standing(latest=None)
    changed = _changed(earlier[0].text, document)
    return Standing(latest=earlier[0], changed=changed, earlier=tuple(earlier))


def _changed(before: str, document: Document) -> tuple[str, ...]:
    after = plain_text(document)
    if before == after:
        return ()
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    old, new = parts_of(before, titles), parts_of(after, titles)
    differing = tuple(t for t in (BEGINNING, *titles) if old.get(t) != new.get(t))
    return differing or (BEGINNING,)


def parts_of(text: str, titles: Iterable[str]) -> Mapping[str, str]:
    """The text under each of these titles; a line that is a title begins its part."""
    known = set(titles)
    parts = {BEGINNING: ""}
    title = BEGINNING
    for line in text.splitlines():
        if line in known:
            title = line
        parts[title] = f"{parts.get(title, '')}{line}\n"
    return parts


def edition(now: Standing, *, final: bool, today: date) -> Edition:
    """The version mark under which this document goes out.

    What says the same as its latest version keeps that mark: a concept is not counted twice, and
    what was made final stays final.
    """
    latest = now.latest
    if latest and (now.is_fixed or not (final or now.changed)):
        return Edition(
            number=latest.number,
            final=latest.final,
            made_on=latest.made_on,
            changed=tuple(part for part in latest.changes.split(_BETWEEN) if part),
        )
    return Edition(number=now.number, final=final, made_on=today, changed=now.changed)


def version(mark: Edition, document: Document, layer: Layer) -> Version:
    """What is kept of a document that goes out under this mark."""
    return Version(
        id=new_id(),
        layer=layer,
        number=mark.number,
        made_on=mark.made_on,
        final=mark.final,
        changes=_BETWEEN.join(mark.changed),
        text=plain_text(document),
    )
