"""What was made of a signal goes with it, in whatever order it is heard."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beraad.records import Id
from beraad.signals.events import event
from beraad.signals.following import made_of_erased
from tests.steps import SIGNAL

PLAIN = event(
    device="a" * 32, seq=1, prev="", kind="erased", entity=SIGNAL.id, seen=(), payload="{}"
)
ABOUT = {name: Id(name) for name in "abcd"}


def erasing(entity, *seen):
    return replace(PLAIN, entity=Id(entity), seen=seen)


def test_making_room_erases_nothing_and_erasing_follows_all_the_way():
    a_to_b, b_to_c, a_to_d = erasing("a", "a", "b"), erasing("b", "b", "c"), erasing("a", "a", "d")

    assert made_of_erased([a_to_b, b_to_c, a_to_d], ABOUT) == ()
    assert made_of_erased([a_to_b, b_to_c, a_to_d, erasing("a", "a")], ABOUT) == ("c", "d")
    assert made_of_erased([a_to_b, b_to_c, a_to_d, erasing("b", "b")], ABOUT) == ("c",)
    assert made_of_erased([a_to_b, erasing("a", "a"), erasing("b", "b")], ABOUT) == ()
    assert made_of_erased([a_to_b, erasing("a", "a", "not here yet")], ABOUT) == ()


@given(
    st.lists(
        st.builds(
            lambda entity, seen: erasing(entity, *seen),
            st.sampled_from("abcd"),
            st.lists(st.sampled_from("abcd"), max_size=3),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_makes_no_difference_and_once_done_it_is_done(erased, dice):
    found = made_of_erased(erased, ABOUT)
    mixed = list(erased)
    dice.shuffle(mixed)

    assert made_of_erased(mixed, ABOUT) == found
    assert not set(found) & {each.entity for each in erased}
    assert made_of_erased([*erased, *(erasing(each, each) for each in found)], ABOUT) == ()
