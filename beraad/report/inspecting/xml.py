"""Parsing XML of others: no definitions, no entities, not too deep and not too much."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from typing_extensions import override

from beraad.report.inspecting.limits import DEEPEST, MOST_ELEMENTS, TooMuch, within


def parsed(data: bytes) -> ET.Element:
    """The tree of one part. Raises ParseError, and TooMuch before it asks more than is allowed."""
    parser = ET.XMLParser(target=_Careful())  # noqa: S314 - nothing can be defined that grows
    parser.feed(data)
    tree: ET.Element = parser.close()
    return tree


class _Careful(ET.TreeBuilder):
    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._count = 0

    @override
    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise TooMuch("de onderdelen staan te diep in elkaar")
        within(self._count, MOST_ELEMENTS, "elementen")
        return super().start(tag, attrs)

    @override
    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Called before anything is defined."""
        raise TooMuch("er staan definities in die iets anders kunnen binnenhalen")
