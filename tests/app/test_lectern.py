"""What is known and lit of the open article, and walking through it."""

from __future__ import annotations

import pytest

from tests.app.material import opened, span_of
from tui.app.lectern import GistMode, Lectern
from tui.app.lighting import InkKind
from tui.app.tabs.rows import TabName
from tui.model import (
    Anchor,
    Facts,
    Figure,
    FigureKind,
    Gist,
    GistLine,
    Note,
    Quotation,
    QuotationKind,
    Span,
)

TEXT = (
    "The harbour bridge reopened on Monday. “It holds,” said Ada Lenn. She had waited.\n\n"
    "The repair took eleven weeks. It cost 12 million euros. A second ferry was hired, "
    "Lenn said later.\n\n"
    "Nobody crossed at night. The lamps are new.\n"
)
QUOTE = span_of(TEXT, "“It holds,”")
INDIRECT = span_of(TEXT, "A second ferry was hired")
WEEKS, MONEY = span_of(TEXT, "eleven weeks"), span_of(TEXT, "12 million euros")
SECOND = span_of(TEXT, "A second")
FIRST_GIST = span_of(TEXT, "The harbour bridge reopened on Monday.")
LAST_GIST = span_of(TEXT, "It cost 12 million euros.")


@pytest.fixture
def lectern() -> Lectern:
    lectern = Lectern()
    lectern.take(opened(TEXT))
    lines = tuple(GistLine(*span, 1.0, {}) for span in (FIRST_GIST, LAST_GIST))
    lectern.gist = Gist("broadsheet", "en", 0.3, lines)
    lectern.facts = Facts(
        (
            Quotation(*QUOTE, QuotationKind.DIRECT, "Ada Lenn"),
            Quotation(*INDIRECT, QuotationKind.INDIRECT, "Ada Lenn"),
        ),
        (
            Figure(*WEEKS, FigureKind.DURATION, 11.0),
            Figure(*MONEY, FigureKind.MONEY, 12e6),
            Figure(*SECOND, FigureKind.ORDINAL, 2.0, minor=True),
        ),
    )
    return lectern


def text_of(lectern: Lectern, span: Span | None) -> str:
    assert lectern.opened is not None
    return lectern.opened.reading.text[span.start : span.end] if span else ""


def note(number: int, words: str, text: str = "", *, found: bool = True) -> Note:
    start, end = span_of(TEXT, words)
    anchor = Anchor(words, "", "", start, end, found)
    return Note(number, 1, text, "2026-03-14", "2026-03-14", anchor)


class TestInk:
    def test_is_the_open_tabs(self, lectern: Lectern) -> None:
        inks = []
        for tab in TabName:
            lectern.tab = tab
            inks.append(lectern.ink)
        assert inks == [InkKind.PLAIN, InkKind.QUOTES, InkKind.NUMBERS, InkKind.PLAIN]

    def test_is_the_gists_while_the_gist_is_on_whatever_the_tab(self, lectern: Lectern) -> None:
        lectern.mode = GistMode.IN_PLACE
        for tab in TabName:
            lectern.tab = tab
            assert lectern.ink is InkKind.GIST
            assert lectern.things.spans == (FIRST_GIST, LAST_GIST)

    def test_of_quotations_leaves_indirect_speech_out(self, lectern: Lectern) -> None:
        lectern.tab = TabName.QUOTES
        assert lectern.things.spans == (QUOTE,)

    def test_of_figures_leaves_minor_ones_out_until_they_are_asked_for(
        self, lectern: Lectern
    ) -> None:
        lectern.tab = TabName.NUMBERS
        assert list(lectern.things.spans) == [WEEKS, MONEY]
        lectern.show_minor = True
        assert list(lectern.things.spans) == [WEEKS, MONEY, SECOND]

    def test_is_none_in_the_gathered_gist_which_is_all_gist(self, lectern: Lectern) -> None:
        lectern.mode = GistMode.GATHERED
        assert lectern.lighting.kind is InkKind.PLAIN
        assert not lectern.lighting.lit

    def test_stays_as_it_is_when_another_article_is_taken(self, lectern: Lectern) -> None:
        lectern.mode, lectern.tab = GistMode.IN_PLACE, TabName.QUOTES
        lectern.show_minor, lectern.current = True, 1
        lectern.take(opened("Another article. With two sentences.\n"))
        assert (lectern.mode, lectern.tab) == (GistMode.IN_PLACE, TabName.QUOTES)
        known = (lectern.gist, lectern.facts, lectern.current, lectern.show_minor)
        assert not any(known)
        assert not lectern.things

    def test_goes_with_the_article_but_not_the_mode(self, lectern: Lectern) -> None:
        lectern.mode = GistMode.IN_PLACE
        lectern.clear()
        assert lectern.opened is None
        assert lectern.mode is GistMode.IN_PLACE
        assert not lectern.lighting.lit


