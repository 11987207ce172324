from __future__ import annotations

import pytest

from tui.text.counting import counted


@pytest.mark.parametrize(
    ("many", "words"),
    [(0, "0 changes"), (1, "1 change"), (3, "3 changes"), (1204, "1,204 changes")],
)
def test_things_are_counted_in_words(many: int, words: str) -> None:
    assert counted(many, "change") == words


def test_a_plural_of_its_own_is_used() -> None:
    assert counted(2, "reply", "replies") == "2 replies"
