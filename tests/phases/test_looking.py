from __future__ import annotations

from dataclasses import replace

from beraad.phases.looking import MOST, hits
from beraad.records import (
    Consideration,
    Harm,
    Lesson,
    Option,
    ParkedItem,
    Participant,
    PhaseKey,
    PrivateNote,
    new_id,
)
from tests.editing.support import blank

PERSON = Participant(id=new_id(), role="fonteinier", name="Fontein")
WEIGHED = Consideration(id=new_id(), participant_id=PERSON.id, value="de fontein")


def beraad():
    session = blank()
    third = Option(id=new_id(), text="Een fontein maken")
    return replace(
        session,
        opening=replace(session.opening, title="Fontéin in de wijk"),
        participants=(PERSON,),
        case=replace(
            session.case,
            situation="Eerst dit.\nDan de FONTEIN, en dan niets.",
            rule_purpose="fontein",
        ),
        options=(replace(session.option_a, text="De fontein uit"), session.option_b, third),
        harms=(Harm(id=new_id(), option_id=third.id, text="geen fontein meer"),),
        considerations=(WEIGHED,),
        lesson=replace(Lesson(), title="Les over een fontein"),
        parked=(ParkedItem(id=new_id(), phase=PhaseKey.DILEMMA, text="fontein later"),),
        private_notes=(PrivateNote(id=new_id(), phase=PhaseKey.CASE, text="let op de fontein"),),
    )


def test_hits_come_in_the_order_of_the_rondes_and_say_where():
    found = [(hit.ronde, hit.what) for hit in hits(beraad(), "fontein")]

    assert found == [
        ("Opening", "titel, zonder namen"),
        ("Opening", "deelnemer"),
        ("Opening", "deelnemer"),
        ("Ronde 1 · Casus", "de situatie"),
        ("Ronde 1 · Casus", "notitie alleen voor jou"),
        ("Ronde 2 · Dilemma", "A of B"),
        ("Ronde 2 · Dilemma", "geparkeerd"),
        ("Ronde 3 · Verheldering", "wat is de bedoeling van de regel"),
        ("Ronde 5 · Alternatieven", "alternatief"),
        ("Ronde 5 · Alternatieven", "schade"),
        ("Leerverslag", ""),
    ]


def test_the_words_around_it_are_those_of_its_line():
    [hit] = hits(beraad(), "dan de font")

    assert (hit.before, hit.found, hit.after) == ("", "Dan de FONT", "EIN, en dan niets.")


def test_a_long_line_is_shown_from_a_whole_word():
    session = blank()
    text = f"{'woord ' * 20}fontein{' woord' * 40}"
    session = replace(session, case=replace(session.case, situation=text))
    [hit] = hits(session, "fontein")

    assert hit.before == "…woord woord woord woord woord "
    assert text[hit.start : hit.end] == "fontein"


def test_an_afweging_is_looked_in_only_when_it_was_revealed():
    hidden = hits(beraad(), "fontein")
    seen = hits(beraad(), "fontein", revealed=frozenset({WEIGHED.id}))

    assert not [hit for hit in hidden if hit.address.section == "considerations"]
    [mine] = [hit for hit in seen if hit.address.section == "considerations"]
    assert mine.ronde == "Ronde 6 · Afweging"


def test_rondes_are_numbered_as_in_this_beraad():
    session = beraad()
    session = replace(session, opening=replace(session.opening, clarification_first=True))

    rondes = [hit.ronde for hit in hits(session, "fontein")]
    assert "Ronde 2 · Verheldering" in rondes
    assert rondes.index("Ronde 2 · Verheldering") < rondes.index("Ronde 3 · Dilemma")


def test_blank_words_find_nothing_and_many_hits_are_bounded():
    session = blank()
    session = replace(session, case=replace(session.case, situation="a " * 2000))

    assert hits(session, "  ") == ()
    assert len(hits(session, "a")) == MOST
