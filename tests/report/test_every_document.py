"""Every layer in every format, of what teams write and of what breaks programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache, partial
from itertools import cycle
from pathlib import Path

import page
import pytest

from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.records import Id, Stakeholder, Value
from beraad.records.anatomy import list_sections, single_sections, text_fields
from beraad.report.compose import lesson_report, short_report, signal_report, stamped, work_report
from beraad.report.edition import Edition
from beraad.report.formats import Format, rendered
from beraad.report.forms.kinds import FORMS, made
from beraad.report.forms.plan import Plan
from beraad.report.house.file import read_house
from beraad.report.inspecting import inspect
from beraad.report.pdf.forms import render as render_form
from beraad.report.pdf.glyphs import printable
from beraad.report.plain import paragraphs
from beraad.report.visible import visible
from beraad.training.practice import load, practice_cases
from tests.builders import (
    HELD_ON,
    NOW,
    a_lesson,
    empty_session,
    filled_session,
    looked_back,
    settled,
)
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.pictures import heard, seen
from tests.report.reading import without_spaces
from tests.report.structure import as_heard, opened, read_aloud, walked
from tests.report.test_house_style import WHOLE, png

_OWN = {"participants", "decisions", "known_words", "versions", "wordings"}
"""What steers the gate, and names that it takes out."""

DAY = date(2026, 11, 20)
MARKS = {
    "first look": None,
    "concept": Edition(number=2, final=False, made_on=DAY, room_for_reactions=True),
    "final": Edition(number=3, final=True, made_on=DAY, changed=("De casus", "Afspraken")),
}


def hostile(session):
    """The beraad in which everything that is said is hostile."""
    texts = cycle(text for text in HOSTILE_TEXTS.values() if len(text) < 1_000)

    def said(record):
        return replace(record, **{name: next(texts) for name in text_fields(type(record))})

    return replace(
        session,
        **{name: said(getattr(session, name)) for name in single_sections()},
        **{
            name: tuple(map(said, getattr(session, name)))
            for name in list_sections()
            if name not in _OWN
        },
    )


def crowded(session):
    """The beraad with a table of perspectives of 300 rows."""
    numbers = range(300)
    return replace(
        session,
        norms=(),
        stakeholders=tuple(Stakeholder(id=Id(f"s{n}"), name=f"rol {n}") for n in numbers),
        values=tuple(
            Value(id=Id(f"v{n}"), stakeholder_id=Id(f"s{n}"), name=f"waarde {n}") for n in numbers
        ),
    )


def written(session):
    return replace(looked_back(session), lesson=a_lesson())


BERADEN = {
    **{case.name: written(load(case, now=NOW, held_on=HELD_ON)) for case in practice_cases()},
    "empty": empty_session(),
    "hostile": hostile(written(filled_session())),
    "crowded": crowded(written(filled_session())),
}
beraden = pytest.mark.parametrize("session", BERADEN, indirect=True)
a_sample = pytest.mark.walk(one_in=4, always="hostile")
"""What is hostile has every text and every kind of row; of the others all layers come by."""


@cache
def decided_about(name):
    """Read when a test asks for it: every process that runs tests reads this module."""
    return settled(BERADEN[name])


@pytest.fixture
def session(request):
    return decided_about(request.param)


@cache
def composed(compose, cleaned, session):
    """What a beraad becomes; it is looked at in every format and under every mark."""
    return compose(cleaned(session))


LAYERS = {
    "werkverslag": partial(composed, work_report, clean),
    "kort werkverslag": partial(composed, short_report, clean),
    "leerverslag": partial(composed, lesson_report, clean_lesson),
    "signaal": partial(composed, signal_report, clean_signal),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("huis")
    (folder / "logo.png").write_bytes(png())
    (folder / "huisstijl.toml").write_text(WHOLE, encoding="utf-8")
    return read_house(folder / "huisstijl.toml")


def faults(data):
    return [
        (profile, fault.rule_id)
        for profile in ("ua1", "2a")
        for fault in page.validate_pdf_bytes(data, profile=profile).failures
    ]


def inspected(path: Path, data):
    path.write_bytes(data)
    inspection = inspect(path)
    return [check.subject for check in inspection.checks if not check.holds], inspection.text


def without_marks(texts):
    """The letters of texts, without those of a list."""
    return without_spaces("".join(text for text in texts if text not in {"•", "–"}))


@a_sample
@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS.keys())
@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS.keys())
@beraden
def test_a_pdf_says_everything_once_and_keeps_every_rule(tmp_path, house, session, layer, mark):
    document = stamped(layer(session), mark)
    data = rendered(document, Format.PDF)
    with opened(data) as pdf:
        told = read_aloud(pdf)
        drawn = any(element.S == "/Figure" for element in walked(pdf))
    said = map(as_heard, map(printable, paragraphs(heard(document) if drawn else document)))

    assert without_marks(told) == without_marks(said)
    assert rendered(document, Format.PDF) == data
    for one in (data, rendered(replace(document, house=house), Format.PDF)):
        assert faults(one) == []
        assert inspected(tmp_path / "verslag.pdf", one)[0] == []


@a_sample
@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS.keys())
@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS.keys())
@beraden
def test_every_other_format_says_everything(tmp_path, house, session, layer, mark):
    document = replace(stamped(layer(session), mark), house=house)

    for form in (Format.ODT, Format.DOCX, Format.HTML):
        data = rendered(document, form)
        failing, text = inspected(tmp_path / f"verslag.{form}", data)
        whole = without_spaces(text)
        said = paragraphs(seen(document) if form is Format.HTML else document)

        assert failing == []
        assert rendered(document, form) == data
        assert [
            one
            for one in said
            if one != document.furniture.foot and without_spaces(visible(one)) not in whole
        ] == []
    assert rendered(document, Format.MARKDOWN) == rendered(document, Format.MARKDOWN)


@cache
def cleaned_with_care(session):
    return clean(session, cautious=True)


@a_sample
@pytest.mark.parametrize("kind", FORMS)
@beraden
def test_a_form_keeps_every_rule(tmp_path, house, session, kind):
    form = made(kind, cleaned_with_care(session), Plan())

    for one in (render_form(form), render_form(replace(form, house=house))):
        assert faults(one) == []
        assert inspected(tmp_path / "blad.pdf", one)[0] == []
