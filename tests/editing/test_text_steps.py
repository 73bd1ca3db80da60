from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.editing.text_steps import TextSteps
from tests.conftest import NOW


class Typist:
    def __init__(self, text=""):
        self.at = NOW
        self.text = text
        self.steps = TextSteps(text, now=lambda: self.at)

    def type(self, letters, *, seconds=0.1):
        for letter in letters:
            self.at += timedelta(seconds=seconds)
            self.text += letter
            self.steps.typed(self.text)


@pytest.mark.parametrize(
    ("first", "then", "seconds"),
    [
        ("Eén zin. ", "Nog een", 0.1),
        ("Eén regel\n", "nog een", 0.1),
        ("a" * 200, "b", 0.1),
        ("Even", " later", 2.5),
    ],
)
def test_a_step_ends_with_a_sentence_a_line_a_stretch_or_a_pause(first, then, seconds):
    typist = Typist()
    typist.type(first)
    typist.type(then[0], seconds=seconds)
    typist.type(then[1:])

    undone = typist.steps.undo()

    assert undone
    assert undone != first + then
    assert first.startswith(undone)


def test_typing_on_is_one_step():
    typist = Typist("Ja")
    typist.type(", dat zien wij ook")

    assert typist.steps.undo() == "Ja"
    assert typist.steps.undo() is None
    assert typist.steps.redo() == "Ja, dat zien wij ook"
    assert typist.steps.redo() is None


def test_typing_after_an_undo_is_a_step_of_its_own():
    typist = Typist()
    typist.type("Eén. ")
    typist.type("Twee")
    typist.text = typist.steps.undo()
    typist.type("Drie")

    assert typist.steps.redo() is None
    assert typist.steps.undo() == "Eén. "
    assert typist.steps.undo() == ""


@given(st.lists(st.text(alphabet="ab. \n", min_size=1, max_size=6), max_size=12))
def test_undoing_everything_and_doing_it_again_gives_what_was_typed(pieces):
    typist = Typist("begin")
    for piece in pieces:
        typist.type(piece, seconds=1)
    seen = [typist.text]
    while (text := typist.steps.undo()) is not None:
        seen.append(text)
    assert seen[-1] == "begin"
    for text in reversed(seen[:-1]):
        assert typist.steps.redo() == text
    assert typist.steps.redo() is None
