from __future__ import annotations

import ast
import io
import re
import tokenize
import tomllib
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from markdown import markdown

from beraad import __version__
from beraad.cli import main
from beraad.phases.behaviours import Label
from beraad.phases.plan import OPENING, PROTECTED, weighing_needs
from beraad.phases.rondes import PHASES
from beraad.ui.help.keys import GROUPS, OBSERVING
from beraad.ui.observing.tally_box import KEYS as TALLIED

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DOCS = ROOT / "docs"
MANUAL = DOCS / "handleiding.md"
PAGES = (README, ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
DUTCH = (
    *(README, ROOT / "CHANGELOG.md", MANUAL, DOCS / "privacy.md", DOCS / "beveiliging.md"),
    *(DOCS / "beheer.md", DOCS / "bijwerken.md", DOCS / "uitgeven.md"),
)
DECISIONS = sorted((DOCS / "adr").glob("[0-9]*.md"))

LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
FORBIDDEN = re.compile(r"(?i)\b(?:escal\w*|stemmen|score\w*|cliënt\w*|juiste antwoord)\b")


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def section(page: Path, title: str) -> str:
    """What stands under a heading, up to the next one of the same level."""
    _, _, rest = read(page).partition(f"\n{title}\n")
    assert rest, f"{title} is not in {page.name}"
    level, _, _ = title.partition(" ")
    return re.split(rf"\n{level} ", rest)[0]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_and_picture_leads_somewhere(page):
    for target in LINK.findall(read(page)):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        place = (page.parent / path) if path else page
        assert place.exists(), target
        assert not anchor or anchor in anchors(place), target


@pytest.mark.parametrize("page", DUTCH, ids=name_of)
def test_words_that_beraad_does_not_use_are_not_in_its_documents(page):
    assert FORBIDDEN.findall(read(page)) == []
    assert "! " not in read(page)
    assert "!\n" not in read(page)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_nobody_has_to_scroll_sideways(page):
    longest = max(map(len, read(page).splitlines()))
    assert longest <= 130


def test_the_manual_names_every_key_as_the_program_does():
    keys = [(group, key, what) for group, rows in GROUPS for key, what in rows]
    told = section(MANUAL, "## Toetsen")
    named = re.findall(r"^- \*\*(.+?)\*\*: (.+)$", told, re.MULTILINE)
    groups = re.findall(r"^### (.+)$", told, re.MULTILINE)

    assert named == [(key, what) for _, key, what in keys]
    assert groups == [group for group, _ in GROUPS]


WORDS = {"punt": ".", "komma": ",", "plus": "+", "min": "-", "PageUp": "PgUp", "PageDown": "PgDown"}
"""How a key is called where its sign would be overlooked."""

SAME = {
    "Ctrl+=": "Ctrl++",
    "Alt+=": "Alt++",
    "Alt+Shift++": "Alt++",
    "Ctrl+Shift+=": "Ctrl+Shift++",
    "Ctrl+Shift+_": "Ctrl+Shift+-",
    "Ctrl+Return": "Ctrl+Enter",
    "Ctrl+Y": "Ctrl+Shift+Z",
}
"""Another way to press what is told, on another keyboard or by another habit."""

PRESSED = re.compile(
    r"((Ctrl|Alt|Shift)\+)+(\w|F\d{1,2}|PgUp|PgDown|Return|Enter|[-+.,=_])|F\d{1,2}"
)


def keys_told():
    """Every key that the help names, as Qt writes it."""
    for _, rows in GROUPS:
        for text, what in rows:
            held = ""
            named = [*re.split(r", | of ", text), *re.findall(r"\b(?:Ctrl|Shift)\+\w+", what)]
            for each in named:
                *mods, key = each.split("+")
                held = "".join(f"{mod}+" for mod in mods) or held
                first, _, last = key.partition(" … ")
                if last:
                    yield from (f"{held}{number}" for number in range(int(first), int(last) + 1))
                else:
                    yield f"{held}{WORDS.get(key, key)}"


def keys_pressed():
    """Every key with Ctrl, Alt or Shift, and every function key, that the window listens to."""
    for path in sorted((ROOT / "beraad" / "ui").rglob("*.py")):
        if path.parent.name == "help" and path.name == "keys.py":
            continue
        for node in ast.walk(ast.parse(read(path))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and PRESSED.fullmatch(text):
                yield SAME.get(text, text)


def test_the_program_listens_to_no_key_that_it_does_not_name():
    pressed = set(keys_pressed())

    assert len(pressed) > 30
    assert pressed - set(keys_told()) == set()


def test_the_help_names_the_keys_of_who_looks_along():
    told = dict(OBSERVING)

    assert ", ".join(TALLIED) in told
    assert f"1 … {len(Label)}" in told


@pytest.mark.parametrize(("number", "phase"), list(enumerate(PHASES, start=1)))
def test_the_manual_tells_every_ronde_with_its_minutes_step_and_picture(number, phase):
    told = section(MANUAL, f"### Ronde {number} · {phase.title}")
    minutes = phase.minutes
    steps = section(MANUAL, "## Acht rondes en tien stappen")
    line = next(each for each in steps.split("\n- ") if each.startswith(f"**Ronde {number},"))

    assert f"{minutes.hour}, {minutes.hour_and_half} of {minutes.two_hours} minuten" in told
    assert f"(beelden/ronde-{number}.png)" in told
    assert [int(step) for step in re.findall(r"stap (\d+)", line)] == list(phase.canonical_steps)


def test_the_manual_tells_the_minutes_of_the_opening():
    told = f"{OPENING.hour}, {OPENING.hour_and_half} en {OPENING.two_hours}"
    assert f"opening zijn dat er {told}." in read(MANUAL)


def test_the_manual_tells_what_rondes_6_to_8_keep():
    _, seven, eight = (phase.minutes.least for phase in PHASES if phase.key in PROTECTED)

    assert f"ronde 7 en 8 houden {seven} en {eight} minuten" in read(MANUAL)
    assert weighing_needs(8) == 4 + 1.5 * 8
    assert "4 minuten om te schrijven en anderhalve minuut voor ieder" in read(MANUAL)


def test_the_help_window_can_show_the_manual():
    """It shows Markdown without extensions, and leaves out lines that are pictures."""
    source = read(MANUAL)
    lines = source.splitlines()

    assert not [line for line in lines if line.startswith(("|", "```"))]
    assert not [line for line in lines if "![" in line and not line.startswith("![")]
    assert not re.search(r"^ +\d+\. ", source, re.MULTILINE)
    assert "**" not in markdown(source)


def test_every_make_command_in_the_documents_exists():
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.MULTILINE))
    command = re.compile(r"(?:`|^    )make ([a-z]+)", re.MULTILINE)
    named = {name for page in PAGES for name in command.findall(read(page))}

    assert {"run", "demo", "test", "check", "bench", "shots"} <= named
    assert named <= targets


