"""Searching everything, key by key."""

from __future__ import annotations

import re

import pytest

from tests.app.conftest import Sit
from tui.app.geometry import Pane
from tui.app.screens.search import SearchScreen
from tui.desk import as_typed
from tui.model import Span, Where

pytestmark = pytest.mark.usefixtures("samples")


async def test_what_is_typed_is_found_live_and_enter_opens_the_place(sit: Sit) -> None:
    async with sit() as here:
        await here.press("ctrl+k")
        assert here.shows("SEARCH EVERYTHING")
        await here.type("reciproc")
        assert here.shows("South Korean President Lee Set for Crucial Talks")
        assert any(
            re.search(r"SEARCH EVERYTHING +\d+ places? in 1 article · \d+ ms", line)
            for line in here.lines()
        )
        assert any("reciprocity tariff" in line and "¶ 12" in line for line in here.lines())
        await here.press("enter")
        assert here.app.screen is here.page
        assert here.pane() is Pane.READER
        lectern = here.page.study.lectern
        assert lectern.match is not None
        match = lectern.matches.spans[lectern.match]
        assert here.page.reader.text[match.start : match.end] == "reciprocity"
        assert here.page.reader.in_view(match)
        assert "match 1 of" in here.status


async def test_an_article_has_its_places_beneath_it_and_the_rest_on_enter(sit: Sit) -> None:
    async with sit() as here:
        paragraphs = [f"Paragraph {n} tells of a quillon that was lost." for n in range(1, 7)]
        here.desk.add_text("A long report\n\n" + "\n\n".join(paragraphs))
        await here.press("ctrl+k")
        screen = here.app.screen
        assert isinstance(screen, SearchScreen)
        await here.type("quillon")
        assert here.shows("6 places in 1 article")
        assert sum("quillon that was lost" in line for line in here.lines()) == 3
        assert here.shows("3 more")
        await here.press("down", "down", "down")
        assert "enter show them" in here.status
        assert "result 4 of 6" in here.status
        await here.press("enter")
        assert sum("quillon that was lost" in line for line in here.lines()) == 6
        assert not here.shows("3 more")
        assert "result 4 of 6" in here.status
        await here.press("down", "enter")
        assert here.app.screen is here.page
        lectern = here.page.study.lectern
        assert lectern.match is not None
        match = lectern.matches.spans[lectern.match]
        assert len(lectern.matches.spans) == 6
        text = here.page.reader.text
        assert text[match.start : match.end] == "quillon"
        assert text.rindex("Paragraph", 0, match.start) == text.index("Paragraph 5")


async def test_an_empty_line_says_what_can_be_typed(sit: Sit) -> None:
    async with sit() as here:
        await here.press("ctrl+k")
        assert here.shows('"exact words"')
        assert here.shows("newer:2w")
        await here.press("enter", "down", "tab")
        assert isinstance(here.app.screen, SearchScreen)


async def test_tab_narrows_to_one_kind_and_round(sit: Sit) -> None:
    async with sit() as here:
        here.desk.note(here.page.articles.ids[0], "tidal questions for the ministry")
        here.desk.facts(here.desk.open(here.page.articles.ids[0]))
        await here.press("ctrl+k")
        screen = here.app.screen
        assert isinstance(screen, SearchScreen)
        await here.type("ministry")
        kinds = []
        for _ in range(5):
            kinds.append({hit.where for hit in screen.answer.hits} if screen.answer else set())
            await here.press("tab")
        assert Where.NOTE in kinds[0]
        assert kinds[1] <= {Where.TEXT, Where.TITLE}
        assert kinds[2] <= {Where.QUOTE}
        assert kinds[3] <= {Where.FIGURE}
        assert kinds[4] == {Where.NOTE}
        assert screen.kinds.chosen == 0


