from __future__ import annotations

from pathlib import Path

import pytest

from beraad.privacy.find import find
from beraad.privacy.known import KnownNames
from beraad.privacy.lexicon import shipped
from beraad.privacy.own_words import with_own_words


def write(folder: Path, name: str, content: bytes) -> None:
    (folder / "woorden").mkdir(exist_ok=True)
    (folder / "woorden" / name).write_bytes(content)


def test_a_team_of_the_municipality_stays(tmp_path: Path) -> None:
    # GIVEN a name that the gate takes out
    text = "Wij belden met Krachtwinst over de huur."
    assert [one.text for one in find(text, KnownNames.named())] == ["Krachtwinst"]
    # WHEN the municipality lists it as a team
    write(tmp_path, "teams.txt", b"# onze teams\nKrachtwinst\n")
    lexicon, refused = with_own_words(shipped(), tmp_path)
    # THEN it stays
    assert refused == ()
    assert find(text, KnownNames.named(), lexicon) == ()


def test_a_name_of_the_municipality_goes(tmp_path: Path) -> None:
    write(tmp_path, "namen.txt", b"Zoekperiode\n")
    lexicon, _ = with_own_words(shipped(), tmp_path)
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
    lexicon, refused = with_own_words(shipped(), tmp_path)
    assert [(one.file, one.line) for one in refused] == [("teams.txt", line)]
    assert reason in str(refused[0])
    assert "krachtwinst" not in lexicon.allowed
