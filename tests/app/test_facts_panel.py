"""The quotes and the numbers in the panel, key by key: narrowing, copying, walking, rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Sit, Sitting
from tui.app.geometry import Pane
from tui.desk import Desk

ARTICLE = """The price of the crossing

The council raised the toll from 2 euros to 3 euros on Monday, and 1,204 lorries waited at the
gate. The repair had cost $4.5 million.

“Nobody asked the people who cross every day,” said Maria Lind, who drives a van.

“We had no other choice this year,” said the mayor, Peter Holm. “The bridge is old,” he added.
"""


@pytest.fixture
def crossing(home: Path, tmp_path: Path) -> Path:
    """A home whose library holds one article."""
    path = tmp_path / "crossing.txt"
    path.write_text(ARTICLE, "utf-8")
    desk = Desk()
    assert desk.add([str(path)]).added
    desk.close()
    return home


def _rows(here: Sitting) -> list[str]:
    """What the rows of the open tab lead to, as written in the article."""
    text = here.page.reader.text
    return [text[slice(*row.spans[0])] for row in here.page.panel.tab.rows if row.facts]


@pytest.mark.usefixtures("crossing")
class TestNarrowing:
    async def test_typing_leaves_the_rows_that_have_the_words(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark")
            everything = _rows(here)
            assert len(everything) == 3
            await here.press("slash")
            await here.type("holm")
            assert _rows(here) == [row for row in everything if "Nobody" not in row]
            assert here.shows("2 of 3 quotations · “holm”")
            assert not here.shows("MARIA LIND")

    async def test_escape_shows_everything_again(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("lind")
            assert len(_rows(here)) == 1
            await here.press("escape")
            assert len(_rows(here)) == 3
            assert here.pane() is Pane.PANEL

    async def test_enter_keeps_the_narrowing_and_escape_ends_it_later(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("lind")
            await here.press("enter")
            assert here.pane() is Pane.PANEL
            assert len(_rows(here)) == 1
            await here.press("escape")
            assert here.pane() is Pane.PANEL
            assert len(_rows(here)) == 3
            await here.press("escape")
            assert here.pane() is Pane.READER

    async def test_the_text_and_the_walk_follow(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("holm")
            await here.press("enter", "right_square_bracket")
            assert "quotation 1 of 2" in here.status
            lit = here.page.study.lectern.things.spans
            assert len(lit) == 2
            await here.press("right_square_bracket", "right_square_bracket")
            assert "quotation 2 of 2" in here.status

    async def test_figures_are_narrowed_by_kind_unit_and_noun(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "number_sign", "slash")
            await here.type("lorries")
            assert _rows(here) == ["1,204"]
            for _ in "lorries":
                await here.pilot.press("backspace")
            await here.type("usd")
            assert _rows(here) == ["$4.5 million"]

    async def test_words_that_nothing_has_say_so(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "number_sign", "slash")
            await here.type("zebra")
            assert here.shows("Nothing here has “zebra”.")
            assert not here.page.study.lectern.things

    async def test_another_tab_is_not_narrowed(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("lind")
            await here.press("enter", "number_sign")
            assert "$4.5 million" in _rows(here)
            await here.press("quotation_mark")
            assert len(_rows(here)) == 3


@pytest.mark.usefixtures("crossing")
class TestCopying:
    async def test_y_copies_a_quotation_with_its_speaker(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("lind")
            await here.press("enter", "down", "y")
            copied = "“Nobody asked the people who cross every day,” — Maria Lind"
            assert here.app.clipboard == copied
            assert here.status.startswith(" Copied: “Nobody asked")

    async def test_capital_y_adds_where_it_is_from(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("lind")
            await here.press("enter", "down", "Y")
            assert here.app.clipboard.endswith("— Maria Lind, in The price of the crossing")

    async def test_a_figure_is_copied_as_written(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "number_sign", "slash")
            await here.type("lorries")
            await here.press("enter", "down", "y")
            assert here.app.clipboard == "1,204"
            await here.press("Y")
            assert here.app.clipboard == "1,204 — The price of the crossing"

    async def test_in_the_reader_the_lit_quotation_is_copied(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "down", "enter", "y")
            assert here.pane() is Pane.READER
            assert " — " in here.app.clipboard
            assert here.app.clipboard.startswith("“")

    async def test_in_the_reader_the_sentence_under_the_cursor_is_copied(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "right_parenthesis", "right_parenthesis", "y")
            assert here.app.clipboard == "“The repair had cost $4.5 million.”"

    async def test_in_the_list_the_article_is_copied(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("y")
            assert here.app.clipboard == "The price of the crossing"

    async def test_where_there_is_nothing_to_copy_that_is_said(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "y")
            assert here.app.clipboard == ""
            assert "Nothing to copy here: ) chooses a sentence." in here.status

    async def test_where_no_row_is_current_that_is_what_helps(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("lind")
            await here.press("enter", "y")
            assert "Nothing to copy here: j chooses a row." in here.status

    async def test_a_tab_without_rows_has_nothing_to_choose(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "slash")
            await here.type("zebra")
            await here.press("enter", "y")
            assert "Nothing to copy here: the tab has no rows." in here.status

    async def test_an_empty_list_has_nothing_to_copy(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("slash")
            await here.type("zebra")
            await here.press("enter", "y")
            assert "Nothing to copy here: the list is empty." in here.status


@pytest.mark.usefixtures("crossing")
class TestRules:
    async def test_the_rule_stands_on_the_current_row_when_asked_for(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark", "down")
            assert not here.shows("rule: ")
            here.page.action_command("rules")
            await here.rest()
            facts = here.page.panel.row.facts if here.page.panel.row else ()
            assert here.shows(f"rule: {facts[0].rule}")
            assert here.shows("confidence 0.") or here.shows("confidence 1.")
            assert sum("rule: " in line for line in here.lines()) == 1
            here.page.action_command("rules")
            await here.rest()
            assert not here.shows("rule: ")


class TestTables:
    @pytest.fixture(autouse=True)
    def table(self, home: Path, tmp_path: Path) -> None:
        rows = "".join(f"| Street {n} | ${n + 1} million |\n" for n in range(500))
        text = f"# Rents\n\nThe city paid $7 billion.\n\n| Street | Rent |\n|---|---|\n{rows}"
        path = tmp_path / "rents.md"
        path.write_text(text, "utf-8")
        desk = Desk()
        assert desk.add([str(path)]).added
        desk.close()

    async def test_a_large_table_does_not_drown_the_others(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "number_sign")
            assert _rows(here) == ["$7 billion"]
            assert here.shows("500")
            await here.press("G", "enter")
            assert len(_rows(here)) == 501
            await here.press("enter")
            assert _rows(here) == ["$7 billion"]
