"""The walk itself: it goes well, it finds what is wrong, and it makes what it found short."""

from __future__ import annotations

import re
from datetime import date

import pytest

from beraad.records import RegisteredSignal, SignalContent, SignalStatus
from beraad.store.places import prepare
from beraad.store.register import Register
from tests.soak.support import NEW, PEOPLE, keys, press, write
from tests.steps import passed_on, status
from tools.soak.__main__ import main
from tools.soak.deeds.leaving import reopened, wait
from tools.soak.steps import At, Step, read_steps, write_steps
from tools.soak.supervising import Wish, walk

FAULTS = "tests.soak.faults"
OTHER = [Step("ander-schrijft", None, {"choice": 0}), wait(50), Step("ander-laat-los")]
REMOVE = Step("bovenop", None, {"choice": 3, "away": False})


def walked(tmp_path, steps, *, first=""):
    tmp_path.mkdir(exist_ok=True)
    path = tmp_path / "stappen.jsonl"
    write_steps(path, steps)
    fault = f"{FAULTS}:{first}" if first else ""
    return walk(Wish(seed="1", steps=path, first=fault), tmp_path / "map")


@pytest.mark.timeout(900)
def test_a_short_walk_breaks_no_law(tmp_path):
    outcome = walk(Wish(seed="3", most=90, seconds=600), tmp_path)

    assert outcome.broken == ""
    assert outcome.steps >= 90


def test_what_was_kept_is_there_after_a_kill(tmp_path):
    dead = Step("dood", None, {"ms": 0})
    on = [wait(1500)]
    outcome = walked(
        tmp_path, [*NEW, write("opening.title"), *keys("Ctrl+1"), wait(100), dead, *on, *on]
    )

    assert outcome.broken == ""
    assert outcome.kills == 1


FOUND = [
    ("every_z_is_lost", "zoals het model zegt", [*NEW, write("opening.title")]),
    (
        "another_field_changes_too",
        "zoals het model zegt",
        [*NEW, write("opening.title"), *keys("Ctrl+2"), write("dilemma.moral_question")],
    ),
    (
        "names_are_shown_to_the_group",
        "niets vertrouwelijks voor de groep",
        [*NEW, *PEOPLE, *keys("Ctrl+B"), wait(1500)],
    ),
    (
        "focus_goes_to_the_way_out",
        "de focus staat ergens",
        [*NEW, press("add-participants"), press("more"), REMOVE],
    ),
    (
        "screens_stay",
        "niets groeit",
        [*NEW, *[Step("naar-begin"), wait(50), Step("meet"), *NEW] * 9],
    ),
    (
        "two_windows_may_write",
        "één venster per bestand",
        [*NEW, write("opening.title"), wait(600), *OTHER],
    ),
    (
        "undo_outlives_another_window",
        "ongedaan is wat er was",
        [
            *NEW,
            write("opening.title"),
            Step("naar-begin"),
            wait(50),
            *OTHER,
            press("go-on"),
            wait(50),
            *keys("Ctrl+Z"),
        ],
    ),
    ("a_tenth_of_a_megabyte_stays", "niets groeit", [*NEW, write("opening.title"), *reopened()]),
    ("a_slot_fails", "geen fout", [*NEW, press("add-participants")]),
]


ADDRESS = At("LineEdit", "municipal-address", 0)
LEFT_UNREAD = [
    wait(50),
    press("settings"),
    wait(50),
    Step("typ", ADDRESS, {"kind": "word", "number": 1, "secret": False, "end": True}),
    *[Step("sluit"), wait(50)] * 2,
]
"""An address that will not do: the window tells that it goes, and then it may."""

ANSWERED = [
    wait(100),
    press("signals", "Tile"),
    press("next-step"),
    write("step-words", "word"),
    press("keep-step"),
    wait(50),
    press("step-to-answered"),
    write("step-words", "word"),
    wait(600),
    press("keep-step"),
    press("keep"),
    press("keep-step"),  # Asks once what kind of answer it is.
    press("keep-step"),
    wait(50),
    press("signals", "RingedButton"),
    wait(50),
    press("home"),
]


