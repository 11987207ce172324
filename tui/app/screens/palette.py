"""Every command by name, so that no keyboard layout is locked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import COMMANDS
from tui.app.screens.overlay import Choice, Picker

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_NOT_HERE = frozenset({"palette", "escape"})


class PaletteScreen(Picker):
    """Type, choose, enter."""

    LABEL = "COMMANDS"
    VERB = "run"

    def __init__(self, page: FrontPage) -> None:
        choices = [
            Choice(c.id, c.title, page.key_of(c.id) if c.keys else "", c.help)
            for c in COMMANDS
            if c.id not in _NOT_HERE
        ]
        super().__init__(page, choices)
