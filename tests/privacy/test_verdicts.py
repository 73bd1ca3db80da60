from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean, leaks
from beraad.privacy.find import Certainty, FindKind
from beraad.privacy.review.refusing import check_replacement
from beraad.privacy.review.survey import survey
from beraad.records import ParkedItem, PhaseKey, PrivateNote, SignalContent, new_id
from beraad.records.anatomy import Address, read
from beraad.report.compose import work_report
from beraad.report.plain import plain_text
from tests.privacy.invented import beraad, instead, keep


def findings(session):
    return {finding.text: finding for finding in survey(session).findings}


def test_mentions_are_grouped_with_their_places():
    session = beraad("BSN 111222333.", "Nog eens 111.222.333!")
    (finding,) = survey(session).findings
    assert finding.kind is FindKind.BSN
    assert finding.text == "111222333"
    assert finding.mentions == 2
    assert finding.certainty is Certainty.CERTAIN
    assert finding.reason == "11-proef klopt"
    assert finding.suggestion == finding.replacement_in_force == "een BSN"
    assert finding.decision is None
    written = [read(session, place.address)[place.start : place.end] for place in finding.places]
    assert written == ["111222333", "111.222.333"]
    assert finding.places[0].address == Address("case", "situation")


def test_only_what_goes_out_is_looked_at():
    session = beraad("Fatima belt.", names=("Fatima Pot",), words=("Lotte",))
    session = replace(
        session,
        signal=SignalContent(what="Fatima ziet dit vaker"),
        parked=(ParkedItem(id=new_id(), phase=PhaseKey.CASE, text="Lotte"),),
        private_notes=(PrivateNote(id=new_id(), phase=PhaseKey.CASE, text="Lotte"),),
        opening=replace(session.opening, purpose="Lotte", title="Lotte en school"),
    )
    found = findings(session)
    assert {place.address.section for place in found["Lotte"].places} == {"opening"}
    assert {place.address.section for place in found["Fatima"].places} == {"case", "signal"}


def taken_out(session):
    found = survey(session).findings
    return sum(each.mentions for each in found if each.replacement_in_force is not None)


def test_without_a_decision_everything_is_taken_out():
    session = beraad("Bel Fatima op 06-12345678", names=("Fatima Pot",))
    assert clean(session).case.situation == "Bel een deelnemer op een telefoonnummer"
    assert taken_out(session) == clean(session).removed_count == 2


def test_what_a_person_keeps_stays_in_every_place():
    session = beraad("Fatima en fatima", "Jan", names=("Fatima Pot", "Jan Vos"))
    key = findings(session)["Fatima"].key
    kept = replace(session, decisions=(keep(key),))
    assert clean(kept).case.situation == "Fatima en fatima"
    assert clean(kept).case.hot_moment == clean(session).case.hot_moment
    assert findings(kept)["Fatima"].replacement_in_force is None
    assert findings(kept)["Fatima"].decision is not None
    assert taken_out(kept) == 1


def test_what_a_person_writes_instead_stands_in_every_place():
    session = beraad("Fatima's fiets. fatima.", names=("Fatima Pot",))
    decided = replace(session, decisions=(instead(findings(session)["Fatima"].key, "de buur"),))
    assert clean(decided).case.situation == "De buur's fiets. de buur."
    assert findings(decided)["Fatima"].replacement_in_force == "de buur"
    assert findings(decided)["Fatima"].suggestion == "een deelnemer"


def test_an_empty_replacement_means_the_suggestion():
    session = beraad("BSN 111222333", decisions=(instead("bsn:111222333", "  "),))
    assert clean(session).case.situation == "Een BSN"


def test_the_last_decision_counts():
    session = beraad(
        "BSN 111222333", decisions=(keep("bsn:111222333"), instead("bsn:111222333", "x"))
    )
    assert clean(session).case.situation == "BSN x"


