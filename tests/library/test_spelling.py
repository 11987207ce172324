from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.spelling import misspelt, slips

WORDS = st.text(alphabet="abc", max_size=7)


@pytest.mark.parametrize(
    ("typed", "meant", "number"),
    [
        ("tag", "tag", 0),
        ("", "tag", 3),
        ("tga", "tag", 1),
        ("tags", "tag", 1),
        ("newr", "newer", 1),
        ("sita", "site", 1),
        ("title", "site", 2),
        ("lang", "longer", 3),
        ("ca", "abc", 3),
    ],
)
def test_slips_are_counted(typed: str, meant: str, number: int) -> None:
    assert slips(typed, meant) == number
    assert slips(meant, typed) == number


@given(WORDS, WORDS)
def test_slips_are_bounded_by_the_lengths(one: str, other: str) -> None:
    assert abs(len(one) - len(other)) <= slips(one, other) <= max(len(one), len(other))
    assert (slips(one, other) == 0) == (one == other)


@pytest.mark.parametrize(
    ("typed", "meant", "near"),
    [
        ("tga", "tag", True),
        ("speker", "speaker", True),
        ("figures", "figure", True),
        ("sohrtter", "shorter", True),
        ("title", "site", False),
        ("lang", "longer", False),
        ("id", "is", False),
        ("tag", "tag", False),
        ("text", "tag", False),
    ],
)
def test_only_a_near_word_is_a_misspelling(typed: str, meant: str, near: bool) -> None:
    assert misspelt(typed, meant) is near
