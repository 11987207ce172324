"""The filter of the list in the whole language of queries, and tags, key by key."""

from __future__ import annotations

import pytest

from tests.app.conftest import Sit
from tui.app.commands.states import tags_in
from tui.app.geometry import Pane

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


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ("is:foo", "! There is no is:foo; say unread, read, starred, archived, noted."),
        ("foo:bar", "! No field “foo:”, only is, has, tag, site, newer, older, longer, shorter,"),
        ("-newer:soon", "! newer:soon is no time"),
    ],
)
async def test_a_mistaken_word_is_told_at_once_and_leaves_the_list_as_it_was(
    sit: Sit, mistake: str, said: str
) -> None:
    async with sit() as here:
        every = list(here.page.articles.ids)
        await here.press("slash")
        await here.type("bridge ")
        found = list(here.page.articles.ids)
        assert 0 < len(found) < len(every)
        await here.type(mistake)
        assert said in here.status
        assert list(here.page.articles.ids) == found
        assert "match “bridge”" in here.lines()[0].replace("matches", "match")
        await here.press("enter")
        assert here.page.find_bar.display
        assert said in here.status
        await here.press(*["backspace"] * len(mistake), "enter")
        assert not here.page.find_bar.display
        assert here.page.shelf.query == "bridge "


async def test_a_query_of_nothing_but_a_mistake_claims_no_matches(sit: Sit) -> None:
    async with sit() as here:
        before = here.lines()[0]
        await here.press("slash")
        await here.type("is:foo")
        assert here.lines()[0] == before
        await here.type(" bridg")
        assert "! There is no is:foo" in here.status
        await here.press("escape")
        assert here.lines()[0] == before


async def test_a_word_that_is_begun_is_no_mistake_yet(sit: Sit) -> None:
    async with sit() as here:
        every = list(here.page.articles.ids)
        await here.press("slash")
        await here.type("is:unr")
        assert "tab → is:unread" in here.status
        assert list(here.page.articles.ids) == every


async def test_tab_takes_the_offer_and_one_types_on(sit: Sit) -> None:
    async with sit() as here:
        here.desk.tag(list(here.page.articles.ids[:2]), ["geography"], [])
        rule = here.lines()[1]
        await here.press("slash")
        await here.type("tag:geo")
        assert "tab → tag:geography" in here.status
        await here.press("tab")
        assert here.page.find_bar.field.value == "tag:geography "
        await here.press("tab", "shift+tab")
        assert here.lines()[1] == rule
        assert here.page.find_bar.field.has_focus
        await here.type("x")
        assert here.page.find_bar.field.value == "tag:geography x"


async def test_finding_in_the_text_tab_stays_in_the_line(sit: Sit) -> None:
    async with sit() as here:
        await here.press("enter", "slash")
        await here.type("ta")
        await here.press("tab")
        await here.type("x")
        assert here.page.find_bar.field.value == "tax"
        assert here.pane() is Pane.READER


async def test_a_filter_without_hits_says_how_it_ends(sit: Sit) -> None:
    async with sit() as here:
        await here.press("slash")
        await here.type("zzz\n")
        assert "esc end the filter" in here.status
        await here.press("escape")
        assert len(here.page.articles.ids) > 0
        assert "end the filter" not in here.status


@pytest.mark.parametrize(
    ("query", "shown"), [('"bridge"', '"bridge"'), ('is:read "a"', '“is:read "a"”'), ("x", "“x”")]
)
async def test_the_masthead_has_marks_around_the_filter_once(
    sit: Sit, query: str, shown: str
) -> None:
    async with sit() as here:
        await here.press("slash")
        await here.type(query)
        found = here.lines()[0].partition("match")[2]
        assert f" {shown} " in found


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
        assert here.shows("x on, -x off, blanks or commas between")
        assert here.shows("no tags yet")
        await here.pilot.press(*"press", "space", "plus", *"korea", "enter")
        await here.rest()
        assert set(here.desk.rows([first])[0].tags) == {"press", "korea"}
        assert "Tagged anew: +press, +korea. U undoes it." in here.status
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
