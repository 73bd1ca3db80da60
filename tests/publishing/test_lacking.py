from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.editing.editor import SessionEditor
from beraad.editing.operations import with_typed
from beraad.publishing.lacking import lacking, read_again
from beraad.records import Id, Layer, Lesson, Reaction, Version
from beraad.records.anatomy import Address
from tests.editing.support import Clock, blank

AGREED = replace(blank().conclusion, case_owner_agrees=True)
OPEN = Reaction(id=Id("r1"), role="jurist", text="Ik mis iets.")


@pytest.mark.parametrize(
    ("session", "layer", "count"),
    [
        (blank(), Layer.WORK, 1),
        (replace(blank(), conclusion=AGREED), Layer.WORK, 0),
        (replace(blank(), conclusion=AGREED, reactions=(OPEN,)), Layer.WORK, 1),
        (
            replace(blank(), conclusion=AGREED, reactions=(replace(OPEN, settled=True),)),
            Layer.WORK,
            0,
        ),
        (replace(blank(), reactions=(OPEN,)), Layer.LEARNING, 1),
        (
            replace(blank(), lesson=Lesson(approved_by="coach", approved_on=date(2026, 12, 1))),
            Layer.LEARNING,
            0,
        ),
        (replace(blank(), lesson=Lesson(approved_by="coach")), Layer.LEARNING, 1),
        (replace(blank(), lesson=Lesson(approved_on=date(2026, 12, 1))), Layer.LEARNING, 1),
        (blank(), Layer.SIGNAL, 0),
    ],
)
def test_what_a_final_document_lacks(session, layer, count):
    assert len(lacking(session, layer)) == count


def test_a_version_that_was_given_out_survives_undo_and_redo():
    editor = SessionEditor(blank(), now=Clock())
    editor.edit(Address("opening", "title"), "Wachten")
    given = Version(id=Id("v1"), layer=Layer.WORK, number=1, made_on=date(2026, 11, 24))

    editor.issue(given)
    editor.undo()

    assert editor.session.opening.title == ""
    assert editor.session.versions == (given,)
    editor.redo()
    assert editor.session.versions == (given,)


def test_a_verslag_is_not_final_while_a_date_could_not_be_read():
    session = with_typed(blank(), "conclusion.keep_until", "29-2-2027")

    assert "“29-2-2027” bij Bewaren tot is nog geen datum." in lacking(session, Layer.WORK)
    assert not any("29-2-2027" in each for each in lacking(session, Layer.SIGNAL))


def test_a_version_under_which_nothing_went_out_is_forgotten_and_the_others_stay():
    editor = SessionEditor(blank(), now=Clock())
    one, two = (
        Version(id=Id(f"v{number}"), layer=Layer.WORK, number=number, made_on=date(2026, 11, 24))
        for number in (1, 2)
    )
    editor.issue(one)
    editor.issue(two)

    editor.withdraw(two)

    assert editor.session.versions == (one,)
    assert editor.undo() is None


def test_what_changed_since_the_yes_has_to_be_read_again():
    said = "De inbrenger heeft dit verslag gelezen en is akkoord sinds 20 november 2026."
    kept = Version(
        id=Id("v"), layer=Layer.WORK, number=2, made_on=date(2026, 11, 20), text=f"Kop\n{said}"
    )
    agreed = replace(blank(), conclusion=AGREED, versions=(kept,))
    editor = SessionEditor(agreed, now=Clock())
    assert read_again(agreed) == ""

    editor.edit(Address("case", "situation"), "Iets anders.")

    assert read_again(editor.session).startswith("De inbrenger was akkoord met concept 2.")
    assert read_again(editor.session) in lacking(editor.session, Layer.WORK)
    assert read_again(blank()) == ""