def test_a_word_that_is_a_name_elsewhere_is_decided_apart():
    session = beraad("Roos plukt een roos", "roos is er niet", names=("Roos Pot",))
    (sure,) = survey(session).findings
    (doubtful,) = survey(session).open
    assert clean(session).case.situation == "Een deelnemer plukt een roos"
    kept = replace(session, decisions=(keep(sure.key),))
    assert clean(kept).case.situation == "Roos plukt een roos"
    assert survey(kept).open
    apart = replace(session, decisions=(instead(doubtful.key, "deelnemer 1"),))
    assert clean(apart).case.hot_moment == "een deelnemer is er niet"


def test_a_name_inside_something_that_stays_is_still_taken_out():
    session = beraad("Zie www.fatima.nl", names=("Fatima Pot",))
    (url,) = survey(session).findings
    kept = replace(session, decisions=(keep(url.key),))
    assert clean(kept).case.situation == "Zie www.een deelnemer.nl"
    assert {finding.kind for finding in survey(kept).findings} == {
        FindKind.URL,
        FindKind.PARTICIPANT,
    }


def test_a_number_that_comes_to_the_surface_changes_no_other_number():
    session = beraad("www.voorbeeld.nl/06-12345678 en 06-87654321")
    url, phone = survey(session).findings
    assert phone.suggestion == "een telefoonnummer"
    kept = replace(session, decisions=(keep(url.key),))
    texts = {finding.text: finding.suggestion for finding in survey(kept).findings}
    assert texts["06-87654321"] == "een telefoonnummer"
    assert texts["06-12345678"] == "een ander telefoonnummer"


def test_different_numbers_of_a_kind_are_told_apart():
    session = beraad("111222333, 123456782", "123456782 en 1234 AB", "1234 AB 12")
    case = clean(session).case
    assert case.situation == "Een BSN, een ander BSN"
    assert case.hot_moment == "Een ander BSN en een postcode"
    assert case.friction == "Een adres"


@pytest.mark.parametrize(
    "replacement",
    ["fatima", "mevrouw P. Pot", "bel 06-12345678", "Lotte's vader", "geboren op 3-4-1987"],
)
def test_a_replacement_that_points_to_somebody_is_refused(replacement):
    session = beraad("BSN 111222333", names=("Fatima Pot",), words=("Lotte",))
    with pytest.raises(Solvable) as refusal:
        check_replacement(session, replacement)
    assert replacement not in str(refusal.value)
    assert refusal.value.way_out
    decided = replace(session, decisions=(instead("bsn:111222333", replacement),))
    assert clean(decided).case.situation == "Een BSN"


@pytest.mark.parametrize("replacement", ["Tafel", "toen Tafel dat zei"])
def test_a_replacement_that_says_what_is_taken_out_elsewhere_is_refused(replacement):
    session = beraad("mw. Tafel belde.", "BSN 111222333 stond erop.")
    with pytest.raises(Solvable, match="een woord dat in dit beraad wordt weggehaald") as refusal:
        check_replacement(session, replacement, key="bsn:111222333")
    assert refusal.value.way_out


def test_a_replacement_that_says_what_it_replaces_is_refused():
    session = beraad("Het bos van Bas Bos, zei de Wit.")
    found = next(one for one in (*survey(session).findings, *survey(session).open) if one.key)
    with pytest.raises(Solvable):
        check_replacement(session, f"die {found.text}", key=found.key)


def test_what_is_taken_out_later_stands_in_no_replacement_of_before():
    session = beraad("mw. Tafel belde.", "BSN 111222333 stond erop.")
    (name, _) = survey(session).findings
    chosen = instead("bsn:111222333", "Tafel")
    kept = replace(session, decisions=(keep(name.key), chosen))
    taken = replace(session, decisions=(chosen,))
    assert clean(kept).case.hot_moment == "BSN Tafel stond erop."
    assert clean(taken).case.hot_moment == "Een BSN stond erop."
    assert leaks(plain_text(work_report(clean(taken))), taken) == ()


@pytest.mark.parametrize("replacement", ["", "de buurvrouw", "[BSN 2]", "deelnemer 1", "een jaar"])
def test_a_replacement_without_identifiers_is_fine(replacement):
    check_replacement(beraad(names=("Fatima Pot",)), replacement)
