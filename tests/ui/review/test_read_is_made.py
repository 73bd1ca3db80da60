"""What somebody reads before they agree is what is made, whatever was decided about it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.privacy.review.gate import Gate
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.lengths import Length
from beraad.publishing.making import Wish, composed, making
from beraad.records import Decision, Layer, Participant, Session, Verdict, new_id
from beraad.report.compose.fixed import fixed_words
from beraad.report.house.style import House
from beraad.report.plain import paragraphs
from beraad.ui.review.preview import preview
from beraad.ui.theme.palette import LIGHT
from beraad.ui.theme.scale import scale_for
from tests.builders import filled_session

SCALE = scale_for(system_pixels=13, percent=100)
TODAY = date(2026, 11, 20)
TEXTS = (
    "Iedereen koos B, behalve Wil.",
    "Mevrouw Terpstra (52) ligt in het Martini Ziekenhuis in Groningen.",
    "De jurist doet dit met tegenzin, zei Wil.",
    "Zijn gele Fiat Panda stond bij school De Sprong. Bel 06-12345678.",
    "Wil de moeder dit wel? 3x B en 1x A.",
)
MARKS = re.compile(r"[^\w]+")


def beraad() -> Session:
    session = filled_session()
    people = (Participant(id=new_id(), name="Wil Jansen", role="jurist"), *session.participants)
    first, *others = session.agreements
    return replace(
        session,
        participants=people,
        case=replace(session.case, situation=TEXTS[1], friction=TEXTS[3]),
        dialogue=replace(session.dialogue, shared=TEXTS[0], moved_by=TEXTS[4]),
        conclusion=replace(session.conclusion, answer=TEXTS[0]),
        agreements=(replace(first, what=TEXTS[2]), *others),
    )


SESSION = beraad()


@st.composite
def decided(draw: st.DrawFn) -> Session:
    """A beraad in which every open place, and some that are replaced, was decided about."""
    session = SESSION
    for _ in range(4):
        gate = Gate.of(session)
        finds = {one.key: one for _, text in gate.passages for one in gate.shown(text)}
        left = [one for one in finds.values() if gate.decision(one) is None]
        if not left:
            break
        session = replace(
            session,
            decisions=(*session.decisions, *(draw(_decision(one)) for one in left)),
        )
    return session


def _decision(one) -> st.SearchStrategy[Decision]:
    return st.builds(
        Decision,
        id=st.just(new_id()),
        key=st.just(one.key),
        verdict=st.sampled_from(Verdict),
        replacement=st.sampled_from(["", one.generalised, "iemand anders"]),
        reason=st.just("Algemeen bekend"),
    )


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def bare(text: str) -> str:
    return MARKS.sub("", text)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(decided())
def test_every_word_that_is_made_was_read_and_the_other_way_round(qapp, session):
    publication = PUBLICATIONS[Layer.WORK]
    read, _ = composed(publication, session, None)
    made = making(session, None, Wish(layer=Layer.WORK), today=TODAY, house=House())
    shown = preview(read, LIGHT, SCALE).toPlainText()

    assert made.bare == made.shown == read
    seen, written = bare(shown), [bare(one) for one in paragraphs(made.shown)]
    assert [one for one in written if one not in seen] == []
    told = "".join(written)
    assert [one for one in shown.split("\n") if bare(one) not in told] == []


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(decided())
def test_the_short_one_says_no_word_that_was_not_read(qapp, session):
    publication = PUBLICATIONS[Layer.WORK]
    read, _ = composed(publication, session, None)
    wish = Wish(layer=Layer.WORK, length=Length.SHORT)
    short = making(session, None, wish, today=TODAY, house=House()).shown
    shown = words(preview(read, LIGHT, SCALE).toPlainText())

    ours = words("\n".join(paragraphs(fixed_words(short))))
    assert words("\n".join(paragraphs(short))) - ours - shown == set()
