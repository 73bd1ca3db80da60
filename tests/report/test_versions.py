from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.records import Id, Layer, Version
from beraad.report.blocks import Heading, Paragraph, Run
from beraad.report.compose import work_report
from beraad.report.plain import plain_text
from beraad.report.versions import BEGINNING, standing
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


LINES = st.lists(st.sampled_from(["Kop", "Casus", "zin", "nog een zin"]), max_size=6)


def written(lines):
    blocks = tuple(
        Heading(1, each) if each in {"Kop", "Casus"} else Paragraph((Run(each),)) for each in lines
    )
    return replace(DOCUMENT, blocks=blocks)


@given(LINES, LINES)
def test_something_changed_exactly_when_the_text_is_another(before, after):
    old, new = written(before), written(after)

    changed = standing(new, (version(text=plain_text(old)),), Layer.WORK).changed

    assert bool(changed) == (plain_text(old) != plain_text(new))


def test_what_stands_before_the_first_heading_has_a_name():
    renamed = replace(DOCUMENT, title="Een andere titel")
    before = version(text=plain_text(DOCUMENT))

    assert standing(renamed, (before,), Layer.WORK).changed == (BEGINNING,)
