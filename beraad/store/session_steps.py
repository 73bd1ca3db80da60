"""What lifts the file of a beraad from one version to the next.

A step says in SQL what changed then; it never follows the tables of today.
"""

from __future__ import annotations

import sqlite3

from beraad.store.migrations import Step

_REVIEW = """
CREATE TABLE review (
    position INTEGER NOT NULL PRIMARY KEY,
    second_reader VARCHAR NOT NULL,
    second_read_on DATE,
    small_team BOOLEAN NOT NULL,
    unique_situation BOOLEAN NOT NULL,
    dates BOOLEAN NOT NULL,
    quotes BOOLEAN NOT NULL,
    declared_by VARCHAR NOT NULL,
    declared_on DATE,
    declared_content VARCHAR
)
"""
_LESSON = """
CREATE TABLE lesson (
    position INTEGER NOT NULL PRIMARY KEY,
    title VARCHAR NOT NULL,
    situation VARCHAR NOT NULL,
    dilemma VARCHAR NOT NULL,
    value_conflict VARCHAR NOT NULL,
    considerations VARCHAR NOT NULL,
    lesson VARCHAR NOT NULL,
    bottleneck VARCHAR NOT NULL,
    themes VARCHAR NOT NULL,
    general_words BOOLEAN NOT NULL,
    no_local_detail BOOLEAN NOT NULL,
    nobody_recognised BOOLEAN NOT NULL,
    approved_by VARCHAR NOT NULL,
    approved_on DATE
)
"""
_REACTIONS = """
CREATE TABLE reactions (
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL PRIMARY KEY,
    role VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    given_on DATE,
    response VARCHAR NOT NULL,
    settled BOOLEAN NOT NULL
)
"""
_VERSIONS = """
CREATE TABLE versions (
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL PRIMARY KEY,
    layer VARCHAR(8) NOT NULL,
    number INTEGER NOT NULL,
    made_on DATE NOT NULL,
    final BOOLEAN NOT NULL,
    changes VARCHAR NOT NULL,
    text VARCHAR NOT NULL
)
"""
_AS_TYPED = """
CREATE TABLE astyped (
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL PRIMARY KEY,
    place VARCHAR NOT NULL,
    text VARCHAR NOT NULL
)
"""

_MORE_TEXTS = (
    "purpose",
    "purpose_met",
    "extent",
    "if_nothing",
    "small_step",
    "lasting",
    "other_sources",
    "sees_otherwise",
    "back_to",
    "contact",
)
_SIGNAL_LINK = """
CREATE TABLE signallink (
    position INTEGER NOT NULL,
    signal_id VARCHAR,
    PRIMARY KEY (position)
)
"""
_OTHER_SIGNALS = """
CREATE TABLE othersignals (
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    bottleneck VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    process VARCHAR NOT NULL,
    level VARCHAR(11),
    effect VARCHAR NOT NULL,
    frequency VARCHAR NOT NULL,
    since VARCHAR NOT NULL,
    seen_by VARCHAR NOT NULL,
    custom_tried VARCHAR NOT NULL,
    custom_falls_short VARCHAR NOT NULL,
    wish VARCHAR NOT NULL,
    recipient VARCHAR NOT NULL,
    sender_role VARCHAR NOT NULL,
    answer_due DATE,
    reports_back VARCHAR NOT NULL,
    scale VARCHAR(12),
    severity VARCHAR(10),
    urgent_before DATE,
    purpose VARCHAR NOT NULL,
    purpose_met VARCHAR NOT NULL,
    extent VARCHAR NOT NULL,
    if_nothing VARCHAR NOT NULL,
    small_step VARCHAR NOT NULL,
    lasting VARCHAR NOT NULL,
    other_sources VARCHAR NOT NULL,
    sees_otherwise VARCHAR NOT NULL,
    seen_employed BOOLEAN NOT NULL,
    seen_contracted BOOLEAN NOT NULL,
    without_manager BOOLEAN NOT NULL,
    back_to VARCHAR NOT NULL,
    contact VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
"""
_TOLD_ANSWERS = """
CREATE TABLE toldanswers (
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    team VARCHAR NOT NULL,
    said VARCHAR NOT NULL,
    change VARCHAR NOT NULL,
    answered_on DATE NOT NULL,
    told_before DATE,
    joined BOOLEAN NOT NULL,
    helped VARCHAR(6),
    words VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
"""
_EARLIER_AGREEMENTS = """
CREATE TABLE earlieragreements (
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    look_back DATE,
    agreed_on DATE NOT NULL,
    kept VARCHAR(7) NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
"""


