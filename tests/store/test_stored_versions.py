"""Files of every version that was ever written must open, with all that was in them.

`session-v1.sqlite` was made with `SessionFile.create(path, STORED)` and `register-v1.sqlite` with
`Register.open(path).put(SIGNAL)`, both by the program that wrote version 1. A stored file is never
made again; a new version adds a file beside it: `session-v2.sqlite` holds `STORED_V2`, and
`register-v2.sqlite` holds `LESSON` besides; version 3 holds `STORED_V3` and half an answer,
version 4 `STORED_V4` and, in the register, an answer that was read; version 5 `STORED_V5`, and the
register of version 4 lifted to steps; version 6 `STORED_V6`, and that register lifted once more.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from beraad.records import (
    Agreement,
    AnswerState,
    AsTyped,
    CaseAccount,
    Clarification,
    ClarificationKind,
    Conclusion,
    Consideration,
    Decision,
    Dialogue,
    Dilemma,
    EarlierAgreement,
    Feasibility,
    Fingerprint,
    Harm,
    HarmTerm,
    Helped,
    Id,
    Kept,
    KnownWord,
    Layer,
    Lesson,
    LookBack,
    ManagerPresence,
    Moment,
    Norm,
    Opening,
    Option,
    OtherSignal,
    ParkedItem,
    Part,
    Participant,
    PhaseKey,
    Plea,
    Presence,
    PrivateNote,
    Progress,
    Reaction,
    Recurrence,
    RegisteredLesson,
    RegisteredSignal,
    Review,
    Session,
    Setting,
    Severity,
    SignalContent,
    SignalLevel,
    SignalLink,
    SignalScale,
    Source,
    Stakeholder,
    TimeSpent,
    ToldAnswer,
    Value,
    Verdict,
    Version,
    Wording,
)
from beraad.records.anatomy import list_sections, single_sections
from beraad.signals.life import life
from beraad.signals.lines import line_of
from beraad.store.catalog import Summary, summaries
from beraad.store.kinds import REGISTER_FILE, SESSION_FILE
from beraad.store.register import Register
from beraad.store.session_file import SessionFile

STORED_FILES = Path(__file__).parents[1] / "databases"

SIGNAL = RegisteredSignal(
    id=Id("5e551e0000000001"),
    content=SignalContent(
        what="Wie wisselend werkt, krijgt elke maand een andere uitkering.",
        process="Verrekening van inkomsten",
        level=SignalLevel.POLICY_RULE,
        effect="Huur en eten schieten er een week bij in.",
        answer_due=date(2027, 1, 15),
    ),
    team="Team Werk",
    week="2026-W47",
    registered_on=date(2026, 11, 18),
)

LESSON = RegisteredLesson(
    id=Id("5e551e0000000001"),
    content=Lesson(
        title="Wachten op zekerheid",
        value_conflict="Bestaanszekerheid tegenover gelijkheid. Ÿ 🤔 שלום",
        lesson="Spreek af wanneer een voorschot geen gunst is.",
        themes="inkomen, tijd",
        general_words=True,
        no_local_detail=True,
        nobody_recognised=True,
        approved_by="coach",
        approved_on=date(2026, 12, 1),
    ),
    season="najaar 2026",
)

STORED = Session(
    id=Id("5e551e0000000001"),
    created_at=datetime(2026, 11, 17, 8, 30, 15, 250_000, tzinfo=UTC),
    opening=Opening(
        title="Voorschot of wachten?",
        held_on=date(2026, 11, 17),
        team="Team Werk",
        setting=Setting.CUSTOM_TABLE,
        minutes=120,
        manager=ManagerPresence.INVITED,
        agreed=True,
    ),
    participants=(
        Participant(id=Id("p1"), role="klantmanager", name="Łucja", part=Part.CASE_OWNER),
        Participant(id=Id("p2"), role="jurist"),
    ),
    case=CaseAccount(situation="Een man van middelbare leeftijd werkt op oproep.\n\nŸ 🤔 שלום"),
    timeline=(Moment(id=Id("m1"), when="maandag", what="Hij belt."),),
    dilemma=Dilemma(moral_question="Mag ik het voorschot geven?", settled=True),
    wordings=(
        Wording(
            id=Id("f1"),
            moral_question="Moet ik wachten?",
            option_a="Ik wacht.",
            option_b="Ik geef het.",
            replaced_at=datetime(2026, 11, 17, 9, 5, tzinfo=UTC),
            reason="De vraag was te smal.",
        ),
    ),
    options=(
        Option(id=Id("a"), text="Ik geef het voorschot.", short="voorschot"),
        Option(id=Id("b"), text="Ik wacht op de loonstrook."),
        Option(id=Id("c"), text="Niets doen.", nothing=True, feasibility=Feasibility.WILD),
    ),
    harms=(
        Harm(id=Id("h2"), option_id=Id("b"), text="Geen huur.", term=HarmTerm.SHORT),
        Harm(id=Id("h1"), option_id=Id("a"), text="Ongelijk.", who="andere inwoners"),
    ),
    clarifications=(
        Clarification(id=Id("v1"), question="Wat mag?", kind=ClarificationKind.CONTEXT),
    ),
    stakeholders=(
        Stakeholder(
            id=Id("s1"), name="de inwoner", presence=Presence.EMPTY_CHAIR, source=Source.HEARD
        ),
    ),
    values=(Value(id=Id("w1"), stakeholder_id=Id("s1"), name="bestaanszekerheid", core=True),),
    norms=(Norm(id=Id("n1"), value_id=Id("w1"), text="Geef eerst brood.", plea=Plea.A),),
    considerations=(
        Consideration(
            id=Id("k1"),
            participant_id=Id("p2"),
            choice_id=Id("b"),
            value="gelijkheid",
            certainty=2,
            revised_choice_id=Id("a"),
        ),
    ),
    dialogue=Dialogue(minority_view="Wie niet belt, krijgt niets."),
    conclusion=Conclusion(
        answer="Voor nu: ja.",
        answer_state=AnswerState.DIVIDED,
        recurrence=Recurrence.YES,
        recurrence_count=12,
        keep_until=date(2027, 11, 17),
    ),
    agreements=(Agreement(id=Id("x1"), what="Bellen", due=date(2026, 11, 20)),),
    look_back=LookBack(check_out="rust"),
    signal=SIGNAL.content,
    parked=(ParkedItem(id=Id("o1"), phase=PhaseKey.CASE, text="later", done=True),),
    private_notes=(PrivateNote(id=Id("q1"), phase=PhaseKey.DIALOGUE, text="stilte"),),
    time_spent=(TimeSpent(id=Id("t1"), phase=PhaseKey.CASE, seconds=611),),
    known_words=(KnownWord(id=Id("z1"), word="Zwaluwstraat", replacement="een straat"),),
    decisions=(Decision(id=Id("d1"), key="łucja", verdict=Verdict.REPLACE),),
    progress=Progress(phase=PhaseKey.CONCLUSION),
)


STORED_V2 = replace(
    STORED,
    conclusion=replace(
        STORED.conclusion,
        case_owner_agreed_on=date(2026, 11, 24),
        second_meeting=date(2026, 12, 1),
    ),
    lesson=Lesson(title="Wachten op zekerheid", themes="inkomen, tijd", approved_by="coach"),
    reactions=(Reaction(id=Id("r1"), role="jurist", text="Ik mis de termijn.", settled=True),),
    versions=(
        Version(
            id=Id("u1"),
            layer=Layer.WORK,
            number=1,
            made_on=date(2026, 11, 24),
            final=True,
            text="Mag ik het voorschot geven?",
        ),
    ),
    time_spent=(replace(STORED.time_spent[0], shift=-5),),
    review=Review(second_reader="kwaliteitsmedewerker", second_read_on=date(2026, 11, 23)),
)

STORED_V3 = replace(
    STORED_V2,
    as_typed=(AsTyped(id=Id("y1"), place="agreements.due.x1", text="29-2-2027"),),
)
STORED_V4 = replace(
    STORED_V3,
    case=replace(STORED_V3.case, rule_purpose="Dat niemand ongezien zonder geld zit."),
    dialogue=replace(
        STORED_V3.dialogue, missing_voice="De werkgever", taken_for_granted="Zes weken wachten."
    ),
    conclusion=replace(
        STORED_V3.conclusion,
        resident_hears="Dat wij nog zoeken.",
        resident_hears_from="klantmanager",
        went_well="Er werd meteen gebeld.",
    ),
)
STORED_V5 = replace(
    STORED_V4,
    opening=replace(STORED_V4.opening, whole_on=date(2026, 11, 17), whole_by=Fingerprint("5e551e")),
)
STORED_V6 = replace(
    STORED_V5,
    signal=replace(
        STORED_V5.signal,
        scale=SignalScale.REGION,
        severity=Severity.STUCK,
        urgent_before=date(2027, 2, 1),
        extent="Acht in een jaar",
        seen_contracted=True,
        contact="teamleider",
    ),
    signal_link=SignalLink(signal_id=Id("5e551e00000000a1")),
    other_signals=(
        OtherSignal(
            id=Id("5e551e00000000a2"),
            bottleneck="Brieven",
            level=SignalLevel.POLITICS,
            without_manager=True,
        ),
    ),
)
STORED_V7 = replace(
    STORED_V6,
    told_answers=(
        ToldAnswer(
            id=Id("5e551e00000000b1"),
            signal=Id("5e551e00000000a3"),
            answer=Id("5e551e00000000b2"),
            title="Vier weken wachten",
            team="Team Werk",
            said="Proef: drie redenen om af te wijken.",
            change="Maandag nog niets.",
            answered_on=date(2026, 11, 10),
            told_before=date(2026, 11, 12),
            joined=True,
            helped=Helped.PARTLY,
            words="Nu nog de brief.",
        ),
    ),
    earlier_agreements=(
        EarlierAgreement(
            id=Id("x0"),
            what="Noodpakket klaarleggen",
            role="schuldhulpverlener",
            look_back=date(2026, 11, 16),
            agreed_on=date(2026, 10, 9),
            kept=Kept.NOT_YET,
            words="De kast is nog leeg.",
        ),
    ),
)
DRAFT = "Wij zien dit ook en"
ANSWER = "Vanaf januari verrekenen wij per kwartaal."
ANSWERED_ON = date(2027, 1, 12)
PASSED_ON = ("passed_on", SIGNAL.registered_on, "", None)
ANSWERED = ("answered", ANSWERED_ON, ANSWER, "5e551e")

STORED_REGISTERS = {
    "register-v1.sqlite": (1, [PASSED_ON], "", ()),
    "register-v2.sqlite": (2, [PASSED_ON], "", (LESSON,)),
    "register-v3.sqlite": (3, [PASSED_ON], DRAFT, (LESSON,)),
    "register-v4.sqlite": (4, [PASSED_ON, ANSWERED], DRAFT, (LESSON,)),
    "register-v5.sqlite": (5, [PASSED_ON, ANSWERED], DRAFT, (LESSON,)),
    "register-v6.sqlite": (6, [PASSED_ON, ANSWERED], DRAFT, (LESSON,)),
    "register-v7.sqlite": (7, [PASSED_ON, ANSWERED], DRAFT, (LESSON,)),
}
STORED_SESSIONS = {
    "session-v1.sqlite": (1, STORED),
    "session-v2.sqlite": (2, STORED_V2),
    "session-v3.sqlite": (3, STORED_V3),
    "session-v4.sqlite": (4, STORED_V4),
    "session-v5.sqlite": (5, STORED_V5),
    "session-v6.sqlite": (6, STORED_V6),
    "session-v7.sqlite": (7, STORED_V7),
}


@pytest.fixture
def session_path(tmp_path):
    return shutil.copy(STORED_FILES / "session-v1.sqlite", tmp_path / "oud.beraad")


def test_the_stored_beraad_leaves_no_section_unused():
    empty = Session(id=STORED.id, created_at=STORED.created_at, opening=STORED.opening)

    unused = [
        section
        for section in (*single_sections(), *list_sections())
        if section != "opening" and getattr(STORED_V7, section) == getattr(empty, section)
    ]

    assert not unused


@pytest.mark.parametrize("name", STORED_SESSIONS)
def test_a_beraad_of_every_version_opens_whole(tmp_path, name):
    version, stored = STORED_SESSIONS[name]
    path = shutil.copy(STORED_FILES / name, tmp_path / "oud.beraad")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)

    with SessionFile.open(path) as file:
        assert file.session == stored


def test_there_is_a_stored_beraad_of_this_version():
    assert SESSION_FILE.version in {version for version, _ in STORED_SESSIONS.values()}


def test_a_lifted_file_has_the_columns_of_a_new_one(session_path, tmp_path):
    SessionFile.open(session_path).close()
    fresh = tmp_path / "nieuw.beraad"
    SessionFile.create(fresh, STORED).close()

    assert columns(session_path) == columns(fresh)


def columns(path):
    with closing(sqlite3.connect(path)) as connection:
        return set(
            connection.execute(
                'SELECT m.name, c.name, c.type, c."notnull", c.pk'
                " FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
            )
        )


def test_a_beraad_of_version_1_is_listed(session_path):
    (line,) = summaries(session_path.parent)

    assert isinstance(line, Summary)
    assert (line.title, line.phase, line.keep_until) == (
        "Voorschot of wachten?",
        PhaseKey.CONCLUSION,
        date(2027, 11, 17),
    )


@pytest.mark.parametrize("name", STORED_REGISTERS)
def test_a_register_of_every_version_opens_whole(tmp_path, name):
    version, steps, draft, lessons = STORED_REGISTERS[name]
    path = shutil.copy(STORED_FILES / name, tmp_path / "register.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)

    with Register.open(path) as register:
        (signal,) = register.signals()
        known = register.identity_of(SIGNAL.id)
        drafts = register.drafts(signal.id)
        assert register.lines() == (line_of(signal),)
        assert register.lessons() == lessons

    assert replace(signal, id=SIGNAL.id, steps=()) == SIGNAL
    assert signal.id == known != SIGNAL.id
    assert [(each.kind, each.on, each.words, each.read) for each in signal.steps] == steps
    assert drafts == ({"answered.words": draft} if draft else {})


@pytest.mark.parametrize(
    ("status", "answer", "said", "now"),
    [
        ("DRAFT", "", [], "draft"),
        ("PASSED_ON", "", ["passed_on"], "passed_on"),
        ("RECEIVED", "", ["passed_on", "received"], "received"),
        ("ANSWERED", "Ja.", ["passed_on", "answered"], "answered"),
        ("PASSED_ON", "Ja.", ["passed_on", "answered", "passed_on"], "passed_on"),
        ("RECEIVED", "Ja.", ["passed_on", "answered", "passed_on", "received"], "received"),
        ("CLOSED", "Ja.", ["passed_on", "answered", "closed"], "answered"),
        ("CLOSED", "", ["passed_on", "closed"], "passed_on"),
    ],
)
def test_every_status_of_before_becomes_steps(tmp_path, status, answer, said, now):
    path = shutil.copy(STORED_FILES / "register-v4.sqlite", tmp_path / "register.sqlite")
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE signals SET status = ?, answer = ?", (status, answer))

    with Register.open(path) as register:
        (signal,) = register.signals()

    assert [each.kind for each in signal.steps] == said
    assert life(signal).status == now
    assert [each.words for each in signal.steps if each.words] == ([answer] if answer else [])


def test_there_is_a_stored_register_of_this_version():
    assert REGISTER_FILE.version in {version for version, *_ in STORED_REGISTERS.values()}


def test_a_lifted_register_has_the_columns_of_a_new_one(tmp_path):
    lifted = shutil.copy(STORED_FILES / "register-v1.sqlite", tmp_path / "register.sqlite")
    Register.open(lifted).close()
    fresh = tmp_path / "nieuw.sqlite"
    Register.open(fresh).close()

    assert columns(lifted) == columns(fresh)
