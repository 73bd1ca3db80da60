from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.publishing.versions import BEGINNING, edition, standing
from beraad.publishing.versions import version as kept
from beraad.records import Id, Layer, Reaction, Version
from beraad.report.blocks import Heading, Paragraph, Run
from beraad.report.compose import stamped, work_report
from beraad.report.plain import plain_text
from tests.builders import filled_session

DOCUMENT = work_report(clean(filled_session()))


def version(number=1, *, final=False, text="", layer=Layer.WORK):
    return Version(
        id=Id(f"v{number}"),
        layer=layer,
        number=number,
        made_on=date(2026, 11, 24),
        final=final,
        text=text,
    )


def test_before_the_first_version_there_is_nothing_to_differ_from():
    now = standing(DOCUMENT, (), Layer.WORK)

    assert (now.number, now.changed, now.is_fixed) == (1, (), False)


def test_only_versions_of_the_same_layer_count_and_the_last_one_stands():
    versions = (
        version(2, text=plain_text(DOCUMENT)),
        version(1, text="iets anders"),
        version(7, text="leren", layer=Layer.LEARNING),
    )

    now = standing(DOCUMENT, versions, Layer.WORK)

    assert (now.number, now.changed) == (3, ())


@pytest.mark.parametrize("final", [True, False])
def test_a_document_is_fixed_as_long_as_it_says_what_was_made_final(final):
    same = version(final=final, text=plain_text(DOCUMENT))
    other = replace(DOCUMENT, title=f"{DOCUMENT.title} toch")

    assert standing(DOCUMENT, (same,), Layer.WORK).is_fixed is final
    assert not standing(other, (same,), Layer.WORK).is_fixed
    assert standing(other, (same,), Layer.WORK).departs_from_final is final


def test_the_parts_that_changed_are_named_in_reading_order():
    session = filled_session()
    before = version(text=plain_text(work_report(clean(session))))
    after = replace(
        session,
        case=replace(session.case, situation="Een ander begin."),
        look_back=replace(session.look_back, method="Het ging stroef."),
    )

    changed = standing(work_report(clean(after)), (before,), Layer.WORK).changed

    assert [title.casefold() for title in changed] == ["de casus", "terugblik op het gesprek"]


def test_parts_in_another_order_are_another_document():
    one, two, last = (Heading(level=1, text=text) for text in ("Kop", "Casus", "Slot"))
    swapped = replace(DOCUMENT, blocks=(two, one, last))
    before = version(final=True, text=plain_text(replace(DOCUMENT, blocks=(one, two, last))))

    now = standing(swapped, (before,), Layer.WORK)

    assert now.changed == (BEGINNING,)
    assert now.departs_from_final
    assert not now.is_fixed


HEADINGS = ["Kop", "Casus", "Slot"]
LINES = st.lists(st.sampled_from([*HEADINGS, "zin", "nog een zin"]), max_size=6)


def written(lines):
    blocks = tuple(
        Heading(1, each) if each in HEADINGS else Paragraph((Run(each),)) for each in lines
    )
    return replace(DOCUMENT, blocks=blocks)


@given(LINES, LINES)
@example(["Kop", "zin", "Casus", "Slot"], ["Casus", "Kop", "zin", "Slot"])
def test_something_changed_exactly_when_the_text_is_another(before, after):
    old, new = written(before), written(after)

    changed = standing(new, (version(text=plain_text(old)),), Layer.WORK).changed

    assert bool(changed) == (plain_text(old) != plain_text(new))


def test_what_stands_before_the_first_heading_has_a_name():
    renamed = replace(DOCUMENT, title="Een andere titel")
    before = version(text=plain_text(DOCUMENT))

    assert standing(renamed, (before,), Layer.WORK).changed == (BEGINNING,)


def test_the_beginning_is_named_beside_the_other_parts_that_changed():
    before = version(text=plain_text(written(["zin", "Kop", "zin"])))

    changed = standing(
        written(["nog een zin", "Kop", "nog een zin"]), (before,), Layer.WORK
    ).changed

    assert changed == (BEGINNING, "Kop")


