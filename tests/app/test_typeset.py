"""What stands on which line, before any colour."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.material import bodies, reading_of, sheet, visible
from tui.app.paint import cells
from tui.app.typeset import TAB, LineKind, SetLine, Setting, typeset
from tui.model import Block, BlockKind, Body, Span
from tui.text.reading import Reading

MEASURES = st.integers(10, 100)


def set_body(body: Body, measure: int = 40, *, show_hidden: bool = False) -> Setting:
    return typeset(Reading(body, "en"), measure, cells, show_hidden=show_hidden)


def texts(body: Body, measure: int = 40) -> list[str]:
    """The lines as they are read, leads and columns included."""
    return [read(body.text, line) for line in set_body(body, measure).lines]


def read(text: str, line: SetLine) -> str:
    row = line.lead or line.literal
    for part in line.parts:
        row += " " * (part.column - cells(row))
        row += text[part.start : part.end].replace("\t", TAB)
    return row.rstrip()


class TestEveryCodePoint:
    @given(bodies(), MEASURES, st.booleans())
    def test_that_is_not_blank_stands_on_one_line(
        self, body: Body, measure: int, show_hidden: bool
    ) -> None:
        setting = set_body(body, measure, show_hidden=show_hidden)
        shown = sorted(
            offset
            for line in setting.lines
            for part in line.parts
            for offset in range(part.start, part.end)
        )
        assert len(set(shown)) == len(shown)
        wanted = {
            offset
            for block in visible(body, hidden=show_hidden)
            for offset in range(block.start, block.end)
            if not body.text[offset].isspace()
        }
        assert wanted <= set(shown)

    @given(bodies(), MEASURES)
    def test_of_furniture_stands_on_none(self, body: Body, measure: int) -> None:
        hidden = {
            offset
            for block in body.blocks
            if block.hidden
            for offset in range(block.start, block.end)
        }
        for line in set_body(body, measure).lines:
            for part in line.parts:
                assert hidden.isdisjoint(range(part.start, part.end))

    @given(bodies(), MEASURES)
    def test_comes_in_the_order_of_the_text(self, body: Body, measure: int) -> None:
        starts = [line.start for line in set_body(body, measure).lines if line.parts]
        assert starts == sorted(starts)

    def test_after_the_last_cell_of_a_short_row_of_a_table_is_found_too(self) -> None:
        body = Body("ab\tc\nd\n", (Block(BlockKind.TABLE, 0, 7, cells=_cells("ab\tc\nd\n")),))
        assert texts(body) == ["ab  c", "", "d"]


class TestLines:
    @given(bodies(), MEASURES)
    def test_are_no_wider_than_the_measure(self, body: Body, measure: int) -> None:
        for line in set_body(body, measure).lines:
            row = read(body.text, line)
            if not _cannot_be_parted(body.text, line):
                # Leads of deep items and long numbers leave at least eight cells for the words.
                assert cells(row) <= max(measure, cells(line.lead) + 8)

    @given(bodies(), MEASURES)
    def test_have_parts_that_do_not_overlap(self, body: Body, measure: int) -> None:
        for line in set_body(body, measure).lines:
            for left, right in pairwise(line.parts):
                width = cells(body.text[left.start : left.end])
                if width <= measure // 2:
                    assert left.column + width <= right.column

    @given(bodies(), MEASURES)
    def test_of_the_text_know_their_places(self, body: Body, measure: int) -> None:
        setting = set_body(body, measure)
        for number, line in enumerate(setting.lines):
            for part in line.parts:
                if part.start < part.end and line.kind not in (
                    LineKind.TABLE,
                    LineKind.TABLE_HEAD,
                ):
                    assert setting.line_at(part.start) == number
                    assert setting.line_at(part.end - 1) == number
                    assert setting.lines_of(part.start, part.end) == range(number, number + 1)
                    assert setting.offset_at(number) == part.start

    @given(bodies(), MEASURES, st.integers(0, 600), st.integers(0, 600))
    def test_of_a_span_are_on_the_page(
        self, body: Body, measure: int, one: int, other: int
    ) -> None:
        setting = set_body(body, measure)
        lines = setting.lines_of(min(one, other), max(one, other))
        assert 0 <= lines.start < lines.stop
        assert lines.stop <= max(1, len(setting.lines))

    @given(bodies(), MEASURES)
    def test_never_begin_with_the_mark_of_the_character_before(
        self, body: Body, measure: int
    ) -> None:
        for line in set_body(body, measure).lines:
            for part in line.parts:
                before = body.text[part.start - 1 : part.start]
                if line.kind is not LineKind.CODE and before and not before.isspace():
                    assert category(body.text[part.start : part.start + 1] or "a")[0] != "M"


def _cannot_be_parted(text: str, line: SetLine) -> bool:
    """Whether a line holds a single cluster, which terminals count in their own ways."""
    pieces = [text[part.start : part.end] for part in line.parts]
    bases = sum(category(c)[0] != "M" and c != "\u200d" for c in "".join(pieces))
    return bases <= 1 + sum(piece.count("\u200d") for piece in pieces)


def _cells(text: str) -> tuple[tuple[Span, ...], ...]:
    """The cells of a table written with tabs."""
    rows: list[tuple[Span, ...]] = []
    at = 0
    for row in text.splitlines():
        spans: list[Span] = []
        for cell in row.split("\t"):
            spans.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        rows.append(tuple(spans))
    return tuple(rows)


def table(text: str) -> Body:
    return Body(text, (Block(BlockKind.TABLE, 0, len(text), cells=_cells(text)),))


class TestShapes:
    def test_paragraphs_are_a_blank_line_apart_and_items_are_not(self) -> None:
        body = Body(
            "One.\nfirst\nsecond\nTwo.",
            (
                Block(BlockKind.PARAGRAPH, 0, 4),
                Block(BlockKind.ITEM, 5, 10, 1),
                Block(BlockKind.ITEM, 11, 17, 1),
                Block(BlockKind.PARAGRAPH, 18, 22),
            ),
        )
        assert texts(body) == ["One.", "", "• first", "• second", "", "Two."]

    def test_items_hang_from_their_bullets_and_numbers(self) -> None:
        text = "a long item that is wrapped\nanother one"
        body = Body(
            text,
            (
                Block(BlockKind.ITEM, 0, 27, 1, number=9),
                Block(BlockKind.ITEM, 28, len(text), 2),
            ),
        )
        assert texts(body, 20) == ["9. a long item that", "   is wrapped", "  • another one"]

    def test_quotes_have_a_bar_on_every_line_and_one_more_for_every_level(self) -> None:
        text = "Nothing is as near as what one has put away.\nOr lost."
        body = Body(
            text, (Block(BlockKind.QUOTE, 0, 44, 1), Block(BlockKind.QUOTE, 45, len(text), 2))
        )
        assert texts(body, 30) == [
            "│ Nothing is as near as what",
            "│ one has put away.",
            "",
            "│ │ Or lost.",
        ]

    def test_code_keeps_its_lines_and_blanks_and_tabs_are_four_cells(self) -> None:
        body = sheet((BlockKind.CODE, "def f():\n\treturn 1\n\n  x"))
        assert texts(body) == [" def f():", "     return 1", "", "   x"]

    def test_code_that_is_too_long_goes_on_below(self) -> None:
        body = sheet((BlockKind.CODE, "abcdefghij" * 3))
        assert [len(t) - 1 for t in texts(body, 20)] == [18, 12]

    def test_headings_are_kept_whole_by_wrapping(self) -> None:
        body = sheet((BlockKind.HEADING, "What the astronomers kept to themselves"))
        setting = set_body(body, 24)
        assert [line.kind for line in setting.lines] == [LineKind.HEADING] * 2

    def test_a_rule_is_one_line_that_has_a_place(self) -> None:
        body = Body(
            "One.\n\nTwo.",
            (
                Block(BlockKind.PARAGRAPH, 0, 4),
                Block(BlockKind.RULE, 5, 5),
                Block(BlockKind.PARAGRAPH, 6, 10),
            ),
        )
        setting = set_body(body)
        assert [line.kind for line in setting.lines][2] is LineKind.RULE
        assert setting.line_at(5) == 2

    def test_tables_have_a_head_a_hairline_and_numbers_set_to_the_right(self) -> None:
        body = table("Port\tDues\nOstrey\t1,204\nLenn\t87")
        setting = set_body(body)
        assert [line.kind for line in setting.lines] == [
            LineKind.TABLE_HEAD,
            LineKind.TABLE_RULE,
            LineKind.TABLE,
            LineKind.TABLE,
        ]
        assert texts(body)[0] == "Port     Dues"
        assert texts(body)[2:] == ["Ostrey  1,204", "Lenn       87"]

    def test_wide_columns_are_wrapped_within_the_measure(self) -> None:
        body = table("Port\tWhat is said of it\nOstrey\tThe clock of its church has one hand")
        rows = texts(body, 30)
        assert all(cells(row) <= 30 for row in rows)
        assert rows[2:] == ["Ostrey  The clock of its", "        church has one hand"]

    def test_a_table_of_too_many_columns_is_set_a_cell_a_line(self) -> None:
        body = table("a\tb\tc\td\te\n1\t2\t3\t4\t5")
        assert texts(body, 20) == ["a", "b", "c", "d", "e", "", "1", "2", "3", "4", "5"]

    def test_wide_characters_count_two_cells(self) -> None:
        body = sheet((BlockKind.PARAGRAPH, "中文字" * 8))
        assert [cells(t) for t in texts(body, 20)] == [20, 20, 8]


class TestHeader:
    def test_has_title_kicker_and_hairline_above_the_text(self) -> None:
        reading = reading_of("Tides\n\nThe sea comes and goes.\n", "Tides")
        setting = typeset(reading, 40, cells, kicker="Ferrow · 1 min")
        assert [line.kind for line in setting.lines] == [
            LineKind.TITLE,
            LineKind.KICKER,
            LineKind.HAIR,
            LineKind.TEXT,
        ]
        assert setting.header == 3

    def test_the_title_is_not_said_twice(self) -> None:
        reading = reading_of("Tides\n\nThe sea comes and goes.\n", "Tides")
        shown = [
            reading.text[line.start : line.end]
            for line in typeset(reading, 40, cells).lines
            if line.parts
        ]
        assert shown == ["The sea comes and goes."]

    def test_a_long_title_takes_three_lines_at_most_and_loses_no_word_before(self) -> None:
        title = "Rain " * 40
        setting = typeset(Reading(Body(""), "en", title), 30, cells)
        titles = [line.literal for line in setting.lines if line.kind is LineKind.TITLE]
        assert len(titles) == 3
        assert " ".join(titles).split() == title.split()

    def test_an_article_without_anything_is_an_empty_page(self) -> None:
        setting = typeset(Reading(Body(""), "en"), 40, cells)
        assert setting.lines == ()
        assert (setting.line_at(0), setting.offset_at(0), setting.line_at(99)) == (0, 0, 0)
        assert list(setting.lines_of(0, 0)) == [0]


class TestGathered:
    TEXT = "The first one stands. The second falls.\n\nA third one stays where it was put.\n"

    def test_sentences_stand_alone_with_a_blank_line_between(self) -> None:
        reading = reading_of(self.TEXT)
        spans = [Span(s.start, s.end) for s in (reading.sentences[0], reading.sentences[2])]
        setting = typeset(reading, 20, cells, gathered=spans)
        assert [read(reading.text, line) for line in setting.lines] == [
            "The first one",
            "stands.",
            "",
            "A third one stays",
            "where it was put.",
        ]

    def test_a_place_between_them_is_the_sentence_before(self) -> None:
        reading = reading_of(self.TEXT)
        spans = [Span(s.start, s.end) for s in (reading.sentences[0], reading.sentences[2])]
        setting = typeset(reading, 60, cells, gathered=spans)
        assert setting.line_at(reading.sentences[1].start) == 0

    def test_nothing_gathered_is_an_empty_page(self) -> None:
        assert typeset(reading_of(self.TEXT), 20, cells, gathered=()).lines == ()


@pytest.mark.parametrize("character", ["x", "中", "\t"])
def test_code_of_one_endless_line_is_cut_in_one_pass(character: str) -> None:
    text = character * 50_000 + "x"
    asked = 0

    def counting(piece: str) -> int:
        nonlocal asked
        asked += len(piece)
        return cells(piece)

    body = sheet((BlockKind.CODE, text))
    typeset(Reading(body, "en"), 60, counting)
    assert asked < 20 * len(text)
