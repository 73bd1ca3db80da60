from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from beraad.phases.rondes import PHASES
from tools import bench, shots
from tools.invented.full import full_session, rows
from tools.scenes import SCENES
from tools.security.__main__ import table as table_of_rows
from tools.security.rows import ROWS as ASKED
from tools.speed.figures import Row, measured, nearly_all, table
from tools.speed.processes import module_of

ROOT = Path(__file__).parent.parent
SPEED = ROOT / "tools" / "speed"


def run(tool, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tools" / tool), *map(str, arguments)]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=50
    )


def test_there_is_a_scene_for_every_screen():
    names = {scene.name for scene in SCENES}
    rondes = {f"ronde-{number}" for number in range(1, len(PHASES) + 1)}

    assert names >= {"start", "start-leeg", "oefenen", "signalen", "hulp", "melding"}
    assert names >= {"instellingen", "zoeken", "opening-zelfde-mensen"}
    assert names >= {"verslag", "signaal", "signaal-nalezen", "opening", "opening-leeg"}
    assert names >= rondes | {f"{ronde}-leeg" for ronde in rondes}
    assert names >= {f"beamer-{number}" for number in range(1, len(PHASES) + 1)} | {"rondgeven"}
    assert len(names) == len(SCENES)


def test_every_scene_is_taken_in_every_look(tmp_path):
    names = {shot.path.stem for shot in shots.all_shots(tmp_path)}

    assert len(names) == len(SCENES) * 3 * (2 * 2 + 1)
    assert {
        "ronde-4-donker-200-1366",
        "ronde-4-leeg-contrast-100-1920",
        "zoeken-licht-200-683",
    } <= names


def test_every_picture_in_the_documents_can_be_made_anew():
    made = {shot.path for shot in shots.for_documents()}
    shown = {
        ROOT / "docs" / line.partition("](")[2].rstrip(")").removeprefix("docs/")
        for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
        for line in document.read_text(encoding="utf-8").splitlines()
        if line.startswith("![")
    }

    assert shown
    assert shown <= made


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("start-licht-100-1366", 1366, 768), ("ronde-2-donker-100-1920", 1920, 1080)],
)
def test_a_picture_has_the_size_that_was_asked_for(tmp_path, name, width, height):
    done = run("shots.py", "--only", name, "--uit", tmp_path)

    assert done.stderr == ""
    assert done.stdout == f"  1 van 1  {name}.png\n"
    image = QImage(str(tmp_path / f"{name}.png"))
    assert (image.width(), image.height()) == (width, height)
    assert len({image.pixel(x, y) for x in range(0, width, 7) for y in range(0, height, 7)}) > 20


def test_a_picture_that_does_not_exist_is_refused(tmp_path):
    done = run("shots.py", "--only", "ronde-9", "--uit", tmp_path)

    assert done.returncode == 2
    assert "ronde-9" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_full_beraad_holds_two_hundred_rows_that_hang_together():
    session = full_session()
    options = {option.id for option in session.options}

    assert rows(session) >= 200
    assert {harm.option_id for harm in session.harms} <= options
    assert {each.choice_id for each in session.considerations if each.choice_id} <= options


def test_every_row_of_the_bench_has_a_program_that_measures_it():
    programs = {path.stem for path in SPEED.glob("*.py")}

    asked = {source.partition(".")[0] for row in bench.ROWS for source in (row.source, row.floor)}

    assert {module_of(program) for program in asked} - {""} <= programs


def test_the_table_tells_what_is_too_slow():
    figures = {"real.key": [8.0, 9.0, 30.0], "bare.key": [2.0, 2.0, 2.0]}
    slow = Row("slechtste toets", "real.key", max, floor="bare.key", at_most=16)
    quick = Row("toets", "real.key", floor="bare.key", times=5)

    lines = [measured(row, figures) for row in (slow, quick)]

    assert [line.holds for line in lines] == [False, True]
    assert [line.ratio for line in lines] == [15.0, 4.5]
    head, first, second = table(lines).splitlines()
    assert head.split() == ["Beraad", "kaal", "verhouding", "grens"]
    assert first == "slechtste toets  30,0 ms  2,0 ms      15,0 ×  16 ms  te traag"
    assert second.endswith("ok")


def test_nineteen_out_of_twenty_stay_under_the_figure_that_says_so():
    assert nearly_all([*range(1, 20), 1000]) == 1000
    assert nearly_all(range(1, 101)) == 96


def test_the_page_about_security_says_what_the_command_tries():
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert table_of_rows() in page
    assert [row.number for row in ASKED] == [f"S{number}" for number in range(1, 43)]


def test_each_row_is_shown_by_something_or_says_that_it_is_not():
    for row in ASKED:
        assert bool(row.missing) != bool(row.tests or row.trial), row.number
        for test in row.tests:
            file, _, name = test.partition("::")
            assert f"def {name}" in (ROOT / file).read_text(encoding="utf-8")
