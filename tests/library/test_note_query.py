from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from tui.library import Library
from tui.model import Anchor, Draft

HERE = Anchor("happened in", "What ", " A harbour", 16, 27)


@pytest.fixture
def shelf(library: Library, draft: Callable[..., Draft]) -> Library:
    library.add(draft(), tags=["Sea"])
    library.add(draft("Élan", site="news.example"))
    library.add_note(1, "Trade winds #weather", HERE)
    library.add_note(1, "", HERE)
    library.add_note(2, "Nothing of note. #Übung #weather-map")
    library.add_note(2, "東京タワー")
    return library


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [4, 3, 2, 1]),
        ("trade", [1]),
        ("TRAD", [1]),
        ("trade wind", [1]),
        ('"trade winds"', [1]),
        ('"winds trade"', []),
        ("happened", [2, 1]),
        ("happened -trade", [2]),
        ("elan", [4, 3]),
        ("京タ", [4]),
        ("tag:sea", [2, 1]),
        ("tag:weather", [1]),
        ("#weather", [1]),
        ("tag:ubung", [3]),
        ("-tag:weather", [4, 3, 2]),
        ("has:highlight", [2, 1]),
        ("has:note", [4, 3, 1]),
        ("has:tag", [3, 1]),
        ("-has:note", [2]),
        ("site:news", [4, 3]),
        ("is:unread", [4, 3, 2, 1]),
        ("is:starred", []),
        ("is:lost", []),
        ("...", []),
        ('"', []),
        ("note.", [3]),
    ],
)
def test_a_query_finds_notes(shelf: Library, query: str, found: list[int]) -> None:
    assert list(shelf.note_ids(query)) == found
    assert [note.id for note in shelf.notes(query=query)] == found


def test_rows_come_in_the_order_they_are_asked_for(shelf: Library) -> None:
    shelf.delete_note(3)
    assert [note.id for note in shelf.note_rows([2, 3, 4, 9, 1])] == [2, 4, 1]


def test_tags_are_counted_whatever_their_case(shelf: Library) -> None:
    shelf.add_note(2, "#WEATHER #weather again, #sun and a#b")
    assert shelf.note_tags()["weather"] == 2
    assert set(shelf.note_tags()) == {"weather", "Übung", "weather-map", "sun"}


def test_nothing_that_is_typed_is_an_error(shelf: Library) -> None:
    for query in ("(", "AND OR NOT", "a*b NEAR(", "tag:", "is:", "nosuch:field", "'; DROP", "-"):
        shelf.note_ids(query)


def test_every_wording_of_a_note_is_kept(shelf: Library) -> None:
    shelf.edit_note(1, "Second")
    shelf.edit_note(1, "Third")
    shelf.undo()
    versions = shelf.note_versions(1)
    assert [(each.number, each.text, each.current) for each in versions] == [
        (3, "Third", False),
        (2, "Second", True),
        (1, "Trade winds #weather", False),
    ]


def test_ages_count_from_the_present_that_is_given(shelf: Library) -> None:
    [note] = shelf.notes(1, "trade")
    written = datetime.datetime.fromisoformat(note.created)
    for days, found in ((1, [1]), (30, [])):
        then = written + datetime.timedelta(days=days)
        assert list(shelf.note_ids("trade newer:1w", then)) == found
        assert [each.id for each in shelf.notes(query="trade newer:1w", now=then)] == found
    assert shelf.note_problems("newer:2x", written) == shelf.note_problems("newer:2x")


def test_a_tag_with_a_sign_is_found(library: Library, draft: Callable[..., Draft]) -> None:
    library.add(draft("One"))
    library.add_note(1, "About #C++")
    library.add_note(1, "About #c")
    for query, found in (("tag:c++", [1]), ("#c++", [1]), ("tag:c", [2]), ("tag:c#", [])):
        assert [note.id for note in library.notes(query=query)] == found
