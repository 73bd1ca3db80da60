"""Laptops that hand each other files come to the same register, whatever happens on the way."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal as signals_of_the_system
import stat
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from beraad.errors import Solvable
from beraad.publishing.asking import asked, questions_in, replied
from beraad.publishing.exchanging import file_of, receive, send
from beraad.publishing.judging import judged, taken_back
from beraad.publishing.stepping import StepOpen, known, reworded, taken
from beraad.records import Id, Often, SignalContent, StepKind
from beraad.signals.event_file import read
from beraad.signals.judgements import judgements, mark_of_title
from beraad.signals.overview import Judgement
from beraad.store.register import Register
from beraad.store.register_lines import events_about
from tests.steps import DAY, SIGNAL, a_step, passed_on
from tests.store.support import start_python


class Laptop:
    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.path = home / "register.sqlite"

    def put(self, *signals):
        with Register.open(self.path) as register:
            register.put(*signals)

    def all(self):
        with Register.open(self.path) as register:
            return register.signals(), register.lines()

    @property
    def device(self):
        with Register.open(self.path) as register:
            return register.device


@pytest.fixture
def shared(tmp_path):
    made = tmp_path / "gedeeld"
    made.mkdir()
    return made


@pytest.fixture
def one(tmp_path):
    return Laptop(tmp_path / "een")


@pytest.fixture
def other(tmp_path):
    return Laptop(tmp_path / "ander")


def test_what_one_wrote_the_other_has_and_both_go_on(one, other, shared):
    one.put(SIGNAL)
    send(one.path, shared)
    assert receive(other.path, shared).new == 1
    taken(SIGNAL.id, passed_on(), other.path)
    send(other.path, shared)

    assert receive(one.path, shared).new == 1
    assert receive(one.path, shared).new == 0
    assert one.all() == other.all()
    assert len(one.all()[0][0].steps) == 1
    assert sorted(each.name for each in shared.iterdir()) == sorted(
        file_of(each.device) for each in (one, other)
    )


def test_what_both_changed_at_once_is_chosen_by_a_person_and_that_is_handed_on(one, other, shared):
    one.put(replace(SIGNAL, steps=(passed_on(),)))
    send(one.path, shared)
    receive(other.path, shared)
    no = a_step(StepKind.ANSWERED, words="Nee.")
    taken(SIGNAL.id, a_step(StepKind.ANSWERED, words="Ja."), one.path)
    taken(SIGNAL.id, no, other.path)
    for laptop in (one, other):
        send(laptop.path, shared)
    for laptop in (one, other):
        receive(laptop.path, shared)
        assert known(SIGNAL.id, laptop.path).in_dispute

    taken(SIGNAL.id, a_step(StepKind.UNDONE, about=no.id), one.path)
    send(one.path, shared)
    receive(other.path, shared)

    assert not known(SIGNAL.id, other.path).in_dispute
    assert one.all() == other.all()


def test_a_step_that_nobody_read_does_not_cross_and_its_first_words_never_do(one, other, shared):
    step = a_step(StepKind.ANSWERED, words="Mevrouw Jansen belt 06-12345678.")
    one.put(replace(SIGNAL, steps=(passed_on(), step)))

    with pytest.raises(StepOpen):
        send(one.path, shared)
    assert list(shared.iterdir()) == []

    reworded(SIGNAL.id, replace(step, words="Een inwoner belt."), one.path)
    made = send(one.path, shared)
    assert "Jansen" not in made.read_text("utf-8")
    receive(other.path, shared)
    assert one.all() == other.all()


def test_what_was_erased_is_erased_with_the_other(one, other, shared):
    one.put(replace(SIGNAL, team="Zwaluwstaartmerk"))
    send(one.path, shared)
    receive(other.path, shared)
    with Register.open(one.path) as register:
        register.remove(SIGNAL.id)
    send(one.path, shared)
    receive(other.path, shared)

    assert other.all() == ((), ())
    assert b"Zwaluwstaartmerk" not in other.path.read_bytes()
    assert b"Zwaluwstaartmerk" not in next(shared.iterdir()).read_bytes()


def test_a_step_put_in_other_words_loses_the_first_with_the_other_too(one, other, shared):
    step = a_step(StepKind.ANSWERED, words="Het zwaluwstaartmerk blijft.")
    one.put(replace(SIGNAL, steps=(passed_on(), step)))
    send(one.path, shared)
    receive(other.path, shared)
    reworded(SIGNAL.id, replace(step, words="Ja."), one.path)
    send(one.path, shared)
    receive(other.path, shared)

    assert one.all() == other.all()
    assert b"zwaluwstaartmerk" not in other.path.read_bytes()


@pytest.mark.parametrize("who_sends_first", ["original", "copy"])
def test_a_copied_laptop_is_known_for_one_and_nothing_is_lost(tmp_path, shared, who_sends_first):
    original, copy = Laptop(tmp_path / "een"), Laptop(tmp_path / "kopie")
    original.put(SIGNAL)
    send(original.path, shared)
    shutil.copy(original.path, copy.path)
    steps = {"original": passed_on(words="van hier"), "copy": passed_on(words="van de kopie")}
    laptops = {"original": original, "copy": copy}
    for name, laptop in laptops.items():
        taken(SIGNAL.id, steps[name], laptop.path)
    order = sorted(laptops, key=lambda name: name != who_sends_first)
    for _ in range(2):
        for name in order:
            send(laptops[name].path, shared)
            receive(laptops[name].path, shared)
    receive(laptops[order[0]].path, shared)

    assert original.device != copy.device
    assert original.all() == copy.all()
    assert {step.words for step in original.all()[0][0].steps} == {"van hier", "van de kopie"}


def test_a_laptop_put_back_from_a_copy_gets_back_what_it_wrote(one, shared, tmp_path):
    one.put(SIGNAL)
    shutil.copy(one.path, tmp_path / "reservekopie")
    taken(SIGNAL.id, passed_on(), one.path)
    whole = one.all()
    send(one.path, shared)
    shutil.copy(tmp_path / "reservekopie", one.path)

    receive(one.path, shared)

    assert one.all() == whole


def cut(data):
    return data[: len(data) // 2]


def altered(data):
    return data.replace(b"Wachttijd", b"Wachttyd")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (cut, "regel"),
        (altered, "regel 2: de inhoud is veranderd"),
        (lambda _: b"", "niet heel"),
        (lambda _: b"\x00" * 500, "regel 1"),
        (lambda data: data[: data.rindex(b"{")], "het einde ontbreekt"),
    ],
)
def test_a_broken_file_is_refused_whole_and_the_others_are_read(
    one, other, shared, tmp_path, spoil, why
):
    one.put(SIGNAL)
    broken = send(one.path, shared)
    broken.write_bytes(spoil(broken.read_bytes()))
    third = Laptop(tmp_path / "derde")
    third.put(replace(SIGNAL, id=Id("drie")))
    send(third.path, shared)
    received = receive(other.path, shared)

    (refused,) = received.refused
    assert "register is niet veranderd" not in str(refused.kept)
    assert "De andere bestanden zijn wel gelezen." in refused.kept
    assert broken.name in refused.happened
    assert why in refused.happened
    assert "Wacht" not in str(refused)
    assert [each.id for each in other.all()[0]] == ["drie"]

    send(one.path, shared)
    assert receive(other.path, shared).refused == ()
    assert len(other.all()[0]) == 2


def test_of_a_newer_beraad_this_one_is_to_be_brought_up(one, other, shared):
    one.put(SIGNAL)
    made = send(one.path, shared)
    head, _, rest = made.read_bytes().partition(b"\n")
    said = json.loads(head)
    said["beraad-register"] += 1
    made.write_bytes(json.dumps(said).encode() + b"\n" + rest)

    (refused,) = receive(other.path, shared).refused

    assert "een nieuwere versie van Beraad" in refused.happened
    assert refused.way_out == "Werk Beraad op deze laptop bij en lees dan nog eens."


def test_other_files_in_the_folder_are_left_alone_and_told(one, shared):
    (shared / "notities.txt").write_text("van iemand anders", "utf-8")
    (shared / "leeg.jsonl").touch()
    (shared / "een map").mkdir()
    for name in ("desktop.ini", ".~lock.notities.txt#", "~$notities.docx"):
        (shared / name).write_bytes(b"x")
    (shared / f"register-{'a' * 32}.jsonl").mkdir()
    one.put(SIGNAL)
    send(one.path, shared)
    received = receive(one.path, shared)

    assert [each.happened for each in received.refused if "map" in each.happened]
    assert received.files == 0  # Its own file is of no other laptop.
    assert tuple(note.sentence for note in received.notes) == (
        "leeg.jsonl is overgeslagen: het is geen register van Beraad.",
        "notities.txt is overgeslagen: het is geen register van Beraad.",
    )


@pytest.mark.parametrize(
    "name",
    ["{} (1).jsonl", "{}-conflict-20261129-0812.jsonl", "{}.jsonl.bak", "kopie.txt", "{}.JSONL"],
)
def test_a_file_that_got_another_name_is_read_when_it_is_whole(one, other, shared, name):
    one.put(SIGNAL)
    made = send(one.path, shared)
    named = made.rename(shared / name.format(made.stem))
    received = receive(other.path, shared)

    assert received.new == 1
    assert other.all() == one.all()
    (note,) = received.notes
    assert note.sentence.endswith("is gelezen, al heet het anders dan Beraad schreef.")

    named.write_bytes(cut(named.read_bytes()))
    assert len(receive(other.path, shared).refused) == 1


def test_a_conflict_of_our_own_file_is_a_copy_of_us_and_nothing_is_lost(tmp_path, shared):
    one, copy = Laptop(tmp_path / "een"), Laptop(tmp_path / "kopie")
    one.put(SIGNAL)
    shutil.copy(one.path, copy.path)
    taken(SIGNAL.id, passed_on(words="van de kopie"), copy.path)
    theirs = send(copy.path, shared)
    theirs.rename(shared / f"{theirs.stem}-conflict.jsonl")
    taken(SIGNAL.id, passed_on(words="van hier"), one.path)
    assert receive(one.path, shared).new == 1

    assert one.device != copy.device
    send(one.path, shared)
    receive(copy.path, shared)
    assert one.all() == copy.all()
    assert len(copy.all()[0][0].steps) == 2


def test_a_folder_that_is_not_there_and_a_register_that_is_not_there_are_told(one, shared):
    with pytest.raises(Solvable, match="geen register"):
        send(one.path, shared)
    one.put(SIGNAL)
    for way in (send, receive):
        with pytest.raises(Solvable, match="is er niet"):
            way(one.path, shared / "weg")


KILLED = """
import os, signal, sys
from pathlib import Path
from beraad.publishing.exchanging import receive
from beraad.store import register