class TestWalking:
    def test_goes_from_what_is_in_view_to_the_next_lit_thing(self, lectern: Lectern) -> None:
        lectern.tab = TabName.NUMBERS
        assert lectern.step_thing(1, offset=WEEKS.end) == MONEY
        assert lectern.current == 1

    def test_goes_back_from_what_is_in_view(self, lectern: Lectern) -> None:
        lectern.tab = TabName.NUMBERS
        assert lectern.step_thing(-1, offset=MONEY.start) == WEEKS

    def test_stops_at_both_ends(self, lectern: Lectern) -> None:
        lectern.tab = TabName.NUMBERS
        for _ in range(5):
            last = lectern.step_thing(1, 0)
        assert last == MONEY
        for _ in range(5):
            first = lectern.step_thing(-1, 0)
        assert first == WEEKS

    def test_goes_nowhere_where_nothing_is_lit(self, lectern: Lectern) -> None:
        assert lectern.step_thing(1, 0) is None
        assert lectern.current is None


class TestSkimming:
    def test_visits_gist_lines_quotations_and_figures_in_the_order_of_the_text(
        self, lectern: Lectern
    ) -> None:
        seen: list[Span] = []
        offset = -1
        while (found := lectern.step_skim(1, offset)) is not None:
            seen.append(found)
            offset = found.start
        assert seen == [FIRST_GIST, QUOTE, WEEKS, LAST_GIST, MONEY]

    def test_goes_back_the_same_way(self, lectern: Lectern) -> None:
        assert lectern.step_skim(-1, MONEY.start) == LAST_GIST
        assert lectern.step_skim(-1, FIRST_GIST.start) is None

    def test_makes_its_place_the_current_one_in_any_ink(self, lectern: Lectern) -> None:
        lectern.tab = TabName.QUOTES
        assert lectern.step_skim(1, QUOTE.start) == WEEKS
        assert lectern.lighting.current == WEEKS


class TestSelecting:
    def test_a_lit_thing_makes_it_the_current_one(self, lectern: Lectern) -> None:
        lectern.tab = TabName.NUMBERS
        lectern.select(MONEY)
        assert (lectern.current, lectern.place) == (1, None)
        assert lectern.lighting.current == MONEY

    def test_a_place_around_two_figures_stands_on_the_first_of_them(self, lectern: Lectern) -> None:
        lectern.tab = TabName.NUMBERS
        both = Span(WEEKS.start, MONEY.end)
        lectern.select(both)
        assert lectern.current == 0
        assert lectern.lighting.current == both

    def test_indirect_speech_is_a_place_though_it_is_never_lit(self, lectern: Lectern) -> None:
        lectern.tab = TabName.QUOTES
        lectern.select(INDIRECT)
        assert lectern.current is None
        assert lectern.lighting.current == INDIRECT

    def test_a_place_is_given_up_by_the_next_step(self, lectern: Lectern) -> None:
        lectern.tab = TabName.QUOTES
        lectern.select(INDIRECT)
        lectern.step_thing(-1, INDIRECT.start)
        assert lectern.lighting.current == QUOTE

    def test_one_that_is_no_longer_lit_is_not_shown(self, lectern: Lectern) -> None:
        lectern.tab, lectern.show_minor = TabName.NUMBERS, True
        lectern.select(SECOND)
        lectern.show_minor = False
        assert lectern.lighting.current is None


