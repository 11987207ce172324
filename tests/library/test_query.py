from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.library import Library
from tui.library.query import MOST_TERMS, Term, matches, terms
from tui.model import Draft


@pytest.fixture
def shelf(library: Library, draft: Callable[..., Draft]) -> Library:
    library.add(
        draft("Élan of the Harbour", byline="Kim Lee", site="The Gazette"),
        tags=["Asia", "long read"],
    )
    library.add(
        draft("Harbour lights", byline="Ana Ruiz", url="https://www.markets.example/a"),
        tags=["asia minor"],
    )
    library.add(draft("100% of_all \\ things", byline='"Quoted" O\'Neil'))
    library.set_read([1], True)
    library.set_starred([2], True)
    library.set_archived([3], True)
    library.add_note(2, "a thought")
    return library


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [3, 2, 1]),
        ("   ", [3, 2, 1]),
        ("harbour", [2, 1]),
        ("HARBOUR elan", [1]),
        ("harb", [2, 1]),
        ("kim", [1]),
        ("gazette", [1]),
        ("asia", [2, 1]),
        ("asia -minor", [1]),
        ("-harbour", [3]),
        ('"harbour lights"', [2]),
        ('"lights harbour"', []),
        ('-"harbour lights"', [3, 1]),
        ("lights harbour", [2]),
        ("tag:asia", [1]),
        ("TAG:Asia", [1]),
        ('tag:"long read"', [1]),
        ("-tag:asia", [3, 2]),
        ("tag:none", []),
        ("site:gazette", [1]),
        ("site:markets.example", [2]),
        ("-site:markets", [3, 1]),
        ("is:unread", [3, 2]),
        ("is:read", [1]),
        ("is:starred", [2]),
        ("is:archived", [3]),
        ("is:noted", [2]),
        ("-is:noted -is:archived", [1]),
        ("is:read is:starred", []),
        ("harbour is:starred", [2]),
        ("100%", [3]),
        ("%", [3]),
        ("of_all", [3]),
        ("o'neil", [3]),
        ("\\", [3]),
        ("is:funny", []),
        ("tag:", []),
    ],
)
def test_a_query_finds(shelf: Library, query: str, found: list[int]) -> None:
    assert list(shelf.ids("all", query=query)) == found


def test_a_query_narrows_a_view_and_its_pages(shelf: Library) -> None:
    assert list(shelf.ids("inbox", "title", "harbour")) == [1, 2]
    assert [a.id for a in shelf.page("starred", "length", "harbour", None, 5)] == [2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=()))
    | st.text(st.sampled_from("is:tagunread \"'-*()%_;\\\x00^NEAR")),
    st.sampled_from(["inbox", "notes", "all"]),
    st.sampled_from(["added", "title", "unread"]),
)
def test_nothing_that_is_typed_is_an_error(
    shelf: Library, query: str, view: str, sort: str
) -> None:
    ids = list(shelf.ids(view, sort, query))
    assert [a.id for a in shelf.page(view, sort, query, None, 10)] == ids
    shelf.notes(query=query)


def test_a_pasted_page_is_cut_short(shelf: Library) -> None:
    assert len(terms("word " * 100_000)) == MOST_TERMS
    assert len(terms('"' * 100_000)) <= MOST_TERMS
    assert len(shelf.ids("all", query="-nothing " * 100_000)) == 3


def test_terms_are_told_apart() -> None:
    assert terms('a -b "c d" tag:"e f" -is:read Site:G "open') == [
        Term("", "a", True),
        Term("", "b", False),
        Term("", "c d", True),
        Term("tag", "e f", True),
        Term("is", "read", False),
        Term("site", "g", True),
        Term("", "open", True),
    ]


def test_a_text_matches_when_every_word_does() -> None:
    assert matches("elan -lights", "The Élan of it")
    assert not matches("elan -lights", "Élan and lights")
    assert not matches("elan lights", "The Élan of it")
