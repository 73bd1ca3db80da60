from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from beraad.privacy.clean import admitted, clean, clean_signal
from beraad.privacy.finding.outgoing import (
    KEPT_BACK,
    LESSON_SECTIONS,
    REPORT_SECTIONS,
    SIGNAL_SECTIONS,
)
from beraad.records import (
    Agreement,
    Clarification,
    Conclusion,
    Consideration,
    Dialogue,
    Dilemma,
    Harm,
    Id,
    LookBack,
    Moment,
    Norm,
    Option,
    Recurrence,
    RegisteredSignal,
    Setting,
    SignalContent,
    SignalStatus,
    Stakeholder,
    Value,
    new_id,
)
from beraad.records.anatomy import list_sections, single_sections, text_fields
from tests.privacy.invented import beraad
from tests.steps import answered

NAME = "Fatima el Amrani"
MANY = {
    "timeline": Moment,
    "options": Option,
    "harms": Harm,
    "clarifications": Clarification,
    "stakeholders": Stakeholder,
    "values": Value,
    "norms": Norm,
    "agreements": Agreement,
}
SINGLE = {"dialogue": Dialogue, "conclusion": Conclusion, "look_back": LookBack}
LINKS = {"option_id", "stakeholder_id", "value_id"}


def full(kind: type):
    """A record that names Fatima in every text it has."""
    names = {field.name for field in fields(kind)}
    return kind(
        **dict.fromkeys(text_fields(kind), "Fatima, over de regels"),
        **{link: Id("x") for link in LINKS & names},
        **({"id": new_id()} if "id" in names else {}),
    )


def session_full_of_fatima():
    session = beraad("Fatima", names=(NAME,))
    return replace(
        session,
        opening=replace(session.opening, title="Fatima en de regels", team="Team Fatima"),
        dilemma=Dilemma(moral_question="Mag ik Fatima helpen?"),
        signal=full(SignalContent),
        **{name: (full(kind),) for name, kind in MANY.items()},
        **{name: full(kind) for name, kind in SINGLE.items()},
    )


def test_every_section_of_a_beraad_either_goes_out_or_stays_behind():
    sections = {*single_sections(), *list_sections()}
    assert sections == REPORT_SECTIONS | SIGNAL_SECTIONS | LESSON_SECTIONS | KEPT_BACK
    assert not (REPORT_SECTIONS | SIGNAL_SECTIONS | LESSON_SECTIONS) & KEPT_BACK


def test_every_text_of_a_verslag_is_cleaned():
    session = session_full_of_fatima()
    cleaned = clean(session)
    assert "fatima" not in repr(cleaned).lower()
    assert cleaned.title == "Een deelnemer en de regels"
    assert cleaned.team == "Team een deelnemer"
    assert cleaned.moral_question == "Mag ik een deelnemer helpen?"
    for name, kind in MANY.items():
        (record,) = getattr(cleaned, name)
        for field in text_fields(kind):
            assert getattr(record, field) == "Een deelnemer, over de regels"
    for name, kind in SINGLE.items():
        for field in text_fields(kind):
            assert getattr(getattr(cleaned, name), field).startswith("Een deelnemer")
    texts = 5 + sum(len(text_fields(kind)) for kind in (*MANY.values(), *SINGLE.values()))
    assert cleaned.removed_count == texts


def test_every_text_of_a_signal_is_cleaned():
    signal = clean_signal(session_full_of_fatima())
    assert "fatima" not in repr(signal).lower()
    for field in text_fields(SignalContent):
        assert getattr(signal.content, field) == "Een deelnemer, over de regels"
    assert signal.removed_count == len(text_fields(SignalContent)) + 1


def test_the_week_and_not_the_day_goes_out():
    session = beraad()
    session = replace(session, opening=replace(session.opening, held_on=date(2027, 1, 3)))
    assert clean(session).week == clean_signal(session).week == "2026-W53"
    assert clean(session).stem == "2026-W53 werkverslag"
    assert clean_signal(session).stem == "2026-W53 signaal"
    assert "2027" not in repr(clean(session))


