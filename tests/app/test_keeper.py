"""Saved searches as views, key by key."""

from __future__ import annotations

import re

import pytest

from tests.app.conftest import Sit, Sitting

pytestmark = pytest.mark.usefixtures("samples")


async def run(here: Sitting, title: str) -> None:
    """Run a command by its name in the palette."""
    await here.press("ctrl+p")
    await here.type(title)
    await here.press("enter")


async def saved_filter(here: Sitting, query: str, name: str) -> None:
    await here.press("slash")
    await here.type(query)
    await here.press("f2")
    assert here.shows("SAVE AS A VIEW")
    await here.type(f"{name}\n")


async def test_a_filter_saved_is_a_view_with_its_count_and_its_name(sit: Sit) -> None:
    async with sit() as here:
        here.desk.set_starred(list(here.page.articles.ids[:3]), True)
        await saved_filter(here, "is:starred", "Best ones")
        assert [(each.name, each.query) for each in here.desk.saved_queries()] == [
            ("Best ones", "is:starred")
        ]
        assert here.lines()[0].startswith(" B R O A D S H E E T   Best ones  3")
        assert len(here.page.articles.ids) == 3
        await here.press("V", "up", "up")
        await here.type("inbox\n")
        assert len(here.page.articles.ids) > 3
        await here.press("V")
        assert any("Best ones" in line and " 3 " in line for line in here.lines())
        await here.type("best\n")
        assert len(here.page.articles.ids) == 3


async def test_a_saved_view_is_filtered_further_and_escape_ends_only_that(sit: Sit) -> None:
    async with sit() as here:
        here.desk.set_starred(list(here.page.articles.ids[:4]), True)
        await saved_filter(here, "is:starred", "Best")
        await here.press("slash")
        await here.type("korea\n")
        assert len(here.page.articles.ids) == 1
        await here.press("escape")
        assert len(here.page.articles.ids) == 4
        assert here.page.shelf.saved is not None


async def test_it_is_renamed_and_deleted_from_the_palette_and_undo_brings_it_back(
    sit: Sit,
) -> None:
    async with sit() as here:
        await saved_filter(here, "longer:3m", "Long")
        await run(here, "Rename this saved")
        await here.pilot.press(*["backspace"] * 4)
        await here.type("Sunday\n")
        assert [each.name for each in here.desk.saved_queries()] == ["Sunday"]
        assert "Sunday" in here.lines()[0]
        await run(here, "Delete this saved")
        assert here.desk.saved_queries() == []
        assert "Inbox" in here.lines()[0]
        await here.press("U")
        assert [each.name for each in here.desk.saved_queries()] == ["Sunday"]


async def test_with_nothing_to_save_rename_or_delete_it_says_what_to_press(sit: Sit) -> None:
    async with sit() as here:
        await here.press("f2")
        assert "Filter the list with / first" in here.status
        for title in ("Rename this saved", "Delete this saved"):
            await run(here, title)
            assert "V has them" in here.status


async def test_a_search_is_saved_from_where_it_is_typed(sit: Sit) -> None:
    async with sit() as here:
        await here.press("ctrl+k")
        await here.type("tide")
        await here.press("f2")
        await here.type("Sea\n")
        assert here.shows("SEARCH EVERYTHING")
        assert "V shows “Sea” from now on" in here.status
        assert [(each.name, each.query) for each in here.desk.saved_queries()] == [("Sea", "tide*")]


async def test_all_read_is_about_the_saved_view_alone(sit: Sit) -> None:
    async with sit() as here:
        ids = list(here.page.articles.ids)
        here.desk.set_starred(ids[:2], True)
        await saved_filter(here, "is:starred", "Best")
        await here.press("A")
        assert "2 articles in Best marked as read" in here.status
        assert sum(row.state.read for row in here.desk.rows(ids)) == 2


async def test_a_saved_view_is_renamed_and_deleted_where_views_are_chosen(sit: Sit) -> None:
    async with sit() as here:
        here.desk.save_query("Best", "is:starred")
        here.desk.save_query("Long", "longer:10m")
        await here.press("V")
        assert "rename" not in here.status
        await here.type("best")
        assert "f2 rename   del delete" in here.status
        await here.press("f2")
        assert here.shows("RENAME THE VIEW")
        await here.type(" of all\n")
        assert here.shows("VIEWS")
        assert here.shows("› Best of all")
        # In the middle of what is typed the key deletes a letter, as everywhere.
        await here.press("home", "delete", "end")
        assert {each.name for each in here.desk.saved_queries()} == {"Best of all", "Long"}
        await here.press("backspace", "backspace", "backspace")
        await here.type("best")
        await here.press("delete")
        assert [each.name for each in here.desk.saved_queries()] == ["Long"]
        assert "ctrl+z undo" in here.status
        await here.press("ctrl+z")
        assert {each.name for each in here.desk.saved_queries()} == {"Best of all", "Long"}
        assert "ctrl+z" not in here.status
        assert here.shows("› Best of all")


async def test_the_shown_view_takes_its_new_name_and_gives_way_when_deleted(sit: Sit) -> None:
    async with sit() as here:
        here.desk.set_starred(list(here.page.articles.ids[:3]), True)
        await saved_filter(here, "is:starred", "Best")
        await here.press("V")
        assert here.shows("› Best")
        await here.press("f2")
        await here.type("er ones\n")
        await here.press("escape")
        assert here.lines()[0].startswith(" B R O A D S H E E T   Bester ones  3")
        await here.press("V", "delete", "escape")
        assert here.page.shelf.view == "inbox"
        assert len(here.page.articles.ids) > 3
        await here.press("U")
        assert [each.name for each in here.desk.saved_queries()] == ["Bester ones"]


async def test_a_name_that_another_view_has_is_refused_beside_the_views(sit: Sit) -> None:
    async with sit() as here:
        here.desk.save_query("Best", "is:starred")
        here.desk.save_query("Bes", "longer:10m")
        await here.press("V", "end", "pagedown", "up")
        assert here.shows("› Bes ")
        await here.press("f2")
        await here.type("t\n")
        assert "Another query is saved as “Best”." in here.status
        await here.press("up")
        assert "Another" not in here.status


async def test_a_count_that_may_grow_says_so(sit: Sit) -> None:
    async with sit() as here:
        here.page.clerk.patience = None
        here.desk.save_query("Money", "figure:money")
        here.desk.add_text("New\n\nNobody has read that yet.")
        await here.press("V")
        assert any(re.search(r"Money +\d+\+", line) for line in here.lines())
        for article in here.desk.without_facts():
            here.desk.read_facts(article)
        await here.press("escape", "V")
        assert any(re.search(r"Money +\d+ ", line) for line in here.lines())
