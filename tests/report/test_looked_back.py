"""Sinds vorige keer in the verslag, and the terugkoppeling of a signal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pikepdf import Pdf

from beraad.group.compose import view_of
from beraad.group.state import GroupState, Show
from beraad.privacy.clean import admitted, clean
from beraad.records import Helped, KnownWord, Outcome, Setting, StepKind, new_id
from beraad.report.compose import fixed_words, short_report, work_report
from beraad.report.compose.signal import said_in
from beraad.report.compose.told_back import answer_letter
from beraad.report.formats import Format, rendered
from beraad.report.plain import plain_text
from tests.builders import empty_session, filled_session, looked_back, settled
from tests.steps import SIGNAL, a_step, passed_on

DAY = date(2026, 12, 3)


@pytest.mark.parametrize("compose", [work_report, short_report])
def test_the_verslag_tells_what_was_looked_back_on(compose):
    said = plain_text(compose(clean(settled(looked_back(filled_session())))))

    for text in (
        "Sinds vorige keer",
        "Er komt een proef met drie redenen om af te wijken.",
        "Noodpakket klaarleggen",
        "De brief herschrijven",
        "Het ligt bij het loket.",
    ):
        assert text in said
    assert "gedaan" in said.casefold()
    assert "nog niet" in said.casefold()
    assert "deels" in said.casefold()


@pytest.mark.parametrize("compose", [work_report, short_report])
def test_nothing_is_said_when_nothing_was_looked_back_on(compose):
    assert "Sinds vorige keer" not in plain_text(compose(clean(filled_session())))


@pytest.mark.parametrize("compose", [work_report, short_report])
def test_what_was_looked_back_on_goes_through_the_gate(compose):
    session = looked_back(filled_session())
    (told,), (first, *rest) = session.told_answers, session.earlier_agreements
    session = replace(
        session,
        known_words=(KnownWord(id=new_id(), word="zonnewende"),),
        told_answers=(replace(told, words="zonnewende", said="zonnewende", title="zonnewende"),),
        earlier_agreements=(
            replace(first, words="zonnewende", what="zonnewende", role="zonnewende"),
            *rest,
        ),
    )

    assert "zonnewende" not in plain_text(compose(clean(session))).casefold()
    shown = view_of(session, GroupState(show=Show.SINCE))
    assert "zonnewende" not in str(shown).casefold()
    assert "herschrijven" in str(shown)


def test_in_an_oefening_nothing_of_real_beraden_is_printed_or_shown():
    session = looked_back(filled_session())
    session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    assert "Noodpakket" not in plain_text(work_report(clean(session)))
    assert not view_of(session, GroupState(show=Show.SINCE)).blocks


def test_the_group_sees_it_only_when_it_is_chosen():
    session = looked_back(empty_session())

    assert "Noodpakket" not in str(view_of(session, GroupState()))
    assert "Noodpakket" in str(view_of(session, GroupState(show=Show.SINCE)))


ANSWER = a_step(
    StepKind.ANSWERED,
    date(2027, 1, 25),
    outcome=Outcome.TRIAL,
    role="beleidsadviseur",
    words="De regel aanpassen duurt langer, omdat het college dat moet besluiten.",
    change="Is er lang trouw betaald? Dan mag je afwijken.",
)
TOLD = replace(
    SIGNAL,
    content=replace(
        SIGNAL.content,
        what="De regel noemt geen redenen om af te wijken.",
        reports_back="teamleider",
    ),
    steps=(
        passed_on(date(2026, 11, 30)),
        a_step(StepKind.RECEIVED, DAY, role="beleid"),
        a_step(StepKind.IN_PROGRESS, DAY, to="terugvordering"),
        ANSWER,
    ),
)


def letter(signal=TOLD, teams=()):
    return answer_letter(admitted(signal), teams)


def test_each_team_has_the_day_on_which_it_heard_itself():
    heard = a_step(StepKind.TOLD, date(2027, 3, 3), to=TOLD.team, about=ANSWER.id)
    said = plain_text(letter(replace(TOLD, steps=(*TOLD.steps, heard)), ("Team Zuid",)))

    assert f"{TOLD.team}: 3 maart 2027" in said
    assert "Team Zuid: met deze brief" in said


def test_the_terugkoppeling_of_an_oefening_says_so_in_its_foot():
    made = answer_letter(admitted(TOLD, practice=True))

    assert made.furniture.foot.startswith(f"{made.furniture.notice} · ")
    assert not letter().furniture.foot.startswith(made.furniture.notice)


def test_the_terugkoppeling_answers_the_four_questions():
    said = plain_text(letter())

    for text in (
        "Wat jullie zagen",
        "De regel noemt geen redenen om af te wijken.",
        "Wat ermee is gedaan",
        "Er komt een proef.",
        "Antwoord van: beleidsadviseur",
        "In behandeling bij terugvordering",
        "Toelichting",
        "omdat het college dat moet besluiten",
        "Wat verandert er maandag?",
        "Dan mag je afwijken.",
        "Heeft dit geholpen?",
        "30 november 2026",
        "25 januari 2027",
        "Van: teamleider.",
    ):
        assert text in said


def test_every_team_is_named_once():
    assert (
        "aan Team Jongeren, Wijkteam en Team Zuid"
        in letter(teams=("Wijkteam", "Team  Zuid", "Wijkteam")).furniture.kicker
    )


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (replace(ANSWER, outcome=Outcome.NOTHING, change=""), "Er verandert niets"),
        (replace(ANSWER, outcome=Outcome.NOTHING, change=""), "Waarom niet"),
        (replace(ANSWER, words=""), "De reden staat er niet bij."),
        (replace(ANSWER, change=""), "Dat is nog niet gezegd."),
        (replace(ANSWER, outcome=None), "staat hieronder"),
        (
            a_step(StepKind.NO_ANSWER, DAY, words="De functie verviel."),
            "Er kwam geen antwoord.",
        ),
        (a_step(StepKind.NO_ANSWER, DAY, words="De functie verviel."), "Wat doen we nu?"),
    ],
)
def test_it_is_honest_about_what_is_not_there(step, said):
    assert said in plain_text(letter(replace(TOLD, steps=(*TOLD.steps[:-1], step))))


def test_it_tells_the_day_the_team_heard_and_only_of_this_answer():
    told = a_step(StepKind.TOLD, date(2027, 2, 8))
    assert "8 februari 2027" in plain_text(letter(replace(TOLD, steps=(*TOLD.steps, told))))
    again = replace(
        TOLD,
        steps=(
            *TOLD.steps,
            told,
            a_step(StepKind.PASSED_ON, date(2027, 3, 1)),
            replace(ANSWER, id=new_id(), on=date(2027, 4, 1)),
        ),
    )
    said = plain_text(letter(again))
    assert "8 februari 2027" not in said
    assert "25 januari 2027" not in said
    assert "met deze brief" in said


def test_without_an_answer_there_is_no_terugkoppeling():
    with pytest.raises(ValueError, match="passed_on"):
        letter(replace(TOLD, steps=TOLD.steps[:1]))


@pytest.mark.parametrize(
    "form", [Format.PDF, Format.ODT, Format.DOCX, Format.HTML, Format.MARKDOWN]
)
def test_it_is_made_in_every_form(form):
    assert rendered(letter(), form)


def test_it_is_one_page():
    with Pdf.open(BytesIO(rendered(letter(), Format.PDF))) as pdf:
        assert len(pdf.pages) == 1


def test_its_own_words_are_those_of_a_terugkoppeling():
    bare = plain_text(fixed_words(letter()))

    assert "Wat verandert er maandag?" in bare
    assert "college" not in bare


def test_what_the_team_thinks_comes_after_it_was_told():
    steps = (*TOLD.steps, a_step(StepKind.TOLD, DAY), a_step(StepKind.TEAM_SAID, helped=Helped.NO))
    assert plain_text(letter(replace(TOLD, steps=steps)))


def test_a_terugkoppeling_says_what_it_is_also_without_a_team():
    assert letter(replace(TOLD, team="")).furniture.kicker.startswith("Terugkoppeling · ")


def test_an_answer_that_begins_with_what_it_comes_to_does_not_say_it_twice():
    assert said_in(replace(ANSWER, outcome=Outcome.TRIAL, words="proef van een halfjaar")) == (
        "Proef van een halfjaar"
    )
    assert said_in(replace(ANSWER, outcome=Outcome.TRIAL, words="proeftuin")) == "Proef: proeftuin"


REFUSED = a_step(
    StepKind.ANSWERED, date(2027, 2, 8), outcome=Outcome.NOTHING, words="Geen geld.", role="raad"
)


def test_of_an_answer_of_before_it_says_that_it_holds_no_more():
    late = replace(ANSWER, id=new_id(), outcome=Outcome.RESEARCH, words="Wij zoeken uit.")

    said = plain_text(letter(replace(TOLD, steps=(*TOLD.steps, late, REFUSED))))

    assert "Er verandert niets. Dit geldt nu. Eerder was het anders" in said
    assert "Eerder was het antwoord: proef. De regel aanpassen duurt langer" in said
    assert "Eerder was het antwoord: nader onderzoek. Wij zoeken uit." in said
    assert ": Antwoord:" not in said


def test_that_no_answer_came_holds_no_more_once_it_did():
    none = a_step(StepKind.NO_ANSWER, DAY, words="De functie verviel.")

    said = plain_text(letter(replace(TOLD, steps=(*TOLD.steps[:-1], none, ANSWER))))

    assert "Eerder kwam er geen antwoord: De functie verviel." in said


def test_one_answer_is_not_said_to_hold_instead_of_another():
    assert "Dit geldt nu" not in plain_text(letter())


@pytest.mark.parametrize(
    "step", [REFUSED, a_step(StepKind.NO_ANSWER, DAY, words="De functie verviel.")]
)
def test_where_nothing_changes_it_is_not_still_to_be_said_what_does(step):
    said = plain_text(letter(replace(TOLD, steps=(*TOLD.steps[:-1], step))))

    assert "Er verandert nu niets." in said
    assert "nog niet gezegd" not in said
