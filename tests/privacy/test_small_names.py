"""Who is called by a verb or another small word: the verb stays, the name goes or is asked."""

from __future__ import annotations

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.finding.finding import find
from beraad.privacy.leaving.leaks import leaks
from beraad.privacy.review.survey import survey
from tests.privacy.asking import KNOWN, asked, replaced
from tests.privacy.invented import beraad

VERB = (
    "Ik ben bang.",
    "Ben ik dan een slechte zoon?",
    "En wie er thuis is, ben je dan alleen?",
    "Dat ben ik, en wie ben jij?",
    "Ik weet niet of ik er ben.",
    "Waar ik mee bezig ben, is dit. Ik zorg dat ik erbij ben.",
    "Waar ik bij ben, ga ik over. Degene die ik belde, ben ik kwijt.",
    "Toen belde ik. Ik ben thuis, zei ik, ik ben alleen.",
    "Ze belde, ik ben bang. Ik weet dat ik de beste ben.",
    "Ik weet dat waar ik ben geen ander is.",
    "ik ben moe en wie ben je dan",
    "BEN IK DAN GEK?",
)
NAME = (
    "Ik sprak Ben gisteren.",
    "Met Ben gebeld.",
    "Ben zet hem uit huis.",
    "Ben vindt dat lastig.",
    "Ben belde.",
    "Ben was er ook.",
    "Gisteren belde ik Ben.",
    "Toen mailde ik Ben.",
    "Hij vroeg of ik Ben kan bellen.",
    "Dat ik Ben zag, was toeval.",
)
DOUBTFUL = (
    "Volgens ben klopt dat.",
    "Toen kwam ben binnen.",
    "ik bel ben morgen",
    "Ben schenkt thee.",
    "Ben en de buurvrouw belden.",
    "Ben niet thuis geweest.",
    "Ik sprak ben gisteren over de huur.",
    "Ik bel ben morgen.",
    "Ik zie ben straks, en ik mail ben ook.",
    "Gisteren belde ik ben nog.",
    "toen sprak ik ben",
    "Hij vroeg of ik Ben ken.",
    "Ik zeg niets omdat ik Ben moe.",
)


def cleaned(text: str, *names: str, cautious: bool = False) -> str:
    return clean(beraad(text, names=names), cautious=cautious).case.situation


@pytest.mark.parametrize("text", VERB)
@pytest.mark.parametrize("cautious", [False, True])
def test_a_verb_stays_where_a_participant_is_called_so(text: str, *, cautious: bool) -> None:
    assert not survey(beraad(text, names=("Ben Terpstra",))).open
    assert cleaned(text, "Ben Terpstra", cautious=cautious) == text


@pytest.mark.parametrize("text", NAME)
def test_a_participant_goes_where_a_name_stands(text: str) -> None:
    told = cleaned(text, "Ben Terpstra")
    assert "Ben" not in told
    assert "deelnemer" in told


@pytest.mark.parametrize("text", DOUBTFUL)
def test_where_both_can_stand_a_person_is_asked(text: str) -> None:
    assert survey(beraad(text, names=("Ben Terpstra",))).open
    assert cleaned(text, "Ben Terpstra") == text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Mag", "Hij mag dat niet, en zij mag het wel."),
        ("Do", "We spreken elkaar do om tien uur, en elke do daarna."),
        ("Wil", "Hij wil dat niet."),
        ("Lot", "Zo is het lot van dat gezin."),
        ("Storm", "Er was een storm."),
        ("Mei", "Dat was in mei."),
    ],
)
def test_the_sentences_with_the_word_stay_and_those_with_the_name_go(
    name: str, sentence: str
) -> None:
    participant = f"{name} Terpstra"
    assert cleaned(sentence, participant) == sentence
    for told in (f"Ik sprak {name} gisteren.", f"{name} belde.", f"Er is met {name} gepraat."):
        assert name not in cleaned(told, participant)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gisteren belde ik Ben.", ["Ben"]),
        ("Haar vriend is Ben de Haan. Ben zet hem uit huis.", ["Ben de Haan", "Ben"]),
        ("Mijn collega Ben belde. Daarna belde Ben weer. Ik praatte met Ben.", ["Ben"] * 3),
        ("Ben vindt het lastig.", ["Ben"]),
        ("Opa Ben en tante Do kwamen. Ben bleef.", ["Ben", "Do", "Ben"]),
        ("Ik sprak Do gisteren.", ["Do"]),
        ("Ben Terpstra belde.", ["Ben Terpstra"]),
        ("En Mohammed Ben Ali was er.", ["Mohammed Ben Ali"]),
    ],
)
def test_a_name_that_is_a_verb_too_goes(text: str, names: list[str]) -> None:
    assert replaced(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Ben schenkt thee.",
        "Ben en de buurvrouw belden.",
        "Ben gisteren gebeld. Zij is de vrouw van Ben.",
        "- Ben: belt morgen",
        "Dat ik Ben zag, was toeval.",
    ],
)
def test_a_sentence_that_may_begin_with_a_name_is_asked(text: str) -> None:
    assert asked(text)[0] == "Ben"


