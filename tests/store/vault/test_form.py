"""Laws of the ring as a file: what is written is read, and nothing else opens it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.store.vault import form
from beraad.store.vault.form import DamagedRing, Entry, NewerRing, RingState, Way
from beraad.store.vault.paper import RecoveryKey
from beraad.store.vault.sealing import Slowness, WrongSecret, of_password

NAMES = st.binary(min_size=16, max_size=16)
DAYS = st.dates().map(lambda day: day.isoformat())
ENTRIES = st.builds(
    Entry,
    secret=st.binary(min_size=32, max_size=32),
    made=DAYS,
    of=st.sampled_from(["", "34ccecec"]),
)
STATES = st.builds(
    RingState,
    vault=st.binary(min_size=16, max_size=16).map(bytes.hex),
    serial=st.integers(0, 1 << 40),
    master=st.binary(min_size=32, max_size=32),
    ways=st.just(()),
    keys=st.dictionaries(NAMES, ENTRIES, max_size=4),
    gone=st.frozensets(NAMES, max_size=3),
)
PASSWORDS = st.text(min_size=1, max_size=30).filter(str.strip)


@given(STATES, PASSWORDS)
def test_what_is_written_is_opened_by_the_password(state, password):
    state = state.with_way(form.password_way(state, password, today="2026-11-28"))
    assert form.read(form.write(state)).opened_by_password(password) == state


@given(STATES, PASSWORDS, PASSWORDS)
def test_another_password_does_not_open_it(state, password, other):
    state = state.with_way(form.password_way(state, password, today="2026-11-28"))
    if " ".join(other.split()) != " ".join(password.split()):
        from unicodedata import normalize

        if normalize("NFC", other) != normalize("NFC", password):
            with pytest.raises(WrongSecret):
                form.read(form.write(state)).opened_by_password(other)


@given(STATES, st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16))
def test_only_the_paper_opens_the_way_of_the_paper(state, secret, other):
    key = RecoveryKey(secret)
    state = state.with_way(form.paper_way(state, key, today="2026-11-28", tried=True))
    ring = form.read(form.write(state))
    assert ring.opened_by_paper(key) == state
    if other != secret:
        with pytest.raises(WrongSecret):
            ring.opened_by_paper(RecoveryKey(other))
    with pytest.raises(WrongSecret):
        ring.opened_by_password("er is geen wachtzin")


@given(STATES, st.data())
def test_no_flipped_bit_goes_unnoticed(state, data):
    state = state.with_way(form.password_way(state, "vier woorden", today="2026-11-28"))
    whole = bytearray(form.write(state))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises((DamagedRing, NewerRing)):
        form.read(bytes(whole))


@given(STATES, st.data())
def test_half_a_ring_is_no_ring(state, data):
    whole = form.write(state)
    with pytest.raises(DamagedRing):
        form.read(whole[: data.draw(st.integers(0, len(whole) - 1))])


@given(st.binary(max_size=200))
def test_whatever_lies_there_is_read_or_refused(content):
    with pytest.raises(DamagedRing):
        form.read(content)


@given(STATES, STATES)
def test_the_ways_in_of_another_vault_do_not_open_this_one(one, other):
    one = one.with_way(form.password_way(one, "vier woorden", today="2026-11-28"))
    other = replace(other, vault=f"niet {one.vault}", ways=one.ways)
    with pytest.raises(WrongSecret):
        form.read(form.write(other)).opened_by_password("vier woorden")


@given(STATES, st.dictionaries(NAMES, ENTRIES, max_size=3), st.frozensets(NAMES, max_size=2))
def test_an_older_ring_brings_no_key_back_and_takes_none_away(state, more, gone):
    older = state
    newer = replace(
        state,
        serial=state.serial + 1,
        keys={**state.keys, **more},
        gone=state.gone | gone,
    )
    joined = older.joined(newer)
    assert joined == newer.joined(older)
    assert joined.ways == newer.ways
    assert set(joined.keys) == (set(state.keys) | set(more)) - newer.gone
    assert joined.gone == newer.gone
    assert joined.joined(older) == joined


@given(STATES)
def test_a_ring_tells_no_secret_when_it_is_shown(state):
    state = state.with_way(form.password_way(state, "vier woorden", today="2026-11-28"))
    for shown in (repr(state), repr(form.read(form.write(state)))):
        assert state.master.hex() not in shown
        assert repr(state.master) not in shown
        assert all(repr(each.secret) not in shown for each in state.keys.values() if each.secret)


def test_the_file_says_how_slow_a_guess_is_and_no_stranger_makes_it_slower():
    state = form.new_state("vier woorden", today="2026-11-28")
    assert b'"argon2id":{"lanes":' in form.write(state)
    way = state.way(Way.PASSWORD)
    assert way is not None
    for slowness in (Slowness(memory=1 << 30), Slowness(rounds=1 << 20), Slowness(lanes=1 << 10)):
        with pytest.raises(WrongSecret):
            of_password("vier woorden", way.salt, slowness)


def test_a_password_is_the_same_however_it_is_typed():
    salt, little = bytes(16), Slowness(memory=64, rounds=1, lanes=1)
    one = of_password("café olé", salt, little)
    assert of_password("  café   olé\n", salt, little) == one
    assert of_password("Café olé", salt, little) != one


def test_a_ring_of_later_says_so():
    content = form.write(form.new_state("vier woorden", today="2026-11-28"))
    from hashlib import sha256

    _, clear, sealed, *_ = content.split(b"\n")
    body = b"\n".join((b"beraad-sleutels 2", clear, sealed))
    with pytest.raises(NewerRing):
        form.read(body + b"\n" + sha256(body).hexdigest().encode() + b"\n")


def test_what_guards_by_default_is_what_the_documents_say():
    assert Slowness() == Slowness(memory=64 * 1024, rounds=3, lanes=4)


@pytest.mark.usefixtures("passwords_cost_all_they_do")
def test_a_ring_is_made_at_the_full_price():
    state = form.new_state("vier woorden", today="2026-11-28")

    assert state.way(Way.PASSWORD).slowness == Slowness()
