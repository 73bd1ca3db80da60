"""The matrix of values and options as a drawing inside a web page."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from beraad.phases.wording import option_mark
from beraad.report.blocks import Matrix
from beraad.report.markup import Markup, element, empty_element
from beraad.report.visible import visible

_WIDTH, _LABEL, _LEAST_COLUMN = 720, 400, 56
_LINE, _PADDING, _HEAD = 20, 9, 34
_LETTERS_ON_A_LINE = 44
_SIZE = 7


def drawn(matrix: Matrix) -> Markup:
    """The picture, with all of it in words for who does not see it."""
    column = max(_LEAST_COLUMN, (_WIDTH - _LABEL) // len(matrix.letters))
    width = _LABEL + column * len(matrix.letters)
    parts: list[Markup] = [_words(matrix.head, 0, _HEAD - 12, "label")]
    for number, letter in enumerate(matrix.letters):
        middle = _LABEL + column * number + column // 2
        parts.append(_words(option_mark(letter), middle, _HEAD - 12, f"head {_hue(letter)}"))
    top = _HEAD
    for value, letters in matrix.rows:
        lines = wrap(visible(value), _LETTERS_ON_A_LINE) or [""]
        height = len(lines) * _LINE + 2 * _PADDING
        parts.append(_line(top, width))
        for place, line in enumerate(lines):
            parts.append(_words(line, 0, top + _PADDING + 15 + place * _LINE, "value"))
        for number, letter in enumerate(matrix.letters):
            if letter in letters:
                across = _LABEL + column * number + column // 2
                parts += _mark(letter, across, top + _PADDING + _LINE // 2)
        top += height
    looks = {
        "class": "matrix",
        "role": "img",
        "aria-label": matrix.alternative,
        "viewBox": f"0 0 {width} {top + 2}",
    }
    return wide(element("svg", *parts, attributes=looks), "Afbeelding")


def wide(inside: Markup, name: str) -> Markup:
    """What may be wider than a small screen: it can be moved with the keys as well."""
    looks = {"class": "wide", "role": "region", "aria-label": name, "tabindex": "0"}
    return element("div", inside, attributes=looks)


def _hue(letter: str) -> str:
    return {"A": "a", "B": "b"}.get(letter, "c")


def _words(text: str, x: int, y: int, role: str) -> Markup:
    return element("text", text, attributes={"class": role, "x": str(x), "y": str(y)})


def _line(top: int, width: int) -> Markup:
    ends = {"x1": "0", "x2": str(width), "y1": str(top), "y2": str(top)}
    return empty_element("line", attributes=ends)


def _mark(letter: str, x: int, y: int) -> Iterator[Markup]:
    """A diamond for A, a circle for B, a square for all others."""
    looks = {"class": f"dot {_hue(letter)}"}
    match letter:
        case "A":
            far = _SIZE + 2
            corners = f"{x},{y - far} {x + far},{y} {x},{y + far} {x - far},{y}"
            yield empty_element("polygon", attributes={**looks, "points": corners})
        case "B":
            round_ = {"cx": str(x), "cy": str(y), "r": str(_SIZE)}
            yield empty_element("circle", attributes={**looks, **round_})
        case _:
            side = str(2 * _SIZE - 2)
            place = {"x": str(x - _SIZE + 1), "y": str(y - _SIZE + 1)}
            size = {"width": side, "height": side, "rx": "2"}
            yield empty_element("rect", attributes={**looks, **place, **size})