class TestSentenceCursor:
    def test_sleeps_at_first_and_wakes_on_the_first_whole_sentence_in_view(
        self, lectern: Lectern
    ) -> None:
        assert lectern.cursor_span is None
        assert lectern.wake(lambda sentence: sentence.start > 10)
        assert text_of(lectern, lectern.cursor_span) == "“It holds,” said Ada Lenn."

    def test_stays_asleep_where_no_sentence_is_in_view(self, lectern: Lectern) -> None:
        assert not lectern.wake(lambda sentence: False)
        assert lectern.cursor_span is None

    def test_goes_sentence_by_sentence_and_stops_at_both_ends(self, lectern: Lectern) -> None:
        lectern.wake(lambda sentence: True)
        lectern.step_sentence(1)
        lectern.step_sentence(1)
        assert text_of(lectern, lectern.cursor_span) == "She had waited."
        for _ in range(20):
            lectern.step_sentence(1)
        assert text_of(lectern, lectern.cursor_span) == "The lamps are new."
        for _ in range(20):
            lectern.step_sentence(-1)
        assert lectern.cursor_span == FIRST_GIST

    def test_goes_to_the_first_sentence_of_the_next_paragraph(self, lectern: Lectern) -> None:
        lectern.wake(lambda sentence: True)
        lectern.step_paragraph(1)
        assert text_of(lectern, lectern.cursor_span) == "The repair took eleven weeks."
        lectern.step_paragraph(1)
        assert text_of(lectern, lectern.cursor_span) == "Nobody crossed at night."

    def test_goes_back_to_the_head_of_its_paragraph_and_then_to_the_one_before(
        self, lectern: Lectern
    ) -> None:
        lectern.wake(lambda sentence: sentence.start >= LAST_GIST.start)
        lectern.step_paragraph(-1)
        assert text_of(lectern, lectern.cursor_span) == "The repair took eleven weeks."
        lectern.step_paragraph(-1)
        assert lectern.cursor_span == FIRST_GIST

    def test_does_not_wake_by_a_step_alone(self, lectern: Lectern) -> None:
        lectern.step_sentence(1)
        lectern.step_paragraph(1)
        assert lectern.sentence is None


class TestFinding:
    def test_is_blind_to_case_and_begins_at_what_is_in_view(self, lectern: Lectern) -> None:
        lectern.find("LENN", INDIRECT.start)
        assert len(lectern.matches) == 2
        assert lectern.match == 1

    def test_goes_round_the_end(self, lectern: Lectern) -> None:
        lectern.find("lenn", 0)
        starts = [lectern.matches.spans[lectern.match or 0].start]
        for _ in range(2):
            span = lectern.step_match(1)
            assert span is not None
            starts.append(span.start)
        assert starts[0] == starts[2] != starts[1]
        assert lectern.step_match(-1) == lectern.matches.spans[1]

    def test_takes_a_blank_for_any_blanks(self) -> None:
        lectern = Lectern()
        lectern.take(opened("The harbour  bridge\nreopened on Monday.\n"))
        lectern.find("harbour bridge reopened", 0)
        assert len(lectern.matches) == 1

    @pytest.mark.parametrize("query", ["a.c", "(", "[", "\\", "*", "a|b", "$"])
    def test_takes_what_is_typed_as_it_stands(self, query: str) -> None:
        lectern = Lectern()
        lectern.take(opened(f"One abc is not {query} at all, and that is so.\n"))
        lectern.find(query, 0)
        assert [text_of(lectern, span) for span in lectern.matches.spans] == [query]

    def test_of_nothing_finds_nothing(self, lectern: Lectern) -> None:
        lectern.find("lenn", 0)
        lectern.find("  ", 0)
        assert not lectern.matches
        assert lectern.step_match(1) is None
        assert lectern.lighting.match is None


