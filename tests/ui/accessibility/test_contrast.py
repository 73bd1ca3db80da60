"""Every text and every edge stands out from what it is on (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from beraad.ui.start.tile import Tile
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import (
    CONTRAST,
    DARK,
    LIGHT,
    PALETTES,
    Palette,
    ThemeChoice,
    palette_for,
)
from beraad.ui.theme.scale import Scale
from beraad.ui.theme.stylesheet import stylesheet
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button
from beraad.ui.widgets.text_field import TextField

TEXT, EDGE = 4.5, 3.0
PLAIN = ("paper", "surface", "sunk")
"""The grounds of a window: most text may come on any of them."""

PAINTED = {
    ("ink", "ink_2", "accent", "open"): PLAIN,
    ("a",): ("a_ground",),
    ("b",): ("b_ground",),
    ("other",): ("other_ground",),
    ("ink", "ink_2", "accent"): ("good_ground",),
    ("on_accent",): ("accent", "accent_strong"),
}
"""What is painted and not styled: lists, rail, preview, the group's screen, selected text."""

DIVIDES = {"line"}
"""Lines that only divide; what they divide has room between it as well."""

WITH_TEXT = ("QLabel", "QPushButton", "QLineEdit", "QPlainTextEdit", "QTextEdit", "QMenu::item")
"""What has text of its own; on a tile the text is in labels."""

NAMES = {each.name for each in fields(Palette)} - {"outlined"}
ROLES = Palette(**{name: f"@{name}" for name in NAMES})


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rules(*, outlined):
    """Every selector of the style sheet with its properties; colours as names of roles."""
    sheet = stylesheet(replace(ROLES, outlined=outlined), Scale(15), check_image="")
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        properties = dict(re.findall(r"([\w-]+):\s*([^;]+?)\s*(?:;|$)", body.strip()))
        for selector in selectors.split(","):
            yield selector.strip(), properties


def role(value):
    found = re.search(r"@(\w+)", value or "")
    return found.group(1) if found else None


def plainer(selector):
    """The selector without its last state or property; the same when it has none."""
    return re.sub(r"(:[\w-]+|\[[^\]]*\])$", "", selector)


def ink_of(selector, inks):
    """The colour of the text in a widget, of itself or from a plainer selector."""
    while selector not in inks and plainer(selector) != selector:
        selector = plainer(selector)
    return inks.get(selector, "ink")


def grounds_of(selector, backgrounds):
    """What a selector stands on: its own ground, that of a plainer selector, or of its parent."""
    own = backgrounds.get(selector)
    if own:
        return (own,)
    if own is None and plainer(selector) != selector:
        return grounds_of(plainer(selector), backgrounds)
    around = selector.rsplit(" ", 1)[0]
    return grounds_of(around, backgrounds) if around != selector else PLAIN


def text_pairs(*, outlined):
    styled = list(rules(outlined=outlined))
    backgrounds, colours = {}, {}
    for selector, properties in styled:
        if "background" in properties:
            backgrounds[selector] = role(properties["background"]) or ""
        if "color" in properties:
            colours[selector] = role(properties["color"])
    for selector, ground in backgrounds.items():
        if ground and selector.startswith(WITH_TEXT) and "tile" not in selector:
            yield selector, ink_of(selector, colours), ground
    for selector, properties in styled:
        inks = {role(properties.get("color")), role(properties.get("placeholder-text-color"))}
        for ink in inks - {None}:
            for ground in grounds_of(selector, backgrounds):
                yield selector, ink, ground
        if chosen := role(properties.get("selection-color")):
            yield selector, chosen, role(properties["selection-background-color"])


def edge_pairs(*, outlined):
    for selector, properties in rules(outlined=outlined):
        for name in ("border", "border-color"):
            edge = role(properties.get(name))
            if edge and edge not in DIVIDES:
                for ground in PLAIN:
                    yield selector, edge, ground


@pytest.mark.parametrize("theme", PALETTES, ids=str)
def test_every_styled_text_stands_out(theme):
    palette = PALETTES[theme]
    pairs = set(text_pairs(outlined=palette.outlined))

    faint = [
        (selector, ink, ground)
        for selector, ink, ground in pairs
        if contrast(getattr(palette, ink), getattr(palette, ground)) < TEXT
    ]

    assert faint == []
    assert len(pairs) > 60


@pytest.mark.parametrize("theme", PALETTES, ids=str)
def test_every_painted_text_stands_out(theme):
    palette = PALETTES[theme]

    faint = [
        (ink, ground)
        for inks, grounds in PAINTED.items()
        for ink in inks
        for ground in grounds
        if contrast(getattr(palette, ink), getattr(palette, ground)) < TEXT
    ]

    assert faint == []