@pytest.mark.parametrize("text", [*VERB, "Ben niet blij.", "Ben moe.", "Op Do 12 mei kom ik."])
def test_the_verb_is_nobody(text: str) -> None:
    found = replaced(text) + asked(text)
    assert not [one for one in found if one.lower().startswith(("ben", "do"))]


@pytest.mark.parametrize("text", ["Ben ik dan gek? Dat ben ik.", "Wie ben je, ben jij daar?"])
def test_the_verb_stays_also_where_the_text_calls_somebody_so(text: str) -> None:
    told = cleaned(f"Mijn broer Ben belde. {text}")
    assert told.endswith(text)
    assert "Ben belde" not in told


@pytest.mark.parametrize("names", [("Ben Terpstra",), ()])
def test_a_verb_with_a_capital_stops_no_document(names: tuple[str, ...]) -> None:
    session = beraad("Mijn broer Ben belde. Ben ik dan gek?", names=names)
    assert not leaks(clean(session).case.situation, session)
    assert leaks("Ben belde.", beraad("Mijn broer Ben belde.", names=names))


@pytest.mark.parametrize(
    "verb", ["Ben ik dan gek?", "Ben 'k dan gek?", "Ik Ben moe.", "Dat ben ik."]
)
def test_a_verb_in_the_beraad_hides_no_name_in_a_document(verb: str) -> None:
    session = beraad(f"Ben belde. {verb}", names=("Ben Terpstra",))
    assert leaks("Toen belde Ben mij.", session) == ("Ben",)
    assert leaks(f"{verb} Toen belde Ben mij. {verb}", session) == ("Ben",)
    assert leaks(verb, session) == ()


def test_a_verb_in_capitals_stops_no_document() -> None:
    session = beraad("BEN belde. BEN IK GEK?", names=("Ben Terpstra",))
    assert leaks("Toen belde BEN mij.", session) == ("BEN",)
    assert leaks("BEN IK GEK? WAAR IK BEN?", session) == ()


def test_one_person_has_one_number_with_and_without_a_surname() -> None:
    keys = {one.key for one in find("Haar vriend is Ben de Haan. Ben zet hem uit huis.", KNOWN)}
    assert len(keys) == 1


def test_two_people_called_by_a_small_word_are_two() -> None:
    assert len({one.key for one in find("Opa Ben en tante Do kwamen.", KNOWN)}) == len("BD")


@pytest.mark.parametrize("title", ["mevrouw", "Mevrouw", "meneer", "mw.", "oma", "dhr."])
@pytest.mark.parametrize("time", ["nachts", "avonds", "ochtends", "middags", "morgens", "zondags"])
@pytest.mark.parametrize("sign", ["'", "\N{RIGHT SINGLE QUOTATION MARK}", ""])
def test_a_time_of_day_is_nobody(title: str, time: str, sign: str) -> None:
    text = f"Ik zorg dat {title} {sign}s {time} veilig is."
    assert not replaced(text) + asked(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ik belde mevrouw 't Hart.", "t Hart"),
        ("Ik belde mevrouw S. gisteren.", "S"),
        ("ik belde mw k. gisteren", "k"),
    ],
)
def test_a_letter_of_a_name_goes(text: str, name: str) -> None:
    assert any(name in one for one in replaced(text))


@pytest.mark.parametrize("text", ["de zaak met huurlift loopt", "wij zijn wel voor huurlift"])
def test_a_word_made_of_two_is_at_most_asked(text: str) -> None:
    assert not replaced(text)
