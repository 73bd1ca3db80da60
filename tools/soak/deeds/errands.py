"""What a gespreksleider does on purpose: several steps after each other, each of which may fail."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.soak import sight, texts
from tools.soak.deeds.deed import Deed, anything
from tools.soak.deeds.leaving import wait
from tools.soak.steps import At, Step
from tools.soak.world import World


def _press(name: str, number: int = 0, kind: str = "RingedButton") -> Step:
    return Step("klik", At(kind, name, number))


def _keys(*keys: str) -> list[Step]:
    return [Step("toets", None, {"keys": each}) for each in keys]


def _write(name: str, kind: str, dice: Random, *, row: int = 0, secret: bool = False) -> Step:
    how = {"kind": kind, "number": dice.randrange(10**6), "secret": secret, "end": True}
    return Step("typ", At("TextField", name, row), how)


def _people(dice: Random) -> list[Step]:
    return [
        *_keys("Ctrl+0"),
        _press("add-participants"),
        _write("participants.role", "role", dice, row=dice.randrange(3)),
        _write("participants.name", "person", dice, row=dice.randrange(3)),
        *_keys("Ctrl+1"),
        _write("case.situation", "about", dice),
    ]


def _secrets(dice: Random) -> list[Step]:
    keep = {"kind": "sentence", "number": dice.randrange(10**6), "secret": True}
    return [*_keys("Ctrl+L"), Step("hier", None, keep), *_keys("Ctrl+P"), Step("hier", None, keep)]


def _question(dice: Random) -> list[Step]:
    return [
        *_keys("Ctrl+2"),
        _write("dilemma.moral_question", "sentence", dice),
        _write("options.text", "sentence", dice),
        _write("options.text", "sentence", dice, row=1),
        *_keys("Ctrl+3"),
        _press("add-clarifications"),
        _write("clarifications.question", "sentence", dice),
        *_keys("Ctrl+2"),
        _write("dilemma.moral_question", "sentence", dice),
    ]


def _perspectives(dice: Random) -> list[Step]:
    row = dice.randrange(2)
    return [
        *_keys("Ctrl+4"),
        _press("add-stakeholders"),
        _write("stakeholders.name", "word", dice, row=row),
        *_keys("Esc"),
        _write("values.name", "word", dice, row=row),
        *_keys("Esc"),
        _write("norms.text", "sentence", dice, row=row),
    ]


def _rows_removed(dice: Random) -> list[Step]:
    where = dice.choice(("Ctrl+0", "Ctrl+1", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+8"))
    remove = {"choice": 3, "away": False}
    return [*_keys(where), _press("more", dice.randrange(3)), Step("bovenop", None, remove)]


def _for_the_group(dice: Random) -> list[Step]:
    return [*_keys("Ctrl+B"), wait(300), *_keys(f"Ctrl+{dice.randrange(9)}"), wait(1200)]


def _documents(dice: Random) -> list[Step]:
    decided = dice.choice(("W", "Return", "B"))
    decisions = [each for _ in range(12) for each in _keys(decided, "Down")]
    made = [_press("export"), wait(60), _press("make"), wait(dice.choice((0, 40, 400, 2000)))]
    back = _keys("Esc", "Esc") if dice.random() < 0.7 else []
    return [*_keys("Ctrl+E"), wait(dice.choice((0, 30, 500))), *decisions, *made, *back]


def _peek(dice: Random) -> list[Step]:
    """Look at the verslag and go at once, while it may still be read."""
    return [*_keys("Ctrl+E"), wait(dice.choice((0, 5, 20, 80))), *_keys("Esc")]


def _signal(dice: Random) -> list[Step]:
    written = [
        _write(f"signal.{name}", "sentence", dice, secret=True)
        for name in ("bottleneck", "what", "effect", "wish", "recipient")
    ]
    to_review = [_press("review"), wait(100), *_keys("W", "Down", "W", "Down")]
    return [
        *_keys("Ctrl+8"),
        _press("to-signal"),
        *written,
        *to_review,
        _press("register"),
        wait(50),
        *_keys("Esc", "Esc"),
    ]


def _lesson(dice: Random) -> list[Step]:
    written = [
        _write(f"lesson.{name}", "sentence", dice, secret=True)
        for name in ("title", "situation", "lesson", "approved_by")
    ]
    return [
        *_keys("Ctrl+8"),
        _press("to-lesson"),
        *written,
        wait(400),
        _press("approve"),
        *_keys("Esc"),
    ]


def _answers(dice: Random) -> list[Step]:
    ways = [_press(f"to-{way}") for way in ("passed_on", "received", "answered", "answered")]
    answer = {"kind": "sentence", "number": dice.randrange(10**6), "secret": True, "end": True}
    typed = Step("typ", At("TextField", "answer", 0), answer)
    return [
        Step("naar-begin"),
        wait(50),
        Step("klik", At("Tile", "signals", 0)),
        *ways[:3],
        typed,
        ways[3],
        _press("keep"),
        _press("keep"),
        ways[3],
        _press("to-received"),
        _press("home"),
    ]


def _practice(dice: Random) -> list[Step]:
    case = dice.choice(("voorschot-in-de-zoekperiode", "schuldhulp-na-een-fraudeschuld"))
    return [
        Step("naar-begin"),
        wait(50),
        Step("klik", At("Tile", "practice", 0)),
        _press(f"case-{case}", kind="Tile"),
        _press(f"case-{case}"),
    ]


def _new(dice: Random) -> list[Step]:
    title = {"kind": "sentence", "number": dice.randrange(10**6), "secret": False}
    return [
        Step("naar-begin"),
        wait(50),
        Step("klik", At("Tile", "new", 0)),
        Step("hier", None, title),
    ]


def _here(dice: Random, kind: str = "sentence") -> Step:
    return Step("hier", None, {"kind": kind, "number": dice.randrange(10**6), "secret": False})


def _choices(dice: Random) -> list[Step]:
    """Go to the settings, use some of them, and come back."""
    looks = ("larger", "smaller", "group-larger", "group-smaller", "hints-wished", "plan-90")
    used = [_press(name) for name in dice.sample(looks, 3)]
    team = _write("standard-team", "word", dice)
    return [*_keys("Ctrl+I"), *used, team, *_keys("Tab", "Down", "Tab", "Down"), *_keys("Esc")]


def _round_the_table(dice: Random) -> list[Step]:
    """Pass the laptop: each writes a card, and some skip theirs."""
    card = [_press("open-card"), _here(dice), *_keys("Tab"), _here(dice), _press("close-card")]
    some = [step for _ in range(dice.choice((1, 2))) for step in card]
    skipped = [_press("skip-card")] * dice.choice((0, 1))
    reveal = [_press("reveal"), _press("reveal-all-the-same")]
    shown = [_press("to-session"), *reveal, wait(300), _press("unreveal")]
    return [*_keys("Ctrl+6"), _press("pass-laptop"), *some, *skipped, *shown]


def _paper(dice: Random) -> list[Step]:
    """Type over what was written by hand: slips, or a whole form."""
    slips = [
        *_keys("Ctrl+6"),
        _press("type-slips"),
        _here(dice),
        _press("next-slip"),
        _here(dice),
        *_keys("Esc"),
    ]
    form = [
        _press("to-forms-rail"),
        _press("to-typing"),
        _here(dice),
        *_keys("Tab"),
        _here(dice, "word"),
        *_keys("Esc", "Esc"),
    ]
    return dice.choice((slips, form))


def _later(dice: Random) -> list[Step]:
    """It takes longer than was planned: a way out, or a second meeting."""
    jump = Step("klok", None, {"minutes": dice.choice((60, 95, 240))})
    return [*_keys("Ctrl+K"), jump, wait(1200), _press("late"), *_keys("Tab", "Space"), wait(50)]


def _time(dice: Random) -> list[Step]:
    chosen = {"choice": dice.randrange(12), "away": False}
    return [_press("time-menu"), Step("bovenop", None, chosen)]


def _help(dice: Random) -> list[Step]:
    return [*_keys("F1"), wait(80), *_keys(dice.choice(("Esc", "Ctrl+W")))]


def _lessons(dice: Random) -> list[Step]:
    """Look for an earlier leerverslag, read it, and now and then take it out."""
    out = [_press("remove")] * (dice.random() < 0.2)
    word = {"kind": "word", "number": dice.randrange(10**6), "secret": False, "end": True}
    sought = [Step("plak", At("LineEdit", "find-lessons", 0), word)] * (dice.random() < 0.3)
    there = [Step("naar-begin"), wait(50), _press("lessons"), *sought]
    return [*there, _press("read"), wait(100), *out, *_keys("Esc")]


def _blank_forms(dice: Random) -> list[Step]:
    ticked = _keys("Tab", "Space") * dice.choice((1, 3))
    return [Step("naar-begin"), wait(50), _press("forms"), *ticked, *_keys("Esc")]


def _second_choice(dice: Random) -> list[Step]:
    """Change one's mind after the talk, and take up the people of last time."""
    again = [*_keys("Ctrl+0"), *_keys("Ctrl+J")]
    mind = [*_keys("Ctrl+7"), _press("change-choice"), _here(dice), _press("first-choice")]
    return dice.choice((again, mind))