def after_the_talk(connection: sqlite3.Connection) -> None:
    """Version 2: reading along, the leerverslag, reactions, fixed versions, a second meeting."""
    for statement in (
        "ALTER TABLE timespent ADD COLUMN shift INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conclusion ADD COLUMN case_owner_agreed_on DATE",
        "ALTER TABLE conclusion ADD COLUMN second_meeting DATE",
        _REVIEW,
        "INSERT INTO review VALUES (0, '', NULL, 0, 0, 0, 0, '', NULL, NULL)",
        _LESSON,
        "INSERT INTO lesson VALUES (0, '', '', '', '', '', '', '', '', 0, 0, 0, '', NULL)",
        _REACTIONS,
        _VERSIONS,
    ):
        connection.execute(statement)


def as_typed(connection: sqlite3.Connection) -> None:
    """Version 3: what stands in a field and is no value yet."""
    connection.execute(_AS_TYPED)


def more_asked(connection: sqlite3.Connection) -> None:
    """Version 4: the purpose of a rule, a missing voice, what the inwoner hears, what went well."""
    for table, column in (
        ("case", "rule_purpose"),
        ("dialogue", "missing_voice"),
        ("dialogue", "taken_for_granted"),
        ("conclusion", "resident_hears"),
        ("conclusion", "resident_hears_from"),
        ("conclusion", "went_well"),
    ):
        connection.execute(
            f"ALTER TABLE \"{table}\" ADD COLUMN {column} VARCHAR NOT NULL DEFAULT ''"
        )


def whole_considerations(connection: sqlite3.Connection) -> None:
    """Version 5: whether all present agreed that each afweging stands whole in the verslag."""
    connection.execute("ALTER TABLE opening ADD COLUMN whole_on DATE")
    connection.execute("ALTER TABLE opening ADD COLUMN whole_by VARCHAR")


def more_of_a_signal(connection: sqlite3.Connection) -> None:
    """Version 6: more content of a signal, more signals of a beraad, and which is which."""
    for column in _MORE_TEXTS:
        connection.execute(f"ALTER TABLE signal ADD COLUMN {column} VARCHAR NOT NULL DEFAULT ''")
    for column in ("seen_employed", "seen_contracted", "without_manager"):
        connection.execute(f"ALTER TABLE signal ADD COLUMN {column} BOOLEAN NOT NULL DEFAULT 0")
    kinds = (("scale", "VARCHAR(12)"), ("severity", "VARCHAR(10)"), ("urgent_before", "DATE"))
    for column, kind in kinds:
        connection.execute(f"ALTER TABLE signal ADD COLUMN {column} {kind}")
    connection.execute(_SIGNAL_LINK)
    connection.execute("INSERT INTO signallink VALUES (0, NULL)")
    connection.execute(_OTHER_SIGNALS)


def since_last_time(connection: sqlite3.Connection) -> None:
    """Version 7: what came of earlier agreements, and which answers on signals were told."""
    connection.execute(_TOLD_ANSWERS)
    connection.execute(_EARLIER_AGREEMENTS)


SESSION_STEPS: tuple[Step, ...] = (
    after_the_talk,
    as_typed,
    more_asked,
    whole_considerations,
    more_of_a_signal,
    since_last_time,
)
"""`SESSION_STEPS[0]` lifts version 1 to 2."""
