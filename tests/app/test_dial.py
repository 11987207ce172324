"""The gist as the reader sets it: what the panel says of it, and what a change moves."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.app.conftest import Sit, Sitting
from tui.app.lectern import Moved
from tui.desk import Desk
from tui.model import Span
from tui.summarize import FAST

pytestmark = pytest.mark.usefixtures("samples")


async def until_heard(here: Sitting) -> None:
    """Wait until the other methods were asked, which is when no key has been pressed a while."""
    for _ in range(100):
        await here.pilot.pause(0.1)
        await here.rest()
        if here.page.study.lectern.voices is not None:
            return
    raise AssertionError("nobody asked the other methods")


class TestVoices:
    async def test_stand_in_every_row_once_the_gist_has_rested(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s")
            await until_heard(here)
            rows = [line for line in here.lines() if re.search(rf"\d of {len(FAST)} · ", line)]
            gist = here.page.study.lectern.gist
            assert gist is not None
            assert len(rows) == len(gist.lines)
            counted = [int(m[1]) for line in rows if (m := re.search(r"(\d) of \d · ", line))]
            assert all(1 <= count <= len(FAST) for count in counted), "ours is one of them"

    async def test_come_with_what_they_are_worth(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s")
            assert not here.shows("measured weaker")
            await until_heard(here)
            assert here.shows("Counted: Broadsheet, LexRank")
            assert here.shows("measured weaker")

    async def test_follow_the_dial(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s")
            await until_heard(here)
            await here.press("plus")
            voices, gist = here.page.study.lectern.voices, here.page.study.lectern.gist
            assert voices is not None
            assert gist is not None
            assert len(gist.lines) == 6
            assert all(voices.counts[Span(line.start, line.end)] >= 1 for line in gist.lines)

    async def test_of_one_article_are_not_those_of_the_next(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s")
            await until_heard(here)
            await here.press("J")
            assert here.page.study.lectern.voices is None
            await until_heard(here)
            voices, gist = here.page.study.lectern.voices, here.page.study.lectern.gist
            assert voices is not None
            assert gist is not None
            assert all(Span(line.start, line.end) in voices.counts for line in gist.lines)

    async def test_are_not_asked_for_while_nothing_is_lit_or_no_panel_shown(self, sit: Sit) -> None:
        async with sit((80, 24)) as here:
            await here.press("enter")
            await here.pilot.pause(1.2)
            assert here.page.study.lectern.voices is None
            await here.press("s")
            await here.pilot.pause(1.2)
            assert here.page.study.lectern.voices is None
            await here.press("4")
            await until_heard(here)

    async def test_are_not_asked_about_a_long_text(self, sit: Sit) -> None:
        words = "The {} lamp of the long pier was lit by keeper number {} on that evening."
        text = "\n\n".join(words.format(n, n + 7) for n in range(600))
        async with sit() as here:
            here.desk.add_text(f"Lamps\n\n{text}")
            here.page.reload_list()
            await here.rest()
            await here.press("g", "enter", "s")
            await here.pilot.pause(1.5)
            await here.rest()
            assert here.shows(" of 600 sentences")
            assert here.page.study.lectern.voices is None


class TestMoving:
    def test_is_what_came_in_and_what_went_out(self) -> None:
        one, two, three = Span(0, 5), Span(6, 9), Span(10, 20)
        moved = Moved.between([one, two], [two, three])
        assert (moved.came, moved.gone) == ((three,), (one,))
        assert moved
        assert not Moved.between([one, two], [two, one])

    async def test_another_method_marks_the_new_ones_and_lists_those_that_went(
        self, sit: Sit
    ) -> None:
        async with sit((120, 60)) as here:
            await here.press("enter", "s")
            before = here.page.study.lectern.gist_spans
            await here.press("S")
            after = here.page.study.lectern.gist_spans
            came, went = set(after) - set(before), set(before) - set(after)
            assert came, "this article tells the methods apart"
            assert f"{len(came)} sentences came in (+), {len(went)} went out" in here.status
            assert sum(bool(re.search(r"│ [ \d]\d\+ ", line)) for line in here.lines()) == len(came)
            assert here.shows(f"WENT OUT ───────────────────── {len(went)}")

    async def test_a_sentence_that_went_out_leads_to_its_place_too(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s", "S", "4", "G", "enter")
            moved = here.page.study.lectern.moved
            assert moved is not None
            assert here.page.study.lectern.lighting.current == moved.gone[-1]
            assert here.page.reader.in_view(moved.gone[-1])

    async def test_is_shown_until_the_gist_changes_again(self, sit: Sit) -> None:
        async with sit((120, 60)) as here:
            await here.press("enter", "s", "S")
            assert here.shows("WENT OUT")
            await here.press("plus")
            assert not here.shows("WENT OUT")


class TestLean:
    async def test_goes_round_is_shown_and_kept(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s")
            assert here.shows("Broadsheet · highlights")
            highlights = here.page.study.lectern.gist_spans
            await here.press("*")
            assert here.shows("Broadsheet · balanced")
            await here.press("*")
            assert here.shows("Broadsheet · gist")
            assert "Gist: " in here.status
            assert here.page.study.lectern.gist_spans != highlights
        async with sit() as here:
            await here.press("enter", "s")
            assert here.shows("Broadsheet · gist")
            await here.press("*")
            assert here.page.study.lectern.gist_spans == highlights
            assert Desk().settings.lean == 1.0

    async def test_of_another_method_there_is_none_and_the_message_says_so(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s", "S", "*")
            assert "LexRank knows no highlights or gist; S goes on to Broadsheet." in here.status

    async def test_is_in_the_palette(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s", "ctrl+p")
            await here.type("balanced")
            await here.press("enter")
            assert here.shows("Broadsheet · balanced")

    async def test_is_found_in_the_palette_by_what_the_settings_call_it(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s", "ctrl+p")
            await here.type("lean")
            await here.press("enter")
            assert here.shows("Broadsheet · balanced")


class TestLanguage:
    async def test_is_picked_shown_and_undone(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "ctrl+p")
            await here.type("language of")
            await here.press("enter")
            await here.type("fr")
            await here.press("enter")
            opened = here.page.study.lectern.opened
            assert opened is not None
            assert opened.reading.language == "fr"
            assert here.shows("read as French")
            await here.press("U")
            opened = here.page.study.lectern.opened
            assert opened is not None
            assert opened.reading.language == "en"
            assert not here.shows("read as")

    async def test_can_be_left_to_the_text_again(self, sit: Sit) -> None:
        async with sit() as here:
            article = here.page.articles.ids[0]
            here.desk.set_language([article], "de")
            here.page.reload_list()
            await here.rest()
            assert here.shows("read as German")
            await here.press("ctrl+p")
            await here.type("language of")
            await here.press("enter")
            await here.type("as the text")
            await here.press("enter")
            assert not here.shows("read as")
            assert here.desk.open(article).reading.language == "en"


class TestKeysOfOnesOwn:
    REMAPPED = textwrap.dedent(
        """
        [keys]
        undo = "f9"
        gist = "f7"
        quotes = "f8"
        select = "i"
        star = "p"
        method = "M"
        escape = "f12,escape"
        note = "W"
        highlight = "B"
        help = "f1"
        """
    )

    @pytest.fixture(autouse=True)
    def settings(self, home: Path) -> None:
        (home / "config").mkdir(parents=True, exist_ok=True)
        (home / "config" / "settings.toml").write_text(self.REMAPPED, "utf-8")

    async def test_are_those_that_messages_name(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("e")
            assert "Archived. f9 undoes it." in here.status
            await here.press("f9", "i", "down", "i", "p")
            assert "2 articles starred. f9 undoes it." in here.status
            await here.press("down", "i", "up", "i", "up", "i", "f7")
            assert "i selects another" in here.status
            await here.press("D")
            assert "deleted. f9 brings it back" in here.status
            await here.press("enter", "right_square_bracket")
            assert "f7 lights the gist, f8 the quotes, # the numbers" in here.status

    async def test_are_those_that_the_panel_names(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "7")
            assert here.shows("B highlights a sentence, W")

    async def test_are_those_that_the_help_and_an_empty_view_name(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("f1")
            help_lines = "\n".join(here.lines())
            assert re.search(r"f9\s+undo", help_lines)
            assert not re.search(r"\bU\s+undo", help_lines)
            await here.press("escape", "V")
            await here.type("starred")
            await here.press("enter")
            assert here.shows("No stars.")
            assert here.shows("p gives one.")

    async def test_work_in_the_digest(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("i", "down", "i", "f7")
            assert here.shows("DIGEST · 2 articles")
            await here.press("f7")
            assert here.app.screen is here.page


def test_lighting_the_gist_loads_no_heavy_package(home: Path) -> None:
    code = textwrap.dedent(
        """
        import asyncio, json, sys
        from tui.app.app import BroadsheetApp
        from tui.app.lectern import GistMode
        from tui.desk import Desk

        async def read():
            app = BroadsheetApp(Desk())
            async with app.run_test(size=(120, 40)) as pilot:
                for _ in range(100):
                    await pilot.pause(0.05)
                    if app.front.study.lectern.gist is not None:
                        break
                await pilot.press("enter", "s")
                await pilot.pause()
                lectern = app.front.study.lectern
                assert lectern.mode is GistMode.IN_PLACE and lectern.lighting.lit
                packages = {name.partition(".")[0] for name in sys.modules}
                print(json.dumps(sorted(packages & {"sumy", "nltk", "numpy"})))
                sys.stdout.flush()

        asyncio.run(read())
        """
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert json.loads(result.stdout.splitlines()[-1]) == []
