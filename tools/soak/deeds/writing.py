"""Typing, pasting and taking away, in whatever field is in sight."""

from __future__ import annotations

from random import Random

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tools.soak import hands, inside, sight, texts
from tools.soak.deeds.deed import Deed, bound_place
from tools.soak.model import Anything, Expected, Written
from tools.soak.sight import Writable
from tools.soak.steps import Step
from tools.soak.world import World

_PRIVATE = frozenset({
    "private_notes", "parked", "wordings", "look_back", "signal", "lesson", "reactions",
    "known_words", "decisions", "review",
})  # fmt: skip
"""Sections that never come near the group's screen."""
_KNOWN_KINDS = {"participants.name": "person", "participants.role": "role"}
_NOT_AS_IT_IS = frozenset({"odd", "rows", "lines", "list"})
"""Texts that a field may take in otherwise: control signs go, lines may become rows."""
_MOST_TEXT = 60_000
"""A field with more than this is left alone: it was tried, and every key takes its time."""
_MOST_STANDARD = 10_000
"""What stands ready in every beraad has an end."""


def _wish_to_type(world: World, dice: Random) -> list[Step]:
    field = _choose(dice)
    if field is None:
        return []
    name = _place(world, field)
    if name in _KNOWN_KINDS:
        kind = _KNOWN_KINDS[name]
    elif isinstance(field, QLineEdit):
        kind = dice.choice(texts.TYPED_IN_A_LINE)
    else:
        kind = dice.choice((*texts.TYPED, "about"))
        kind = "sentence" if kind == "lines" and inside.takes_one_line(field) else kind
    return [_step("typ", field, dice, kind, world)]


def _wish_to_paste(world: World, dice: Random) -> list[Step]:
    field = _choose(dice)
    if field is None or _place(world, field) in _KNOWN_KINDS:
        return []
    kinds = texts.TYPED if _is_standard(field) else texts.PASTED
    return [_step("plak", field, dice, dice.choice(kinds), world)]


def _wish_to_erase(world: World, dice: Random) -> list[Step]:
    del world
    field = _choose(dice)
    if field is None or not _text(field):
        return []
    how = {"letters": dice.choice((1, 1, 3, 12, 0)), "end": dice.random() < 0.7}
    return [Step("wis", sight.place_of(field), how)]


def _step(deed: str, field: Writable, dice: Random, kind: str, world: World) -> Step:
    section = (bound_place(world, field) or ("",))[0]
    private = section in _PRIVATE or sight.is_in(field, "Guide")
    how = {
        "kind": kind,
        "number": dice.randrange(10**6),
        "secret": private,
        "end": dice.random() < 0.8,
    }
    if deed == "plak":
        how["html"] = kind == "sentence" and dice.random() < 0.2
    return Step(deed, sight.place_of(field), how)


def _choose(dice: Random) -> Writable | None:
    here = [each for each in sight.fields() if len(_text(each)) < _room(each)]
    return dice.choice(here) if here else None


def _room(field: Writable) -> int:
    return _MOST_STANDARD if _is_standard(field) else _MOST_TEXT


def _is_standard(field: Writable) -> bool:
    return field.objectName().startswith("standard-")


def _place(world: World, field: Writable) -> str:
    return ".".join(bound_place(world, field) or ())


def _text(field: Writable) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _go_into(step: Step) -> Writable | None:
    """Click a field and put the cursor at its end or its beginning."""
    field = sight.find(step.at) if step.at else None
    if not isinstance(field, QPlainTextEdit | QLineEdit):
        return None
    if not hands.click(field) or QApplication.focusWidget() is not field:
        return None
    within = "Ctrl+" if isinstance(field, QPlainTextEdit) else ""
    hands.press(f"{within}End" if step.how.get("end", True) else f"{within}Home")
    return field


def _type(world: World, step: Step) -> bool:
    del world
    if _go_into(step) is None:
        return False
    hands.write(texts.text_of(step.how["kind"], step.how["number"], secret=step.how["secret"]))
    return True


def _paste(world: World, step: Step) -> bool:
    del world
    text = texts.text_of(step.how["kind"], step.how["number"], secret=step.how["secret"])
    hands.put_on_clipboard(text, as_html=step.how.get("html", False))
    if _go_into(step) is None:
        return False
    hands.press("Ctrl+V")
    return True


def _erase(world: World, step: Step) -> bool:
    del world
    if _go_into(step) is None:
        return False
    letters = step.how["letters"]
    if not letters:
        hands.press("Ctrl+A")
    for _ in range(letters or 1):
        hands.press("Backspace" if step.how["end"] else "Del")
    return True


def _expects_text(world: World, step: Step) -> Expected:
    field = sight.find(step.at) if step.at else None
    place = bound_place(world, field)
    if field is None or place is None:
        return Anything()
    kind = step.how["kind"]
    record = inside.record_at(field)
    if not isinstance(field, QPlainTextEdit):
        return Written(*place, record=None, before="", text=None)
    added = texts.text_of(kind, step.how["number"], secret=step.how["secret"])
    if kind in _NOT_AS_IT_IS or step.how.get("html"):
        in_rows = step.deed == "plak" and record is not None
        return Anything() if in_rows else Written(*place, record=None, before="", text=None)
    before = field.toPlainText()
    text = f"{before}{added}" if step.how["end"] else f"{added}{before}"
    return Written(*place, record=record, before=before, text=text)


def _expects_less(world: World, step: Step) -> Expected:
    field = sight.find(step.at) if step.at else None
    place = bound_place(world, field)
    if field is None or place is None:
        return Anything()
    if not isinstance(field, QPlainTextEdit):
        return Written(*place, record=None, before="", text=None)
    before, letters = field.toPlainText(), step.how["letters"]
    if not before.isascii():  # one key takes a whole sign away, however it is put together
        return Written(*place, record=None, before="", text=None)
    left = before[:-letters] if step.how["end"] else before[letters:]
    text = left if letters else ""
    return Written(*place, record=inside.record_at(field), before=before, text=text)


def _always(world: World, step: Step) -> bool:
    del world, step
    return True


DEEDS = (
    Deed("typ", 30, _wish_to_type, _type, _expects_text),
    Deed("plak", 6, _wish_to_paste, _paste, _expects_text),
    Deed("wis", 7, _wish_to_erase, _erase, _expects_less, _always),
)
