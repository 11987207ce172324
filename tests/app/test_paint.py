"""The one door to the terminal: exact widths, and nothing in it that a terminal would obey."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.app.paint import cells, cut, fold, middle, safe, spread, strip, width

PLAIN = Style()
WORDS = st.text(alphabet="ab cd-— .é中文字👩\u200d💻❤\ufe0f\u0301🇩🇪", max_size=60)
ANYTHING = st.text(max_size=60)
UNSAFE = "\x00\x07\x08\x1b\x7f\x85\x9b\x9d\u202a\u202e\u2066\u2069\u200e\u200f\u2028\u2029\ufeff"


class TestSafe:
    @given(ANYTHING)
    def test_lets_no_control_and_no_change_of_direction_pass(self, text: str) -> None:
        shown = safe(text)
        assert not any(category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
        assert not any(c in UNSAFE for c in shown)

    @pytest.mark.parametrize("character", list(UNSAFE), ids=lambda c: f"U+{ord(c):04X}")
    def test_takes_out_or_replaces_each_of_them(self, character: str) -> None:
        shown = safe(f"a {character}0 b c")
        assert character not in shown
        assert shown.startswith("a ")
        assert shown.isprintable()

    def test_no_code_point_of_all_passes_as_a_control(self) -> None:
        for start in range(0, sys.maxunicode + 1, 4096):
            shown = safe("".join(map(chr, range(start, start + 4096))))
            assert not any(c < " " or "\x7f" <= c <= "\x9f" for c in shown)

    def test_keeps_a_whole_escape_sequence_from_the_terminal(self) -> None:
        for hostile in ("\x1b[2J\x1b[H", "\x1b]52;c;SEFDS0VE\x07", "\x9b8m", "\x1bP1$q\x1b\\"):
            assert "\x1b" not in safe(hostile)
            assert "\x9b" not in safe(hostile)

    def test_keeps_one_row_one_row(self) -> None:
        assert safe("a\nb\tc") == "a b c"

    @pytest.mark.parametrize("text", ["Zürich", "中文字", "שלום", "[red]x[/red]", "$primary"])
    def test_leaves_letters_of_all_scripts_and_brackets_alone(self, text: str) -> None:
        assert safe(text) == text


class TestStrip:
    @given(st.lists(ANYTHING | WORDS, max_size=6), st.integers(0, 50))
    def test_is_exactly_as_wide_as_asked(self, texts: list[str], columns: int) -> None:
        made = strip([(text, PLAIN) for text in texts], columns, PLAIN)
        assert sum(cells(segment.text) for segment in made) == columns
        assert made.cell_length == columns

    @given(st.lists(ANYTHING, max_size=6), st.integers(0, 50))
    def test_lets_nothing_unsafe_pass(self, texts: list[str], columns: int) -> None:
        made = strip([(text, PLAIN) for text in texts], columns, PLAIN)
        assert not any(category(c) == "Cc" for segment in made for c in segment.text)

    def test_fills_up_with_the_ground(self) -> None:
        ground = Style(bgcolor="#112233")
        made = strip([("ab", PLAIN)], 5, ground)
        assert [(segment.text, segment.style) for segment in made] == [
            ("ab", PLAIN),
            ("   ", ground),
        ]

    def test_parts_no_wide_character(self) -> None:
        made = strip([("a中文", PLAIN)], 4, PLAIN)
        assert "".join(segment.text for segment in made) == "a中 "


class TestCut:
    @given(WORDS, st.integers(0, 60))
    def test_fits(self, text: str, columns: int) -> None:
        assert cells(cut(text, columns)) <= columns

    @given(WORDS, st.integers(1, 60))
    def test_changes_nothing_that_fits_and_marks_what_does_not(
        self, text: str, columns: int
    ) -> None:
        shown = cut(text, columns)
        if cells(text) <= columns:
            assert shown == text
        else:
            assert shown.endswith("…")
            assert not shown[:-1].endswith(" ")

    @pytest.mark.parametrize(
        ("text", "columns", "shown"),
        [
            ("Harbour Gazette", 9, "Harbour…"),
            ("Harbour Gazette", 8, "Harbour…"),
            ("Harbour Gazette", 1, "…"),
            ("Harbour Gazette", 0, ""),
            ("中文字", 4, "中…"),
        ],
    )
    def test_leaves_no_blank_before_the_dots(self, text: str, columns: int, shown: str) -> None:
        assert cut(text, columns) == shown


class TestFold:
    @given(WORDS, st.integers(4, 40), st.none() | st.integers(1, 4))
    def test_makes_lines_that_fit_and_not_too_many(
        self, text: str, columns: int, lines: int | None
    ) -> None:
        folded = fold(text, columns, lines)
        assert lines is None or len(folded) <= lines
        for line in folded:
            assert cells(line) <= columns or len(line) <= 8  # one cluster, wide in cells

    @given(WORDS, st.integers(4, 40))
    def test_loses_nothing_where_there_is_room(self, text: str, columns: int) -> None:
        assert "".join("".join(fold(text, columns)).split()) == "".join(text.split())

    def test_cuts_the_last_line_at_a_word(self) -> None:
        text = "As the geopolitical landscape shifts, Lee’s meeting with Trump is seen as key."
        assert fold(text, 28, 2) == ["As the geopolitical", "landscape shifts, Lee’s…"]

    def test_leaves_no_comma_before_the_dots(self) -> None:
        assert fold("one two, three four five six seven", 9, 1) == ["one two…"]

    def test_cuts_a_single_endless_word_anywhere(self) -> None:
        assert fold("x" * 50, 10, 1) == ["x" * 9 + "…"]


class TestLines:
    @given(WORDS, WORDS, st.integers(1, 200))
    def test_spread_puts_both_ends_at_the_edges(self, left: str, right: str, columns: int) -> None:
        line = spread([(left, PLAIN)], [(right, PLAIN)], columns, PLAIN)
        needed = cells(left) + 1 + cells(right)
        assert width(line) == max(columns, needed)
        assert line[0][0] == left
        assert line[-1][0] == right

    def test_middle_leaves_the_same_on_both_sides_or_a_cell_more_after(self) -> None:
        assert "".join(text for text, _ in middle([("abc", PLAIN)], 10, PLAIN)) == "   abc"
        assert width(middle([("a" * 20, PLAIN)], 10, PLAIN)) == 20
