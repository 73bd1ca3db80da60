"""Who said or chose what cannot be found back in a werkverslag, however one looks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.editing.operations import with_all_whole
from beraad.privacy.clean import clean
from beraad.publishing.lengths import Length
from beraad.publishing.making import Tied, Wish, making, require_settled
from beraad.records import (
    Consideration,
    Id,
    Layer,
    Norm,
    Participant,
    Plea,
    Presence,
    Stakeholder,
    Value,
)
from beraad.report.compose import fixed_words, short_report, work_report
from beraad.report.formats import Format, rendered
from beraad.report.house.style import OURS
from beraad.report.plain import plain_text
from tests.builders import HELD_ON, filled_session, settled

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

_OF_ONE = ("harm", "limiting", "needs", "needs_from", "virtue", "revised_because")
"""What one person says, beside a value and a choice; each stands by itself."""

_SAID = {"needs": "nodig", "needs_from": "afzender", "revised_because": "revised because"}
_WORDS = ("mus", "ree", "das", "uil", "eend", "hert", "otter", "merel")


def beraad(said):
    session = filled_session()
    return replace(
        session,
        participants=tuple(Participant(id=Id(f"p{n}"), role="rol") for n in range(len(said))),
        considerations=tuple(
            Consideration(id=Id(f"c{n}"), participant_id=Id(f"p{n}"), **one)
            for n, one in enumerate(said)
        ),
    )


def option_ids():
    return [option.id for option in filled_session().options]


@st.composite
def people(draw):
    """What each says: every word of it is of one person only."""
    number = draw(st.integers(2, 6))
    names = draw(st.permutations(_WORDS))[:number]
    ids = st.sampled_from(option_ids())
    return [
        {
            "choice_id": draw(ids),
            "revised_choice_id": draw(st.none() | ids),
            "value": f"{name} waarde",
            **{field: f"{name} {_SAID.get(field, field)}" for field in _OF_ONE},
        }
        for name in names
    ]


def mixed(draw, said):
    """The same words and choices, in which everything that is not told together changed hands."""
    hands = {field: draw(st.permutations([one[field] for one in said])) for field in _OF_ONE}
    chosen = draw(
        st.permutations(
            [(one["value"], one["choice_id"], one["revised_choice_id"]) for one in said]
        )
    )
    return [
        {
            **{field: hands[field][n] for field in _OF_ONE},
            "value": chosen[n][0],
            "choice_id": chosen[n][1],
            "revised_choice_id": chosen[n][2],
        }
        for n in range(len(said))
    ]


@few
@given(st.data())
def test_the_verslag_is_the_same_whoever_said_what(data):
    """Then it holds nothing about who did: not in words, lists, order or letters."""
    said = data.draw(people())
    other = mixed(data.draw, said)

    assert plain_text(work_report(clean(beraad(said)))) == plain_text(
        work_report(clean(beraad(other)))
    )


@pytest.mark.parametrize("form", [Format.PDF, Format.ODT, Format.DOCX, Format.HTML])
def test_a_file_is_the_same_whoever_said_what(form):
    first, second = option_ids()[:2]
    said = [
        {"choice_id": first, "value": "rust", "harm": "tijd", "needs": "geld"},
        {"choice_id": second, "value": "zorg", "harm": "recht", "needs": "steun"},
    ]
    other = [
        {"choice_id": second, "value": "zorg", "harm": "tijd", "needs": "steun"},
        {"choice_id": first, "value": "rust", "harm": "recht", "needs": "geld"},
    ]

    assert rendered(work_report(clean(beraad(said))), form) == rendered(
        work_report(clean(beraad(other))), form
    )


def _ends(said):
    return Counter(one["revised_choice_id"] or one["choice_id"] for one in said)


@few
@given(st.data())
def test_where_one_chose_alone_no_value_leads_to_a_choice(data):
    """Who is known to have chosen C alone would be known by the one value beside it."""
    said = data.draw(
        people().filter(lambda all_: len(_ends(all_)) > 1 and 1 in _ends(all_).values())
    )
    values = data.draw(st.permutations([one["value"] for one in said]))
    other = [{**one, "value": value} for one, value in zip(said, values, strict=True)]

    for made in (work_report, short_report):
        assert plain_text(made(clean(beraad(said)))) == plain_text(made(clean(beraad(other))))


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.JSON])
@pytest.mark.parametrize("made", [work_report, short_report])
@pytest.mark.parametrize("undecided", [False, True])
def test_no_file_leads_from_a_value_to_what_one_chose_alone(form, made, undecided):
    first, second = option_ids()[:2]
    last = None if undecided else second
    said = [
        {"choice_id": choice, "value": value}
        for choice, value in ((first, "rust"), (first, "zorg"), (last, "moed"))
    ]
    other = [
        {**one, "value": value} for one, value in zip(said, ("moed", "rust", "zorg"), strict=True)
    ]

    assert rendered(made(clean(beraad(said))), form) == rendered(made(clean(beraad(other))), form)


@few
@given(st.data())
def test_successive_versions_do_not_tell_who_moved(data):
    """Of somebody who moved, a next version adds why, in a list of its own, and nothing else."""
    said = data.draw(people())
    number = data.draw(st.integers(0, len(said) - 1))
    before = [{**one, "revised_choice_id": None, "revised_because": ""} for one in said]
    after = [*before]
    after[number] = {**before[number], "revised_because": said[number]["revised_because"]}
    other = [*before]
    elsewhere = (number + 1) % len(said)
    other[elsewhere] = {**before[elsewhere], "revised_because": said[number]["revised_because"]}

    def kept(one):
        wish = Wish(layer=Layer.WORK)
        made = making(beraad(one), None, wish, today=HELD_ON, house=OURS)
        return made.as_version().text

    assert kept(after) == kept(other)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Vraag van deelnemer 4", "Vraag van een deelnemer"),
        ("Deelnemer 4 koos anders", "Een deelnemer koos anders"),
        ("De deelnemers 1, 2 en 4 zwegen", "Enkele deelnemers zwegen"),
        ("het deelnemer 4-verhaal", "het deelnemer-verhaal"),
        ("Er waren 4 deelnemers", "Er waren 4 deelnemers"),
        ("een deelnemer van 40", "een deelnemer van 40"),
    ],
)
def test_nobody_has_a_number(typed, told):
    session = filled_session()
    written = replace(session, look_back=replace(session.look_back, time=typed))

    assert clean(written).look_back.time == told


def given_out(session, *, length=Length.FULL, final=False):
    """The beraad after its verslag went out, as far as its versions go."""
    made = making(session, None, wish(length=length, final=final), today=HELD_ON, house=OURS)
    version = made.as_version()
    return replace(session, versions=(*session.versions, version)) if version else session


def wish(**changes):
    return Wish(layer=Layer.WORK, **changes)


def now(session, **changes):
    return making(session, None, wish(**changes), today=HELD_ON, house=OURS)


def one_of(name, choice):
    said = {"harm": f"{name} tekort", "limiting": f"{name} minder", "virtue": f"{name} geduld"}
    return {"choice_id": choice, "value": f"{name} waarde", "needs": f"{name} nodig", **said}


def with_people(names, versions=()):
    choice = option_ids()[0]
    return settled(replace(beraad([one_of(name, choice) for name in names]), versions=versions))


@few
@given(
    st.permutations(_WORDS),
    st.integers(2, 5),
    st.integers(1, 3),
    st.sampled_from(Length),
    st.booleans(),
)
def test_of_one_who_came_between_two_versions_is_asked(names, first, more, length, final):
    """Who holds both versions sees what came: of one or two it can be told, of three it cannot."""
    before = given_out(with_people(names[:first]), length=length, final=final)
    after = with_people(names[: first + more], before.versions)

    made = now(after)

    assert made.tied is (more <= 2)
    if made.tied:
        said = "één deelnemer" if more == 1 else "één of twee deelnemers"
        with pytest.raises(Tied, match=said):
            require_settled(made)
        require_settled(now(after, tied_agreed=True))
    else:
        require_settled(made)


def test_of_one_who_went_between_two_versions_is_asked():
    before = given_out(with_people(_WORDS[:6]))

    assert now(with_people(_WORDS[:5], before.versions)).tied
    assert now(with_people(_WORDS[:4], before.versions)).tied
    assert not now(with_people(_WORDS[:3], before.versions)).tied


def test_of_two_who_each_changed_something_else_is_asked():
    before = given_out(with_people(_WORDS[:4]))
    first, second, *others = before.considerations
    changed = (replace(first, harm="anders"), replace(second, limiting="ook anders"), *others)
    alike = (replace(first, harm="anders"), replace(second, harm="ook anders"), *others)

    assert now(replace(before, considerations=changed)).tied
    assert not now(replace(before, considerations=alike)).tied


def test_of_one_who_wrote_on_between_two_versions_is_asked():
    before = given_out(with_people(_WORDS[:3]))
    first, *others = before.considerations
    one_line = replace(first, harm="anders")
    two_lines = replace(one_line, limiting="ook anders")

    assert not now(replace(before, considerations=(one_line, *others))).tied
    assert now(replace(before, considerations=(two_lines, *others))).tied


def test_of_two_afwegingen_a_single_new_line_is_asked():
    before = given_out(with_people(_WORDS[:2]))
    first, other = before.considerations

    assert now(replace(before, considerations=(replace(first, harm="anders"), other))).tied


def test_who_gets_another_number_in_a_line_ties_nobody():
    """Somebody named earlier in the talk makes who was one two."""
    said = with_people(_WORDS[:4])
    first, *others = said.considerations
    named = replace(first, harm="Mevrouw Jansen wacht", limiting="Mevrouw Jansen wacht lang")
    before = given_out(replace(said, considerations=(named, *others)))
    case = replace(before.case, situation=f"Mevrouw Pietersen belde. {before.case.situation}")
    after = now(replace(before, case=case))

    assert "[persoon 2] wacht lang" in plain_text(after.document)
    assert "[persoon 1] wacht lang" in before.versions[-1].text
    assert not after.tied


def test_the_verslag_of_the_same_words_ties_nobody_anew():
    before = given_out(with_people(_WORDS[:3]))

    assert not now(before).tied
    assert not now(before, final=True).tied


def test_any_earlier_version_may_be_the_other_one():
    """Three came and two went again: beside the version before those, one came."""
    first = given_out(with_people(_WORDS[:3]))
    second = given_out(with_people(_WORDS[:6], first.versions))
    third = with_people((*_WORDS[:3], _WORDS[5]), second.versions)

    made = now(third)

    assert made.tied
    with pytest.raises(Tied, match="Naast concept"):
        require_settled(made)


def test_what_a_version_told_already_is_not_asked_again():
    first = given_out(with_people(_WORDS[:3]))
    second = given_out(with_people(_WORDS[:4], first.versions))
    again = replace(second, look_back=replace(second.look_back, time="Te kort."))
    as_first = with_people(_WORDS[:3], second.versions)

    assert not now(again).tied
    assert not now(given_out(again)).tied
    assert not now(as_first).tied


def test_who_came_after_all_stood_whole_is_asked():
    """Of those before everything is known, so that what is left in the lists is of who came."""
    whole = given_out(with_all_whole(with_people(_WORDS[:4]), agreed=True, today=HELD_ON))

    assert now(with_people(_WORDS[:5], whole.versions)).tied
    assert not now(with_people(_WORDS[:4], whole.versions)).tied
    assert not now(with_people(_WORDS[:7], whole.versions)).tied


@pytest.mark.parametrize(("to", "tells"), [(1, False), (2, True)])
def test_a_choice_that_came_with_the_reason_for_it_is_asked(to, tells):
    """A choice that came with the reason for it is of whoever wrote that."""
    first, second = option_ids()[:2]
    stay = [one_of(name, first if n < 3 else second) for n, name in enumerate(_WORDS[:6])]
    moved = [*stay]
    moved[0] = {**stay[0], "revised_choice_id": option_ids()[to], "revised_because": "om de buren"}
    before = given_out(settled(beraad(stay)))

    assert now(replace(settled(beraad(moved)), versions=before.versions)).tied is tells


def test_one_afweging_alone_is_of_one():
    alone = with_people(_WORDS[:1])

    assert now(alone).tied
    assert "maar één afweging" in str(Tied(now(alone)))
    assert not now(given_out(alone)).tied


def test_of_two_it_can_be_guessed_and_of_three_it_cannot():
    two = with_people(_WORDS[:2])

    assert now(two).tied
    assert "maar twee afwegingen" in str(Tied(now(two)))
    assert "beide deelnemers" in Tied(now(two)).way_out
    assert "ook in het volledige verslag" in Tied(now(two)).way_out
    assert "degene van wie dit is" in Tied(now(with_people(_WORDS[:1]))).way_out
    assert not now(given_out(two)).tied
    assert not now(with_people(_WORDS[:3])).tied


@pytest.mark.parametrize("made", [work_report, short_report])
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_the_verslag_does_not_promise_what_can_be_guessed(made, count):
    """What goes out of one or two was agreed on by them, and then says so."""
    said = " ".join(plain_text(made(clean(with_people(_WORDS[:count])))).split())

    one = "kan raden van wie die is. Deze deelnemer is ermee akkoord." in said
    two = "raden wat van wie is. Beide deelnemers zijn ermee akkoord." in said
    guessed = one or two
    assert (one, two) == (count == 1, count == 2)
    assert guessed is (count in {1, 2})
    assert guessed is now(with_people(_WORDS[:count])).tied
    assert guessed is not ("Wie wat zei of koos, staat hier niet in" in said)


_PROMISE = "Wie wat zei of koos, staat hier niet in"
_BESIDE = "Iemand die ook een eerdere versie heeft, kan zien wat één of twee deelnemers schreven."


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("more", [1, 2, 3])
def test_the_verslag_does_not_promise_what_can_be_seen_beside_an_earlier_version(length, more):
    before = given_out(with_people(_WORDS[:3]))
    after = with_people(_WORDS[: 3 + more], before.versions)

    said = " ".join(plain_text(now(after, length=length).shown).split())

    assert (_BESIDE in said) is (more <= 2)
    assert (_PROMISE in said) is (more > 2)


@pytest.mark.parametrize("length", Length)
def test_it_still_says_so_when_it_is_made_once_more(length):
    """Asking again is not needed, and promising the opposite would still be untrue."""
    before = given_out(with_people(_WORDS[:3]))
    second = given_out(with_people(_WORDS[:4], before.versions))
    edited = replace(second, look_back=replace(second.look_back, time="Te kort."))

    for session in (second, edited):
        made = now(session, length=length)
        assert not made.tied
        assert _BESIDE in " ".join(plain_text(made.shown).split())
    assert now(second).standing.changed == ()


@pytest.mark.parametrize("length", Length)
def test_what_it_says_so_with_are_its_own_words(length):
    """A word of that sentence may have gone elsewhere: here the verslag says it by itself."""
    before = given_out(with_people(_WORDS[:3]))
    made = now(with_people(_WORDS[:4], before.versions), length=length)

    own = " ".join(plain_text(fixed_words(made.document)).split())

    assert _BESIDE in own
    assert _PROMISE not in own


def test_beside_versions_of_the_same_words_the_promise_holds():
    before = given_out(with_people(_WORDS[:4]))

    assert _PROMISE in " ".join(plain_text(now(before).shown).split())


def test_who_agreed_to_stand_whole_is_not_asked_again():
    alone = with_all_whole(with_people(_WORDS[:1]), agreed=True, today=HELD_ON)

    assert not now(alone).tied


@few
@given(st.data())
def test_the_short_verslag_is_the_same_whoever_said_what(data):
    said = data.draw(people())
    other = mixed(data.draw, said)

    assert plain_text(short_report(clean(beraad(said)))) == plain_text(
        short_report(clean(beraad(other)))
    )


@few
@given(st.data())
def test_of_two_people_no_line_stands_with_a_line_of_the_same_one(data):
    """Whatever both said, swapping any list between them changes nothing."""
    said = data.draw(people().filter(lambda all_: len(all_) == 2))
    field = data.draw(st.sampled_from(_OF_ONE))
    first, second = said
    other = [{**first, field: second[field]}, {**second, field: first[field]}]

    for made in (work_report, short_report):
        assert plain_text(made(clean(beraad(said)))) == plain_text(made(clean(beraad(other))))


def at_the_table(session, value):
    """Ronde 4 says that this value is of somebody who was there."""
    one = Stakeholder(id=Id("hier"), name="wijkagent", presence=Presence.PRESENT)
    theirs = Value(id=Id("van hier"), stakeholder_id=one.id, name=value)
    return replace(session, stakeholders=(one,), values=(theirs,) if value else (), norms=())


def weighed(*said):
    """Three or more who each name a value with a choice."""
    options = option_ids()
    return settled(beraad([{"choice_id": options[n], "value": value} for n, value in said]))


STAY = ((0, "mus"), (1, "ree"), (0, "das"), (1, "hert"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((1, "uil", ""), (1, "uil", "uil")),
        ((1, "uil", "uil"), (1, "uil", "")),
        ((1, "eend", "uil"), (1, "uil", "uil")),
        ((1, "uil", "uil"), (1, "eend", "uil")),
        ((1, "uil", "uil"), (2, "uil", "uil")),
    ],
    ids=["ronde 4 was filled", "ronde 4 was emptied", "named later", "named before", "moved"],
)
def test_two_versions_do_not_tell_what_somebody_at_the_table_chose(first, second):
    """Neither says where the value stood, so that the other may say whose it is."""
    then, second = (
        at_the_table(weighed(*STAY, (n, said)), told) for n, said, told in (first, second)
    )
    before = given_out(then)

    assert not now(replace(second, versions=before.versions)).tied


ALONE = ((0, "mus"), (0, "ree"), (1, "das"))


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        (ALONE, False),
        ((*ALONE, (2, "uil")), True),
        (((0, "mus"), (0, "ree"), (2, "das")), False),
        (((0, "mus"), (0, "ree"), (2, "eend")), True),
        ((*ALONE, (1, "uil")), False),
    ],
    ids=[
        "the same",
        "one with a choice",
        "only a choice",
        "a choice and a value",
        "no longer alone",
    ],
)
def test_two_versions_do_not_tell_what_somebody_alone_chose(second, asked):
    """A choice that comes with a line is of who wrote that line."""
    before = given_out(weighed(*ALONE))
    made = now(replace(weighed(*second), versions=before.versions))

    assert made.tied is asked
    if asked:
        with pytest.raises(Tied, match="een keuze kwam of ging samen met een regel"):
            require_settled(made)


def test_the_same_choices_and_values_are_not_asked_about_again():
    session = at_the_table(weighed(*STAY, (1, "uil")), "uil")
    before = given_out(session)
    again = replace(before, look_back=replace(before.look_back, time="Te kort."))

    assert not now(session).tied
    assert not now(again).tied


def test_equal_whole_afwegingen_stand_once():
    same = {"value": "rust", "harm": "De buren.", "choice_id": option_ids()[0]}
    other = {**same, "harm": "de buren"}
    whole = with_all_whole(settled(beraad([same, same, other])), agreed=True, today=HELD_ON)

    assert plain_text(work_report(clean(whole))).count("Waarde: rust") == 1


def test_what_is_needed_from_one_and_the_same_is_said_once():
    """Twice, with and without an article, would say that two people wrote it."""
    first, second = option_ids()[:2]
    said = [
        {"choice_id": choice, "value": value, "needs_from": source}
        for choice, value, source in (
            (first, "rust", "de ggz"),
            (second, "zorg", "ggz"),
            (second, "moed", "GGZ"),
        )
    ]

    for made in (work_report, short_report):
        lines = plain_text(made(clean(settled(beraad(said))))).splitlines()
        assert sum("ggz" in line.casefold() for line in lines) == 1


def pleading(plea, presence=Presence.PRESENT, name="wijkagent"):
    """Ronde 4 with the value of somebody, and what the norm under it pleads for."""
    session = weighed((0, "mus"), (0, "ree"), (1, "das"), (1, "uil"))
    here = Stakeholder(id=Id("hier"), name=name, presence=presence)
    away = Stakeholder(id=Id("weg"), name="de buren", presence=Presence.ABSENT)
    values = (
        Value(id=Id("v1"), stakeholder_id=here.id, name="orde", core=True),
        Value(id=Id("v2"), stakeholder_id=away.id, name="rust", core=True),
    )
    norms = (
        Norm(id=Id("n1"), value_id=Id("v1"), text="Houd het rustig.", plea=plea),
        Norm(id=Id("n2"), value_id=Id("v2"), text="Laat ons slapen.", plea=Plea.A),
    )
    return replace(session, stakeholders=(here, away), values=values, norms=norms)


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.JSON])
@pytest.mark.parametrize("made", [work_report, short_report])
@pytest.mark.parametrize(
    "who",
    [
        {},
        {"presence": Presence.ABSENT, "name": "de inbrenger"},
        {"presence": Presence.ABSENT, "name": "ik"},
        {"presence": Presence.ABSENT, "name": "rol"},
    ],
    ids=["present", "inbrenger", "ik", "role"],
)
def test_nothing_says_what_somebody_at_the_table_pleads_for(form, made, who):
    """Beside what was chosen, that would say who chose it."""
    first, *others = (rendered(made(clean(pleading(plea, **who))), form) for plea in Plea)

    assert all(other == first for other in others)


@pytest.mark.parametrize("made", [work_report, short_report])
def test_what_somebody_else_pleads_for_is_said(made):
    def said(plea):
        return plain_text(made(clean(pleading(plea, Presence.ABSENT, "de verhuurder"))))

    assert said(Plea.A) != said(Plea.B)
    assert "onduidelijk" not in plain_text(work_report(clean(pleading(Plea.B))))
