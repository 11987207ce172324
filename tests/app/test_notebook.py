"""A note that somebody else writes while it is open on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.conftest import Sit, Sitting
from tui.desk import Desk


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


async def test_what_is_typed_into_a_note_deleted_elsewhere_is_another_one(
    sit: Sit, other: Desk
) -> None:
    async with sit(size=(160, 50)) as here:
        number = await begin_a_note(here, "mine")
        other.delete_note(number)
        await here.rest()
        await here.type(" still")
        await here.until(lambda: texts(other) == ["mine still"])
        assert here.shows("deleted meanwhile: what you wrote is kept")
        await here.press("escape")
        other.undo()
        other.undo()
        assert texts(other) == ["mine"]


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