def test_every_command_of_the_program_is_told_and_exists():
    with redirect_stdout(io.StringIO()) as shown, pytest.raises(SystemExit):
        main(["--help"])
    existing = set(re.findall(r"^ {4}([a-z-]+) ", shown.getvalue(), re.MULTILINE))
    told = set(re.findall(r"^    beraad ([a-z][a-z-]*)", read(MANUAL), re.MULTILINE))

    assert existing
    assert told == existing


def test_every_name_in_the_glossary_is_a_name_in_the_code():
    names = {
        token.string
        for path in (ROOT / "beraad").rglob("*.py")
        for token in tokenize.generate_tokens(io.StringIO(read(path)).readline)
        if token.type == tokenize.NAME
    }
    listed = re.findall(r"^\| `(\w+)` \|", read(DOCS / "glossary.md"), re.MULTILINE)

    assert len(listed) > 50
    assert [name for name in listed if name not in names] == []
    assert len(listed) == len(set(listed))


def test_every_place_in_the_floor_plan_exists():
    plan = section(DOCS / "architecture.md", "## Floor plan")
    folders: list[tuple[int, Path]] = [(-1, ROOT)]
    seen = 0
    for line in plan.splitlines():
        found = re.match(r"(?P<indent> {4,})(?P<names>[\w./]+(?: [\w.]+/)*)(?: {2,}\S|$)", line)
        if not found:
            continue
        depth = len(found["indent"])
        folders = [each for each in folders if each[0] < depth]
        for name in found["names"].split():
            place = folders[-1][1] / name
            assert place.exists(), line
            seen += 1
        if found["names"].endswith("/"):
            folders.append((depth, place))
    assert seen > 20


def test_every_file_that_is_named_in_the_documents_exists():
    for page in (DOCS / "architecture.md", *DECISIONS):
        for path in re.findall(r"`([a-z_]+(?:/[a-z_]+)+\.py)", read(page)):
            assert any((base / path).exists() for base in (ROOT, ROOT / "beraad")), path


def test_decisions_are_numbered_listed_and_short():
    index = read(DOCS / "adr" / "README.md")
    listed = re.findall(r"^(\d+)\. \[(.+)\]\((.+)\)$", index, re.MULTILINE)

    assert [target for _, _, target in listed] == [page.name for page in DECISIONS]
    for page, (number, title, _) in zip(DECISIONS, listed, strict=True):
        content = read(page)
        headings = re.findall(r"^## (.+)$", content, re.MULTILINE)
        assert content.startswith(f"# {number}. {title}\n")
        assert headings == ["Context", "Decision", "Consequences"]
        assert len(content.splitlines()) <= 60


def test_the_newest_version_is_what_the_program_says_it_is():
    changes = read(ROOT / "CHANGELOG.md")
    newest = re.search(r"^## \[(.+?)\] – \d{4}-\d\d-\d\d$", changes, re.MULTILINE)

    told = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["version"]
    upgrades = re.findall(r"^## Naar (.+)$", read(DOCS / "bijwerken.md"), re.MULTILINE)

    assert newest
    assert newest[1] == told == __version__
    assert upgrades[0] == __version__.rpartition(".")[0]


def test_the_dpia_has_every_point_and_bio2_an_answer_in_each_row():
    dpia = section(DOCS / "beheer.md", "## Model voor een DPIA")
    points = re.findall(r"^(\d+)\. \*\*", dpia, re.MULTILINE)
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section(DOCS / "beheer.md", "## BIO2").splitlines()
        if re.match(r"\| \d", line)
    ]

    assert points == [str(number) for number in range(1, 18)]
    assert len(rows) >= 20
    assert {stand for _, _, stand, _ in rows} == {"ja", "deels", "niet"}
    assert all(why for *_, why in rows)
