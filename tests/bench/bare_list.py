"""The least that Textual can do with a list: what the start-up benchmark compares with."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class BareList(App[None]):
    """As many rows as it is told, and nothing else."""

    def compose(self) -> ComposeResult:
        yield OptionList(*(f"Article number {row + 1}" for row in range(int(sys.argv[1]))))


if __name__ == "__main__":
    BareList().run()
