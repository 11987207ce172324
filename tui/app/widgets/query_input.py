"""A line to type a query in, with what its last word may become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class QueryInput(Input):
    """An input that takes the first of its offers at tab, ctrl+space or the right arrow.

    Attributes:
        offers: What the word before the cursor may become, the likeliest first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "right_or_take", show=False),
        Binding("tab,ctrl+@,ctrl+space", "take_offer", show=False),
        Binding("shift+tab", "stay", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # Textual's own name
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.offers: Sequence[str] = ()

    @property
    def before(self) -> str:
        """What stands before the cursor."""
        return self.value[: self.cursor_position]

    def action_right_or_take(self) -> None:
        """At the end of a word with offers take the first, elsewhere go a character on."""
        if self.offers and self.cursor_position == len(self.value) and last_word(self.value):
            self.action_take_offer()
        else:
            self.action_cursor_right()

    def action_stay(self) -> None:
        """Nothing: while something is typed, the focus goes to no other pane."""

    def action_take_offer(self) -> None:
        """Put the first offer in the place of the word before the cursor."""
        if not self.offers:
            return
        before, after = self.before, self.value[self.cursor_position :]
        kept = before.removesuffix(last_word(before))
        taken = self.offers[0] if self.offers[0].endswith(":") else f"{self.offers[0]} "
        self.value = kept + taken + after.lstrip()
        self.cursor_position = len(kept) + len(taken)


def last_word(before: str) -> str:
    """The word that is being typed: an open quotation mark holds its words together."""
    start = before.rfind('"') if before.count('"') % 2 else len(before)
    return before[max(before.rfind(blank, 0, start) for blank in " \t\u3000") + 1 :]
