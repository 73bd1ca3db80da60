from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.dutch.word_list import WordList

words = st.text("abcz", min_size=1, max_size=6)


@given(st.sets(words), words)
def test_a_word_list_holds_what_a_set_of_the_same_words_holds(some: set[str], sought: str) -> None:
    listed = WordList("\n".join(sorted(some)).encode("ascii"))
    assert set(listed) == some
    assert len(listed) == len(some)
    assert all(word in listed for word in some)
    assert (sought in listed) == (sought in some)
    assert not {"", "é", "a\nb"} & {word for word in ("", "é", "a\nb") if word in listed}
