"""The filter of the list in the whole language of queries, and tags, key by key."""

from __future__ import annotations

import pytest

from tests.app.conftest import Sit
from tui.app.commands.states import tags_in

pytestmark = pytest.mark.usefixtures("samples")


async def test_the_filter_understands_fields_and_exclusion(sit: Sit) -> None:
    async with sit() as here:
        every = list(here.page.articles.ids)
        here.desk.set_starred(every[:3], True)
        await here.press("slash")
        await here.type("is:starred -tide\n")
        assert set(here.page.articles.ids) == {
            article for article in every[:3] if "Tide" not in here.desk.rows([article])[0].title
        }


async def test_the_filter_says_what_it_does_not_understand(sit: Sit) -> None:
    async with sit() as here:
        await here.press("slash")
        await here.type("newer:soon x")
        assert "! newer:soon is no time" in here.status
        await here.press("enter")
        assert "! newer:soon is no time" in here.status


async def test_the_filter_offers_what_the_word_may_become(sit: Sit) -> None:
    async with sit() as here:
        here.desk.tag(list(here.page.articles.ids[:2]), ["sea level"], [])
        await here.press("slash")
        await here.type("tag:s")
        assert '→ tag:"sea level"' in here.status
        await here.press("right", "enter")
        assert len(here.page.articles.ids) == 2
        assert here.page.shelf.query == 'tag:"sea level" '


async def test_finding_in_the_text_has_no_offers(sit: Sit) -> None:
    async with sit() as here:
        await here.press("enter", "slash")
        await here.type("ta")
        assert "tag:" not in here.status


async def test_t_tags_the_article_and_undo_takes_it_back(sit: Sit) -> None:
    async with sit() as here:
        first = here.page.articles.ids[0]
        await here.press("t")
        assert here.shows("no tags yet")
        await here.pilot.press(*"press", "space", "plus", *"korea", "enter")
        await here.rest()
        assert set(here.desk.rows([first])[0].tags) == {"press", "korea"}
        await here.press("t")
        assert here.shows("now korea, press")
        await here.pilot.press("minus", *"korea", "enter")
        await here.rest()
        assert here.desk.rows([first])[0].tags == ("press",)
        await here.press("U", "U")
        assert here.desk.rows([first])[0].tags == ()


async def test_t_tags_all_selected_articles_in_one_step(sit: Sit) -> None:
    async with sit() as here:
        ids = list(here.page.articles.ids[:3])
        await here.press("x", "down", "x", "down", "x", "t")
        assert here.shows("3 articles")
        await here.type("later\n")
        assert [row.tags for row in here.desk.rows(ids)] == [("later",)] * 3
        assert "3 articles tagged anew" in here.status
        await here.press("U")
        assert [row.tags for row in here.desk.rows(ids)] == [()] * 3


async def test_a_known_tag_is_offered_and_escape_changes_nothing(sit: Sit) -> None:
    async with sit() as here:
        ids = here.page.articles.ids
        here.desk.tag([ids[1]], ["geography"], [])
        await here.press("t")
        assert here.shows("→ geography")
        await here.type("geo")
        await here.press("right", "enter")
        assert here.desk.rows([ids[0]])[0].tags == ("geography",)
        await here.press("t")
        await here.type("x")
        await here.press("escape")
        assert here.desk.rows([ids[0]])[0].tags == ("geography",)


@pytest.mark.parametrize(
    ("line", "added", "removed"),
    [
        ("press", ["press"], []),
        ("+a -b c", ["a", "c"], ["b"]),
        ('"sea level", -"old news"', ["sea level"], ["old news"]),
        ("#x +#y", ["x", "y"], []),
        ("a,b", ["a", "b"], []),
        ('-"open ended', [], ["open ended"]),
        ("+ - , ", [], []),
        ("co-op", ["co-op"], []),
    ],
)
def test_a_line_of_tags(line: str, added: list[str], removed: list[str]) -> None:
    assert tags_in(line) == (added, removed)


async def test_an_empty_list_says_that_facts_are_still_to_be_read(sit: Sit) -> None:
    async with sit() as here:
        here.page.clerk.patience = None
        here.desk.add_text("New\n\nNobody has read that yet.")
        await here.press("slash")
        await here.type("speaker:nobody")
        assert here.shows("None yet;")
        for article in here.desk.without_facts():
            here.desk.read_facts(article)
        await here.type(" ")
        assert here.shows("Nothing matches.")
