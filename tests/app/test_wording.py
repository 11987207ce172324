"""Numbers and times as panel, list and status line say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.glyphs import PLAIN, TYPOGRAPHIC
from tui.app.wording import (
    difference,
    normalised,
    number,
    ordinal,
    source_name,
    when,
    with_keys,
)
from tui.desk import SAMPLE_SOURCE
from tui.model import Article, Figure, FigureKind

NOW = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (0.25, "0.25"),
        (15.0, "15"),
        (-3.5, "-3.5"),
        (1204, "1,204"),
        (350_000, "350,000"),
        (1_500_000, "1.5 m"),
        (91_200_000_000, "91.2 bn"),
        (126_000_000_000_000, "126 tn"),
        (-0.00001, "0"),
        (1 / 3, "0.3333"),
    ],
)
def test_values_are_as_short_as_they_can_be_said(value: float, words: str) -> None:
    assert number(value) == words


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_value_has_words(value: float) -> None:
    assert number(value)


def figure(kind: FigureKind, value: float | None = None, **more: object) -> Figure:
    return Figure(0, 1, kind, value, **more)  # type: ignore[arg-type]  # named in each test


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (figure(FigureKind.MONEY, 126e12, unit="KRW"), "126 tn KRW"),
        (figure(FigureKind.PERCENT, 25.0, unit="%"), "25 %"),
        (figure(FigureKind.DURATION, 5.0, unit="yr"), "5 yr"),
        (figure(FigureKind.COUNT, 10.0, value2=15.0, unit="ship"), "10–15 ship"),
        (figure(FigureKind.DATE, date="2030"), "2030"),
        (figure(FigureKind.DATE, 2030.0, date="2030-07"), "2030-07"),
        (figure(FigureKind.MULTIPLE, 3.0), "3 ×"),
        (figure(FigureKind.COUNT), ""),
    ],
)
def test_what_a_figure_says_in_one_notation(found: Figure, words: str) -> None:
    assert normalised(found) == words


@pytest.mark.parametrize(
    ("kind", "unit", "before", "after", "step"),
    [
        (FigureKind.PERCENT, "%", 25, 15, "−10 points"),
        (FigureKind.PERCENT, "%", 4, 5, "+1 point"),
        (FigureKind.PERCENT, "%", 4.1, 4.3, "+0.2 points"),
        (FigureKind.MONEY, "EUR", 1e6, 2.5e6, "+1.5 m EUR"),
        (FigureKind.COUNT, None, 7, 7, "0"),
        (FigureKind.COUNT, None, 12, 9, "−3"),
    ],
)
def test_the_difference_of_a_change_is_signed(
    kind: FigureKind, unit: str | None, before: float, after: float, step: str
) -> None:
    first, second = figure(kind, before, unit=unit), figure(kind, after, unit=unit)
    assert difference(first, second, TYPOGRAPHIC) == step
    assert difference(first, second, PLAIN) == step.replace("−", "-")


def test_a_change_without_values_has_no_difference() -> None:
    unknown = figure(FigureKind.COUNT)
    assert difference(unknown, figure(FigureKind.COUNT, 3.0), TYPOGRAPHIC) == ""


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(seconds=-30), "just now"),
        (timedelta(minutes=7), "7 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(hours=13), "yesterday"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=40), "2 Feb 2026"),
    ],
)
def test_how_long_ago_is_said_calmly(ago: timedelta, words: str) -> None:
    assert when((NOW - ago).isoformat(), NOW) == words


def test_days_are_the_days_of_the_reader() -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))  # nine in the evening there
    assert when("2026-03-13T16:00:00+00:00", tokyo) == "20 h ago"
    assert when("2026-03-13T14:00:00+00:00", tokyo) == "yesterday"


def test_a_moment_that_cannot_be_read_is_left_out() -> None:
    assert when("", NOW) == ""
    assert when("in spring", NOW) == ""
    assert when("2026-03-14T11:59:30", NOW) == "just now"


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article(1, "T", site="Harbour Gazette", byline="Ada Lenn"), "Harbour Gazette"),
        (Article(1, "T", byline="Ada Lenn"), "Ada Lenn"),
        (Article(1, "T", source="/home/reader/clips/walk.txt"), "walk.txt"),
        (Article(1, "T", source="pasted text"), "pasted text"),
        (Article(1, "T", source=f"{SAMPLE_SOURCE}a.txt"), "sample"),
    ],
)
def test_where_an_article_is_from_in_a_few_words(article: Article, name: str) -> None:
    assert source_name(article) == name


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (113, "113th"),
     (21, "21st"), (1002, "1,002nd")],
)  # fmt: skip
def test_a_place_in_a_row_is_said_in_full(number: int, said: str) -> None:
    assert ordinal(number) == said


def test_commands_named_in_a_sentence_become_their_keys() -> None:
    keys = {"undo": "f9", "all-read": "A"}
    assert with_keys("{undo} undoes {all-read}.", keys.__getitem__) == "f9 undoes A."
    assert with_keys("No command here {}.", keys.__getitem__) == "No command here {}."
