"""The Notes tab as it is drawn."""

from __future__ import annotations

from dataclasses import replace

from tests.app.material import drawn, reading_of, span_of
from tui.app.tabs.notes import Editing, notes_tab
from tui.model import Anchor, Note

TEXT = (
    "The bridge over the harbour was opened again. It holds.\n\n"
    "The ferry will be kept until the autumn.\n"
)
READING = reading_of(TEXT)


def note(number: int, words: str, text: str = "", *, found: bool = True) -> Note:
    start, end = span_of(TEXT, words) if words in TEXT else (0, 0)
    anchor = Anchor(words, "", "", start, end, found) if words else None
    return Note(number, 1, text, "2026-03-14", f"day {number}", anchor)


HIGHLIGHT = note(1, "It holds.")
FERRY = note(2, "The ferry will be kept until the autumn.", "Until when exactly?\nAsk #ferry")
LOST = note(3, "words of an older version", "Where did this go?", found=False)
OWN = note(4, "", "On the whole: yes. #bridge #ferry")


def lines(*notes: Note, columns: int = 32, editing: Editing | None = None) -> list[str]:
    return drawn(notes_tab(READING, notes, lambda moment: moment, editing), columns)


def test_at_32_columns_notes_stand_in_the_order_of_the_text() -> None:
    assert lines(OWN, FERRY, HIGHLIGHT) == [
        "2 highlights · 2 notes · 2 tags",
        "───────────────╂──╂─────────────",
        "",
        "¶ 1 ────────────────────── day 1",
        " ┃ It holds.",
        "",
        "¶ 2 ────────────────────── day 2",
        " ┃ The ferry will be kept until",
        " ┃ the autumn.",
        " ✎ Until when exactly?",
        "   Ask #ferry",
        "",
        "THE ARTICLE’S NOTE ─────── day 4",
        " ✎ On the whole: yes. #bridge",
        "   #ferry",
    ]


def test_at_48_columns_a_line_holds_more() -> None:
    assert " ┃ The ferry will be kept until the autumn." in lines(FERRY, columns=48)


def test_a_note_whose_words_changed_quotes_what_was_marked_and_says_so() -> None:
    start, end = span_of(TEXT, "The ferry will be kept until the autumn.")
    anchor = Anchor("The ferry is to be kept until the autumn.", "", "", start, end)
    shown = lines(replace(FERRY, anchor=anchor), columns=48)
    assert shown[3] == "¶ 2 · THE WORDS CHANGED ────────────────── day 2"
    assert " ┃ The ferry is to be kept until the autumn." in shown


def test_a_note_whose_place_is_gone_is_kept_and_says_so() -> None:
    shown = lines(LOST)
    assert "PLACE NOT FOUND ────────── day 3" in shown
    assert " ┃ words of an older version" in shown
    assert " ✎ Where did this go?" in shown
    tab = notes_tab(READING, [LOST], lambda moment: moment, None)
    rows = [row for row in tab.rows if row.note is LOST]
    assert len(rows) == 1
    assert rows[0].selectable
    assert rows[0].spans == ()


def test_an_article_without_notes_says_how_to_make_one() -> None:
    assert lines() == [
        "H highlights a sentence, c",
        "writes a note on it. Both are",
        "kept here.",
        "",
        "THE ARTICLE’S NOTE ────────────",
        "   none yet         C in $EDITOR",
    ]


def test_the_note_being_written_has_room_for_the_editor_below_the_words() -> None:
    shown = lines(HIGHLIGHT, FERRY, editing=Editing(HIGHLIGHT, 3))
    assert shown[3:13] == [
        "¶ 1 ──────────────────── writing",
        " ┃ It holds.",
        "",
        " ✎ NOTE                Markdown",
        "",
        "",
        "",
        "",
        "   esc keeps it",
        "",
    ]


def test_tags_are_counted_once_and_numbers_are_tags_only_after_a_blank() -> None:
    text = "#one #one C#sharp #two, and a # alone"
    assert lines(note(1, "It holds.", text))[0] == "1 highlight · 1 note · 2 tags"
