"""`beraad formulieren` as somebody types it."""

from __future__ import annotations

import pytest

from beraad.cli import main
from beraad.report.forms.names import FormKind
from beraad.store.places import prepare, session_path
from beraad.store.session_file import SessionFile
from tests.builders import filled_session
from tests.report.reading import pdf_pages


def test_all_blank_forms_are_made(tmp_path, capsys):
    assert main(["formulieren", "--naar", str(tmp_path / "nieuw")]) == 0

    names = {path.name for path in (tmp_path / "nieuw").iterdir()}
    assert names == {f"{kind}.pdf" for kind in FormKind}
    assert capsys.readouterr().out.count("Geschreven: ") == len(FormKind)


def test_forms_are_filled_from_a_beraad_without_its_names(tmp_path, capsys):
    session = filled_session()
    path = session_path(tmp_path, session)
    prepare(tmp_path)
    SessionFile.create(path, session).close()

    asked = ["formulieren", str(path), "--welke", "afwegingskaart", "--naar", str(tmp_path / "uit")]
    assert main(asked) == 0

    (made,) = (tmp_path / "uit").iterdir()
    assert made.name == "2026-W47 Voorschot in de zoekperiode afwegingskaart.pdf"
    assert "Mag ik een voorschot geven" in pdf_pages(made.read_bytes())[0]
    assert "Gecontroleerd: " in capsys.readouterr().out


def test_other_minutes_can_be_asked_for(tmp_path):
    asked = ["formulieren", "--welke", "rondekaart", "--minuten", "60", "--naar", str(tmp_path)]
    assert main(asked) == 0

    assert "Samen 60 minuten" in pdf_pages((tmp_path / "rondekaart.pdf").read_bytes())[0]


def test_the_guide_can_tell_the_time(tmp_path):
    asked = ["formulieren", "--welke", "leidraad", "--begint", "13.30", "--naar", str(tmp_path)]
    assert main(asked) == 0

    assert "13:30" in pdf_pages((tmp_path / "leidraad.pdf").read_bytes())[0]


@pytest.mark.parametrize(
    "asked",
    [
        ("--welke", "posters"),
        ("--welke", ","),
        ("--minuten", "5"),
        ("--minuten", "veel"),
        ("--begint", "25:00"),
    ],
)
def test_a_form_that_does_not_exist_is_refused_in_dutch(asked, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["formulieren", *asked])

    assert stopped.value.code == 2
    assert "Dat lukt zo niet" in capsys.readouterr().err
