"""What a reader does, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Sit
from tui.app.geometry import Pane
from tui.app.lectern import GistMode
from tui.config import Folders
from tui.desk import Desk

TITLE = "South Korean President Lee Set for Crucial Talks"


@pytest.mark.usefixtures("samples")
class TestTheFirstMinute:
    async def test_the_users_article_is_first_and_shown(self, sit: Sit) -> None:
        async with sit() as here:
            assert here.shows("› • South Korean".replace("› ", "›"))
            assert here.shows("Liam · 4 min · 43 sentences · 5 lines hidden")
            assert here.pane() is Pane.LIST

    async def test_enter_reads_and_s_lights_gathers_and_puts_out_the_gist(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s")
            assert here.pane() is Pane.READER
            assert here.shows("▌ ")
            assert here.shows("5 of 43 sentences")
            await here.press("s")
            assert here.mode() is GistMode.GATHERED
            gist = here.page.study.lectern.gist
            assert gist is not None
            text = here.page.reader.text
            shown = [line for line in here.page.reader.setting.lines if line.parts]
            assert "".join(text[line.start : line.end] for line in shown).replace(" ", "") == (
                "".join(text[g.start : g.end] for g in gist.lines).replace(" ", "")
            )
            await here.press("s")
            assert here.mode() is GistMode.OFF
            assert not here.shows("▌ ")

    async def test_plus_and_minus_are_a_dial(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s", "plus")
            assert here.shows("6 of 43 sentences")
            await here.press("minus", "minus", "minus")
            assert here.shows("3 of 43 sentences")
            await here.press("equals_sign")
            assert here.shows("4 of 43 sentences")

    async def test_another_method_says_what_it_moved(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "s", "S")
            assert here.shows("LexRank")
            assert "came in" in here.status or "same sentences" in here.status

    async def test_quotes_are_listed_by_speaker_and_lead_into_the_text(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "quotation_mark")
            assert here.pane() is Pane.PANEL
            assert here.shows("6 quotations · 3 speakers")
            assert here.shows("CHOI YOON-JUNG")
            await here.press("down", "down")
            assert "quotation 2 of 6" in here.status
            lit = [line for line in here.lines() if '›" “ultimately' in line]
            assert lit, "the selected quotation is marked in the text"
            await here.press("enter")
            assert here.pane() is Pane.READER
            await here.press("right_square_bracket")
            assert "quotation 3 of 6" in here.status
            row = here.page.panel.row
            assert row is not None
            current = here.page.study.lectern.lighting.current
            assert current in row.spans, "the panel follows the text"

    async def test_numbers_show_the_change_and_the_equivalent(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "number_sign")
            assert here.shows("10 figures · 1 change")
            assert here.shows("▼ 25 → 15 percent")
            assert here.shows("−10 points")
            assert here.shows("126 trillion won ≈ $91.2 billion")
            assert here.shows("3 minor ones, hidden  enter show")

    async def test_minor_figures_come_out_on_request(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "number_sign", "G", "enter")
            assert here.page.study.lectern.show_minor
            assert here.page.panel.tab.count == "13 figures"
            assert here.shows("3 minor ones, shown   enter hide")
            await here.press("enter")
            assert here.page.panel.tab.count == "10 figures"

    async def test_hidden_lines_come_out_on_request(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter")
            assert not here.shows("Liam Avatar")
            await here.press("full_stop")
            assert here.shows("Liam Avatar")
            await here.press("full_stop")
            assert not here.shows("Liam Avatar")


@pytest.mark.usefixtures("samples")
class TestNotes:
    async def test_a_note_is_kept_as_it_is_typed(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "right_parenthesis", "c")
            assert here.shows("✎ NOTE")
            await here.type("Ask the ministry #follow-up")
            await here.pilot.pause(0.7)
            await here.rest()
            assert "kept" in here.status
            assert [n.text for n in here.desk.notes()] == ["Ask the ministry #follow-up"]
            await here.press("escape")
            assert here.pane() is Pane.READER
            assert here.shows("1 highlight · 1 note · 1 tag")

    async def test_a_note_is_there_after_a_restart(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "right_parenthesis", "c")
            await here.type("Kept")
            await here.press("escape", "ctrl+q")
        async with sit() as here:
            await here.press("enter", "7")
            assert here.shows("✎ Kept")

    async def test_leaving_in_the_middle_of_a_word_loses_nothing(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "right_parenthesis", "c")
            await here.pilot.press("h", "a", "l", "f")
            here.page.leave()
            await here.pilot.pause()
        desk = Desk()
        assert [n.text for n in desk.notes()] == ["half"]
        desk.close()

    async def test_h_highlights_and_takes_off(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "right_parenthesis", "H")
            assert here.shows("┃") or here.shows("›")
            assert len(here.desk.notes()) == 1
            await here.press("H")
            assert here.desk.notes() == []
            await here.press("U")
            assert len(here.desk.notes()) == 1
            assert len(here.page.study.lectern.notes) == 1

    async def test_c_on_a_noted_sentence_edits_its_note(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "right_parenthesis", "c")
            await here.type("one")
            await here.press("escape", "c")
            await here.type(" two")
            await here.press("escape")
            assert [n.text for n in here.desk.notes()] == ["one two"]

    async def test_where_no_editor_can_take_the_terminal_that_is_said(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "C")
            assert "cannot hand over to an editor" in here.status
            assert here.desk.notes() == []


@pytest.mark.usefixtures("samples")
class TestStates:
    async def test_a_star_is_given_and_taken(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("f")
            assert here.shows("★")
            await here.press("f")
            assert not here.shows("★")

    async def test_archiving_moves_on_and_undo_brings_back(self, sit: Sit) -> None:
        async with sit() as here:
            total = len(here.page.articles.ids)
            await here.press("e")
            assert len(here.page.articles.ids) == total - 1
            assert here.page.study.article is not None
            assert here.page.study.article.id == here.page.articles.current
            await here.press("U")
            assert len(here.page.articles.ids) == total

    async def test_everything_here_is_read_at_once_and_taken_back(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("A")
            assert here.shows("all read")
            await here.press("U")
            assert not here.shows("all read")

    async def test_deleting_can_be_taken_back_with_the_notes(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("H", "D")
            assert not here.shows("›• South Korean")
            await here.press("U")
            assert here.shows("›• South Korean")
            assert len(here.desk.notes()) == 1

    async def test_previewing_is_not_reading_but_the_last_line_is(self, sit: Sit) -> None:
        async with sit() as here:
            first = here.page.articles.ids[0]
            await here.press("down", "up")
            assert not here.desk.rows([first])[0].state.read
            await here.press("enter", "G")
            assert here.desk.rows([first])[0].state.read

    async def test_the_place_in_an_article_is_remembered(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "space")
            offset = here.page.reader.top_offset
            await here.press("J", "K")
            assert here.page.reader.top_offset == offset


@pytest.mark.usefixtures("samples")
class TestFinding:
    async def test_the_list_is_filtered_as_one_types(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("slash")
            await here.type("nachtzug")
            assert len(here.page.articles.ids) == 1
            await here.press("enter")
            assert here.pane() is Pane.LIST
            await here.press("escape")
            assert len(here.page.articles.ids) > 1

    async def test_words_are_found_in_the_text_and_walked_through(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter", "slash")
            await here.type("tariff")
            await here.press("enter")
            assert "match 1 of" in here.status
            await here.press("n")
            assert "match 2 of" in here.status
            await here.press("N")
            assert "match 1 of" in here.status
            await here.press("escape")
            assert "match" not in here.status

    async def test_n_without_a_search_goes_to_the_next_unread_article(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("down", "m", "up", "n")
            assert here.page.articles.cursor == 2


@pytest.mark.usefixtures("samples")
class TestPanes:
    async def test_tab_goes_round(self, sit: Sit) -> None:
        async with sit() as here:
            seen = []
            for _ in range(3):
                await here.press("tab")
                seen.append(here.pane())
            assert seen == [Pane.READER, Pane.PANEL, Pane.LIST]

    async def test_v_hides_the_panel_and_the_measure_grows(self, sit: Sit) -> None:
        async with sit() as here:
            assert here.page.reader.setting.measure == 54
            await here.press("v")
            assert here.page.reader.setting.measure == 66
            await here.press("v")
            assert here.page.reader.setting.measure == 54

    async def test_at_80_columns_the_panel_takes_the_lists_place(self, sit: Sit) -> None:
        async with sit((80, 24)) as here:
            assert here.page.geometry.shown == (Pane.LIST, Pane.READER)
            await here.press("enter", "quotation_mark")
            assert here.page.geometry.shown == (Pane.PANEL, Pane.READER)
            await here.press("v")
            assert here.page.geometry.shown == (Pane.LIST, Pane.READER)

    async def test_under_80_columns_one_pane_at_a_time(self, sit: Sit) -> None:
        async with sit((60, 20)) as here:
            assert here.page.geometry.shown == (Pane.LIST,)
            await here.press("l")
            assert here.page.geometry.shown == (Pane.READER,)
            await here.press("number_sign")
            assert here.page.geometry.shown == (Pane.PANEL,)
            await here.press("h")
            assert here.page.geometry.shown == (Pane.READER,)
            await here.press("q")
            assert here.page.geometry.shown == (Pane.LIST,)

    async def test_a_tiny_window_says_so_and_recovers(self, sit: Sit) -> None:
        async with sit() as here:
            for size in ((3, 3), (1, 1), (30, 8)):
                await here.pilot.resize_terminal(*size)
                await here.rest()
            assert here.shows("Window too small")
            await here.pilot.resize_terminal(120, 40)
            await here.rest()
            assert here.shows("GIST")

    async def test_zen_is_the_text_alone(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("z")
            assert here.page.geometry.shown == (Pane.READER,)
            await here.press("z")
            assert len(here.page.geometry.shown) == 3

    async def test_the_measure_is_kept(self, sit: Sit) -> None:
        async with sit((200, 60)) as here:
            await here.press("enter", "less_than_sign")
            assert here.page.reader.setting.measure == 62
        async with sit((200, 60)) as here:
            assert here.page.reader.setting.measure == 62

    async def test_the_theme_is_kept(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("T")
            assert here.page.palette.name == "paper"
            assert Desk().settings.theme == "paper"


@pytest.mark.usefixtures("samples")
class TestOverlays:
    async def test_the_views_are_picked_by_typing(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("f", "V")
            await here.type("star")
            await here.press("enter")
            assert here.page.shelf.view == "starred"
            assert len(here.page.articles.ids) == 1

    async def test_every_command_runs_from_the_palette(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("ctrl+p")
            await here.type("zen")
            await here.press("enter")
            assert here.page.zen

    async def test_help_shows_and_goes(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("question_mark")
            assert here.shows("KEYS")
            await here.press("escape")
            assert not here.shows("KEYS")

    async def test_a_file_is_added_and_opened(self, sit: Sit, tmp_path: Path) -> None:
        path = tmp_path / "walk.txt"
        path.write_text("A walk\n\nThe path went up the hill and did not come down again.\n")
        async with sit() as here:
            await here.press("a")
            await here.type(str(path))
            await here.press("enter")
            await here.pilot.pause(0.3)
            await here.rest()
            assert here.shows("A walk")
            assert here.page.study.article is not None
            assert here.page.study.article.title == "A walk"

    async def test_a_missing_file_gets_a_sentence(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("a")
            await here.type("/nowhere/at/all.txt")
            await here.press("enter")
            await here.pilot.pause(0.3)
            await here.rest()
            assert here.shows("/nowhere/at/all.txt")
            assert here.shows("could not be read")

    async def test_pasted_text_becomes_an_article(self, sit: Sit) -> None:
        from textual.events import Paste

        async with sit() as here:
            await here.press("a")
            text = (
                "Pasted title\n\nA first paragraph of it that is long enough.\n\nAnd a second one."
            )
            here.app.post_message(Paste(text))
            await here.rest()
            await here.pilot.pause(0.3)
            await here.rest()
            assert here.page.study.article is not None
            assert here.page.study.article.title == "Pasted title"


async def test_an_empty_library_says_what_to_press(sit: Sit, samples: Folders) -> None:
    desk = Desk(samples)
    desk.samples_remove()
    desk.close()
    async with sit() as here:
        assert here.shows("nothing to read yet")
        assert here.shows("None yet.")
        await here.press("ctrl+p")
        await here.type("bring the samples")
        await here.press("enter")
        assert here.shows(TITLE[:20])


async def test_a_new_text_that_another_process_brings_is_shown(
    sit: Sit, samples: Folders, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("The plan\n\nThe trees on the north side are to stay where they are.\n")
    other = Desk(samples)
    other.add([str(path)])
    async with sit() as here:
        assert here.shows("The trees on the north side")
        path.write_text("The plan\n\nThe trees on the south side are to go before the winter.\n")
        other.add([str(path)], again=True)
        await here.pilot.pause(1.2)
        await here.rest()
        assert here.shows("The trees on the south side")
        assert here.page.status.message == "“The plan” has got a new text."
    other.close()


async def test_what_another_process_adds_appears(
    sit: Sit, samples: Folders, tmp_path: Path
) -> None:
    async with sit() as here:
        await here.press("down")
        current = here.page.articles.current
        path = tmp_path / "outside.txt"
        path.write_text("Added outside\n\nBy another process, while the app was open all day.\n")
        other = Desk(samples)
        other.add([str(path)])
        other.close()
        await here.pilot.pause(1.2)
        await here.rest()
        assert here.shows("Added outside")
        assert here.page.articles.current == current


async def test_an_article_that_was_named_is_open_at_the_start(sit: Sit, samples: Folders) -> None:
    desk = Desk(samples)
    third = desk.ids("inbox")[2]
    desk.close()
    async with sit(open_ids=[third]) as here:
        assert here.page.study.article is not None
        assert here.page.study.article.id == third
        assert here.pane() is Pane.READER
        assert here.page.articles.current == third


@pytest.mark.usefixtures("samples")
class TestTypingFast:
    async def test_a_key_right_after_c_is_a_letter_of_the_note(self, sit: Sit) -> None:
        async with sit() as here:
            total = len(here.page.articles.ids)
            await here.press("enter")
            await here.pilot.press("c", "D", "a", "b")
            await here.rest()
            await here.press("escape")
            assert len(here.page.articles.ids) == total
            assert [n.text for n in here.desk.notes()] == ["Dab"]
            assert len(here.page.study.lectern.notes) == 1

    async def test_a_note_closed_before_its_highlight_is_made_is_kept(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("enter")
            await here.pilot.press("c", "x", "escape")
            await here.rest()
            assert [n.text for n in here.desk.notes()] == ["x"]
            assert here.shows("✎ x")
