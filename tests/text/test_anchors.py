from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.anchors import anchor, locate

TEXT = (
    "The council met on Monday. The mayor said the bridge is safe. Critics disagreed.\n"
    "The council met on Friday. The mayor said the road is closed. Nobody disagreed."
)


def test_an_anchor_keeps_the_words_their_surroundings_and_their_place() -> None:
    start = TEXT.index("the bridge")
    made = anchor(TEXT, start, start + 10)
    assert (made.exact, made.start, made.end) == ("the bridge", start, start + 10)
    assert made.prefix == TEXT[start - 32 : start]
    assert made.suffix == TEXT[start + 10 : start + 42]


@given(st.data())
def test_every_place_is_found_again_in_an_unchanged_text(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    if TEXT[start:end].strip():
        assert locate(TEXT, anchor(TEXT, start, end)) == (start, end)


@pytest.mark.parametrize("words", ["The council met", "disagreed", "The mayor said", "is safe"])
@pytest.mark.parametrize("find", [TEXT.find, TEXT.rfind])
def test_text_put_before_moves_the_place_along(words: str, find: Callable[[str], int]) -> None:
    start = find(words)
    moved = "A new first paragraph.\n\n" + TEXT
    found = locate(moved, anchor(TEXT, start, start + len(words)))
    assert found == (start + 24, start + 24 + len(words))


def test_equal_words_are_told_apart_by_their_surroundings() -> None:
    second = TEXT.rindex("The mayor said")
    swapped = TEXT[82:] + "\n" + TEXT[:81]
    found = locate(swapped, anchor(TEXT, second, second + 14))
    assert found is not None
    assert swapped[found.start :].startswith("The mayor said the road")


def test_no_place_is_better_than_a_wrong_one() -> None:
    made = anchor("He said yes to it all at once.", 8, 11)
    assert locate("yes, and yes, and yes", made) is None
    assert locate("A text in which another person has told us: yes!", made) is None
    assert locate("Nothing of that kind.", made) is None
    assert locate("", made) is None


def test_blanks_quotation_marks_and_dashes_may_differ() -> None:
    old = 'He said "we will pay more - much more" and left.'
    new = "Yesterday he said “we will\n  pay more — much more” and left."
    start = old.index('"we')
    found = locate(new, anchor(old, start, old.index(" and left")))
    assert found is not None
    assert new[found.start : found.end] == "“we will\n  pay more — much more”"


def test_blank_words_have_no_place() -> None:
    assert locate("a   b", anchor("a   b", 1, 3)) is None


def test_a_flood_of_repeats_is_given_up() -> None:
    text = "ab " * 100_000
    made = anchor("x" * 40 + "ab" + "y" * 40, 40, 42)
    assert locate(text, made) is None