async def test_a_note_stands_with_its_mark_and_opens_where_it_is(sit: Sit) -> None:
    async with sit() as here:
        article = here.page.articles.ids[1]
        reading = here.desk.open(article).reading
        sentence = reading.sentences[4]
        here.desk.note(article, "Ask Quillon about it", Span(sentence.start, sentence.end))
        await here.press("ctrl+k")
        await here.type("quillon")
        assert any("✎ Ask Quillon about it" in line for line in here.lines())
        await here.press("enter")
        assert here.page.study.article is not None
        assert here.page.study.article.id == article
        assert here.page.study.lectern.lighting.current == Span(sentence.start, sentence.end)


async def test_the_articles_own_note_opens_its_tab(sit: Sit) -> None:
    async with sit() as here:
        article = here.page.articles.ids[1]
        here.desk.note(article, "Ask Quillon about it")
        await here.press("ctrl+k")
        await here.type("quillon")
        await here.press("enter")
        assert here.page.study.article is not None
        assert here.page.study.article.id == article
        assert here.pane() is Pane.PANEL
        assert here.shows("Ask Quillon about it")


async def test_an_article_that_the_list_does_not_show_is_opened_among_all(sit: Sit) -> None:
    async with sit() as here:
        article = here.page.articles.ids[0]
        here.desk.set_archived([article], True)
        here.page.reload_list()
        await here.rest()
        assert article not in here.page.articles.ids
        await here.press("ctrl+k")
        await here.type("reciprocity")
        await here.press("enter")
        assert here.page.study.article is not None
        assert here.page.study.article.id == article == here.page.articles.current
        assert here.page.shelf.view == "all"


async def test_enter_typed_ahead_of_the_answer_opens_what_was_asked_last(sit: Sit) -> None:
    async with sit() as here:
        await here.press("ctrl+k")
        await here.pilot.press(*"reciprocity", "enter")
        await here.rest()
        assert here.app.screen is here.page
        assert here.page.study.lectern.matches


async def test_what_is_not_understood_is_one_line(sit: Sit) -> None:
    async with sit() as here:
        await here.press("ctrl+k")
        await here.type("tga:x tide")
        assert here.shows("! There is no field “tga:”, did you mean tag:?")


async def test_the_right_arrow_takes_what_is_offered(sit: Sit) -> None:
    async with sit() as here:
        here.desk.tag(list(here.page.articles.ids[:2]), ["sea level"], [])
        await here.press("ctrl+k")
        screen = here.app.screen
        assert isinstance(screen, SearchScreen)
        await here.type("ta")
        assert here.shows("→ tag:")
        await here.press("right")
        assert screen.field.value == "tag:"
        await here.press("right")
        assert screen.field.value == 'tag:"sea level" '
        assert here.shows("2 places in 2 articles")


async def test_escape_goes_back_and_leaves_everything_as_it_was(sit: Sit) -> None:
    async with sit() as here:
        before = here.lines()
        await here.press("ctrl+k")
        await here.type("the")
        await here.press("down", "down", "escape")
        assert here.lines() == before


async def test_words_of_a_script_without_blanks_are_found(sit: Sit) -> None:
    async with sit() as here:
        here.desk.add_text("港の橋\n\n潮位計は海面の上昇を示している。港の橋は再び開いた。\n")
        await here.press("ctrl+k")
        await here.type("海面")
        assert here.shows("海面の上昇")


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (200, 60)])
async def test_it_fits_any_window(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size) as here:
        await here.press("ctrl+k")
        await here.type("the")
        screen = here.app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.rows.count > 3
        for _ in range(screen.rows.count):
            assert any(line.lstrip().startswith("›") for line in here.lines()[-8:] + here.lines())
            await here.press("down")
        assert screen.answer is not None
        assert f"{len(screen.answer.hits)} of {len(screen.answer.hits)}" in here.status


def test_a_word_is_open_ended_only_while_it_may_be_begun() -> None:
    assert as_typed("harb") == "harb*"
    assert as_typed("tide harb") == "tide harb*"
    for done in ("", "ha", "harb ", '"harb', "tag:harb", "-", "harb*", "海面の上昇"):
        assert as_typed(done) == done.strip()
