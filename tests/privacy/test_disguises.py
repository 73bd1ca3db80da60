"""A participant in a hundred disguises: none is silent, and none is left in any export."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.privacy.dutch.folding import fold
from beraad.privacy.finding.finding import find
from beraad.privacy.review.survey import survey
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Decision, Id, Participant, Verdict, new_id
from beraad.report.compose import work_report
from beraad.report.formats import Format, rendered
from tests.builders import filled_session
from tests.report.reading import stray_places

NAMES = ("Fatima el Amrani", "Jan-Willem van der Heijden", "Renée Çelik", "Bas de Groot")
KNOWN = KnownNames.named(NAMES, year=2026)
PARTICLES = ("el", "van", "der", "de", "d", "v", "vd", "s")
_JOINED = "\u200b".join("Fatima")
DISGUISES = (
    "Fatima el Amrani", "fatima el amrani", "FATIMA EL AMRANI", "Fatima", "fatima", "FATIMA",
    "El Amrani", "el amrani", "Amrani", "amrani", "AMRANI", "mevrouw Amrani", "mw. el Amrani",
    "mw el amrani", "mevr. F. el Amrani", "F. el Amrani", "F. Amrani", "f. el amrani",
    "f el amrani", "F.e.A.", "F.A.", "FA", "FEA", "f.a.", "Fatima's", "fatima's", "Fatimas",
    "Amrani's", "Fatima A.", "fatima a.", "Fatima E.A.", "Amrani, Fatima", "AMRANI, FATIMA",
    "amrani, fatima", "Amrani, F.", "el Amrani, F.", "Amrani, Fatima el", "Fatima el-Amrani",
    "ElAmrani", "elamrani", "FatimaAmrani", "fatimaamrani", "fatima.amrani", "fatima_amrani",
    "fatima-amrani", "@fatima_amrani", "fatima.elamrani@gemeente.example", "F a t i m a",
    "f a t i m a", "F.a.t.i.m.a", "F-a-t-i-m-a", "F_a_t_i_m_a", "A m r a n i", "F  a  t  i  m  a",
    "Fat-\nima", "Amra-\nni", "Fati- ma", "Fat ima", "Fatimma", "Fatma", "Faitma", "Fatina",
    "Fátima", "Fatimá", "Ƒatima", "Fаtima", "F4tima", "Fatim@", "Fatima1", "fatima2", "#Fatima",
    "*Fatima*", "“Fatima”", "(Fatima)", "[Fatima]", "Fatima/Bas", "Fatima&Bas", "Fatima+Bas",
    "datFatimazei", "Fatima\u00a0el\u00a0Amrani", "Fatima\nel Amrani", "Fatima\tel Amrani",
    "F\u200batima", _JOINED, "Fa\u00adtima", "Fatima\u0301", "ＦＡＴＩＭＡ", "𝐅𝐚𝐭𝐢𝐦𝐚",
    "Amrani-de Groot", "Jan-Willem", "jan-willem", "Jan Willem", "janwillem", "JW", "J.W.", "j.w.",
    "JW van der Heijden", "J.W. v.d. Heijden", "jw vd heijden", "v.d. Heijden", "v/d Heijden",
    "van der Heyden", "van der Heiden", "vanderheijden", "VanDerHeijden", "heijden", "JWvdH",
    "jwvdh", "J.W.v.d.H.", "Renee", "renée", "RENÉE", "René", "Renee C.", "Celik", "çelik", "ÇELIK",
    "R. Çelik", "R.Ç.", "RC", "Rene\u0301e", "Bas", "bas", "BAS", "de Groot", "de groot",
    "Bas de G.", "bas de g", "B. de Groot", "b. de groot", "BdG", "bdg", "B.d.G.", "mw de groot",
)  # fmt: skip
WHOLE = ("fatima", "amrani", "heijden", "celik", "renee")
CONTEXTS = ("Wij spraken {} gisteren.", "volgens {} kan dat niet", "{} vindt dat het niet kan.")


def left_standing(text, name):
    """What of a name is neither taken out nor asked about; tussenvoegsels point to nobody."""
    seen = {place for one in find(text, KNOWN) for place in range(one.start, one.end)}
    begin = text.index(name)
    left = (text[place] if place not in seen else " " for place in range(begin, begin + len(name)))
    words = "".join(sign if sign.isalnum() else " " for sign in left).split()
    return [word for word in words if word.casefold() not in PARTICLES]


@pytest.mark.parametrize("name", DISGUISES)
def test_no_disguise_of_a_participant_is_silent(name):
    for context in CONTEXTS:
        assert left_standing(context.format(name), name) == []


def in_disguise(name):
    """A beraad in which somebody is written so."""
    session = filled_session()
    people = tuple(
        Participant(id=Id(f"d{place}"), role="consulent", name=one)
        for place, one in enumerate(NAMES)
    )
    situation = "\n\n".join(context.format(name) for context in CONTEXTS)
    return replace(
        session,
        participants=people,
        considerations=(),
        case=replace(session.case, situation=situation),
    )


def without_anything_open(session):
    """The same after somebody took every open place out."""
    decisions = tuple(
        Decision(id=new_id(), key=one.key, verdict=Verdict.REPLACE) for one in survey(session).open
    )
    return replace(session, decisions=(*session.decisions, *decisions))


@pytest.mark.parametrize("name", DISGUISES[::9])
def test_no_export_holds_the_name(name, tmp_path):
    report = work_report(clean(without_anything_open(in_disguise(name))))
    for form in (one for one in Format if one is not Format.JSON):
        path = tmp_path / f"{report.stem}.{form}"
        assert stray_places(path, rendered(report, form), WHOLE) == ()


@pytest.mark.parametrize("name", DISGUISES)
def test_nothing_that_was_cleaned_holds_the_name(name):
    told = clean(without_anything_open(in_disguise(name))).case.situation
    letters = "".join(sign for sign in fold(told).lower if sign.isalpha())
    assert not [one for one in WHOLE if one in letters]


@pytest.mark.parametrize("name", ["bas", "wij spraken de groot"])
def test_what_is_only_asked_lets_no_file_out(name):
    session = in_disguise(name)
    assert survey(session).open
    with pytest.raises(Solvable):
        rendered(work_report(clean(session)), Format.HTML)
