from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.tabs.hits import SHOWN, stops_of
from tui.model import Hit, Where


def places(*wheres: str, article: int = 1) -> list[Hit]:
    return [Hit(article, Where(where), "words", (), n, n + 1) for n, where in enumerate(wheres)]


def shown(*wheres: str) -> list[str]:
    stops = stops_of(places(*wheres))
    return [stop.hit.where.value if stop.hit else f"{stop.more} more" for stop in stops]


def test_the_first_of_each_kind_is_shown_and_how_many_more_there_are() -> None:
    assert shown("text", "text") == ["text", "text"]
    assert shown(*["text"] * 5) == ["text", "text", "text", "2 more"]
    assert shown(*["text"] * 4, "figure", "quote", "note") == [
        *("text", "figure", "quote", "note", "3 more")
    ]
    assert shown("title", *["text"] * 5) == ["title", "text", "text", "text", "2 more"]


def test_a_single_hit_takes_the_line_that_would_speak_of_it() -> None:
    assert shown(*["text"] * (SHOWN + 1)) == ["text"] * (SHOWN + 1)


def test_a_title_stands_above_its_text() -> None:
    assert shown("note", "title", "text") == ["title", "note", "text"]


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(Where)), max_size=30))
def test_no_hit_is_lost_and_articles_stand_together(found: list[tuple[int, Where]]) -> None:
    hits = [Hit(article, where, "", (), n, n + 1) for n, (article, where) in enumerate(found)]
    stops = stops_of(hits)
    assert sum(stop.more if stop.hit is None else 1 for stop in stops) == len(hits)
    assert {stop.hit for stop in stops_of(hits, {1, 2, 3})} == set(hits)
    order = [stop.article for stop in stops]
    assert order == sorted(order, key=[hit.article for hit in hits].index)
