"""How articles get in: files, folders, bytes and pasted text become drafts."""

from __future__ import annotations

from tui.importers.drafts import draft_of_bytes
from tui.importers.files import draft_of_file, walk
from tui.importers.kinds import Kind
from tui.importers.paste import draft_of_paste

__all__ = ["Kind", "draft_of_bytes", "draft_of_file", "draft_of_paste", "walk"]
