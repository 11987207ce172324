"""The rows of the list, and moving over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.strip import Strip

from tui.app.widgets.article_list import ArticleList
from tui.model import Article, FactCounts, State

BRIDGE = Article(
    1,
    "Harbour bridge reopens after eleven weeks of repair and one ferry",
    site="Harbour Gazette",
    minutes=3,
    facts=FactCounts(6, 14),
)
MAP = Article(
    2,
    "Old maps",
    byline="A very long name of an author who has written it all",
    minutes=12,
    state=State(read=True, starred=True),
)
FERRY = Article(3, "渡し船は秋まで残ると港長は水曜日の朝に語った", source="/clips/ferry.txt")


class Page(Screen[None]):
    """Takes what the list asks for while the screen is drawn."""

    asked: ClassVar[list[Sequence[int]]] = []

    def on_article_list_need_rows(self, message: ArticleList.NeedRows) -> None:
        self.asked.append(message.ids)


class Shelf(App[None]):
    """The list alone, as wide as the window."""

    CSS = "ArticleList { width: 100%; height: 100%; }"

    def __init__(self, articles: Sequence[Article], *, roomy: bool = True) -> None:
        super().__init__()
        self.articles = ArticleList()
        self.articles.roomy = roomy
        self.rows = articles
        self.moved: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.articles

    def on_mount(self) -> None:
        self.articles.fill([a.id for a in self.rows], self.rows, 0)

    def get_default_screen(self) -> Page:
        return Page()

    def on_article_list_moved(self, message: ArticleList.Moved) -> None:
        self.moved.append(message.article_id)

    def seen(self) -> list[str]:
        return [said(self.articles.render_line(y)) for y in range(self.size.height)]


def said(strip: Strip) -> str:
    return "".join(segment.text for segment in strip).rstrip()


async def test_in_a_narrow_list_a_title_has_two_lines_and_a_row_four() -> None:
    async with (app := Shelf([BRIDGE, MAP, FERRY])).run_test(size=(25, 14)):
        assert app.seen() == [
            "›• Harbour bridge",
            "   reopens after eleven…",
            "   Harbour Gazette 3 min",
            "",
            "   Old maps",
            "",
            " ★ A very long n… 12 min",
            "",
            " • 渡し船は秋まで残ると",
            "   港長は水曜日の朝に…",
            "   ferry.txt       1 min",
            "",
            "",
            "",
        ]


async def test_in_a_wide_list_a_title_has_one_line_and_its_facts_stand_beside() -> None:
    async with (app := Shelf([BRIDGE, MAP])).run_test(size=(58, 7)):
        assert app.seen() == [
            "›• Harbour bridge reopens after eleven weeks of repair a…",
            '   Harbour Gazette · 3 min                         6" 14#',
            "",
            "   Old maps",
            " ★ A very long name of an author who has written it all…",
            "",
            "",
        ]


async def test_where_height_is_dear_there_is_no_blank_line() -> None:
    async with (app := Shelf([BRIDGE, MAP], roomy=False)).run_test(size=(33, 4)):
        assert [line[:12] for line in app.seen()] == [
            "›• Harbour b",
            "   Harbour G",
            "   Old maps",
            " ★ A very lo",
        ]


@pytest.mark.parametrize("width", range(5, 80, 3))
async def test_every_line_is_exactly_as_wide_as_the_list(width: int) -> None:
    async with (app := Shelf([BRIDGE, MAP, FERRY])).run_test(size=(width, 12)):
        for y in range(12):
            assert app.articles.render_line(y).cell_length == width


async def test_an_empty_list_says_so() -> None:
    async with (app := Shelf([])).run_test(size=(25, 3)):
        assert app.seen()[0] == "   None yet."
        app.articles.move_to(5)
        assert app.articles.current is None


async def test_the_cursor_stays_within_the_list_and_says_where_it_went() -> None:
    async with (app := Shelf([BRIDGE, MAP, FERRY])).run_test(size=(25, 14)) as pilot:
        for index in (1, 99, 99, -5):
            app.articles.move_to(index)
        await pilot.pause()
        assert app.moved == [2, 3, 1]


async def test_a_row_that_is_not_there_yet_is_asked_for_once_and_drawn_when_it_comes() -> None:
    ids = list(range(1, 5001))
    async with (app := Shelf([])).run_test(size=(25, 20)) as pilot:
        Page.asked.clear()
        app.articles.fill(ids, [], 0)
        await pilot.pause()
        app.articles.move_to(2500)
        await pilot.pause(0.1)
        wanted = [i for asked in Page.asked for i in asked]
        assert len(wanted) == len(set(wanted)) <= 800
        assert {2499, 2500, 2501} <= set(wanted)
        app.articles.update_rows([Article(i, f"Title {i}") for i in wanted])
        await pilot.pause()
        assert any("Title 2501" in line for line in app.seen())


async def test_the_current_row_is_always_in_view() -> None:
    rows = [Article(i, f"Title {i}") for i in range(1, 60)]
    async with (app := Shelf(rows)).run_test(size=(25, 13)) as pilot:
        for step in (5, 30, 58, 40, 0, 7):
            app.articles.move_to(step)
            await pilot.pause()
            assert any(line.startswith("›") and f" {step + 1}" in line for line in app.seen())
