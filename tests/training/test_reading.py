from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import get_type_hints

import pytest

from beraad.errors import Solvable
from beraad.records import NormSource, Session
from beraad.records.anatomy import list_sections, single_sections
from beraad.training.practice import load, practice_cases
from beraad.training.reading import BOUNDS, NOT_WRITTEN, plain_hint

HEADER = """
[oefening]
titel = "Een oefening"
samenvatting = "Wat er gebeurt."
leerdoel = "Wat er te leren is."
bron = "verzonnen"
peildatum = 2026-11-01
"""
CASE = """
[case]
situation = \"\"\"
Eerste regel
gaat door.

Tweede alinea.
\"\"\"

[dilemma]
moral_question = "Mag ik wachten?"

[[wordings]]
moral_question = "Mag dat?"
option_a = "Ja."
option_b = "Nee."

[[participants]]
key = "inbrenger"
role = "consulent"

[[options]]
key = "a"
text = "Ik wacht."

[[options]]
key = "b"
text = "Ik bel nu."

[[harms]]
option = "b"
text = "Hij schrikt."

[[stakeholders]]
key = "inwoner"
name = "de inwoner"

[[values]]
key = "rust"
stakeholder = "inwoner"
name = "rust"

[[norms]]
value = "rust"
text = "Laat iemand met rust."
source = "custom"

[[considerations]]
participant = "inbrenger"
choice = "a"
revised_choice = "b"
value = "rust"

[[agreements]]
what = "Bellen"
due_in_days = 14
"""


def read(tmp_path, text: str) -> Session:
    (tmp_path / "eigen.toml").write_text(HEADER + text)
    (case,) = practice_cases(tmp_path)
    return load(case, now=datetime(2026, 11, 22, tzinfo=UTC), held_on=date(2026, 11, 24))


def test_links_dates_and_choices_find_their_place(tmp_path):
    session = read(tmp_path, CASE)
    consideration = session.considerations[0]

    assert session.opening.title == "Een oefening"
    assert session.harms[0].option_id == session.option_b.id
    assert session.values[0].stakeholder_id == session.stakeholders[0].id
    assert session.norms[0].value_id == session.values[0].id
    assert session.norms[0].source is NormSource.CUSTOM
    assert consideration.participant_id == session.participants[0].id
    assert consideration.choice_id == session.option_a.id
    assert consideration.revised_choice_id == session.option_b.id
    assert consideration.value == "rust"
    assert session.agreements[0].due == date(2026, 12, 8)
    assert session.wordings[0].replaced_at == session.created_at


def test_what_nobody_sees_stays_behind_in_the_file(tmp_path):
    hidden = CASE.replace("Eerste regel", "\u202eEerste\u202c re\u200bgel\\u001b")

    assert read(tmp_path, hidden).case.situation.startswith("Eerste regel\ufffd gaat door.")


def test_lines_become_paragraphs(tmp_path):
    assert read(tmp_path, CASE).case.situation == "Eerste regel gaat door.\n\nTweede alinea."


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("[case]", "[cases]", "cases"),
        ("[case]", "[progress]", "progress"),
        ("[dilemma]", "[[dilemma]]", "dilemma"),
        ("[[agreements]]", "[agreements]", "agreements"),
        ("situation =", "situatie =", "case.situatie"),
        ('role = "consulent"', 'rol = "consulent"', "participants[1].rol"),
        ('text = "Hij schrikt."', "text = 3", "harms[1].text"),
        ("due_in_days = 14", 'due_in_days = "14"', "agreements[1].due_in_days"),
        ("due_in_days = 14", "due_in_days = true", "agreements[1].due_in_days"),
        ("due_in_days = 14", "due_in_days = 14_000_000_000", "agreements[1].due_in_days"),
        ("[case]", "[opening]\nminutes = 99_999_999_999_999_999_999\n[case]", "opening.minutes"),
        ("[case]", "[opening]\nminutes = 0\n[case]", "opening.minutes"),
        ("[case]", "[conclusion]\nrecurrence_count = -1\n[case]", "conclusion.recurrence_count"),
        ("due_in_days = 14", "due = 2026-12-08", "agreements[1].due"),
        ('option = "b"', 'option = "c"', "harms[1].option"),
        ('option = "b"', "", "harms[1].option"),
        ('stakeholder = "inwoner"', 'stakeholder = "rust"', "values[1].stakeholder"),
        ('revised_choice = "b"', 'revised_choice = "d"', "considerations[1].revised_choice"),
        ('source = "custom"', 'source = "gewoonte"', "norms[1].source"),
        ('key = "b"', 'key = "a"', "options[2].key"),
        ('what = "Bellen"', 'key = "bellen"', "agreements[1].key"),
        ('what = "Bellen"', 'id = "1"', "agreements[1].id"),
        ('option_b = "Nee."', "", "wordings[1].option_b"),
        ('moral_question = "Mag ik wachten?"', 'moral_question = ["?"]', "dilemma.moral_question"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(tmp_path, old, new, place):
    text = CASE.replace(old, new, 1)

    with pytest.raises(Solvable) as refused:
        read(tmp_path, text)

    assert f"eigen.toml klopt {place} niet:" in refused.value.happened
    assert refused.value.kept == "Er is niets gemaakt of veranderd."


def test_a_case_without_a_and_b_is_refused(tmp_path):
    with pytest.raises(Solvable, match=re.escape("klopt options niet")):
        read(tmp_path, '[[options]]\ntext = "Ik wacht."')


def test_an_earlier_wording_that_changed_nothing_is_refused(tmp_path):
    same = (
        '[[wordings]]\nmoral_question = "Mag ik wachten?"\n'
        'option_a = "Ik wacht."\noption_b = "Ik bel nu."\n'
    )

    with pytest.raises(Solvable, match="gelijk aan de volgende"):
        read(tmp_path, CASE + same)


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path):
    with pytest.raises(Solvable, match=r"In eigen\.toml, regel 10:"):
        read(tmp_path, "\n\n[case\n")


def test_every_number_of_a_beraad_has_its_bounds():
    kinds = (*single_sections().items(), *list_sections().items())
    hints = [get_type_hints(kind).items() for name, kind in kinds if name not in NOT_WRITTEN]
    numbers = {name for each in hints for name, hint in each if plain_hint(hint) is int}
    assert numbers == set(BOUNDS)