TODAY = date(2026, 12, 1)


def test_a_concept_is_counted_once_and_a_change_makes_the_next():
    first = edition(standing(DOCUMENT, (), Layer.WORK), final=False, today=TODAY)
    versions = (kept(first, DOCUMENT, Layer.WORK),)
    again = edition(standing(DOCUMENT, versions, Layer.WORK), final=False, today=date(2027, 1, 1))
    other = replace(DOCUMENT, title="Anders")
    next_ = edition(standing(other, versions, Layer.WORK), final=False, today=TODAY)

    assert first.short == again.short == "concept 1"
    assert again.made_on == TODAY
    assert (next_.short, next_.changed) == ("concept 2", (BEGINNING,))


def test_what_is_final_stays_final_until_it_says_something_else():
    final = edition(standing(DOCUMENT, (), Layer.WORK), final=True, today=TODAY)
    versions = (kept(final, DOCUMENT, Layer.WORK),)

    asked = edition(standing(DOCUMENT, versions, Layer.WORK), final=False, today=TODAY)
    other = replace(DOCUMENT, title="Anders")
    changed = edition(standing(other, versions, Layer.WORK), final=False, today=TODAY)

    assert asked == final
    assert changed.short == "concept 2"


def test_a_concept_becomes_final_under_its_next_number():
    concept = edition(standing(DOCUMENT, (), Layer.WORK), final=False, today=TODAY)
    versions = (kept(concept, DOCUMENT, Layer.WORK),)

    final = edition(standing(DOCUMENT, versions, Layer.WORK), final=True, today=TODAY)

    assert (final.short, final.changed) == ("versie 2", ())


def test_the_mark_stands_above_below_and_in_the_name():
    mark = edition(standing(DOCUMENT, (), Layer.WORK), final=False, today=TODAY)
    marked = stamped(DOCUMENT, replace(mark, room_for_reactions=True))

    assert marked.stem == "2026-W47 Voorschot in de zoekperiode werkverslag concept 1"
    assert marked.furniture.kicker.endswith("concept 1")
    assert marked.furniture.foot.startswith("Concept 1")
    assert "Jouw reactie" in plain_text(marked)
    assert "Jouw reactie" not in plain_text(stamped(DOCUMENT, mark))
    assert stamped(DOCUMENT, None) is DOCUMENT


def test_a_mark_is_no_part_of_what_a_version_says():
    mark = edition(standing(DOCUMENT, (), Layer.WORK), final=True, today=TODAY)

    assert kept(mark, DOCUMENT, Layer.WORK).text == plain_text(DOCUMENT)


def test_reactions_stand_in_the_werkverslag_by_role_and_cleaned():
    reaction = Reaction(
        id=Id("r1"), role="jurist", text="Wouter mist de termijn.", response="Toegevoegd."
    )
    document = work_report(clean(replace(filled_session(), reactions=(reaction,))))

    text = plain_text(document)
    assert "Reacties van aanwezigen" in text
    assert "jurist: " in text
    assert "Toegevoegd." in text
    assert "Wouter" not in text


def test_what_says_the_same_again_still_tells_what_its_version_had_changed():
    first = edition(standing(DOCUMENT, (), Layer.WORK), final=False, today=TODAY)
    one = kept(first, DOCUMENT, Layer.WORK)
    other = replace(DOCUMENT, title="Anders")
    second = edition(standing(other, (one,), Layer.WORK), final=False, today=TODAY)
    two = kept(second, other, Layer.WORK)

    again = edition(standing(other, (one, two), Layer.WORK), final=False, today=date(2027, 1, 1))

    assert again == second
    assert again.changed == (BEGINNING,)


@pytest.mark.parametrize("final", [True, False])
def test_what_was_made_final_keeps_its_mark_whatever_is_wished(final):
    first = edition(standing(DOCUMENT, (), Layer.WORK), final=True, today=TODAY)
    versions = (kept(first, DOCUMENT, Layer.WORK),)

    again = edition(standing(DOCUMENT, versions, Layer.WORK), final=final, today=date(2027, 1, 1))

    assert again == first
