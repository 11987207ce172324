"""The Numbers tab as it is drawn."""

from __future__ import annotations

import pytest

from tests.app.material import drawn, reading_of, span_of
from tui.app.glyphs import PLAIN
from tui.app.paint import cells
from tui.app.tabs.numbers import numbers_tab
from tui.model import Figure, FigureKind, Relation, RelationKind, Span

TEXT = (
    "The toll falls from 25 percent to 15 percent. The repair cost 126 trillion won, or about "
    "$91.2 billion, over eleven weeks.\n\n"
    "Some 4,200 lorries waited on 14 March, 140 percent of the usual. First came the post.\n"
)
READING = reading_of(TEXT)


def at(words: str) -> Span:
    return span_of(TEXT, words)


FIGURES = (
    Figure(*at("25 percent"), FigureKind.PERCENT, 25.0, unit="%",
           relation=Relation(RelationKind.CHANGE_TO, at("15 percent"))),
    Figure(*at("15 percent"), FigureKind.PERCENT, 15.0, unit="%", noun="toll",
           relation=Relation(RelationKind.CHANGE_FROM, at("25 percent"))),
    Figure(*at("126 trillion won"), FigureKind.MONEY, 126e12, unit="KRW",
           relation=Relation(RelationKind.EQUIVALENT, at("$91.2 billion"))),
    Figure(*at("$91.2 billion"), FigureKind.MONEY, 91.2e9, unit="USD", approx="about",
           relation=Relation(RelationKind.EQUIVALENT, at("126 trillion won"))),
    Figure(*at("eleven weeks"), FigureKind.DURATION, 11.0, unit="wk"),
    Figure(*at("4,200"), FigureKind.COUNT, 4200.0, approx="Some", noun="lorries"),
    Figure(*at("14 March"), FigureKind.DATE),
    Figure(*at("140 percent"), FigureKind.PERCENT, 140.0, unit="%"),
    Figure(*at("First"), FigureKind.ORDINAL, 1.0, minor=True),
)  # fmt: skip
TAB = numbers_tab(READING, FIGURES, show_minor=False)


def test_at_32_columns_figures_stand_by_kind_as_written_and_normalised() -> None:
    assert drawn(TAB, 32) == [
        "8 figures · 1 change",
        "───╂─╂───╂───╂──╂──╂───╂╂───────",
        "",
        "CHANGES ────────────────────── 1",
        " ▼ 25 → 15 percent    −10 points",
        "   toll                      ¶ 1",
        "",
        "MONEY ──────────────────────── 2",
        "126 trillion won ≈ $91.2 billion",
        "126 tn KRW           91.2 bn USD",
        "                             ¶ 1",
        "",
        "PERCENT ────────────────────── 3",
        "   25 percent  ━━╾───────   25 %",
        "   15 percent  ━╾────────   15 %",
        "   140 percent ━━━━━━━━━+  140 %",
        "",
        "COUNTS ─────────────────────── 1",
        "   Some 4,200              4,200",
        "   lorries                   ¶ 2",
        "",
        "DURATION ───────────────────── 1",
        "   eleven weeks            11 wk",
        "                             ¶ 1",
        "",
        "DATES ──────────────────────── 1",
        "   14 March              no year",
        "                             ¶ 2",
        "",
        "1 minor one, hidden   enter show",
    ]


@pytest.mark.parametrize("columns", [32, 48, 24, 12])
def test_no_line_is_wider_than_the_panel(columns: int) -> None:
    for current in (None, *range(len(TAB.rows))):
        for line in drawn(TAB, columns, current=current):
            # Figures, values and places are never cut: at 24 columns some stick out, and the
            # panel never has fewer than 31.
            assert columns < 32 or cells(line) <= columns


def test_at_48_columns_everything_is_in_its_place_too() -> None:
    lines = drawn(TAB, 48)
    assert " ▼ 25 → 15 percent                    −10 points" in lines
    assert "126 tn KRW                           91.2 bn USD" in lines


def test_the_current_percentage_tells_its_place_too() -> None:
    row = next(i for i, r in enumerate(TAB.rows) if r.spans == (at("140 percent"),))
    assert "                             ¶ 2" in drawn(TAB, 32, current=row)[15:18]


def test_a_change_leads_to_the_place_of_both_its_values() -> None:
    change = next(row for row in TAB.rows if row.selectable)
    assert change.spans == (Span(at("25 percent").start, at("15 percent").end),)


def test_a_rising_change_points_up() -> None:
    rising = (
        Figure(*at("25 percent"), FigureKind.PERCENT, 5.0, unit="%",
               relation=Relation(RelationKind.CHANGE_TO, at("15 percent"))),
        Figure(*at("15 percent"), FigureKind.PERCENT, 15.0, unit="%"),
    )  # fmt: skip
    assert drawn(numbers_tab(READING, rising, show_minor=False), 48)[4].startswith(" ▲ ")


def test_an_equivalent_is_said_once_with_both_its_places() -> None:
    rows = [row for row in TAB.rows if at("$91.2 billion") in row.spans]
    assert len(rows) == 1
    assert rows[0].spans == (at("126 trillion won"), at("$91.2 billion"))


def test_minor_figures_come_out_on_request() -> None:
    shown = numbers_tab(READING, FIGURES, show_minor=True)
    lines = drawn(shown, 32)
    assert lines[0] == "9 figures · 1 change"
    assert "COUNTS ─────────────────────── 2" in lines
    assert lines[-1] == "1 minor one, shown    enter hide"
    assert shown.rows[-1].command == "minor figures"


def test_minor_figures_alone_stand_behind_their_row() -> None:
    tab = numbers_tab(READING, FIGURES[-1:], show_minor=False)
    assert drawn(tab, 32) == ["0 figures", "", "1 minor one, hidden   enter show"]


def test_a_value_too_long_for_the_line_stands_below_it() -> None:
    text = "They counted one hundred and twenty-six thousand lorries.\n"
    written = span_of(text, "one hundred and twenty-six thousand")
    found = (Figure(*written, FigureKind.COUNT, 126_000.0, noun="lorries"),)
    assert drawn(numbers_tab(reading_of(text), found, show_minor=False), 32)[3:] == [
        "COUNTS ─────────────────────── 1",
        "   one hundred and twenty-six",
        "   thousand",
        "                         126,000",
        "   lorries                   ¶ 1",
    ]


def test_where_there_are_no_figures_that_is_said() -> None:
    assert drawn(numbers_tab(READING, (), show_minor=False), 48) == ["No figures in this article."]


@pytest.mark.parametrize("percent", [-250.0, -3.0, 0.0, 2.4, 2.6, 97.0, 100.0, 101.0, 1e12])
def test_a_bar_has_ten_cells_whatever_the_percentage(percent: float) -> None:
    found = (Figure(*at("25 percent"), FigureKind.PERCENT, percent, unit="%"),)
    line = drawn(numbers_tab(READING, found, show_minor=False), 48)[4]
    assert sum(line.count(mark) for mark in "━╾─+") == 10


def test_plain_characters_stand_in_for_all_of_them() -> None:
    for line in drawn(TAB, 32, glyphs=PLAIN):
        assert line.isascii() or "·" in line
