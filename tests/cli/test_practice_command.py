from __future__ import annotations

from beraad.cli import main
from beraad.store.places import register_path
from beraad.store.register_lines import signal_lines


def test_the_command_writes_a_folder_that_other_commands_read(tmp_path, capsys):
    folder = tmp_path / "oefenmap"

    assert main(["oefenregister", str(folder)]) == 0
    assert "verzonnen" in capsys.readouterr().out
    assert len(signal_lines(register_path(folder, practice=False))) > 35
    assert main(["overzicht", "--sessions", str(folder), "--uit", str(tmp_path / "uit")]) == 0
    assert any("oefening" in each.name for each in (tmp_path / "uit").iterdir())

    assert main(["oefenregister", str(folder)]) == 1
    assert "is niet leeg" in capsys.readouterr().err
