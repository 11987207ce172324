"""How the window is shared out; the numbers are those of the pictures."""

from __future__ import annotations

import itertools

import pytest

from tui.app.geometry import Pane, measure, share, text_column, too_small

WIDTHS = range(40, 301)
EVERY = list(itertools.product((True, False), (True, False), Pane))


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (120, (25, 59, 34)),
        (126, (25, 65, 34)),
        (132, (25, 71, 34)),
        (135, (27, 71, 35)),
        (200, (58, 90, 50)),
        (300, (58, 190, 50)),
    ],
)
def test_spare_columns_go_to_the_measure_then_to_list_and_panel_then_to_the_margins(
    width: int, widths: tuple[int, int, int]
) -> None:
    shared = share(width, 40, panel=True, zen=False, focus=Pane.READER)
    assert (shared.list, shared.reader, shared.panel) == widths


def test_without_the_panel_the_list_stays_as_it_was_and_the_reader_takes_the_rest() -> None:
    for width in range(120, 301):
        of_three = share(width, 40, panel=True, zen=False, focus=Pane.READER)
        of_two = share(width, 40, panel=False, zen=False, focus=Pane.READER)
        assert of_two.list == of_three.list
        assert of_two.panel == 0


def test_from_80_columns_the_panel_stands_in_the_lists_place() -> None:
    with_list = share(80, 24, panel=False, zen=False, focus=Pane.LIST)
    assert (with_list.list, with_list.reader, with_list.panel) == (33, 46, 0)
    with_panel = share(80, 24, panel=True, zen=False, focus=Pane.PANEL)
    assert (with_panel.list, with_panel.reader, with_panel.panel) == (0, 46, 33)
    assert with_panel.panel_left
    assert with_panel.shown == (Pane.PANEL, Pane.READER)


@pytest.mark.parametrize("focus", list(Pane))
def test_under_80_columns_only_the_pane_with_the_focus_is_shown(focus: Pane) -> None:
    for width in range(40, 80):
        shared = share(width, 24, panel=True, zen=False, focus=focus)
        assert shared.shown == (focus,)


@pytest.mark.parametrize(("panel", "zen", "focus"), EVERY)
def test_panes_and_the_rules_between_them_fill_the_window(
    panel: bool, zen: bool, focus: Pane
) -> None:
    for width in WIDTHS:
        shared = share(width, 40, panel=panel, zen=zen, focus=focus)
        panes = (shared.list, shared.reader, shared.panel)
        rules = len(shared.shown) - 1
        assert all(columns >= 0 for columns in panes)
        assert sum(panes) + rules == width


@pytest.mark.parametrize("panel", [True, False])
def test_a_wider_window_never_narrows_the_line_of_text(panel: bool) -> None:
    for first, last in ((80, 119), (120, 300)):
        readers = [
            share(width, 40, panel=panel, zen=False, focus=Pane.READER).reader
            for width in range(first, last + 1)
        ]
        assert readers == sorted(readers)


def test_zen_is_the_text_alone_at_every_width() -> None:
    for width in WIDTHS:
        assert share(width, 24, panel=True, zen=True, focus=Pane.READER).shown == (Pane.READER,)


@pytest.mark.parametrize(
    ("width", "height", "masthead", "roomy"),
    [
        (120, 40, True, True),
        (100, 30, True, True),
        (99, 30, False, True),
        (120, 29, False, False),
        (80, 24, False, False),
    ],
)
def test_low_or_narrow_windows_do_without_the_masthead(
    width: int, height: int, masthead: bool, roomy: bool
) -> None:
    shared = share(width, height, panel=True, zen=False, focus=Pane.LIST)
    assert (shared.masthead, shared.roomy) == (masthead, roomy)


@pytest.mark.parametrize(
    ("pane", "choice", "expected"),
    [
        (59, 66, 54),  # 120 columns with all three panes
        (94, 66, 66),  # 120 columns without the panel
        (80, 66, 66),  # 80 columns, the text alone
        (46, 66, 41),  # 80 columns with the panel over the list
        (90, 40, 40),
        (40, 66, 35),
        (3, 66, 10),
    ],
)
def test_the_measure_is_the_readers_choice_as_far_as_the_pane_holds_it(
    pane: int, choice: int, expected: int
) -> None:
    assert measure(pane, choice) == expected


def test_the_block_of_gutter_and_text_is_centred_with_a_free_cell_on_both_sides() -> None:
    assert text_column(59, 54) == 1
    assert text_column(90, 66) == 10
    for pane in range(40, 200):
        width = measure(pane, 66) + 3
        before = text_column(pane, measure(pane, 66))
        after = pane - before - width
        assert before >= 1
        assert after in (before, before + 1)


@pytest.mark.parametrize(
    ("width", "height", "small"),
    [(40, 10, False), (39, 10, True), (40, 9, True), (1, 1, True), (0, 0, True)],
)
def test_below_forty_by_ten_nothing_useful_fits(width: int, height: int, small: bool) -> None:
    assert too_small(width, height) is small
