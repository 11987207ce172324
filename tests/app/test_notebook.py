"""A note that somebody else writes while it is open on the screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from tests.app.conftest import Sit, Sitting
from tui.desk import Desk
from tui.model import Note, Span


@pytest.fixture
def other(samples: object) -> Iterator[Desk]:
    """Another process at work on the same library, as far as the library can tell."""
    desk = Desk()
    yield desk
    desk.close()


async def begin_a_note(here: Sitting, text: str) -> int:
    """Have ``text`` written on the first sentence and kept, the editor still open."""
    await here.press("enter", "right_parenthesis", "c")
    await here.type(text)
    await here.until(lambda: [note.text for note in here.desk.notes()] == [text])
    await here.until(lambda: here.page.notebook.kept)
    return here.desk.notes()[0].id


def texts(desk: Desk) -> list[str]:
    return sorted(note.text for note in desk.notes())


async def test_words_of_two_writers_are_both_kept_and_that_is_said(sit: Sit, other: Desk) -> None:
    async with sit(size=(160, 50)) as here:
        number = await begin_a_note(here, "mine")
        other.edit_note(number, "theirs")
        await here.type(" too")
        await here.until(lambda: texts(other) == ["mine too", "theirs"])
        assert here.shows("The note was changed meanwhile: what you wrote is kept as a note of")
        await here.type(" now")
        await here.press("escape")
        await here.until(lambda: texts(other) == ["mine too now", "theirs"])
        theirs, mine = sorted(other.notes(), key=lambda note: note.id)
        assert (theirs.id, theirs.anchor) == (number, mine.anchor)
        await here.until(lambda: here.shows("theirs") and here.shows("mine too now"))


async def test_a_note_in_which_nobody_types_shows_what_others_made_of_it(
    sit: Sit, other: Desk
) -> None:
    async with sit(size=(160, 50)) as here:
        number = await begin_a_note(here, "mine")
        other.edit_note(number, "theirs")
        await here.until(lambda: here.page.editor.text == "theirs")
        await here.type(" and mine")
        await here.press("escape")
        await here.until(lambda: texts(other) == ["theirs and mine"])
        assert [version.text for version in other.note_versions(number)] == [
            *["theirs and mine", "theirs", "mine", ""]
        ]


async def test_a_note_deleted_elsewhere_while_it_is_open_is_kept_at_once(
    sit: Sit, other: Desk
) -> None:
    async with sit(size=(160, 50)) as here:
        number = await begin_a_note(here, "mine")
        other.delete_note(number)
        await here.until(lambda: texts(other) == ["mine"])
        await here.until(lambda: here.shows("deleted meanwhile: what you wrote is kept"))
        await here.type(" still")
        await here.press("escape")
        await here.until(lambda: texts(other) == ["mine still"])
        assert here.shows("mine still")
        await here.until(lambda: len(here.page.study.lectern.notes) == 1)


async def test_a_highlight_deleted_elsewhere_is_not_shown_once_its_note_is_left(
    sit: Sit, other: Desk
) -> None:
    async with sit(size=(160, 50)) as here:
        await here.press("enter", "right_parenthesis", "c")
        await here.until(lambda: len(other.notes()) == 1)
        other.delete_note(other.notes()[0].id)
        await here.pilot.pause(1.2)
        await here.press("escape")
        await here.until(lambda: not here.page.study.lectern.notes)
        assert other.notes() == []


async def test_leaving_writes_over_nothing_either(sit: Sit, other: Desk) -> None:
    async with sit(size=(160, 50)) as here:
        number = await begin_a_note(here, "mine")
        other.edit_note(number, "theirs")
        await here.pilot.press("exclamation_mark", "ctrl+q")
    assert texts(other) == ["mine!", "theirs"]
    assert len(other.unsaved) == 0


async def test_notes_on_other_places_come_in_while_one_is_written(sit: Sit, other: Desk) -> None:
    async with sit(size=(160, 50)) as here:
        await begin_a_note(here, "mine")
        article = here.page.study.article
        assert article is not None
        other.note(article.id, "on the whole")
        await here.until(lambda: here.shows("on the whole"))
        assert here.page.editor.text == "mine"
        assert here.page.editor.has_focus


async def mark_words(here: Sitting, text: str = "") -> Note:
    """Have two words within the first sentence marked, as another process would."""
    article = here.page.study.article
    sentence = here.page.study.lectern.sentences[0]
    assert article is not None
    reading = here.page.study.lectern.opened
    assert reading is not None
    start = sentence.start + reading.reading.text[sentence.start :].index(" ") + 1
    note = here.desk.highlight(article.id, Span(start, start + 8), text)
    here.page.notebook.reload()
    await here.until(lambda: len(here.page.study.lectern.notes) == 1)
    return note


async def test_a_sentence_is_highlighted_whatever_is_marked_in_it(sit: Sit) -> None:
    async with sit(size=(160, 50)) as here:
        await here.press("enter")
        words = await mark_words(here)
        await here.press("right_parenthesis", "H")
        await here.until(lambda: len(here.desk.notes()) == 2)
        await here.press("H")
        await here.until(lambda: [note.id for note in here.desk.notes()] == [words.id])


async def test_a_sentence_is_noted_whatever_is_noted_in_it(sit: Sit) -> None:
    async with sit(size=(160, 50)) as here:
        await here.press("enter")
        await mark_words(here, "on two words")
        await here.press("right_parenthesis", "c")
        assert here.page.editor.text == ""
        await here.type("on the sentence")
        await here.press("escape")
        await here.until(lambda: texts(here.desk) == ["on the sentence", "on two words"])
        await here.press("c")
        assert here.page.editor.text == "on the sentence"


async def test_enter_in_the_text_opens_the_note_in_the_sentence(sit: Sit) -> None:
    async with sit(size=(160, 50)) as here:
        await here.press("enter")
        await mark_words(here, "on two words")
        await here.press("right_parenthesis", "enter")
        assert here.page.editor.text == "on two words"


async def test_a_sentence_bears_several_notes(sit: Sit) -> None:
    async with sit(size=(160, 50)) as here:
        await begin_a_note(here, "one")
        await here.press("escape")
        here.page.action_command("another-note")
        await here.type("two")
        await here.press("escape")
        await here.until(lambda: texts(here.desk) == ["one", "two"])
        first, second = here.desk.notes()
        assert first.anchor == second.anchor
        await here.until(lambda: here.shows("✎ one") and here.shows("✎ two"))
        await here.press("c")
        assert here.page.editor.text == "two"
        await here.press("escape", "7")
        await here.press("g", "c")
        assert here.page.editor.text == "one"


async def test_another_note_in_which_nothing_is_typed_leaves_no_mark(sit: Sit) -> None:
    async with sit(size=(160, 50)) as here:
        await begin_a_note(here, "one")
        await here.press("escape")
        here.page.action_command("another-note")
        await here.press("escape")
        await here.until(lambda: texts(here.desk) == ["one"])
        assert len(here.page.study.lectern.notes) == 1


async def test_h_on_a_row_of_the_tab_takes_that_highlight_off(sit: Sit) -> None:
    async with sit(size=(160, 50)) as here:
        await begin_a_note(here, "one")
        article = here.page.study.article
        anchor = here.desk.notes()[0].anchor
        assert article is not None
        assert anchor is not None
        here.desk.highlight(article.id, Span(anchor.start, anchor.end))
        await here.press("escape")
        here.page.notebook.reload()
        await here.until(lambda: len(here.page.study.lectern.notes) == 2)
        await here.press("7", "g", "H")
        assert texts(here.desk) == ["", "one"]
        assert here.shows("There is a note here")
        await here.press("j", "H")
        await here.until(lambda: texts(here.desk) == ["one"])


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock, and what failed is tried again soon."""
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.05)
    monkeypatch.setattr("tui.app.manuscripts._SECONDS_TO_RETRY", 0.2)


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    """Another program writes all the while."""
    path = desk.folders.data / "library.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        yield


