from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.library.identity import (
    fold,
    published_key,
    storable,
    text_hash,
    title_key,
)


@given(st.text())
def test_any_text_can_be_keyed_and_stored(text: str) -> None:
    for made in (fold(text), title_key(text), text_hash(text), published_key(text)):
        made.encode("utf-8")
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(exclude_categories=())))
def test_storing_replaces_one_for_one(text: str) -> None:
    stored = storable(text)
    stored.encode("utf-8")
    assert len(stored) == len(text)


def test_blanks_and_line_ends_do_not_make_another_text() -> None:
    assert text_hash("One two\r\nthree ") == text_hash("One  two three")
    assert text_hash("One two") != text_hash("One, two")
    assert text_hash(" \n") == ""


def test_titles_sort_by_their_first_letter_whatever_its_case_accent_or_quote() -> None:
    titles = ["zebra", "“Eels”", "Élan", "apple", "Über", "7 days", "Éclair", "…"]
    assert sorted(titles, key=title_key) == [
        "…", "7 days", "apple", "Éclair", "“Eels”", "Élan", "Über", "zebra",
    ]  # fmt: skip


def test_dates_sort_by_the_moment_they_mean() -> None:
    dates = [
        "2025-08-24T23:30:00-02:00",
        "2025-08-25T00:30:00+02:00",
        "2025-08",
        "2025-08-25",
        "",
        "2024",
    ]
    assert sorted(dates, key=published_key) == [
        "",
        "2024",
        "2025-08",
        "2025-08-25T00:30:00+02:00",
        "2025-08-25",
        "2025-08-24T23:30:00-02:00",
    ]
