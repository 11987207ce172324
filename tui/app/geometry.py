"""How the window is shared out between list, reader and panel, in cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pane(StrEnum):
    """A part of the screen that can have the focus."""

    LIST = "list"
    READER = "reader"
    PANEL = "panel"


MIN_WIDTH, MIN_HEIGHT = 40, 10
_TWO_PANES, _THREE_PANES = 80, 120
_LIST, _READER, _PANEL = 25, 59, 34
_READER_GROWS = 12  # until its measure is 66
_LIST_MOST, _PANEL_MOST = 58, 50
_LEFT_NARROW = 33
_MARGINS = 5  # gutter of two, a gap, and a free cell on both sides


@dataclass(frozen=True)
class Geometry:
    """Widths of the panes; 0 is a pane that is not shown.

    ``masthead`` and ``roomy`` say whether there is height for the masthead and for the blank
    row between two articles of the list.
    """

    list: int
    reader: int
    panel: int
    masthead: bool
    roomy: bool

    @property
    def shown(self) -> tuple[Pane, ...]:
        """The panes on the screen, from left to right."""
        widths = {Pane.LIST: self.list, Pane.PANEL: self.panel, Pane.READER: self.reader}
        order = (Pane.LIST, Pane.READER, Pane.PANEL)
        if self.panel_left:
            order = (Pane.PANEL, Pane.READER, Pane.LIST)
        return tuple(pane for pane in order if widths[pane])

    @property
    def panel_left(self) -> bool:
        """Whether the panel stands in the list's place."""
        return bool(self.panel) and not self.list


def too_small(width: int, height: int) -> bool:
    """Whether nothing useful fits."""
    return width < MIN_WIDTH or height < MIN_HEIGHT


def share(width: int, height: int, *, panel: bool, zen: bool, focus: Pane) -> Geometry:
    """The widths for a window of ``width`` x ``height`` cells.

    Args:
        width: Columns of the window.
        height: Rows of the window.
        panel: Whether the reader wants the panel.
        zen: Whether the reader wants the text alone.
        focus: The pane with the focus; below 80 columns the only one shown.
    """
    masthead = height >= 30 and width >= 100
    roomy = height >= 30
    if zen:
        widths = (0, width, 0)
    elif width < _TWO_PANES:
        widths = _one_pane(width, focus)
    elif width < _THREE_PANES:
        reader = width - _LEFT_NARROW - 1
        widths = (0, reader, _LEFT_NARROW) if panel else (_LEFT_NARROW, reader, 0)
    elif panel:
        widths = _three_panes(width)
    else:
        of_three = _three_panes(width)[0]
        widths = (of_three, width - of_three - 1, 0)
    return Geometry(*widths, masthead=masthead, roomy=roomy)


def _one_pane(width: int, focus: Pane) -> tuple[int, int, int]:
    return (
        width if focus is Pane.LIST else 0,
        width if focus is Pane.READER else 0,
        width if focus is Pane.PANEL else 0,
    )


def _three_panes(width: int) -> tuple[int, int, int]:
    """Spare columns go to the measure first, then to list and panel 2 : 1, then to margins."""
    spare = width - _THREE_PANES
    reader = min(spare, _READER_GROWS)
    spare -= reader
    left = min((spare * 2 + 1) // 3, _LIST_MOST - _LIST)
    right = min(spare - (spare * 2 + 1) // 3, _PANEL_MOST - _PANEL)
    return _LIST + left, _READER + reader + spare - left - right, _PANEL + right


def measure(pane: int, choice: int) -> int:
    """Cells in a line of text, for a pane of ``pane`` cells and the reader's ``choice``."""
    return max(10, min(choice, pane - _MARGINS))


def text_column(pane: int, measure: int) -> int:
    """Where the block of gutter, gap and text begins, centred in its pane."""
    return max(0, (pane - (measure + 3)) // 2)