NOT_SAVED = "! not saved yet"


@pytest.mark.usefixtures("impatient")
async def test_a_note_left_while_the_library_is_locked_says_so_until_it_is_kept(
    sit: Sit, other: Desk
) -> None:
    async with sit(size=(160, 50)) as here:
        number = await begin_a_note(here, "base")
        await here.press("escape", "7", "g")
        with locked(other):
            await here.press("enter")
            await here.type(" EDIT")
            await here.press("escape")
            await here.until(lambda: here.shows(NOT_SAVED))
            assert here.shows("✎ base EDIT")
            assert texts(other) == ["base"]
        await here.until(lambda: texts(other) == ["base EDIT"])
        await here.until(lambda: not here.shows(NOT_SAVED))
        assert here.shows("✎ base EDIT")
        await here.press("c")
        await here.type(" MORE")
        await here.press("escape")
        await here.until(lambda: texts(other) == ["base EDIT MORE"])
        assert [note.id for note in other.notes()] == [number]
        assert len(other.unsaved) == 0


@pytest.mark.usefixtures("impatient")
async def test_writing_on_before_it_is_kept_goes_on_with_the_same_note(
    sit: Sit, other: Desk
) -> None:
    async with sit(size=(160, 50)) as here:
        await here.press("enter", "right_parenthesis")
        with locked(other):
            for words in ("AAA", " BBB"):
                await here.press("c")
                await here.type(words)
                await here.press("escape")
                await here.until(lambda: here.shows(NOT_SAVED))
            assert len(other.unsaved) == 1
            await here.press("c")
            assert here.page.editor.text == "AAA BBB"
            await here.type(" CCC")
            await here.press("escape")
        await here.until(lambda: texts(other) == ["AAA BBB CCC"])
        await here.until(lambda: not here.shows(NOT_SAVED))
        assert len(other.unsaved) == 0


