from __future__ import annotations

import pytest

from tui.text.tags import has_tag, tags_in


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Ask. #harbour #sea-level", ["harbour", "sea-level"]),
        ("#c++ and #c# and #f#, not #c", ["c++", "c#", "f#", "c"]),
        ("#größe #學 #a_b", ["größe", "學", "a_b"]),
        ("no#tag, # none, #", []),
        ("#one+two #a#b #x+++", ["one", "a", "x"]),
        ("#same #same", ["same"]),
    ],
)
def test_the_tags_of_a_note(text: str, tags: list[str]) -> None:
    assert tags_in(text) == tags


def test_a_tag_is_found_whatever_its_case() -> None:
    assert has_tag("About #C++", "c++")
    assert not has_tag("About #c++", "c")
