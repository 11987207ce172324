"""States of articles from the keyboard: what they are about, and where one stands afterwards."""

from __future__ import annotations

import pytest

from tests.app.conftest import Sit, Sitting
from tui.app.geometry import Pane

pytestmark = pytest.mark.usefixtures("samples")


async def look_at(here: Sitting, view: str) -> None:
    """Choose a view by its name."""
    await here.press("V")
    await here.type(f"{view}\n")


def agrees(here: Sitting) -> bool:
    """Whether the reader shows the article under the list's cursor."""
    article = here.page.study.article
    return (article.id if article is not None else None) == here.page.articles.current


async def with_notes(here: Sitting) -> int:
    """The first article with a note on its first sentence, the Notes tab open on it."""
    article = here.page.articles.ids[0]
    await here.press("enter", "c")
    await here.type("Ask about that")
    await here.press("escape", "7", "j")
    assert here.page.panel.row is not None
    assert here.page.panel.row.note is not None
    return article


async def test_delete_on_the_row_of_a_note_deletes_the_note(sit: Sit) -> None:
    async with sit() as here:
        article = await with_notes(here)
        await here.press("D")
        assert "Note deleted. U brings it back." in here.status
        assert here.desk.notes(article) == []
        assert article in here.page.articles.ids
        assert not here.shows("Ask about that")
        await here.press("U")
        assert [note.text for note in here.desk.notes(article)] == ["Ask about that"]
        assert here.shows("Ask about that")


async def test_other_states_in_the_row_of_a_note_are_the_articles(sit: Sit) -> None:
    async with sit() as here:
        article = await with_notes(here)
        await here.press("f")
        assert here.desk.rows([article])[0].state.starred
        assert len(here.desk.notes(article)) == 1


async def test_a_note_is_deleted_from_the_list_of_commands(sit: Sit) -> None:
    async with sit() as here:
        article = await with_notes(here)
        await here.press("2", "colon")
        await here.type("delete this note\n")
        assert here.desk.notes(article) == []
        await here.press("1", "colon")
        await here.type("delete this note\n")
        assert "No note is under the cursor." in here.status
        assert article in here.page.articles.ids


async def test_delete_says_what_went_and_the_reader_goes_on(sit: Sit) -> None:
    async with sit() as here:
        gone = here.desk.rows(here.page.articles.ids[:1])[0]
        await here.press("D")
        assert f"“{gone.title[:30]}" in here.status
        assert "deleted. U brings it back, notes and all." in here.status
        assert agrees(here)
        assert here.page.study.article is not None
        assert here.page.study.article.id != gone.id


@pytest.mark.parametrize("key", ["D", "e", "f", "m", "t", "x"])
async def test_an_empty_list_has_nothing_to_act_on(sit: Sit, key: str) -> None:
    async with sit() as here:
        every = here.desk.rows(list(here.page.articles.ids))
        await here.press("slash")
        await here.type("zzz\n")
        assert here.shows("Nothing matches.")
        await here.press(key)
        assert "No article is under the cursor." in here.status
        assert here.desk.rows([article.id for article in every]) == every


async def test_the_last_article_deleted_leaves_an_empty_reader(sit: Sit) -> None:
    async with sit() as here:
        here.desk.set_starred(list(here.page.articles.ids[2:3]), True)
        await look_at(here, "starred")
        await here.press("D")
        assert here.page.articles.current is None
        assert here.page.study.article is None
        assert not here.page.reader.text
        await here.press("D")
        assert "No article is under the cursor." in here.status
        await here.press("U")
        assert len(here.page.articles.ids) == 1
        assert agrees(here)


async def test_after_an_empty_view_the_list_stands_on_the_open_article(sit: Sit) -> None:
    async with sit() as here:
        third = here.page.articles.ids[2]
        await here.press("j", "j")
        await look_at(here, "archive")
        assert here.page.articles.current is None
        await look_at(here, "inbox")
        assert here.page.articles.current == third
        assert agrees(here)


async def test_after_an_empty_view_the_reader_follows_where_the_list_lacks_the_article(
    sit: Sit,
) -> None:
    async with sit() as here:
        here.desk.set_starred(list(here.page.articles.ids[4:6]), True)
        await here.press("j")
        await look_at(here, "archive")
        await look_at(here, "starred")
        assert here.page.articles.current is not None
        assert agrees(here)


@pytest.mark.parametrize("key", ["e", "D"])
@pytest.mark.parametrize("rows", [[0, 1, 2], [2, 4], [5, 6, 7], [1], [0, 1, 2, 3, 4, 5, 6, 7]])
async def test_the_cursor_takes_the_place_of_what_went_and_undo_brings_it_to_what_came(
    sit: Sit, key: str, rows: list[int]
) -> None:
    async with sit() as here:
        before = list(here.page.articles.ids)
        for step in range(rows[-1] + 1):
            if step in rows:
                await here.press("x")
            if step < rows[-1]:
                await here.press("j")
        await here.press(key)
        left = [article for index, article in enumerate(before) if index not in rows]
        after = [each for each in before[rows[0] :] if each in left]
        assert list(here.page.articles.ids) == left
        heirs = after or left[-1:]
        assert here.page.articles.current == (heirs[0] if heirs else None)
        assert agrees(here)
        await here.press("U")
        assert list(here.page.articles.ids) == before
        assert here.page.articles.current == before[rows[0]]
        assert agrees(here)


async def test_undo_of_what_leaves_the_list_alone_leaves_the_cursor(sit: Sit) -> None:
    async with sit() as here:
        await here.press("f", "j", "j", "U")
        assert here.page.articles.cursor == 2
        assert agrees(here)


async def test_delete_in_the_reader_goes_on_to_the_next_article(sit: Sit) -> None:
    async with sit() as here:
        second, third = here.page.articles.ids[1:3]
        await here.press("j", "enter", "D")
        assert here.pane() is Pane.READER
        assert second not in here.page.articles.ids
        assert here.page.articles.current == third
        assert agrees(here)


async def test_the_notes_tab_without_notes_offers_what_it_can_do(sit: Sit) -> None:
    async with sit() as here:
        await here.press("7")
        assert "C the article’s note" in here.status
        assert "copy" not in here.status
        assert "next" not in here.status
        await here.press("1", "enter", "H", "7", "j")
        assert "copy" in here.status