@pytest.mark.usefixtures("impatient")
async def test_notes_on_several_places_wait_beside_each_other(sit: Sit, other: Desk) -> None:
    async with sit(size=(160, 50)) as here:
        await here.press("enter", "right_parenthesis")
        with locked(other):
            for words in ("one", "two"):
                await here.press("c")
                await here.type(words)
                await here.press("escape", "right_parenthesis")
            await here.until(lambda: len(other.unsaved) == 2)
            await here.until(lambda: here.shows("✎ one") and here.shows("✎ two"))
        await here.until(lambda: texts(other) == ["one", "two"])
        await here.until(lambda: not here.shows(NOT_SAVED))
        assert len(other.unsaved) == 0


@pytest.mark.usefixtures("impatient")
async def test_what_waits_is_shown_when_its_article_is_opened_again(sit: Sit, other: Desk) -> None:
    async with sit(size=(160, 50)) as here:
        await begin_a_note(here, "base")
        first = here.page.study.article
        assert first is not None
        await here.press("escape")
        with locked(other):
            await here.press("c")
            await here.type(" EDIT")
            await here.press("escape")
            await here.until(lambda: here.shows(NOT_SAVED))
            here.page.study.open(here.desk.ids("all")[3])
            await here.until(lambda: here.page.study.article != first)
            here.page.study.open(first.id)
            await here.until(lambda: here.shows("✎ base EDIT") and here.shows(NOT_SAVED))
        await here.until(lambda: texts(other) == ["base EDIT"])
        await here.until(lambda: not here.shows(NOT_SAVED))


@pytest.mark.usefixtures("impatient")
async def test_a_mark_that_could_not_be_made_is_not_shown_as_one(sit: Sit, other: Desk) -> None:
    async with sit(size=(160, 50)) as here:
        await here.press("enter", "right_parenthesis")
        with locked(other):
            await here.press("c", "escape")
            await here.until(lambda: here.shows(NOT_SAVED))
        await here.until(lambda: texts(other) == [""])
        await here.until(lambda: not here.shows(NOT_SAVED))


@pytest.mark.usefixtures("impatient")
async def test_what_another_process_saved_from_the_file_is_not_saved_twice(
    sit: Sit, other: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.manuscripts._SECONDS_TO_RETRY", 60.0)
    async with sit(size=(160, 50)) as here:
        await here.press("enter", "right_parenthesis")
        with locked(other):
            await here.press("c")
            await here.type("mine")
            await here.press("escape")
            await here.until(lambda: here.shows(NOT_SAVED))
        other.save_unsaved()
        await here.press("c")
        await here.type(" too")
        await here.press("escape")
        await here.until(lambda: texts(other) == ["mine too"])


@pytest.mark.usefixtures("impatient")
async def test_a_note_written_after_the_library_was_moved_away_says_that_it_waits(
    sit: Sit, other: Desk
) -> None:
    async with sit(size=(200, 50)) as here:
        await begin_a_note(here, "mine")
        other.close()
        library = here.desk.folders.data / "library.sqlite3"
        library.rename(library.with_name("aside.sqlite3"))
        await here.type(" too")
        await here.until(lambda: here.shows("replaced or removed while it was open"))
        assert here.shows("not saved yet")
        await here.press("escape")
        await here.until(lambda: here.shows(NOT_SAVED) and here.shows("✎ mine too"))
        assert len(here.desk.unsaved) == 1


@pytest.mark.usefixtures("impatient")
async def test_where_what_is_typed_waits_is_said(sit: Sit, other: Desk) -> None:
    async with sit(size=(200, 50)) as here:
        await here.press("enter", "right_parenthesis")
        with locked(other):
            await here.press("c")
            await here.type("mine")
            await here.until(lambda: len(other.unsaved) == 1)
            await here.until(lambda: here.shows("; what you wrote waits in /"))
            await here.press("escape")
            await here.until(lambda: here.shows(NOT_SAVED))
        await here.until(lambda: not here.shows(NOT_SAVED))


@pytest.mark.parametrize("keys", [("c",), ("C",), ("H",), ("7", "g", "enter")], ids=" ".join)
async def test_in_a_library_that_is_only_read_no_note_is_begun(
    sit: Sit, other: Desk, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    newest = other.open(other.ids("inbox")[0])
    sentence = newest.reading.sentences[3]
    other.highlight(newest.article.id, Span(sentence.start, sentence.end), "there before")
    other.close()
    path = other.folders.data / "library.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    async with sit(size=(200, 50)) as here:
        await here.press("enter", "right_parenthesis", *keys)
        assert here.shows("made by a newer version of Broadsheet, so this one only reads it.")
        assert here.page.study.editing is None
        assert texts(here.desk) == ["there before"]
        assert not here.shows(NOT_SAVED)