left = [int(sys.argv[3])]

def dying(real):
    def do(*arguments, **named):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*arguments, **named)
    return do

for name in ("row_of_event", "_derive", "_erase_what_was_made_of"):
    setattr(register, name, dying(getattr(register, name)))
receive(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
@pytest.mark.parametrize("after", [0, 3, 7, 11, 15])
def test_a_kill_while_taking_in_leaves_all_of_a_file_or_nothing(
    one, other, shared, tmp_path, after
):
    third = Laptop(tmp_path / "derde")
    for name, laptop in (("een", one), ("drie", third)):
        laptop.put(*(replace(SIGNAL, id=Id(f"{name}-{number}")) for number in range(6)))
        send(laptop.path, shared)
    with start_python(KILLED, other.path, shared, str(after)) as process:
        process.communicate()
    assert process.returncode == -signals_of_the_system.SIGKILL

    signals, lines = other.all()
    assert len(signals) == len(lines) == (6 if after > 7 else 0)
    receive(other.path, shared)
    assert len(other.all()[0]) == 12


class Municipality(RuleBasedStateMachine):
    """Three laptops and a folder, against a plain model: sets of what each has and put there."""

    @initialize()
    def begins(self):
        self.place = TemporaryDirectory()
        home = Path(self.place.name)
        self.shared = home / "gedeeld"
        self.shared.mkdir()
        self.laptops = [Laptop(home / str(number)) for number in range(3)]
        self.has: list[set[str]] = [set(), set(), set()]
        self.own: list[set[str]] = [set(), set(), set()]
        self.there: dict[int, set[str]] = {}
        self.earlier: dict[int, tuple[bytes, set[str]]] = {}
        self.count = 0

    @rule(who=st.integers(0, 2), which=st.sampled_from("ab"))
    def a_signal_is_written(self, who, which):
        self.count += 1
        text = f"tekst {self.count}"
        with Register.open(self.laptops[who].path) as register:
            now = register.folded(Id(which)).signal
            steps = now.steps if now else ()
            content = SignalContent(what=text)
            register.put(replace(SIGNAL, id=Id(which), content=content, steps=steps))
        self._wrote(who, text)

    @rule(who=st.integers(0, 2), which=st.sampled_from("ab"), kind=st.sampled_from(StepKind))
    def a_step_is_taken(self, who, which, kind):
        self.count += 1
        text = f"stap {self.count}"
        with Register.open(self.laptops[who].path) as register:
            now = register.folded(Id(which)).signal
            if now is None:
                return
            step = a_step(kind, id=Id(text.replace(" ", "-")), how=text)
            register.put(replace(now, steps=(*now.steps, step)))
        self._wrote(who, text)

    @rule(who=st.integers(0, 2), same=st.sampled_from([True, False, None]))
    def two_knelpunten_are_judged(self, who, same):
        said = Judgement("tekst 1", "tekst 2", same=bool(same))
        path = self.laptops[who].path
        if same is None:
            taken_back(path, said)
        else:
            judged(path, said)
        self.own[who].add("")

    @rule(who=st.integers(0, 2))
    def a_question_is_asked(self, who):
        self.count += 1
        text = f"Zien jullie tekst {self.count}?"
        asked(self.laptops[who].path, text, role="beleid", today=DAY)
        self.own[who].add("")

    @rule(who=st.integers(0, 2), often=st.sampled_from(Often), team=st.sampled_from("NZ"))
    def a_question_is_answered(self, who, often, team):
        path = self.laptops[who].path
        for one in questions_in(path):
            replied(path, one.question, often=often, team=team, held_on=DAY, today=DAY)
            self.own[who].add("")

    @rule(who=st.integers(0, 2))
    def a_file_is_written(self, who):
        if not self.own[who]:
            return
        path = send(self.laptops[who].path, self.shared)
        if who not in self.earlier:
            self.earlier[who] = (path.read_bytes(), set(self.own[who]))
        self.there[who] = set(self.own[who])

    @rule(who=st.integers(0, 2))
    def files_are_read(self, who):
        assert receive(self.laptops[who].path, self.shared).refused == ()
        for writer, said in self.there.items():
            if writer != who:
                self.has[who] |= said

    @rule(who=st.integers(0, 2))
    def a_file_is_lost(self, who):
        if who in self.there:
            (self.shared / file_of(self.laptops[who].device)).unlink()
            del self.there[who]

    @rule(who=st.integers(0, 2))
    def an_old_file_comes_back(self, who):
        if who in self.earlier:
            data, said = self.earlier[who]
            (self.shared / file_of(self.laptops[who].device)).write_bytes(data)
            self.there[who] = said

    @invariant()
    def every_laptop_has_what_the_model_says(self):
        if not hasattr(self, "place"):
            return
        for laptop, has in zip(self.laptops, self.has, strict=True):
            with Register.open(laptop.path) as register:
                events = [*register.events("signal"), *register.events("step")]
                for each in {each.entity for each in events}:
                    assert register.folded(each).heads
            told = "\n".join(each.payload or "" for each in events)
            assert {text for text in self._everything() if f'"{text}"' in told} == has - {""}

    def teardown(self):
        if not hasattr(self, "place"):
            return
        for who in range(3):
            self.a_file_is_written(who)
        for laptop in self.laptops:
            receive(laptop.path, self.shared)
        first, *rest = (laptop.all() for laptop in self.laptops)
        assert all(each == first for each in rest)
        titles = {mark_of_title(text): text for text in ("tekst 1", "tekst 2")}
        first, *rest = (
            (questions_in(one.path), judgements(events_about(one.path, "knelpunten-"), titles))
            for one in self.laptops
        )
        assert all(each == first for each in rest)
        self.place.cleanup()

    def _wrote(self, who, text):
        self.has[who].add(text)
        self.own[who].add(text)

    def _everything(self):
        return set().union(*self.own) - {""}


TestMunicipality = Municipality.TestCase
TestMunicipality.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)


def test_a_file_says_nothing_but_events(one, shared):
    one.put(SIGNAL)
    made = send(one.path, shared)

    assert [each.kind for each in read(made.read_bytes().splitlines(keepends=True))] == ["signal"]


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
def test_who_shares_the_folder_can_read_what_a_laptop_writes(one, shared):
    shared.chmod(0o2770)
    one.put(SIGNAL)
    for _ in range(2):
        path = send(one.path, shared)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_is_not_ours_to_read_tells_what_mends_that(one, other, shared, monkeypatch):
    other.put(SIGNAL)
    send(other.path, shared)

    def refuse(path, **_):
        raise PermissionError(errno.EACCES, "je mag het niet lezen", str(path))

    monkeypatch.setattr("beraad.publishing.exchanging.opened", refuse)
    (refused,) = receive(one.path, shared).refused

    assert "Geef iedereen die uitwisselt het recht" in refused.way_out
