"""When two sentences say the same."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tui.summarize.profiles import Profile, Standing
from tui.summarize.redundancy import Said

_STEMS = st.frozensets(st.integers(0, 11), max_size=9)


def _said(*sets: frozenset[int]) -> Said:
    return Said(
        [Profile(9, stems, 0, Standing.WHOLE, ended=True, dangling=False) for stems in sets]
    )


def test_two_fifths_of_the_shorter_sentence_are_too_much() -> None:
    long, short = frozenset(range(12)), frozenset({0, 1, 2, 3, 20, 21, 22, 23, 24, 25})
    said = _said(long, short)
    said.add(long, "a")
    assert said.repeats(short, "b")


def test_less_may_be_shared() -> None:
    first, second = frozenset(range(12)), frozenset({0, 1, 2, 20, 21, 22, 23, 24, 25, 26})
    said = _said(first, second)
    said.add(first, "a")
    assert not said.repeats(second, "b")


def test_two_shared_stems_are_never_too_much() -> None:
    first, second = frozenset({1, 2, 3}), frozenset({1, 2, 4})
    said = _said(first, second)
    said.add(first, "a")
    assert not said.repeats(second, "b")


def test_short_sentences_with_the_same_stems_are_the_same() -> None:
    said = _said(frozenset({1, 2}))
    said.add(frozenset({1, 2}), "a")
    assert said.repeats(frozenset({1, 2}), "b")


def test_the_same_wording_is_the_same_without_any_stem() -> None:
    said = _said(frozenset())
    said.add(frozenset(), "soitis")
    assert said.repeats(frozenset(), "soitis")
    assert not said.repeats(frozenset(), "soitwas")


@given(st.lists(_STEMS, max_size=12))
def test_looking_up_rare_stems_alone_misses_no_repetition(sets: list[frozenset[int]]) -> None:
    for first, second in combinations(sets, 2):
        said = _said(*sets)
        said.add(first, "a")
        shared = len(first & second)
        expected = shared >= max(3, 0.4 * min(len(first), len(second)))
        assert said.repeats(second, "b") == (expected or (first == second != frozenset()))
