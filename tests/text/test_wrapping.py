from __future__ import annotations

from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.wrapping import wrap


def lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width, cell_len)]


TEXTS = st.text(
    alphabet="aaabcdé’—–- -\t\n  中文。「」한글👩\u200d💻❤\ufe0f\u0301🇩🇪\u3000", max_size=150
)


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    for line in lines_of(text, width):
        # One cluster may be wider than two cells in a terminal's count; it cannot be parted.
        assert cell_len(line.replace("\t", " ")) <= width or _is_one_cluster(line)


def _is_one_cluster(line: str) -> bool:
    bases = [c for c in line if category(c)[0] != "M" and c != "\u200d"]
    return len(bases) <= 1 + line.count("\u200d")


@given(TEXTS, st.integers(1, 40))
def test_lines_are_in_order_and_leave_out_blanks_only(text: str, width: int) -> None:
    spans = wrap(text, 0, len(text), width, cell_len)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    at = 0
    for start, end in spans:
        assert text[at:start].strip(" \t\n\u3000") == ""
        assert start <= end
        at = end


@given(TEXTS, st.integers(1, 40))
def test_no_line_begins_within_a_cluster(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width, cell_len):
        if start < end and start > 0 and not text[start - 1].isspace():
            assert category(text[start])[0] != "M"
            assert text[start] != "\u200d"
            assert text[start - 1] != "\u200d" or text[start] < "\u0300"


@given(st.text(alphabet="abc  \n", max_size=150), st.integers(1, 30))
def test_a_line_ends_only_where_the_next_word_would_not_fit(text: str, width: int) -> None:
    spans = wrap(text, 0, len(text), width, len)
    for (start, end), following in pairwise(spans):
        between = text[end : following.start]
        if "\n" not in between and between:
            word = text[following.start :].split()[0]
            assert end - start + len(between) + len(word) > width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("pay more—significantly more", 14, ["pay more—", "significantly", "more"]),
        ("the years 1999–2004 were", 15, ["the years", "1999–2004 were"]),
        ("a “quote—” and", 10, ["a “quote—”", "and"]),
        ("forces in-country now", 11, ["forces", "in-country", "now"]),
        ("long-running", 8, ["long-", "running"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("to abcdefghij", 4, ["to", "abcd", "efgh", "ij"]),
        ("a\nb\n\nc", 9, ["a", "b", "", "c"]),
        ("  indented line", 12, ["  indented", "line"]),
        ("今天天气很好。我们", 8, ["今天天气", "很好。我", "们"]),
        ("今天天气。我们", 8, ["今天天", "气。我们"]),
        ("안녕 세계 여러분", 10, ["안녕 세계", "여러분"]),
        ("go 👩\u200d💻👩\u200d💻 on", 5, ["go", "👩\u200d💻👩\u200d💻", "on"]),
        ("10\u00a0000 people", 8, ["10\u00a0000", "people"]),
        ("word   ", 9, ["word"]),
        ("", 9, []),
    ],
)
def test_where_lines_break(text: str, width: int, expected: list[str]) -> None:
    assert lines_of(text, width) == expected


def test_only_the_range_is_wrapped() -> None:
    text = "skip this and wrap that please"
    assert [text[a:b] for a, b in wrap(text, 10, 23, 8, cell_len)] == ["and wrap", "that"]


def test_cells_are_not_counted_for_ascii() -> None:
    def never(text: str) -> int:
        raise AssertionError(text)

    assert len(wrap("plain text of many words " * 40, 0, 1_000, 20, never)) > 40


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "—", "-", "中", "a\u0301", "\u0301", "\u200d", "👩\u200d", "🇩", "a ", "é—", "\t"],
)
def test_a_long_flood_is_wrapped_in_one_pass(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    spans = wrap(text, 0, len(text), 60, cell_len)
    assert sum(end - start for start, end in spans) <= len(text)
