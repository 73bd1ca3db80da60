"""Files that somebody made to be odd: one line in the list, one sentence at opening, no more."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.store import driver
from beraad.store.catalog import Summary, Unreadable, summaries
from beraad.store.kinds import REGISTER_FILE, SESSION_FILE
from beraad.store.register import Register
from beraad.store.register_summary import register_summary
from beraad.store.schemas import digest_of
from beraad.store.session_file import SessionFile
from tests.store.support import a_peopled_session, fingerprint, names, with_title
from tests.store.test_register import TODAY
from tests.store.test_stored_versions import STORED_FILES

NEVER_ENDS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"


def never_ending_view(table: str) -> str:
    return f"CREATE VIEW {table} AS {NEVER_ENDS} SELECT s.* FROM s, n WHERE i < 0"  # noqa: S608


ODD = {
    "view that never ends": (
        "ALTER TABLE summary RENAME TO s",
        never_ending_view("summary"),
    ),
    "instead of trigger": (
        "ALTER TABLE dialogue RENAME TO d",
        "CREATE VIEW dialogue AS SELECT * FROM d",
        "CREATE TRIGGER i INSTEAD OF UPDATE ON dialogue BEGIN SELECT 1; END",
    ),
    "trigger that eats": (
        "CREATE TRIGGER t BEFORE UPDATE ON summary BEGIN SELECT raise(IGNORE); END",
    ),
    "virtual table": ("CREATE VIRTUAL TABLE v USING fts5(woord)",),
    "table more": ("CREATE TABLE extra (woord TEXT)",),
    "index more": ("CREATE INDEX i ON harms (text)",),
    "column that calculates": (
        "ALTER TABLE summary ADD COLUMN meer GENERATED ALWAYS AS (hex(zeroblob(9000))) VIRTUAL",
    ),
    "no tables": "all",
    "thousand tables": tuple(f"CREATE TABLE t{number} (x)" for number in range(1000)),
    "version nought": ("PRAGMA user_version=0",),
    "version below nought": ("PRAGMA user_version=-7",),
    "no line": ("DELETE FROM summary",),
    "two lines": (
        "CREATE TEMP TABLE t AS SELECT * FROM summary",
        "UPDATE t SET position = 1",
        "INSERT INTO summary SELECT * FROM t",
    ),
    "title of bytes": ("UPDATE summary SET title = x'fffe00'",),
    "title that is no text": ("UPDATE summary SET title = CAST(x'ff' AS TEXT)",),
    "title of a hundred million": ("UPDATE summary SET title = CAST(zeroblob(100000000) AS TEXT)",),
    "team that is missing": (
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'summary'",
    ),
    "ronde that is none": ("UPDATE summary SET phase = 'NERGENS'",),
    "day that is none": ("UPDATE summary SET held_on = '9999999-99-99'",),
    "day that is a number": ("UPDATE summary SET held_on = 12",),
    "moment that is none": ("UPDATE summary SET changed_at = x'00'",),
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, with_title(a_peopled_session(), "een")).close()
    return path


def change(path: Path, statements: tuple[str, ...] | str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        if isinstance(statements, str):
            query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            tables = [name for (name,) in connection.execute(query)]
            statements = tuple(f'DROP TABLE "{name}"' for name in tables)
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("oddity", ODD)
def test_an_odd_file_is_one_line_in_the_list_and_the_others_stand(path, tmp_path, oddity):
    SessionFile.create(tmp_path / "twee.beraad", with_title(a_peopled_session(), "twee")).close()
    change(path, ODD[oddity])
    before = fingerprint(path)

    good, odd = summaries(tmp_path)

    assert isinstance(good, Summary)
    assert isinstance(odd, Unreadable)
    assert path.name in odd.why
    assert odd.why.count(".") <= 3
    assert fingerprint(path) == before
    assert names(tmp_path) == {"een.beraad", "twee.beraad"}


BUILT_ODDLY = tuple(ODD)[: tuple(ODD).index("no line")]


@pytest.mark.parametrize("oddity", BUILT_ODDLY)
def test_a_file_that_is_built_oddly_is_not_opened(path, oddity):
    change(path, ODD[oddity])
    before = fingerprint(path)

    with pytest.raises(Solvable, match=r"anders van opbouw|geen beraad"):
        SessionFile.open(path)

    assert fingerprint(path) == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE dialogue SET shared = x'00ff'", "beschadigd"),
        ("UPDATE dialogue SET shared = CAST(x'ff' AS TEXT)", "beschadigd"),
        ("UPDATE opening SET minutes = 'zestig'", "beschadigd"),
        ("UPDATE opening SET minutes = 1.5", "beschadigd"),
        ("UPDATE opening SET held_on = '9999999-99-99'", "beschadigd"),
        ("UPDATE head SET id = x'00'", "beschadigd"),
        ("UPDATE head SET id = '../../x'", "beschadigd"),
        ("UPDATE head SET id = ''", "beschadigd"),
        ("UPDATE head SET created_at = 'toen'", "beschadigd"),
        ("DELETE FROM options WHERE id = 'c'", "beschadigd"),
        ("DELETE FROM conclusion", "beschadigd"),
        ("UPDATE dialogue SET shared = CAST(zeroblob(70000000) AS TEXT)", "te groot"),
    ],
)
def test_values_that_beraad_never_writes_are_one_sentence_at_opening(path, statement, told):
    change(path, (statement,))
    before = fingerprint(path)

    with pytest.raises(Solvable, match=told) as problem:
        SessionFile.open(path)

    assert problem.value.way_out
    assert fingerprint(path) == before


@pytest.mark.parametrize("identity", ["'../../x'", "'/x'", "'..'", "''", "x'00'"])
def test_an_identity_that_is_not_ours_is_told_in_the_list_too(path, identity):
    change(path, (f"UPDATE head SET id = {identity}",))  # noqa: S608

    (line,) = summaries(path.parent)

    assert isinstance(line, Unreadable)
    assert "beschadigd" in line.why
    assert names(path.parent) == {path.name}


BADLY_LISTED = tuple(ODD)[tuple(ODD).index("no line") :]


@pytest.mark.parametrize(
    "oddity", [each for each in BADLY_LISTED if each != "team that is missing"]
)
def test_what_only_the_list_cannot_show_is_made_anew_at_opening(path, oddity):
    change(path, ODD[oddity])
    (line,) = summaries(path.parent)
    assert isinstance(line, Unreadable)
    assert "Open het" in line.why

    with SessionFile.open(path) as file:
        assert file.session.opening.title == "een"
        file.keep(with_title(file.session, "verder"))

    (line,) = summaries(path.parent)
    assert isinstance(line, Summary)
    assert line.title == "verder"


def test_making_the_list_anew_keeps_when_a_beraad_was_changed(path):
    change(path, ODD["no line"])
    os.utime(path, (1_700_000_000, 1_700_000_000))

    SessionFile.open(path).close()

    (line,) = summaries(path.parent)
    assert isinstance(line, Summary)
    assert line.changed_at.timestamp() == 1_700_000_000


def test_a_register_that_is_built_oddly_is_refused(tmp_path):
    path = tmp_path / "register.sqlite"
    Register.open(path).close()
    change(
        path,
        (
            "ALTER TABLE signals RENAME TO s",
            never_ending_view("signals"),
        ),
    )

    with pytest.raises(Solvable, match="anders van opbouw"):
        Register.open(path)
    with pytest.raises(Solvable, match="anders van opbouw"):
        register_summary(path, TODAY)


def test_reading_a_strange_file_ends_when_it_takes_long(path, monkeypatch):
    monkeypatch.setattr(driver, "_SECONDS_TO_LOOK", 0.0)

    with closing(driver.look(path)) as connection, pytest.raises(sqlite3.OperationalError) as error:
        connection.execute(f"{NEVER_ENDS} SELECT count(*) FROM n").fetchone()  # noqa: S608

    assert error.value.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT


def test_a_file_is_read_however_long_the_laptop_is_busy_with_other_things(path, monkeypatch):
    hours = count(step=3600)
    monkeypatch.setattr(driver, "monotonic", lambda: float(next(hours)))
    some = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 30000) "
        "SELECT count(*) FROM n"
    )

    with closing(driver.look(path)) as connection:
        assert connection.execute(some).fetchone() == (30_000,)


@pytest.mark.parametrize("kind", ["fifo", "socket", "device", "folder", "loop", "dangling"])
def test_what_is_no_file_is_one_line_and_is_never_waited_for(tmp_path, monkeypatch, kind):
    path = tmp_path / "raar.beraad"
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "socket":
            monkeypatch.chdir(tmp_path)
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(path.name)
        case "device":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case "loop":
            path.symlink_to(path)
        case _:
            path.symlink_to(tmp_path / "nergens")

    (line,) = summaries(tmp_path)
    assert isinstance(line, Unreadable)
    assert path.name in line.why
    with pytest.raises(Solvable, match=_TOLD_OF[kind]):
        SessionFile.open(path)
    assert names(tmp_path) == {path.name}


_TOLD_OF = {
    "fifo": r"een doorgeefbuis",
    "socket": r"een aansluiting",
    "device": r"een apparaat",
    "folder": r"een map",
    "loop": r"naar zichzelf wijst",
    "dangling": r"naar iets wat er niet is",
}
"""What lies there instead, as it is said."""


def test_a_link_to_a_beraad_is_opened_where_it_lies(path, tmp_path):
    link = tmp_path / "map" / "link.beraad"
    link.parent.mkdir()
    link.symlink_to(path)

    with SessionFile.open(link) as file:
        file.keep(with_title(file.session, "langs de link"))
        with pytest.raises(Solvable, match="al open"):
            SessionFile.open(path)

    assert names(link.parent) == {link.name}
    with SessionFile.open(path) as file:
        assert file.session.opening.title == "langs de link"


def test_the_note_of_the_holder_writes_through_no_link(path, tmp_path):
    target = tmp_path / "van-iemand-anders.txt"
    target.write_text("blijft")
    path.with_name(f"{path.name}.open").symlink_to(target)

    with SessionFile.open(path), pytest.raises(Solvable, match=r"al open op "):
        SessionFile.open(path)

    assert target.read_text() == "blijft"


@pytest.mark.parametrize("kind", ["fifo", "large", "deep"])
def test_an_odd_note_of_a_holder_is_not_read(path, kind):
    note = path.with_name(f"{path.name}.open")
    with SessionFile.open(path):
        note.unlink()
        match kind:
            case "fifo":
                os.mkfifo(note)
            case "large":
                note.write_text("{" + " " * 5000 + "}")
            case _:
                note.write_text("[" * 1999)

        with pytest.raises(Solvable, match=r"^Dit beraad is al open\. "):
            SessionFile.open(path)


def test_a_path_that_is_too_long_is_told_as_such(tmp_path):
    deep = tmp_path
    while len(os.fsencode(deep)) < 520:
        deep /= "m" * 60
    deep.mkdir(parents=True)
    session = a_peopled_session()

    for act in (
        lambda: SessionFile.create(deep / "een.beraad", session),
        lambda: SessionFile.open(deep / "een.beraad"),
        lambda: SessionFile.create(tmp_path / f"{'n' * 300}.beraad", session),
        lambda: SessionFile.open(tmp_path / f"{'n' * 300}.beraad"),
    ):
        with pytest.raises(Solvable, match=r"te lang|er niet") as problem:
            act()
        assert problem.value.way_out


def test_a_name_that_is_no_utf8_will_do(tmp_path):
    home = os.fsdecode(bytes(tmp_path) + b"/m\xffp")
    folder = Path(home)
    folder.mkdir()
    SessionFile.create(folder / "een.beraad", a_peopled_session()).close()

    (line,) = summaries(folder)

    assert isinstance(line, Summary)


@pytest.mark.parametrize(("kind", "name"), [(SESSION_FILE, "session"), (REGISTER_FILE, "register")])
def test_how_every_version_is_built_is_known(kind, name, tmp_path):
    """Made anew, stored by the program of that version, and lifted from every earlier one."""
    for version in range(1, kind.version + 1):
        path = tmp_path / f"{version}.sqlite"
        shutil.copy(STORED_FILES / f"{name}-v{version}.sqlite", path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            assert digest_of(connection) in kind.schemas[version - 1]
            for lifted, step in enumerate(kind.steps[version - 1 :], start=version):
                step(connection)
                assert digest_of(connection) in kind.schemas[lifted]


def test_how_a_new_file_is_built_is_known(path, tmp_path):
    Register.open(tmp_path / "register.sqlite").close()
    for made, kind in ((path, SESSION_FILE), (tmp_path / "register.sqlite", REGISTER_FILE)):
        with closing(sqlite3.connect(made)) as connection:
            assert digest_of(connection) in kind.schemas[kind.version - 1]
