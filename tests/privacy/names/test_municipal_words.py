from __future__ import annotations

from pathlib import Path

import pytest

from beraad.privacy.clean import clean, forbidden_words, leaks
from beraad.privacy.dutch.municipal_words import municipal_words
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.invented import beraad


def write(folder: Path, name: str, content: bytes) -> None:
    (folder / "woorden").mkdir(exist_ok=True)
    (folder / "woorden" / name).write_bytes(content)


def test_a_team_of_the_municipality_stays(tmp_path: Path) -> None:
    # GIVEN a name that the gate takes out
    text = "Wij belden met Krachtwinst over de huur."
    assert [one.text for one in find(text, KnownNames.named())] == ["Krachtwinst"]
    # WHEN the municipality lists it as a team
    write(tmp_path, "teams.txt", b"# onze teams\nKrachtwinst\n")
    words = municipal_words(tmp_path)
    # THEN it stays
    assert words.problem is None
    assert find(text, KnownNames.named(), words.lexicon) == ()


def test_a_name_of_the_municipality_goes(tmp_path: Path) -> None:
    write(tmp_path, "namen.txt", b"Zoekperiode\n")
    lexicon = municipal_words(tmp_path).lexicon
    finds = find("De brief van Zoekperiode ligt hier.", KnownNames.named(), lexicon)
    assert [one.text for one in finds if not one.asks] == ["Zoekperiode"]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"Krachtwinst\n\xff\xfe\n", 2, "UTF-8"),
        (b"Krachtwinst\n\n123\n", 3, "geen woord"),
        (b"a " * 80, 1, "langer"),
    ],
)
def test_a_broken_list_is_refused_whole(
    tmp_path: Path, content: bytes, line: int, reason: str
) -> None:
    write(tmp_path, "teams.txt", content)
    words = municipal_words(tmp_path)
    assert [(one.file, one.line) for one in words.refused] == [("teams.txt", line)]
    assert words.problem is not None
    assert f"teams.txt, regel {line}: " in str(words.problem)
    assert reason in str(words.problem)
    assert "krachtwinst" not in words.lexicon.allowed


def test_a_verslag_and_its_proof_follow_the_lists_of_the_municipality(tmp_path: Path) -> None:
    # GIVEN a team of the municipality, and a text in which it would be taken for a name
    write(tmp_path, "teams.txt", b"Zorvia\n")
    session = beraad("Wij belden met Zorvia over Demir.")
    # WHEN the beraad is cleaned with its lists
    lexicon = municipal_words(tmp_path).lexicon
    # THEN it stays, and nobody calls that a leak
    assert clean(session, lexicon).case.situation == "Wij belden met Zorvia over [persoon]."
    assert forbidden_words(session, lexicon) == ("Demir",)
    assert leaks("Zorvia", session, lexicon) == ()
    assert leaks("Zorvia", session) == ("Zorvia",)