def _type_here(world: World, step: Step) -> None:
    """Type where the cursor is already."""
    from tools.soak import hands

    del world
    text = texts.text_of(step.how["kind"], step.how["number"], secret=step.how["secret"])
    hands.write(text)


_IN_A_BERAAD: tuple[Callable[[Random], list[Step]], ...] = (
    _people, _secrets, _question, _perspectives, _rows_removed, _rows_removed, _for_the_group,
    _for_the_group, _documents, _peek, _peek, _signal, _lesson, _choices, _round_the_table,
    _round_the_table, _paper, _paper, _later, _time, _help, _second_choice,
)  # fmt: skip


_ELSEWHERE: tuple[Callable[[Random], list[Step]], ...] = (
    _new, _new, _practice, _practice, _answers, _answers, _lessons, _blank_forms,
)  # fmt: skip


def _wish_an_errand(world: World, dice: Random) -> list[Step]:
    if world.workspace is None or not any(
        each.objectName() == "to-start" for each in sight.buttons()
    ):
        return []
    return dice.choice(_IN_A_BERAAD)(dice)


def _wish_another(world: World, dice: Random) -> list[Step]:
    if world.workspace is not None and dice.random() < 0.9:
        return []
    return dice.choice(_ELSEWHERE)(dice)


def _wish_nothing(world: World, dice: Random) -> list[Step]:
    del world, dice
    return []


def _do_nothing(world: World, step: Step) -> None:
    del world, step


DEEDS = (
    Deed("klus", 9, _wish_an_errand, _do_nothing),
    Deed("ander-beraad", 6, _wish_another, _do_nothing),
    Deed("hier", 0, _wish_nothing, _type_here, anything),
)
