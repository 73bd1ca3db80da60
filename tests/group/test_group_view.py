from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.group.compose import view_of
from beraad.group.nearby import nearby
from beraad.group.options import worded
from beraad.group.state import GroupState, Show
from beraad.group.view import Horns, Letters, Line, Offer, Passage, Row, Table
from beraad.phases.rondes import phase_of
from beraad.privacy.clean import clean
from beraad.records import (
    CaseAccount,
    Clarification,
    Consideration,
    Decision,
    Dilemma,
    Id,
    KnownWord,
    ParkedItem,
    PhaseKey,
    Presence,
    PrivateNote,
    Progress,
    Verdict,
    Wording,
)
from beraad.records.anatomy import list_sections, map_texts, single_sections
from tests.builders import NOW, filled_session
from tests.strategies import sessions

MARKER = "kruiwagen"
SEEN_SECTIONS = {
    PhaseKey.OPENING: set(),
    PhaseKey.CASE: {"case", "timeline"},
    PhaseKey.DILEMMA: {"dilemma", "options", "harms"},
    PhaseKey.CLARIFICATION: {"dilemma", "options", "clarifications"},
    PhaseKey.PERSPECTIVES: {"dilemma", "options", "stakeholders", "values", "norms"},
    PhaseKey.ALTERNATIVES: {"dilemma", "options"},
    PhaseKey.CONSIDERATION: {"dilemma", "options"},
    PhaseKey.DIALOGUE: {"dilemma", "options", "dialogue"},
    PhaseKey.CONCLUSION: {"dilemma", "options", "conclusion", "agreements"},
}


def at(session, phase):
    return replace(session, progress=Progress(phase=phase))