class TestNotes:
    def test_highlights_are_lit_and_those_with_words_have_a_pen(self, lectern: Lectern) -> None:
        lectern.notes = [note(1, "eleven weeks"), note(2, "The lamps are new.", "check")]
        lighting = lectern.lighting
        assert lighting.highlights.spans == (WEEKS, span_of(TEXT, "The lamps are new."))
        assert lighting.noted.spans == (span_of(TEXT, "The lamps are new."),)

    def test_a_note_whose_place_was_not_found_lights_nothing(self, lectern: Lectern) -> None:
        lectern.notes = [note(1, "eleven weeks", "lost", found=False)]
        assert not lectern.lighting.highlights
        assert lectern.marks.note_on(WEEKS) is None

    def test_a_place_has_the_marks_on_just_its_words(self, lectern: Lectern) -> None:
        sentence = span_of(TEXT, "The repair took eleven weeks.")
        lectern.notes = [note(1, "eleven weeks", "how long")]
        assert lectern.marks.note_on(sentence) is None
        lectern.notes = [note(1, "The repair took eleven weeks.")]
        assert lectern.marks.note_on(WEEKS) is None
        lectern.notes = [
            note(1, "eleven weeks", "how long"),
            note(2, "The repair took eleven weeks."),
        ]
        assert [mark.id for mark in lectern.marks.on(sentence)] == [2]
        assert [mark.id for mark in lectern.marks.on(WEEKS)] == [1]

    def test_signs_at_the_ends_make_no_other_place(self, lectern: Lectern) -> None:
        lectern.notes = [note(1, "The repair took eleven weeks")]
        found = lectern.marks.note_on(span_of(TEXT, "The repair took eleven weeks. "))
        assert found is not None
        dot = span_of(TEXT, ".")
        assert lectern.marks.note_on(dot) is None

    def test_of_several_on_the_same_words_the_newest_note_is_meant(self, lectern: Lectern) -> None:
        lectern.notes = [
            note(3, "eleven weeks"),
            note(2, "eleven weeks", "second"),
            note(1, "eleven weeks", "first"),
        ]
        found = lectern.marks.note_on(WEEKS)
        assert found is not None
        assert found.text == "second"
        assert [mark.id for mark in lectern.marks.on(WEEKS)] == [1, 2, 3]

    def test_the_note_about_a_sentence_may_be_on_a_part_of_it(self, lectern: Lectern) -> None:
        sentence = span_of(TEXT, "The repair took eleven weeks.")
        both = [note(1, "eleven weeks", "how long"), note(2, "repair took eleven weeks")]
        lectern.notes = both
        found = lectern.marks.note_about(sentence)
        assert found == both[0]
        lectern.notes = [*both, note(3, "The repair took eleven weeks.")]
        found = lectern.marks.note_about(sentence)
        assert found is not None
        assert found.id == 3
        assert lectern.marks.note_about(span_of(TEXT, "Nobody")) is None

    def test_the_articles_own_note_is_on_no_place(self, lectern: Lectern) -> None:
        own = Note(3, 1, "on the whole", "2026-03-14", "2026-03-14")
        lectern.notes = [note(1, "eleven weeks"), own]
        assert lectern.own_note() == own
        assert lectern.marks.note_on(Span(0, len(TEXT))) != own

    def test_a_new_version_takes_the_place_of_the_old_one(self, lectern: Lectern) -> None:
        lectern.with_note(note(1, "eleven weeks", "first"))
        lectern.with_note(note(1, "eleven weeks", "second"))
        assert [n.text for n in lectern.notes] == ["second"]
        lectern.without_note(1)
        assert not lectern.notes


def test_without_an_article_nothing_is_lit_and_nothing_moves() -> None:
    lectern = Lectern()
    lectern.find("x", 0)
    lectern.step_sentence(1)
    assert not lectern.things
    assert lectern.step_thing(1, 0) is None
    assert lectern.step_skim(1, 0) is None
    assert not lectern.wake(lambda sentence: True)
    assert lectern.lighting.kind is InkKind.PLAIN
