"""How much of the window a walk gets to: which parts it sees, and which controls it uses.

What there is stands in the source; nobody keeps a list of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from beraad.ui.widgets.below import below
from tools.soak import sight
from tools.soak.steps import Step

UI = Path(__file__).resolve().parents[2] / "beraad" / "ui"
_NOT_USED = frozenset({"screen", "canvas"})
"""Names for the style sheet only."""
_CONTROLS = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)
"""What is used by pressing it or writing in it; everything else by looking at it."""
_USES = frozenset({"klik", "typ", "plak", "wis", "regel"})


_A_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:\W|\w|Enter|Return|PgUp|PgDown)|F\d")


class Reach:
    """Writes down, once each, what was in sight and what was used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told = set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()

    def look(self) -> None:
        """Take in what is in sight."""
        shown = [
            each
            for window in sight.windows()
            for each in (window, *below(window, QWidget))
            if each.isVisible()
        ]
        looked_at = [each for each in shown if not isinstance(each, _CONTROLS)]
        self._tell(
            [
                *(f"gezien {type(each).__name__}" for each in shown),
                *(f"gebruikt {each.objectName()}" for each in looked_at if each.objectName()),
            ]
        )

    def used(self, step: Step) -> None:
        """A step was done with a control that was there."""
        if step.deed in _USES and step.at is not None and sight.find(step.at) is not None:
            self._tell([f"gebruikt {step.at.name}"])
        elif step.deed == "toets":
            self._tell([f"toets {step.how['keys']}"])

    def _tell(self, lines: Iterable[str]) -> None:
        new = sorted(set(lines) - self._told)
        if new:
            self._told.update(new)
            with self._path.open("a", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in new)


@dataclass(frozen=True, slots=True)
class Overview:
    """What a walk reached of what there is; every pair is what was reached and what never was."""

    parts: tuple[list[str], list[str]]
    controls: tuple[list[str], list[str]]
    keys: tuple[list[str], list[str]]


def overview(path: Path) -> Overview:
    """Put what a walk wrote down beside what stands in the source."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = {each: {line.partition(" ")[2] for line in lines if line.startswith(f"{each} ")}
             for each in ("gezien", "gebruikt", "toets")}  # fmt: skip
    trees = [ast.parse(each.read_text(encoding="utf-8")) for each in sorted(UI.rglob("*.py"))]
    return Overview(
        _split(_parts(trees), lambda each: each in found["gezien"]),
        _split(_names(trees), lambda each: _any_is(each, found["gebruikt"])),
        _split(_keys(trees), lambda each: each in found["toets"]),
    )


def _split(there_is: Iterable[str], reached: object) -> tuple[list[str], list[str]]:
    assert callable(reached)  # noqa: S101
    every = sorted(set(there_is))
    return [each for each in every if reached(each)], [each for each in every if not reached(each)]


def _parts(trees: list[ast.Module]) -> Iterator[str]:
    """Classes of the window that are widgets, by what they are built on."""
    bases = {
        node.name: {_word(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }

    def is_widget(name: str) -> bool:
        from PySide6 import QtWidgets

        known = getattr(QtWidgets, name, None)
        if isinstance(known, type):
            return issubclass(known, QWidget)
        return any(is_widget(base) for base in bases.get(name, ()))

    inner = {base for each in bases.values() for base in each}
    yield from (name for name in bases if is_widget(name) and name not in inner)


def _names(trees: list[ast.Module]) -> Iterator[str]:
    """Names of controls, as patterns: a part that differs stands for anything."""
    for call in _calls(trees):
        given = [each.value for each in call.keywords if each.arg == "name"]
        if _word(call.func) == "setObjectName":
            given += call.args[:1]
        for each in given:
            pattern = _pattern(each)
            if pattern.strip(".*") and pattern not in _NOT_USED:
                yield pattern


def _keys(trees: list[ast.Module]) -> Iterator[str]:
    """Keys with a modifier, and function keys, that stand in the source."""
    for tree in trees:
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and _A_KEY.fullmatch(text):
                yield text


def _any_is(pattern: str, names: set[str]) -> bool:
    return any(re.fullmatch(pattern, each) for each in names)


def _calls(trees: list[ast.Module]) -> Iterator[ast.Call]:
    for tree in trees:
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _pattern(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text).replace(r"\-", "-")
        case ast.JoinedStr(values=parts):
            return "".join(_pattern(part) for part in parts)
        case _:
            return ".*"


def _word(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return _word(value)
        case _:
            return ""