def texts_of(value):
    """Every text in a view, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset | list):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def everything(session, **state):
    """All that can be read in any view of this beraad."""
    return " ".join(
        text
        for phase in PhaseKey
        for show in Show
        for text in texts_of(view_of(at(session, phase), GroupState(show=show, **state)))
    )


def marked(session, section):
    """The beraad with a marker in every text of one section."""

    def mark(record):
        return map_texts(record, lambda _, text: f"{MARKER} {text}")

    kept = getattr(session, section)
    changed = mark(kept) if section in single_sections() else tuple(map(mark, kept))
    return replace(session, **{section: changed})


def revealing(session):
    return frozenset(one.id for one in session.considerations)


@pytest.mark.parametrize("phase", list(SEEN_SECTIONS))
def test_a_ronde_shows_its_own_sections_and_no_other(phase):
    session = at(filled_session(), phase)
    seen = {
        section
        for section in (*single_sections(), *list_sections())
        if MARKER in " ".join(texts_of(view_of(marked(session, section), GroupState())))
    }
    assert seen - {"opening"} == SEEN_SECTIONS[phase]
    assert ("opening" in seen) == (phase is PhaseKey.OPENING)


def test_only_what_is_to_be_looked_up_says_so():
    asked = (
        Clarification(id=Id("1"), question="Sinds wanneer?"),
        Clarification(id=Id("2"), question="Mag dat?", open_point=True),
        Clarification(id=Id("3"), question="Wie wist het?", answer="Niemand.", open_point=True),
    )
    session = replace(filled_session(), clarifications=asked)

    blocks = view_of(at(session, PhaseKey.CLARIFICATION), GroupState()).blocks

    assert [block.cells for block in blocks if isinstance(block, Row) and not block.head] == [
        ("Sinds wanneer?", ""),
        ("Mag dat?", "nog uitzoeken"),
        ("Wie wist het?", "Niemand."),
    ]


def test_short_words_of_a_and_b_reach_the_group_before_there_is_a_sentence():
    session = filled_session()
    short = tuple(replace(one, text="", short=f"kort {one.id}") for one in session.options)
    session = at(replace(session, options=short), PhaseKey.DILEMMA)

    for shown in (Show.RONDE, Show.DILEMMA):
        (horns,) = (b for b in view_of(session, GroupState(show=shown)).blocks if type(b) is Horns)
        assert [act.text for act in horns.acts] == [one.short for one in short[:2]]


def test_what_one_can_do_stands_there_as_an_offer_in_short_words():
    session = filled_session()
    options = (replace(session.options[0], short="nee"), *session.options[1:])
    view = view_of(at(replace(session, options=options), PhaseKey.ALTERNATIVES), GroupState())

    (offer,) = view.blocks
    assert isinstance(offer, Offer)
    assert offer.lines[0] == Line(mark="A", text="nee", letter=True)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("oudste dochter", "oudste dochter"),
        ("de jongste zoon", "de jongste zoon"),
        ("oudste dochter van de bakker", "een dochter"),
        ("laatste bewoner", "een bewoner"),
        ("alleenstaande moeder", "moeder"),
        ("moeder van drie kinderen", "moeder van kinderen"),
        ("halfbroer", "broer"),
        ("tweelingzus", "zus"),
        ("oudste nog levende broer", "iemand"),
        ("opa", "opa"),
    ],
)
def test_a_perspective_has_a_name_that_the_group_can_read(typed, shown):
    stakeholder = replace(filled_session().stakeholders[0], name=typed, presence=Presence.ABSENT)
    session = replace(filled_session(), stakeholders=(stakeholder,), values=(), norms=())
    view = view_of(at(session, PhaseKey.PERSPECTIVES), GroupState())

    assert view.blocks[-1].cells[0] == shown


def beside_the_question(session, **state):
    """The letters that the head of the screen explains."""
    view = view_of(session, GroupState(**state))
    return "".join(line.mark for line in view.moral_question.options)


@pytest.mark.parametrize(
    ("phase", "letters"),
    [
        (PhaseKey.CLARIFICATION, "AB"),
        (PhaseKey.PERSPECTIVES, "AB"),
        (PhaseKey.ALTERNATIVES, ""),
        (PhaseKey.CONSIDERATION, ""),
        (PhaseKey.DIALOGUE, "AB"),
        (PhaseKey.CONCLUSION, "AB"),
    ],
)
def test_a_and_b_stand_at_the_top_unless_all_that_can_be_chosen_stands_below(phase, letters):
    assert beside_the_question(at(filled_session(), phase)) == letters


def test_every_letter_that_somebody_chose_stands_on_the_screen_with_its_words():
    session = weighed(("rust", "C"), ("zorg", "E"), ("orde", "C"))
    state = {"revealed": revealing(session)}
    options = {line.mark: line.text for line in worded(clean(session))}

    assert beside_the_question(session, **state) == "CE"
    assert beside_the_question(session, show=Show.MATRIX, **state) == "CE"
    for line in view_of(session, GroupState(**state)).moral_question.options:
        assert line.text == options[line.mark]

    revealed = view_of(at(session, PhaseKey.CONSIDERATION), GroupState(**state))
    rows = [row for row in revealed.blocks if isinstance(row, Row) and not row.head]
    assert [(row.chosen.mark, row.chosen.text) for row in rows] == [
        ("C", options["C"]),
        ("C", options["C"]),
        ("E", options["E"]),
    ]


def test_an_option_of_which_the_short_words_are_spaces_says_what_it_is_at_length():
    session = at(filled_session(), PhaseKey.ALTERNATIVES)
    first, *rest = session.options
    session = replace(session, options=(replace(first, short="  ", text="Ik bel nu."), *rest))

    assert "Ik bel nu." in texts_of(view_of(session, GroupState()))


def test_letters_have_their_words_before_there_is_a_moral_question():
    session = at(replace(filled_session(), dilemma=Dilemma()), PhaseKey.PERSPECTIVES)

    assert beside_the_question(session) == "AB"


def test_of_the_casus_only_the_purpose_of_the_rule_comes_near_the_screen_in_its_ronde():
    session = at(filled_session(), PhaseKey.CLARIFICATION)
    assert session.case.situation

    near = nearby(session, GroupState())

    assert near.case == CaseAccount(rule_purpose=session.case.rule_purpose)


@pytest.mark.parametrize(
    "section",
    ["participants", "wordings", "parked", "private_notes", "known_words", "decisions", "signal"],
)
def test_what_is_not_for_the_group_has_no_path_to_it(section):
    session = filled_session()
    session = replace(
        session,
        wordings=(
            Wording(id=Id("w"), moral_question="x", option_a="x", option_b="x", replaced_at=NOW),
        ),
        known_words=(KnownWord(id=Id("k"), word="x"),),
        decisions=(Decision(id=Id("d"), key="x", verdict=Verdict.REPLACE, reason="x"),),
    )
    assert MARKER not in everything(marked(session, section), revealed=revealing(session))


def test_nobody_is_named_on_any_screen():
    session = filled_session()
    people = [person.name for person in session.participants if person.name]
    telling = " en ".join(people) + f", 06-12345678, 1234 AB en {MARKER}"
    session = replace(session, known_words=(KnownWord(id=Id("k"), word=MARKER),))
    for section in (*single_sections(), *list_sections()):
        if section in {"participants", "known_words", "decisions", "progress"}:
            continue
        kept = getattr(session, section)
        telling_all = partial(map_texts, change=lambda _, text: f"{text} {telling}")
        single = section in single_sections()
        changed = telling_all(kept) if single else tuple(map(telling_all, kept))
        session = replace(session, **{section: changed})

    shown = everything(session, revealed=revealing(session))

    assert people
    for secret in (*people, *(name.split()[0] for name in people), "06-12345678", MARKER):
        assert secret not in shown


def test_afwegingen_appear_only_after_onthul():
    session = filled_session()
    assert session.considerations
    hidden = marked(session, "considerations")

    assert MARKER not in everything(hidden)
    assert MARKER in everything(hidden, revealed=revealing(session))


def test_an_afweging_begun_after_onthul_waits_for_the_next_time():
    session = filled_session()
    before = revealing(session)
    late = Consideration(
        id=Id("laat"), participant_id=Id("p5"), choice_id=session.option_a.id, value=MARKER
    )
    session = replace(session, considerations=(*session.considerations, late))

    assert MARKER not in everything(session, revealed=before)
    assert MARKER in everything(session, revealed=revealing(session))


def test_the_order_of_afwegingen_tells_nothing_about_who():
    session = at(filled_session(), PhaseKey.CONSIDERATION)
    turned = replace(session, considerations=session.considerations[::-1])
    state = GroupState(revealed=revealing(session))

    assert view_of(session, state) == view_of(turned, state)


def weighed(*said):
    """A beraad in ronde 7 in which these values led to these options."""
    session = at(filled_session(), PhaseKey.DIALOGUE)
    letters = {session.letter(option.id): option.id for option in session.options}
    return replace(
        session,
        dialogue=type(session.dialogue)(),
        considerations=tuple(
            Consideration(
                id=Id(f"c{number}"),
                participant_id=Id(f"p{number}"),
                value=value,
                choice_id=letters[choice],
            )
            for number, (value, choice) in enumerate(said)
        ),
    )


def test_the_matrix_marks_and_never_counts():
    once = weighed(("rust", "A"), ("zorg", "B"))
    often = weighed(("rust", "A"), ("Rust", "A"), ("rust ", "A"), ("zorg", "B"))
    views = [
        view_of(one, GroupState(show=Show.MATRIX, revealed=revealing(one))) for one in (once, often)
    ]
    assert views[0] == views[1]
    rows = [block for block in views[0].blocks if isinstance(block, Row)]
    assert [row.cells for row in rows] == [
        ("Waarde", Letters(("A",)), Letters(("B",))),
        ("rust", "✓", ""),
        ("zorg", "", "✓"),
    ]


def test_same_choice_other_reason_and_same_value_other_choice_are_named():
    session = weighed(("rust", "A"), ("zorg", "A"), ("zorg", "B"))
    blocks = view_of(session, GroupState(revealed=revealing(session))).blocks
    found = [block for block in blocks if isinstance(block, Passage | Line)]

    assert found == [
        Passage(title="Zelfde keuze, andere reden", text=""),
        Line(mark="A", text="rust · zorg", letter=True),
        Passage(title="Zelfde waarde, andere keuze", text=""),
        Line(mark="", text="zorg: A en B"),
        Passage(title="Wat ziet iemand die anders koos?", text=""),
        Line(mark="A", text="rust", letter=True),
    ]


def test_what_the_group_found_stands_under_what_the_cards_say():
    session = weighed(("rust", "A"), ("zorg", "B"))
    found = replace(session.dialogue, minority_view="Wat B ziet.", same_choice_other_reason="Rust.")
    session = replace(session, dialogue=found)
    blocks = view_of(session, GroupState(revealed=revealing(session))).blocks

    assert [block for block in blocks if isinstance(block, Passage | Line)] == [
        Passage(title="Zelfde keuze, andere reden", text="Rust."),
        Passage(title="Wat ziet iemand die anders koos?", text=""),
        Line(mark="A", text="rust", letter=True),
        Line(mark="B", text="zorg", letter=True),
        Passage(title="", text="Wat B ziet."),
    ]


def test_the_question_is_one_of_the_ronde():
    session = at(filled_session(), PhaseKey.PERSPECTIVES)
    phase = phase_of(PhaseKey.PERSPECTIVES)

    assert view_of(session, GroupState()).question == phase.questions[0]
    chosen = GroupState(question=phase.questions[-1])
    assert view_of(session, chosen).question == phase.questions[-1]
    assert view_of(session, GroupState(question="Een vraag van elders?")).question != (
        "Een vraag van elders?"
    )


def test_only_the_dilemma_is_there_in_every_ronde():
    session = filled_session()
    views = {view_of(at(session, phase), GroupState(show=Show.DILEMMA)) for phase in PhaseKey}

    (view,) = views
    assert view.question == session.dilemma.moral_question
    (horns,) = view.blocks
    assert isinstance(horns, Horns)
    assert [act.letter for act in horns.acts] == ["A", "B"]
    assert horns.acts[0].harms


def test_the_clock_alone_shows_nothing_of_the_beraad():
    session = marked(filled_session(), "dilemma")
    view = view_of(at(session, PhaseKey.DIALOGUE), GroupState(show=Show.CLOCK))
    assert view.clock_only
    assert not view.blocks
    assert MARKER not in " ".join(texts_of(view))


def test_the_perspective_table_says_each_name_and_value_once():
    session = at(filled_session(), PhaseKey.PERSPECTIVES)
    rows = [row for row in view_of(session, GroupState()).blocks if isinstance(row, Row)]
    names = [row.cells[0] for row in rows if not row.head and row.cells[0]]

    assert {row.table for row in rows} == {Table.PERSPECTIVES}
    assert len(names) == len(session.stakeholders)
    assert len([row for row in rows if row.cells[2] and not row.head]) == len(session.norms)


@given(session=sessions(), show=st.sampled_from(Show), reveal=st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_beraad_has_a_view_without_what_is_private(session, show, reveal):
    marks = (f"{MARKER}{number}" for number in range(1000))
    session = replace(
        session,
        private_notes=tuple(replace(note, text=next(marks)) for note in session.private_notes),
        parked=(ParkedItem(id=Id("p"), phase=PhaseKey.CASE, text=next(marks)),),
        considerations=tuple(
            replace(one, value=next(marks), harm=next(marks)) for one in session.considerations
        ),
        known_words=(),
        decisions=(),
    )
    for phase in PhaseKey:
        view = view_of(at(session, phase), GroupState(show=show))
        assert MARKER not in " ".join(texts_of(view))
        if reveal:
            view_of(at(session, phase), GroupState(show=show, revealed=revealing(session)))


def test_a_private_note_of_this_ronde_stays_private():
    session = at(filled_session(), PhaseKey.CASE)
    noted = replace(
        session, private_notes=(PrivateNote(id=Id("n"), phase=PhaseKey.CASE, text=MARKER),)
    )
    assert view_of(session, GroupState()) == view_of(noted, GroupState())


def test_the_group_sees_when_it_goes_on():
    session = replace(filled_session(), progress=Progress(phase=PhaseKey.CONCLUSION))
    again = replace(session.conclusion, second_meeting=date(2026, 12, 7))

    blocks = view_of(replace(session, conclusion=again), GroupState()).blocks

    assert Passage(title="We gaan verder op", text="7 december 2026") in blocks
    assert not any(
        isinstance(block, Passage) and block.title == "We gaan verder op"
        for block in view_of(session, GroupState()).blocks
    )


def test_the_matrix_follows_the_choice_made_after_the_dialogue():
    session = weighed(("rust", "A"), ("zorg", "B"))
    letters = {session.letter(option.id): option.id for option in session.options}
    first, second = session.considerations
    session = replace(
        session, considerations=(replace(first, revised_choice_id=letters["B"]), second)
    )
    view = view_of(session, GroupState(show=Show.MATRIX, revealed=revealing(session)))

    assert [block.cells for block in view.blocks if isinstance(block, Row)] == [
        ("Waarde", Letters(("B",))),
        ("nog geen waarde genoemd", "✓"),
        ("zorg", "✓"),
    ]


def test_afwegingen_stand_by_their_words_and_not_as_they_came():
    values = ("zorg", "Rust", "orde", "eerlijkheid", "nabijheid", "moed", "trouw", "balans")
    session = at(weighed(*((value, "A") for value in values)), PhaseKey.CONSIDERATION)
    view = view_of(session, GroupState(revealed=revealing(session)))

    rows = [block for block in view.blocks if isinstance(block, Row) and not block.head]
    said = [row.cells[0] for row in rows if row.table is Table.WEIGHINGS]
    assert said == sorted(values, key=str.casefold)


def test_who_says_ik_on_the_screen_is_not_taken_out():
    session = weighed(("zorg", "A"), ("moed", "B"))
    first, second = session.considerations
    session = at(session, PhaseKey.CONSIDERATION)
    said = replace(first, limiting="Ik bel hem en leg het vast.")
    named = replace(second, limiting=f"Als {session.participants[1].role} bel ik hem.")
    session = replace(session, considerations=(said, named))

    shown = everything(session, revealed=revealing(session))
    assert "Ik bel hem en leg het vast." in shown
    assert "bel ik hem" in shown
    assert session.participants[1].role not in shown


def test_what_nobody_decided_about_stands_there_more_generally():
    asked = "Help ik een vrouw die 52 jaar is?"
    session = replace(filled_session(), dilemma=Dilemma(moral_question=asked))
    view = view_of(session, GroupState(show=Show.DILEMMA))

    assert view.question.startswith("Help ik een vrouw")
    assert "52" not in view.question


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision(id=Id("d"), key="age:52", verdict=Verdict.KEEP, reason="mag"), "52 jaar"),
        (
            Decision(id=Id("d"), key="age:52", verdict=Verdict.REPLACE, replacement="vijftiger"),
            "vijftiger",
        ),
    ],
    ids=["kept", "replaced"],
)
def test_what_a_person_decided_holds_on_the_screen_too(decision, said):
    asked = "Help ik een vrouw die 52 jaar is?"
    session = replace(
        filled_session(), dilemma=Dilemma(moral_question=asked), decisions=(decision,)
    )

    assert said in view_of(session, GroupState(show=Show.DILEMMA)).question


@pytest.mark.parametrize("phase", PhaseKey)
def test_the_title_comes_near_the_screen_in_the_opening_only(phase):
    session = replace(filled_session(), progress=Progress(phase=phase))
    assert session.opening.title

    near = nearby(session, GroupState())

    assert bool(near.opening.title) is (phase is PhaseKey.OPENING)


@pytest.mark.parametrize("name", ["Dhr. v.d. Meer", "mevr. Bos", "mw. v/d Berg", "dhr. duizend"])
def test_a_name_that_is_only_asked_about_is_not_on_the_screen_of_the_group(name):
    story = CaseAccount(situation=f"Haar ex, {name}, is politieagent.")
    view = view_of(at(replace(filled_session(), case=story), PhaseKey.CASE), GroupState())

    assert name.split()[-1] not in " ".join(texts_of(view))


def test_after_the_reveal_nobody_is_asked_to_write_in_silence():
    session = at(filled_session(), PhaseKey.CONSIDERATION)
    seen = frozenset(one.id for one in session.considerations)

    writing, reading = (view_of(session, GroupState(revealed=ids)) for ids in (frozenset(), seen))

    assert "stil" in writing.instruction
    assert "stil" not in reading.instruction
    assert reading.instruction