def test_what_is_no_text_goes_along():
    session = beraad(names=("Fatima Pot", "", "Jan Vos"))
    session = replace(
        session,
        opening=replace(session.opening, setting=Setting.PRACTICE),
        conclusion=Conclusion(recurrence=Recurrence.YES, keep_until=date(2027, 5, 1)),
        options=(Option(id=Id("een")), Option(id=Id("twee"), nothing=True), Option(id=Id("drie"))),
    )
    cleaned = clean(session)
    assert cleaned.is_practice
    assert cleaned.participant_count == 3
    assert cleaned.recurrence is Recurrence.YES
    assert cleaned.keep_until == date(2027, 5, 1)
    assert cleaned.options == session.options
    assert [mark for mark, _ in cleaned.lettered_options] == ["A", "B", "C"]
    assert (cleaned.option_a, cleaned.option_b) == session.options[:2]
    assert cleaned.alternatives == session.options[2:]
    assert cleaned.letter(Id("drie")) == "C"
    assert cleaned.letter(None) == ""


def considerations(*values: str, **same: object) -> tuple[Consideration, ...]:
    return tuple(
        Consideration(id=new_id(), participant_id=new_id(), value=value, **same) for value in values
    )


def test_considerations_show_no_person_and_no_order_of_persons():
    session = beraad()
    a, b = session.options
    one, two, three = considerations("rust", "zorg", "eerlijkheid")
    told = (replace(one, choice_id=b.id), replace(two, choice_id=a.id), three)
    cleaned = clean(replace(session, considerations=told))
    turned = clean(replace(session, considerations=told[::-1]))
    assert cleaned.considerations == turned.considerations
    assert [(each.choice, each.value) for each in cleaned.considerations] == [
        ("", "eerlijkheid"),
        ("A", "zorg"),
        ("B", "rust"),
    ]
    assert {field.name for field in fields(cleaned.considerations[0])}.isdisjoint(
        {"id", "participant_id", "certainty"}
    )


def test_a_revised_choice_goes_along_by_letter():
    session = beraad(names=(NAME,))
    (one,) = considerations("rust", revised_because="Fatima vroeg iets")
    one = replace(one, choice_id=session.option_a.id, revised_choice_id=session.option_b.id)
    (cleaned,) = clean(replace(session, considerations=(one,))).considerations
    assert (cleaned.choice, cleaned.revised_choice) == ("A", "B")
    assert cleaned.revised_because == "Een deelnemer vroeg iets"


def test_who_stays_out_of_the_weighing_is_not_in_the_verslag():
    session = beraad(names=(NAME,))
    out = considerations("Fatima zegt niets", abstains=True)
    cleaned = clean(replace(session, considerations=(*out, *considerations(""))))
    assert cleaned.considerations == ()
    assert cleaned.removed_count == 0


def test_a_registered_signal_goes_out_as_it_is():
    content = SignalContent(what="Brieven zijn te moeilijk", level=None)
    signal = RegisteredSignal(
        id=new_id(),
        content=content,
        team="Team Inkomen",
        week="2026-W40",
        registered_on=date(2026, 10, 1),
        steps=answered("We herschrijven ze", date(2026, 11, 1)),
    )
    out = admitted(signal)
    assert out.content == content
    assert (out.team, out.week, out.status) == ("Team Inkomen", "2026-W40", SignalStatus.ANSWERED)
    assert out.answer == out.steps[-1] == signal.steps[-1]
    assert not out.is_practice


def test_a_new_signal_is_a_draft_without_an_answer():
    signal = clean_signal(beraad())
    assert (signal.status, signal.answer, signal.steps) == (SignalStatus.DRAFT, None, ())


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Fatima's fiets", "De fiets van een deelnemer"),
        ("de fatimas", "een deelnemer's"),
        ("Ik zag haar. Fatima zweeg.", "Ik zag haar. Een deelnemer zweeg."),
        ("Ze zei: Fatima zweeg.", "Ze zei: een deelnemer zweeg."),
        ("Hulp, bijv. Fatima of", "Hulp, bijv. een deelnemer of"),
        ("o.a. Fatima", "o.a. een deelnemer"),
        ("- Fatima\n- zij", "- Een deelnemer\n- zij"),
        ("een\nFatima", "een\nEen deelnemer"),
        ("het fatimadossier", "het deelnemer-dossier"),
        ("casusFatima", "casus-deelnemer"),
        ("Fatima112", "Deelnemer-112"),
        ("(Fatima)", "(Een deelnemer)"),
    ],
)
def test_a_replacement_fits_its_sentence(text, cleaned):
    assert clean(beraad(text, names=(NAME,))).case.situation == cleaned
