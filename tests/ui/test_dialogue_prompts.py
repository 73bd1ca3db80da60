from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from beraad.records import Consideration, Id, Participant, PhaseKey, Progress, new_id
from tests.editing.support import blank

PROMPTS = ("same_choice_other_reason", "same_value_other_choice", "minority_view")
PEOPLE = tuple(Participant(id=Id(f"p{n}"), role="consulent") for n in range(3))

CASES = (
    ((), (None, None, None)),
    ((("rust", 0), ("rust", 0)), (None, None, None)),
    ((("rust", 0), ("zorg", 0)), ("Op de kaarten bij A: rust en zorg.", None, None)),
    ((("rust", 0), ("rust", 1)), (None, "Op de kaarten rust bij A en B.", None)),
    (
        (("rust", 0), ("zorg", 1)),
        (None, None, "Op de kaarten alleen bij A: rust; alleen bij B: zorg."),
    ),
)


def weighed(*said):
    session = blank()
    cards = (
        Consideration(
            id=new_id(),
            participant_id=who.id,
            value=value,
            choice_id=session.options[choice].id,
        )
        for who, (value, choice) in zip(PEOPLE, said, strict=False)
    )
    return replace(
        session,
        participants=PEOPLE,
        considerations=tuple(cards),
        progress=Progress(phase=PhaseKey.DIALOGUE),
    )


def revealed(screen):
    screen.reveal.everything(screen._editor.session)
    return screen


def prompts(screen):
    found = (screen.findChild(QLabel, f"prompt-{name}") for name in PROMPTS)
    return tuple(each.text() if each.isVisible() else None for each in found)


@pytest.mark.parametrize(("said", "told"), CASES)
def test_the_cards_give_something_to_ask_about(screen_of, said, told):
    assert prompts(revealed(screen_of(weighed(*said)))) == told


def test_a_value_does_not_come_along_to_a_choice_made_anew(screen_of):
    screen = revealed(screen_of(weighed(("rust", 0), ("rust", 0))))
    editor = screen._editor
    editor.weigh(PEOPLE[0].id, "revised_choice_id", editor.session.option_b.id)

    assert prompts(screen) == (None, None, "Op de kaarten alleen bij A: rust.")


def test_who_does_not_take_part_is_not_compared(screen_of):
    screen = revealed(screen_of(weighed(("rust", 0), ("zorg", 1))))
    screen._editor.weigh(PEOPLE[1].id, "abstains", True)

    assert prompts(screen) == (None, None, None)


def seen(screen):
    QApplication.processEvents()
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def test_nothing_of_the_cards_stands_there_before_they_were_shown(screen_of):
    screen = screen_of(weighed(("rust", 0), ("zorg", 1)))

    assert prompts(screen) == (None, None, None)
    assert "rust" not in seen(screen)
    assert any("als de afwegingen zijn getoond" in text for text in seen(screen))

    assert "rust" in seen(revealed(screen))
    screen.reveal.nothing()
    assert "rust" not in seen(screen)
