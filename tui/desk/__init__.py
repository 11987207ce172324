"""Everything the product can do, without a terminal: one facade for the app and the commands."""

from __future__ import annotations

from tui.desk.adding import SAMPLE_SOURCE
from tui.desk.desk import Desk
from tui.desk.opened import Opened
from tui.desk.tally import AddFailure, AddProgress, AddReport
from tui.library import NoteVersion
from tui.library.faults import StorageFault
from tui.library.query import as_typed

__all__ = [
    "SAMPLE_SOURCE",
    "AddFailure",
    "AddProgress",
    "AddReport",
    "Desk",
    "NoteVersion",
    "Opened",
    "StorageFault",
    "as_typed",
]