@pytest.fixture
def a_register(tmp_path):
    home = tmp_path / "map" / "beraden"
    prepare(home)
    with Register.open(home / "register.sqlite") as register:
        for name in ("een", "twee"):
            register.put(
                RegisteredSignal(
                    id=name,
                    content=SignalContent(what="wachten"),
                    team="",
                    week="2026-W47",
                    registered_on=date(2026, 11, 17),
                    steps=(passed_on(),),
                )
            )
    return home / "register.sqlite"


def test_an_answer_is_noted_and_no_law_is_broken(tmp_path, a_register):
    outcome = walked(tmp_path, ANSWERED)

    assert outcome.broken == ""
    with Register.open(a_register) as register:
        noted = {status(each) for each in register.signals()}
    assert noted == {SignalStatus.PASSED_ON, SignalStatus.ANSWERED}


@pytest.mark.usefixtures("a_register")
def test_an_answer_is_kept_when_another_window_lets_go_of_the_register(tmp_path):
    busy, free = Step("ander-register"), Step("ander-laat-los")
    at = len(ANSWERED) - 1 - ANSWERED[::-1].index(write("step-words", "word"))

    outcome = walked(tmp_path, [*ANSWERED[:at], busy, ANSWERED[at], wait(700), free, wait(50)])

    assert outcome.broken == ""


def test_what_may_be_written_nowhere_goes_once_that_was_told(tmp_path):
    outcome = walked(tmp_path, LEFT_UNREAD)

    assert outcome.broken == ""
    assert outcome.steps == len(LEFT_UNREAD)


def test_what_may_be_written_nowhere_does_not_go_untold(tmp_path):
    assert walked(tmp_path, LEFT_UNREAD, first="an_address_goes_untold").law == "geen woord kwijt"


@pytest.mark.usefixtures("a_register")
@pytest.mark.parametrize("fault", ["answers_are_cut_short", "one_step_closes_all"])
def test_a_fault_in_the_register_is_found(tmp_path, fault):
    assert walked(tmp_path, ANSWERED, first=fault).law == "het register klopt"


@pytest.mark.walk
@pytest.mark.timeout(900)
@pytest.mark.parametrize("law", dict.fromkeys(law for _, law, _ in FOUND))
def test_a_planted_fault_is_found(tmp_path, sample, law):
    """Of every law one; which of several that break it differs with the sample."""
    for fault, _, steps in sample.some_of([each for each in FOUND if each[1] == law], law):
        assert walked(tmp_path / fault, steps, first=fault).law == law, fault


@pytest.mark.walk
@pytest.mark.timeout(900)
def test_the_same_steps_break_nothing_without_a_fault(tmp_path, sample):
    tried = [each for each in FOUND if sample.takes(each[0], one_in=3)] or FOUND[:1]
    every = [step for *_, steps in tried for step in (Step("naar-begin"), *steps)]

    outcome = walked(tmp_path, every)

    assert outcome.broken == ""
    assert outcome.steps == len(every)


def test_what_was_said_to_be_kept_but_is_not_is_found(tmp_path):
    steps = [*NEW, write("opening.title"), *keys("Ctrl+1"), Step("naar-begin"), wait(50)]

    outcome = walked(tmp_path, steps, first="nothing_is_written")

    assert outcome.law == "wat bewaard heette, is er"


def test_a_walk_that_breaks_a_law_is_made_short_and_says_so(tmp_path, capsys):
    fault = ["--vooraf", f"{FAULTS}:a_slot_fails"]
    steps = tmp_path / "lang.jsonl"
    write_steps(steps, [*NEW, *keys("Ctrl+1", "Ctrl+2", "Ctrl+0"), press("add-participants")])
    uit = ["--uit", str(tmp_path / "uit"), "--zaad", "7"]

    code = main(["--stappen", str(steps), *fault, *uit])

    said = capsys.readouterr().out
    assert code == 1
    assert said.splitlines()[0] == "Zaad 7"
    verdict = r"Dwaaltocht: 6 stappen, zaad 7, gebroken wet: geen fout"
    assert re.fullmatch(verdict, said.splitlines()[-1])
    assert [step.deed for step in read_steps(tmp_path / "uit" / "7" / "kort.jsonl")][-1] == "klik"
    assert len(read_steps(tmp_path / "uit" / "7" / "kort.jsonl")) <= 3
    assert "zwalk" not in said
