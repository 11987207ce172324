"""What helps with a query: a dim row of what the word may become, or what is not understood."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.paint import Line, cells, cut
from tui.app.palette import Token
from tui.app.widgets.chrome import Drawn
from tui.app.widgets.row_lines import PADDING


class QueryAids(Drawn):
    """A hairline within the padding, and under it the help."""

    ground: Token = "raised"

    def __init__(self) -> None:
        super().__init__(id="query-aids")
        self._offers: Sequence[str] = ()
        self._problem = ""

    def show(self, offers: Sequence[str], problem: str) -> None:
        """What the word may become; a problem takes its place."""
        if (offers, problem) != (self._offers, self._problem):
            self._offers, self._problem = offers, problem
            self.refresh()

    def line(self, y: int) -> Line:
        """The hairline, then the help."""
        style, columns = self.palette.style, self.size.width - 2 * PADDING
        margin = (" " * PADDING, style("text", "raised"))
        if y == 0:
            return [margin, (self.glyphs.hair * columns, style("rule", "raised"))]
        if y > 1:
            return []
        return [margin, *help_line(self, self._offers, self._problem, columns)]


def help_line(
    widget: Drawn, offers: Sequence[str], problem: str, columns: int, key: str = ""
) -> Line:
    """The problem, or else offers and the key that takes the first, in so many cells at most.

    The arrow is such a key itself, so that ``key`` may be left out where another does more.
    """
    style, said = widget.palette.style, widget.glyphs.said
    if problem:
        ink = style("error", widget.ground)
        return [(cut(said(f"! {problem}"), columns, widget.glyphs.more), ink)]
    take = f"{key} {widget.glyphs.to}".strip()
    shown: list[str] = []
    for offer in offers:
        if cells("  ".join([take, *shown, offer])) > columns:
            break
        shown.append(offer)
    if not shown:
        return []
    lead = (f"{take} ", style("text", widget.ground, bold=True))
    first = (shown[0], style("text", widget.ground))
    return [lead, first, ("".join(f"  {each}" for each in shown[1:]), style("dim", widget.ground))]
