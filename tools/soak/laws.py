"""What holds on every walk, whatever is done.

A law looks at one moment and says what is wrong, by kind and place and never with words of a
beraad; nothing when all is well. Some things may take a moment to become true: those laws are
`patient`, and asked again for a while.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields

import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from beraad.group.nearby import nearby
from beraad.records import Session, Verdict
from beraad.records.anatomy import addressed_texts
from beraad.signals.lines import lines_among
from beraad.signals.telling import turn_of_line
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.widgets.below import below
from tools.soak import handles, inside, sight
from tools.soak.content import bare, content_of, differences
from tools.soak.deeds.deed import Deed, bound_place
from tools.soak.model import Expected, TakenBack, lost_against
from tools.soak.registered import Asked, Plain, asked_by, mark, wrong_in_register
from tools.soak.steps import Step
from tools.soak.texts import PEOPLE, SECRET, TOKEN, tokens_in
from tools.soak.world import World

_SEEKS = ("search", "find", "minutes", "person")
"""How fields are called for something or somebody to look for, or minutes: words there are nobody's
work.
"""
_ASKED_ONCE = frozenset(
    {
        "password",
        "present-password",
        "new-password",
        "new-password-again",
        "again",
        "recovery-key",
        "municipal-password",
        "copies-password",
        "portfolio-words",
    }
)
"""How fields are called of which no screen shows the words again."""
_WAYS_OUT = frozenset({"to-start", "home"})
_TRAVELLERS = frozenset({"Tab", "Shift+Tab"})


@dataclass(frozen=True, slots=True)
class Moment:
    """One step with what was there before it and what is there now.

    Attributes:
        before: the open beraad before the step; None when none was open.
        after: the same beraad after it; None when it was left, or another was opened.
        loose: words that were written in a field and are not in the beraad, with that field.
        left: the date or number that had the cursor, by place.
        register: what stood in the register before the step.
        answers: marks of what stands or stood just now in the fields of a step.
        aside: how often a register was laid aside before the step, to put an earlier one back.
    """

    world: World
    deed: Deed
    step: Step
    expected: Expected
    may_lose: bool
    before: Session | None
    after: Session | None
    loose: dict[str, str]
    left: frozenset[str]
    register: Plain
    answers: frozenset[str]
    aside: int


@dataclass(frozen=True, slots=True)
class Law:
    """A law with its Dutch name."""

    name: str
    broken: Callable[[Moment], str]
    patient: bool = False


def _no_defect(moment: Moment) -> str:
    return moment.world.noise.defects[0] if moment.world.noise.defects else ""


def _qt_is_silent(moment: Moment) -> str:
    return moment.world.noise.warnings[0] if moment.world.noise.warnings else ""


def _one_window_per_file(moment: Moment) -> str:
    return "het open beraad" if moment.world.shared else ""


def _as_the_model_says(moment: Moment) -> str:
    if moment.before is None or moment.after is None or moment.before is moment.after:
        written = moment.expected
        if moment.before is None or moment.after is None or not hasattr(written, "text"):
            return ""
    before, after = content_of(moment.before), content_of(moment.after)
    # The last version is taken back when its making was stopped before there was a file.
    earlier = {each["id"] for each in before["versions"][:-1]}
    if earlier - {each["id"] for each in after["versions"]}:
        return "versions-"
    # What is typed and no value yet is not for the model, but no word of it may be lost.
    aside = {"versions": [], "as_typed": []}
    before, after = before | aside, after | aside
    return lost_against(moment.expected, before, after, left=moment.left)


def _back_is_back(moment: Moment) -> str:
    """Taking back leads to something that was there before, and nowhere else."""
    if not isinstance(moment.expected, TakenBack) or moment.before is None or moment.after is None:
        return ""
    if moment.before is moment.after:
        return ""
    wanted = bare(moment.after)
    if any(bare(each) == wanted for each in reversed(moment.world.seen[moment.after.id][:-1])):
        return ""
    return ", ".join(sorted(differences(content_of(moment.before), content_of(moment.after))))


def _no_word_is_lost(moment: Moment) -> str:
    if moment.may_lose or isinstance(moment.expected, TakenBack):
        return ""
    before = _words_of(moment.before)
    if not before and not moment.loose:
        return ""
    gone = before - _words_of(moment.after) if moment.after is not None else set()
    if gone:
        return f"{len(gone)} in {_sections(moment.before, gone)}"
    if not moment.loose:
        return ""
    left = moment.loose.keys() - loose_words(moment.world).keys()
    if left:
        left -= _words_of(moment.world.session) | _words_kept_elsewhere(moment.world)
        left -= moment.world.told_to_go
    fields = sorted({moment.loose[word] for word in left})
    return f"uit {', '.join(fields)}" if left else ""


def _register_is_right(moment: Moment) -> str:
    name = moment.step.at.name if moment.step.at else ""
    was_put_back = moment.world.registers_aside() > moment.aside
    deed = "anything" if was_put_back else asked_by(moment.step.deed, name)
    asked = Asked(deed, moment.answers)
    return wrong_in_register(moment.register, moment.world.registered(), asked)


def _register_shows_what_is(moment: Moment) -> str:
    """Of every signal on the screen whose turn it is, as its steps in that register tell."""
    window = moment.world.window
    cards = list(below(window, SignalCard)) if window else []
    if not cards or not cards[0].isVisible():
        return ""
    signals, _ = moment.world.register(of_practice=inside.shows_practice_register(window))
    lines = lines_among(signals)
    for card in cards:
        line = lines.get(inside.signal_on(card))
        if line is None:
            return "een kaart van een signaal dat er niet is"
        if not any(turn_of_line(line) in each for each in _read_on(card)):
            return "niet wie aan zet is"
    return ""


def _read_on(card: SignalCard) -> set[str]:
    return {each.text() for each in below(card, QLabel)}


def answers_on(world: World) -> frozenset[str]:
    """Marks of what stands in the fields of a step."""
    fields = below(world.window, QPlainTextEdit) if world.window else ()
    return frozenset(
        mark(each.toPlainText()) for each in fields if each.objectName().startswith("step-")
    )


def _focus_is_somewhere(moment: Moment) -> str:
    window = moment.world.window
    if window is None or sight.popup() is not None or QApplication.activeModalWidget() is not None:
        return ""
    if QApplication.activeWindow() is not window or window.isMinimized():
        return ""
    focus = QApplication.focusWidget()
    if focus is None:
        return "nergens"
    return _no_place_for_focus(focus) or _not_on_a_way_out(moment, focus)


def _no_place_for_focus(focus: QWidget) -> str:
    if not shiboken6.isValid(focus) or not focus.isVisible():
        return f"op iets dat er niet meer is: {_known_by(focus)}"
    if not focus.isEnabled():
        return f"op iets dat uit staat: {_known_by(focus)}"
    if focus.focusPolicy().value == 0 and not isinstance(focus, QLineEdit | QPlainTextEdit):
        return f"op iets dat geen focus wil: {_known_by(focus)}"
    return ""


def _not_on_a_way_out(moment: Moment, focus: QWidget) -> str:
    """After something went, the next space must not leave the beraad."""
    if moment.before is None or moment.after is None or focus.objectName() not in _WAYS_OUT:
        return ""
    step = moment.step
    went_there = step.how.get("keys") in _TRAVELLERS or (
        step.at is not None and step.at.name == focus.objectName()
    )
    changed = differences(content_of(moment.before), content_of(moment.after))
    removed = any(each.endswith("-") for each in changed)
    return f"na verwijderen op {_known_by(focus)}" if removed and not went_there else ""


def _group_sees_nothing_private(moment: Moment) -> str:
    window, session, group = moment.world.group_window, moment.world.session, moment.world.group
    if window is None or session is None or group is None:
        return ""
    shown = "\n".join(sight.texts_on(window))
    near = "\n".join(_texts_of(nearby(session, group.state)))
    secrets = set(SECRET.findall(shown)) - set(SECRET.findall(near))
    if secrets and inside.shown_on(group) is session:
        return "een woord dat alleen voor de gespreksleider is"
    hidden = _words_not_revealed(session, group.state.revealed)
    if (hidden & set(TOKEN.findall(shown))) - set(TOKEN.findall(near)):
        return "een afweging die niet is onthuld"
    if group.state.frozen or inside.shown_on(group) is not session:
        return ""
    return "een naam van een deelnemer" if _names_in(shown, session) else ""


def _words_not_revealed(session: Session, revealed: frozenset) -> set[str]:
    texts = [
        text
        for one in session.considerations
        if one.id not in revealed
        for text in (getattr(one, field.name) for field in fields(one))
        if isinstance(text, str)
    ]
    return set(TOKEN.findall("\n".join(texts)))


def _names_in(shown: str, session: Session) -> list[str]:
    """Names of participants, whole in their field, that stand there although nobody let them."""
    allowed = [each.key.casefold() for each in session.decisions if each.verdict is Verdict.KEEP]
    names = {person.name.strip() for person in session.participants} & set(PEOPLE)
    last = {name.split()[-1].casefold() for name in names}
    free = {name for name in last if any(name in key for key in allowed)}
    return [name for name in last - free if re.search(rf"\b{name}\b", shown.casefold())]


def _nothing_grows(moment: Moment) -> str:
    match moment.step.deed:
        case "meet":
            return handles.grown(moment.world.samples)
        case "meet-heropend":
            return handles.leaking(moment.world.opened)
        case _:
            return ""


LAWS = (
    Law("geen fout", _no_defect),
    Law("Qt zwijgt", _qt_is_silent),
    Law("één venster per bestand", _one_window_per_file),
    Law("zoals het model zegt", _as_the_model_says),
    Law("ongedaan is wat er was", _back_is_back),
    Law("het register klopt", _register_is_right),
    Law("geen woord kwijt", _no_word_is_lost),
    Law("het register toont wat er staat", _register_shows_what_is, patient=True),
    Law("de focus staat ergens", _focus_is_somewhere, patient=True),
    Law("niets vertrouwelijks voor de groep", _group_sees_nothing_private, patient=True),
    Law("niets groeit", _nothing_grows),
)


def loose_words(world: World) -> dict[str, str]:
    """Words that the walk wrote in fields that belong to no beraad, in sight or not."""
    found: dict[str, str] = {}
    if world.window is None:
        return found
    for kind in (QPlainTextEdit, QLineEdit):
        for field in below(world.window, kind):
            if _name_of(field).split()[-1].startswith(_SEEKS) or field.isReadOnly():
                continue
            if field.objectName() in _ASKED_ONCE:
                continue
            if bound_place(world, field) is None:
                text = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
                found |= dict.fromkeys(tokens_in(text) & world.written, _name_of(field))
    kept = _words_of(world.session)
    return {word: field for word, field in found.items() if word not in kept}


def _name_of(field: QWidget) -> str:
    around: QWidget | None = field
    while around is not None:
        if around.objectName():
            return f"{type(field).__name__} {around.objectName()}"
        around = around.parentWidget()
    return type(field).__name__


def _words_of(session: Session | None) -> frozenset[str]:
    return tokens_in("\n".join(_texts_of(session))) if session is not None else frozenset()


def _texts_of(session: Session) -> list[str]:
    return [text for _, text in addressed_texts(session) if text]


def _sections(session: Session | None, words: frozenset[str] | set[str]) -> str:
    if session is None:
        return ""
    found = {
        f"{address.section}.{address.field}"
        for address, text in addressed_texts(session)
        if tokens_in(text) & words
    }
    return ", ".join(sorted(found))


def _words_kept_elsewhere(world: World) -> frozenset[str]:
    apart: tuple[str, ...] = ()
    if world.window:
        apart = (*inside.kept_apart(world.window), *inside.still_to_keep(world.window))
    known = repr((world.register(), world.drafts(), world.notebooks()))
    return tokens_in(known) | tokens_in("\n".join(apart))


def given_up(moment: Moment) -> frozenset[str]:
    """Words that went on purpose; a field out of sight may still hold one of them."""
    if moment.after is None or not (moment.may_lose or isinstance(moment.expected, TakenBack)):
        return frozenset()
    return _words_of(moment.before) - _words_of(moment.after)


def _known_by(widget: QWidget) -> str:
    return str(sight.place_of(widget)) if shiboken6.isValid(widget) else "weg"