@pytest.mark.parametrize("theme", PALETTES, ids=str)
def test_every_edge_and_focus_ring_stands_out(theme):
    palette = PALETTES[theme]
    pairs = set(edge_pairs(outlined=palette.outlined))

    faint = [
        (selector, edge, ground)
        for selector, edge, ground in pairs
        if contrast(getattr(palette, edge), getattr(palette, ground)) < EDGE
    ]

    assert faint == []
    assert {"edge", "accent", "ink", "danger"} <= {edge for _, edge, _ in pairs}


@contextmanager
def in_theme(qapp, theme, widget, qtbot):
    look = Look(qapp, theme=theme, percent=100)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield look
    qapp.setStyleSheet("")
    look.setParent(None)


@pytest.mark.parametrize("theme", PALETTES, ids=str)
@pytest.mark.parametrize("kind", ["primary", "segment", "", "tile"])
def test_the_focus_is_seen_on_a_filled_button(qapp, qtbot, theme, kind):
    beside = QWidget()
    filled = Tile("Nieuw", "beraad", primary=True) if kind == "tile" else button("Ja", kind=kind)
    filled.setCheckable(kind in {"segment", ""})
    filled.setChecked(True)
    other = QPushButton("Nee")
    inside = QVBoxLayout(beside)
    inside.addWidget(filled)
    inside.addWidget(other)

    with in_theme(qapp, theme, beside, qtbot) as look:
        other.setFocus()
        without = filled.grab().toImage()
        filled.setFocus()
        with_focus = filled.grab().toImage()

        ring = QPoint(filled.width() // 2, 4)
        assert without.pixelColor(ring).name() == look.palette.accent
        stands_out = contrast(with_focus.pixelColor(ring).name(), look.palette.accent)
        assert stands_out >= EDGE


@pytest.mark.parametrize("theme", PALETTES, ids=str)
@pytest.mark.parametrize("kind", [LineEdit, TextField])
def test_the_focus_is_seen_around_a_text(qapp, qtbot, theme, kind):
    """Where every edge is black already, one more pixel of it hardly shows."""
    beside = QWidget()
    field, other = kind(), QPushButton("Nee")
    inside = QVBoxLayout(beside)
    inside.addWidget(field)
    inside.addWidget(other)
    beside.resize(300, 120)

    with in_theme(qapp, theme, beside, qtbot) as look:
        other.setFocus()
        before = field.grab().toImage()
        field.setFocus()
        after = field.grab().toImage()

        middle = before.height() // 2
        changed = sum(
            contrast(before.pixelColor(x, middle).name(), after.pixelColor(x, middle).name())
            >= EDGE
            for x in range(6)
        )
        assert changed >= (2 if look.palette.outlined else 1)


@pytest.mark.parametrize("theme", PALETTES, ids=str)
def test_a_chip_has_a_ground_or_an_edge_of_its_own(theme):
    palette = PALETTES[theme]

    for letter in ("a", "b", "other", "open"):
        own_ground = getattr(palette, f"{letter}_ground") not in {palette.paper, palette.surface}
        assert own_ground or palette.outlined


def test_what_cannot_be_pressed_is_not_told_by_colour_alone():
    outlined = dict(rules(outlined=True))

    assert "dashed" in outlined["QPushButton:disabled"]["border"]
    assert "dashed" in outlined['QPushButton[kind="primary"]:disabled']["border"]


@pytest.mark.parametrize(
    ("dark", "contrast", "expected"),
    [
        (False, False, LIGHT),
        (True, False, DARK),
        (False, True, CONTRAST),
        (True, True, DARK),
    ],
)
def test_the_system_says_which_colours_unless_the_user_does(dark, contrast, expected):
    system = {"system_is_dark": dark, "system_wants_contrast": contrast}

    assert palette_for(ThemeChoice.SYSTEM, **system) is expected
    assert palette_for(ThemeChoice.LIGHT, **system) is LIGHT


def test_a_faint_text_would_be_found():
    faint = replace(LIGHT, ink_2="#999999")

    assert contrast(faint.ink_2, faint.paper) < TEXT
    assert any(ink == "ink_2" for _, ink, _ in text_pairs(outlined=False))


_NO_TEXT = 1.7
"""From so much contrast on a hint does not look as if it was filled in."""


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST])
def test_a_hint_in_an_empty_field_can_be_read_and_is_no_text(palette):
    least = 7 if palette is CONTRAST else TEXT
    assert contrast(palette.hint, palette.surface) >= least
    assert contrast(palette.hint, palette.ink) >= _NO_TEXT
