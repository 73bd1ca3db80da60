from __future__ import annotations

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.report.compose import work_report
from beraad.report.export import Format, export
from beraad.report.proving import prove
from tests.builders import filled_session


@pytest.fixture
def written(tmp_path):
    document = work_report(clean(filled_session()))
    result = export(
        document, [Format.MARKDOWN, Format.PDF], tmp_path, leaks=lambda text, *, own: ()
    )
    assert result is not None
    return document, result


def test_whole_and_clean_files_stay(written):
    document, result = written

    prove(document, result, ["Anneke"])

    assert all(path.exists() for path in result.paths)


def test_a_word_that_had_to_be_gone_costs_the_file_and_is_never_named(written):
    document, result = written

    with pytest.raises(Solvable, match="stond nog een woord dat weg moest") as found:
        prove(document, result, ["Anneke", "kwaliteitsmedewerker"])

    assert not result.paths[0].exists()
    assert "kwaliteitsmedewerker" not in str(found.value)


def test_a_file_that_was_changed_is_taken_away(written):
    document, result = written
    result.paths[1].write_bytes(b"%PDF-1.7 half")

    with pytest.raises(Solvable, match="niet heel weggeschreven"):
        prove(document, result, [])

    assert result.paths[0].exists()
    assert not result.paths[1].exists()
