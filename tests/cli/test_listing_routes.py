"""`beraad routes`: the routes in words, and as a form."""

from __future__ import annotations

from beraad.cli import main
from beraad.phases.routes import FILE_NAME


def test_it_tells_the_way_there_and_the_way_back(tmp_path, capsys):
    assert main(["routes", "--sessions", str(tmp_path)]) == 0

    said = capsys.readouterr().out
    assert "Peildatum" in said
    assert said.index("Heen") < said.index("Ook mogelijk") < said.index("Terug")
    assert "Wie vertelt het terug? de beleidsadviseur" in said


def test_it_writes_the_form_and_never_over_another(tmp_path, capsys):
    for _ in range(2):
        assert main(["routes", "--sessions", str(tmp_path), "--uit", str(tmp_path / "uit")]) == 0

    assert len(list((tmp_path / "uit").glob("routekaart*.pdf"))) == 2
    assert "Geschreven" in capsys.readouterr().out


def test_a_broken_file_is_told_with_its_place(tmp_path, capsys):
    (tmp_path / FILE_NAME).write_text("[[route]]\nnaam = 3\n", encoding="utf-8")

    assert main(["routes", "--sessions", str(tmp_path)]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert "routes.toml, regel" in told.err
