"""Which ink wins where several things stand on the same words, and the marks beside a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.lighting import Gutter, InkKind, Lighting, Piece, Spans
from tui.model import Span

SPANS = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 30)
)
MANY = st.lists(SPANS, max_size=6).map(Spans)
LIGHTINGS = st.builds(
    Lighting,
    kind=st.sampled_from(InkKind),
    lit=MANY,
    current=st.none() | SPANS,
    cursor=st.none() | SPANS,
    highlights=MANY,
    noted=MANY,
    matches=MANY,
    match=st.none() | SPANS,
    selection=st.none() | SPANS,
)


def piece(lighting: Lighting, offset: int = 5) -> Piece:
    """How the code point at ``offset`` is drawn."""
    return next(iter(lighting.pieces(offset, offset + 1)))


HERE = Span(0, 10)
LIT = Spans([HERE])


class TestPieces:
    @given(LIGHTINGS, st.integers(0, 60), st.integers(1, 40))
    def test_follow_one_another_from_the_first_to_the_last_code_point(
        self, lighting: Lighting, start: int, size: int
    ) -> None:
        pieces = list(lighting.pieces(start, start + size))
        assert pieces[0].start == start
        assert pieces[-1].end == start + size
        assert all(left.end == right.start for left, right in pairwise(pieces))
        assert all(p.start < p.end for p in pieces)

    @given(LIGHTINGS, st.integers(0, 80))
    def test_look_the_same_wherever_the_line_was_cut(self, lighting: Lighting, at: int) -> None:
        alone = piece(lighting, at)
        among = next(p for p in lighting.pieces(0, 100) if p.start <= at < p.end)
        assert alone[2:] == among[2:]

    @given(LIGHTINGS, st.integers(0, 80))
    def test_never_pair_an_ink_with_a_ground_on_which_it_is_hard_to_read(
        self, lighting: Lighting, at: int
    ) -> None:
        here = piece(lighting, at)
        if here.on in ("marker", "highlight"):
            assert here.ink == "text"
        assert here.ink in ("text", "dim", "quote", "figure")
        assert here.on in ("ground", "marker", "select", "highlight")

    @given(LIGHTINGS, st.integers(0, 80))
    def test_keep_italics_and_underline_whatever_the_ground(
        self, lighting: Lighting, at: int
    ) -> None:
        here = piece(lighting, at)
        lit = bool(lighting.lit.within(at, at + 1))
        matched = bool(lighting.matches.within(at, at + 1))
        assert here.italic == (lit and lighting.kind is InkKind.QUOTES)
        # Without an ink nothing is lit, whatever the spans say.
        if lighting.kind is not InkKind.PLAIN:
            assert here.underline == (matched or (lit and lighting.kind is InkKind.NUMBERS))
        assert here.bold == matched

    def test_are_the_whole_line_where_nothing_is_lit(self) -> None:
        assert list(Lighting().pieces(3, 30)) == [
            Piece(3, 30, "text", "ground", False, False, False)
        ]

    def test_of_an_empty_line_are_none(self) -> None:
        assert list(Lighting(lit=LIT).pieces(4, 4)) == []


class TestInks:
    def test_the_gist_is_lit_and_the_rest_is_dim(self) -> None:
        lighting = Lighting(InkKind.GIST, LIT)
        assert piece(lighting)[2:4] == ("text", "marker")
        assert piece(lighting, 15)[2:4] == ("dim", "ground")

    @pytest.mark.parametrize(
        ("kind", "ink"), [(InkKind.QUOTES, "quote"), (InkKind.NUMBERS, "figure")]
    )
    def test_facts_have_their_ink_and_the_rest_is_plain(self, kind: InkKind, ink: str) -> None:
        lighting = Lighting(kind, LIT)
        assert piece(lighting)[2:4] == (ink, "ground")
        assert piece(lighting, 15)[2:4] == ("text", "ground")

    def test_the_selected_fact_keeps_its_ink_on_the_select_ground(self) -> None:
        assert piece(Lighting(InkKind.QUOTES, LIT, current=HERE))[2:4] == ("quote", "select")

    def test_on_a_highlight_a_fact_gives_up_its_ink(self) -> None:
        here = piece(Lighting(InkKind.NUMBERS, LIT, highlights=LIT))
        assert here[2:4] == ("text", "highlight")
        assert here.underline

    def test_the_marker_covers_a_highlight(self) -> None:
        assert piece(Lighting(InkKind.GIST, LIT, highlights=LIT)).on == "marker"

    def test_a_highlight_is_not_dimmed_by_the_gist_beside_it(self) -> None:
        lighting = Lighting(InkKind.GIST, Spans([Span(20, 30)]), highlights=LIT)
        assert piece(lighting)[2:4] == ("text", "highlight")

    def test_matches_of_a_search_are_bold_and_underlined_and_not_dimmed(self) -> None:
        lighting = Lighting(InkKind.GIST, Spans([Span(20, 30)]), matches=LIT)
        here = piece(lighting)
        assert (here.ink, here.bold, here.underline) == ("text", True, True)

    def test_the_match_one_stands_on_has_the_select_ground(self) -> None:
        assert piece(Lighting(matches=LIT, match=HERE)).on == "select"
        assert piece(Lighting(InkKind.GIST, LIT, matches=LIT, match=HERE)).on == "select"

    def test_the_sentence_cursor_is_seen_on_a_lit_sentence(self) -> None:
        assert piece(Lighting(InkKind.GIST, LIT, cursor=HERE)).on == "select"

    def test_what_the_mouse_selects_is_seen_on_plain_and_highlighted_words(self) -> None:
        assert piece(Lighting(selection=HERE)).on == "select"
        assert piece(Lighting(highlights=LIT, selection=HERE)).on == "select"


class TestGutter:
    @pytest.mark.parametrize(
        ("kind", "mark", "ink"),
        [
            (InkKind.GIST, "gist", "accent"),
            (InkKind.QUOTES, "quote", "quote"),
            (InkKind.NUMBERS, "figure", "figure"),
        ],
    )
    def test_has_the_mark_of_what_is_lit_on_every_line_of_it(
        self, kind: InkKind, mark: str, ink: str
    ) -> None:
        lighting = Lighting(kind, Spans([Span(5, 25)]))
        for start in (0, 10, 20):
            assert lighting.gutter(start, start + 10)[2:] == (mark, ink)
        assert lighting.gutter(30, 40).mark == ""

    def test_is_empty_beside_plain_text(self) -> None:
        assert Lighting(InkKind.PLAIN, LIT).gutter(0, 10) == Gutter("", "note", "", "accent")

    def test_points_at_the_first_line_of_the_selected_fact_only(self) -> None:
        lighting = Lighting(InkKind.QUOTES, LIT, current=Span(5, 25))
        assert lighting.gutter(0, 10).own == "cursor"
        assert lighting.gutter(10, 20).own == ""

    def test_has_a_bar_on_each_line_of_a_highlight_and_a_pen_on_the_first_if_it_has_a_note(
        self,
    ) -> None:
        span = Spans([Span(5, 25)])
        plain = Lighting(highlights=span)
        assert [plain.gutter(at, at + 10).own for at in (0, 10, 20, 30)] == [
            "highlight",
            "highlight",
            "highlight",
            "",
        ]
        noted = Lighting(highlights=span, noted=span)
        assert [noted.gutter(at, at + 10).own for at in (0, 10)] == ["note", "highlight"]

    def test_keeps_both_marks_apart(self) -> None:
        gutter = Lighting(InkKind.GIST, LIT, highlights=LIT).gutter(0, 10)
        assert (gutter.own, gutter.mark) == ("highlight", "gist")

    @given(LIGHTINGS, st.integers(0, 60), st.integers(1, 30))
    def test_names_glyphs_that_there_are(self, lighting: Lighting, start: int, size: int) -> None:
        from tui.app.glyphs import PLAIN

        gutter = lighting.gutter(start, start + size)
        for name in (gutter.own, gutter.mark):
            assert not name or len(getattr(PLAIN, name)) == 1


class TestSpans:
    @given(st.lists(SPANS, max_size=12), st.integers(0, 90), st.integers(1, 30))
    def test_within_a_range_are_those_that_overlap_it(
        self, spans: list[Span], start: int, size: int
    ) -> None:
        end = start + size
        expected = sorted(s for s in spans if s.start < end and s.end > start)
        assert list(Spans(spans).within(start, end)) == expected

    @given(st.lists(SPANS, max_size=12), st.integers(0, 90))
    def test_at_or_after_an_offset(self, spans: list[Span], offset: int) -> None:
        index = Spans(spans).at_or_after(offset)
        assert all(s.start < offset for s in sorted(spans)[:index])
        assert all(s.start >= offset for s in sorted(spans)[index:])
