"""What the werkverslag and the signaal say, and what they keep silent about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.privacy.clean import admitted, clean, clean_signal
from beraad.records import (
    AnswerState,
    Consideration,
    Id,
    Moment,
    Option,
    PhaseKey,
    Recurrence,
    RegisteredSignal,
    Setting,
    TimeSpent,
)
from beraad.report.blocks import Callout, Facts, Heading, OptionPair, Paragraph, Table
from beraad.report.compose import signal_report, work_report
from beraad.report.compose.parts import brief
from beraad.report.plain import plain_text
from tests.builders import empty_session, filled_session
from tests.report.reading import as_printed, squeezed, texts_in
from tests.steps import answered


def report(session):
    return work_report(clean(session))


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def considering(**fields):
    """The text of a beraad in which only one afweging was written down."""
    consideration = Consideration(id=Id("c"), participant_id=Id("p1"), **fields)
    session = replace(filled_session(), considerations=(consideration,))
    return plain_text(report(session))


def test_every_ronde_is_there_in_its_own_order():
    assert headings(report(filled_session())) == [
        "De casus",
        "In de tijd",
        "Het dilemma",
        "Verheldering",
        "Nog uit te zoeken",
        "Perspectieven, waarden en normen",
        "Alternatieven",
        "Afwegingen",
        "Welke waarden we noemden",
        "Wie of wat we daarmee tekortdoen",
        "Hoe we de schade beperken",
        "Wat we daarvoor nodig hebben",
        "Van wie we iets nodig hebben",
        "Wat het van ons vraagt",
        "Waardoor een keuze veranderde",
        "Dialoog",
        "Conclusie",
        "Afspraken",
        "Terugblik op het gesprek",
        "Over dit verslag",
    ]


def test_verheldering_comes_first_where_it_came_first_in_the_talk():
    session = filled_session()
    opening = replace(session.opening, clarification_first=True)
    titles = headings(report(replace(session, opening=opening)))

    assert titles.index("De casus") < titles.index("Verheldering") < titles.index("Het dilemma")
    assert sorted(titles) == sorted(headings(report(session)))


def test_an_empty_beraad_prints_no_empty_part():
    document = report(empty_session())

    assert headings(document) == ["Over dit verslag"]
    assert document.title == "Moreel beraad"
    assert not any(isinstance(block, Table | OptionPair | Callout) for block in document.blocks)


def test_nobody_who_was_there_is_named():
    session = filled_session()
    text = plain_text(report(session)).casefold()

    for person in session.participants:
        for part in person.name.casefold().split():
            assert len(part) <= 3 or part not in text


@pytest.mark.parametrize("secret", ["GEPARKEERD", "GEHEIM"])
def test_parked_items_and_private_notes_stay_inside(secret):
    assert secret not in plain_text(report(filled_session()))


def test_every_text_that_passed_the_gate_is_printed():
    cleaned = clean(filled_session())
    text = squeezed(plain_text(work_report(cleaned))).casefold()

    missing = [part for one in texts_in(cleaned) for part in as_printed(one) if part not in text]
    assert missing == []


def test_the_status_stands_above_the_text():
    agreed = filled_session()
    not_yet = replace(agreed, conclusion=replace(agreed.conclusion, case_owner_agrees=False))

    assert "geen besluit en geen oordeel over personen" in report(agreed).furniture.standfirst
    assert "is akkoord" in report(agreed).furniture.standfirst
    assert "nog niet akkoord" in report(not_yet).furniture.standfirst


def test_an_oefening_says_so_above_and_below():
    session = filled_session()
    practice = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    for furniture in (report(practice).furniture, signal_report(clean_signal(practice)).furniture):
        assert furniture.notice == "Oefening — alles is verzonnen"
        assert furniture.foot.startswith("Oefening — alles is verzonnen")
    assert report(session).furniture.notice == ""
    assert "Oefening" not in plain_text(report(session))


def test_the_foot_says_until_when_on_one_line():
    assert report(filled_session()).furniture.foot == "Geen besluit · bewaren tot 1 mei 2027"


def test_in_short_holds_question_difference_minority_agreements_and_recurrence():
    callout = next(b for b in report(filled_session()).blocks if isinstance(b, Callout))
    text = plain_text(replace(report(filled_session()), blocks=(callout,)))

    for part in (
        "Mag ik een voorschot geven",
        "Niemand hoort zonder geld voor eten te zitten",
        "wie het hardst vraagt, krijgt het meest",
        "Navragen welke ruimte artikel 18 hier geeft · Wie: teamleider · Voor: 1 december 2026",
        "Terugkijken: 15 december 2026",
        "Ja, ongeveer 6 keer.",
    ):
        assert part in text


def test_a_long_text_is_cut_at_a_sentence_in_short_only():
    sentence = "Dit delen we allemaal. "
    session = filled_session()
    long = replace(session, dialogue=replace(session.dialogue, shared=sentence * 40))

    assert brief(sentence * 40).endswith("allemaal. …")
    assert len(brief(sentence * 40)) < 330
    assert (sentence * 40).strip() in plain_text(report(long))


def test_options_stand_side_by_side_with_the_harm_for_whom():
    pair = next(b for b in report(filled_session()).blocks if isinstance(b, OptionPair))
    details = ["".join(run.text for run in line) for line in pair.right.details]

    assert (pair.left.letter, pair.right.letter) == ("A", "B")
    assert details == [
        "Hij raakt zijn slaapplek kwijt en stopt met zoeken. · Voor wie: de jongere · Duur: lang",
        (
            "Zijn vertrouwen in de gemeente verdwijnt. "
            "· Voor wie: de jongere en zijn vrienden · Duur: lang"
        ),
    ]


def test_one_horn_alone_is_not_shown_beside_an_empty_one():
    session = filled_session()
    alone = replace(
        session, options=(Option(id=Id("a"), text="Ik wacht."), Option(id=Id("b"))), harms=()
    )

    assert not [b for b in report(alone).blocks if isinstance(b, OptionPair)]
    assert "● B" not in plain_text(report(replace(alone, considerations=(), norms=())))


def test_rows_are_grouped_per_perspective_and_say_who_said_it():
    table = next(b for b in report(filled_session()).blocks if isinstance(b, Table))
    heads = ["/".join(run.text for text in group.head for run in text) for group in table.groups]

    assert heads == [
        "Inwoner/zelf gezegd",
        "Inbrenger/zelf gezegd",
        "Beleid/door ons ingevuld",
        "Andere jongeren/van horen zeggen",
        "Ouder/lege stoel · door ons ingevuld",
    ]
    assert [len(group.rows) for group in table.groups] == [2, 3, 1, 1, 1]


def test_columns_in_which_nothing_stands_are_left_out():
    session = replace(filled_session(), norms=())
    table = next(b for b in report(session).blocks if isinstance(b, Table))

    assert table.header == ("Perspectief", "Waarde")
    assert sum(table.widths) == pytest.approx(1)
    assert all(len(row) == 1 for group in table.groups for row in group.rows)


def test_an_afweging_is_taken_apart_into_lists():
    text = considering(
        choice_id="a",
        value="betrouwbaarheid",
        harm="schrikt de ouder",
        limiting="vooraf uitleggen wat er gebeurt",
        needs="een jurist",
        needs_from="de afdeling",
        virtue="geduld",
    )

    for part in (
        "Gekozen: ◆ A Een voorschot geven\n",
        "Welke waarden we noemden\nbetrouwbaarheid\n",
        "Wie of wat we daarmee tekortdoen\nschrikt de ouder\n",
        "Hoe we de schade beperken\nvooraf uitleggen wat er gebeurt\n",
        "Wat we daarvoor nodig hebben\neen jurist\n",
        "Van wie we iets nodig hebben\nde afdeling\n",
        "Wat het van ons vraagt\ngeduld\n",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"choice_id": "b"}, "● B De vier weken aanhouden\n"),
        ({"value": "De rust"}, "Welke waarden we noemden\nDe rust\n"),
        ({"harm": "de rust"}, "Wie of wat we daarmee tekortdoen\nde rust\n"),
        (
            {"choice_id": "a", "needs_from": "de jurist"},
            "Van wie we iets nodig hebben\nde jurist\n",
        ),
        ({"choice_id": "a", "value": "Rust. Stilte ook."}, "noemden\nRust. Stilte ook.\n"),
    ],
)
def test_what_was_left_empty_in_an_afweging_is_not_mentioned(fields, shown):
    assert shown in considering(**fields)


def test_an_afweging_in_which_nothing_stands_is_not_mentioned():
    assert "Afwegingen" not in considering()


def test_afwegingen_that_say_the_same_are_told_once():
    session = filled_session()
    same = tuple(
        Consideration(id=Id(f"c{n}"), participant_id=Id(f"p{n}"), choice_id=Id("a"))
        for n in range(4)
    )

    text = plain_text(report(replace(session, considerations=same)))
    assert text.count("\nGekozen: ◆ A Een voorschot geven\n") == 1


def test_why_a_choice_changed_is_told_but_not_from_what_to_what():
    text = considering(
        choice_id="a",
        value="rust",
        revised_choice_id="c",
        revised_because="de jurist zag meer ruimte",
    )

    assert "Waardoor een keuze veranderde\nde jurist zag meer ruimte\n" in text
    assert "Gekozen: ◆ A Een voorschot geven · C Samen de aanvraag klaarzetten\n" in text
    assert "Welke waarden we noemden\nrust\n" in text


@pytest.mark.parametrize(
    ("state", "answer", "expected"),
    [
        (AnswerState.SHARED, "Ja.", "Antwoord voor nu · gedeeld\nJa."),
        (AnswerState.DIVIDED, "Ja.", "Antwoord voor nu · verdeeld\nJa."),
        (AnswerState.OPEN, "Ja.", "Antwoord voor nu\nJa."),
        (AnswerState.NONE, "", "We vonden samen geen antwoord."),
    ],
)
def test_the_answer_says_how_far_it_is_shared(state, answer, expected):
    session = filled_session()
    conclusion = replace(session.conclusion, answer=answer, answer_state=state)

    assert expected in plain_text(report(replace(session, conclusion=conclusion)))


@pytest.mark.parametrize(
    ("recurrence", "count", "sentence"),
    [
        (Recurrence.YES, 6, "Ja, ongeveer 6 keer."),
        (Recurrence.YES, None, "Ja, dit zien we vaker."),
        (Recurrence.NO, None, "Nee, dit zien we niet vaker."),
        (Recurrence.UNKNOWN, None, "We weten niet of dit vaker voorkomt."),
        (Recurrence.UNASKED, None, ""),
    ],
)
def test_whether_it_is_seen_more_often(recurrence, count, sentence):
    session = filled_session()
    conclusion = replace(session.conclusion, recurrence=recurrence, recurrence_count=count)
    text = plain_text(report(replace(session, conclusion=conclusion)))

    assert ("Zien we dit vaker?" in text) is bool(sentence)
    assert sentence in text


def test_a_second_meeting_is_in_the_verslag_and_the_clock_is_not():
    session = filled_session()
    clock = (TimeSpent(id=Id("t"), phase=PhaseKey.CASE, seconds=4321, shift=7),)
    again = replace(session.conclusion, second_meeting=date(2026, 12, 7))

    without = plain_text(report(session))
    text = plain_text(report(replace(session, conclusion=again, time_spent=clock)))

    assert "Vervolg" not in without
    assert "Vervolg\n7 december 2026" in text or "Vervolg: 7 december 2026" in text
    assert set(text.split()) - set(without.split()) <= {"Vervolg", "7", "december", "2026"}


def test_a_moment_without_a_time_joins_the_one_before_it():
    moments = (
        Moment(id=Id("m0"), what="Vooraf."),
        Moment(id=Id("m1"), when="Week 1", what="Eerst."),
        Moment(id=Id("m2"), what="Toen."),
    )
    session = replace(filled_session(), timeline=moments)
    blocks = report(session).blocks
    rows = next(b.rows for b in blocks if isinstance(b, Facts))

    assert [(label, [run.text for (run,) in cell]) for label, cell in rows] == [
        ("Week 1", ["Eerst.", "Toen."])
    ]
    assert any(isinstance(b, Paragraph) and b.text[0].text == "Vooraf." for b in blocks)


def test_paragraphs_of_a_text_stay_paragraphs():
    situation = [
        block.text[0].text
        for block in report(filled_session()).blocks[2:4]
        if isinstance(block, Paragraph)
    ]

    assert [text[:12] for text in situation] == ["Een jongere ", "De inbrenger"]


def test_a_signal_says_everything_that_was_written_and_nothing_of_the_case():
    cleaned = clean_signal(filled_session())
    text = squeezed(plain_text(signal_report(cleaned))).casefold()

    assert [p for one in texts_in(cleaned) for p in as_printed(one) if p not in text] == []
    assert "antwoord voor 1 februari 2027" in text
    assert "uitzendbureaus" not in text
    assert "wat ermee is gedaan" not in text


def test_a_signal_from_the_register_tells_what_became_of_it():
    signal = RegisteredSignal(
        id=Id("s"),
        content=filled_session().signal,
        team="Team Jongeren",
        week="2026-W47",
        registered_on=date(2026, 11, 17),
        steps=answered("De lijn komt er.", date(2027, 1, 12), change="Vanaf maart."),
    )
    text = plain_text(signal_report(admitted(signal)))

    assert "Vanaf maart." in text
    assert "Wat ermee is gedaan\nStatus\nbeantwoord\nAntwoord\nDe lijn komt er." in text
    assert "12 januari 2027" in text


def test_agreements_stand_by_day_and_without_one_last():
    base = filled_session()
    first, *_ = base.agreements
    days = (date(2026, 12, 9), None, date(2026, 12, 1))
    made = tuple(
        replace(first, id=Id(f"a{n}"), what=f"afspraak {n}", due=day) for n, day in enumerate(days)
    )

    text = plain_text(report(replace(base, agreements=made)))

    for part in (text.partition("Afgesproken:")[2], text.rpartition("\nAfspraken\n")[2]):
        places = [part.index(f"afspraak {n}") for n in (2, 0, 1)]
        assert places == sorted(places)
