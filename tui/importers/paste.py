"""Text that the reader pasted."""

from __future__ import annotations

from dataclasses import replace

from tui.importers.kinds import looks_like_html
from tui.model import Draft, SourceError
from tui.text.cleaning import clean

_SOURCE = "pasted text"


def draft_of_paste(text: str) -> Draft:
    """A draft of pasted text: a page if it plainly is one, plain text otherwise.

    Raises:
        SourceError: If no text was pasted.
    """
    if not clean(text).strip():
        raise SourceError("There is no text in what was pasted.")
    draft = _draft(text)
    if not draft.body.text.strip():
        raise SourceError("There is no text in what was pasted.")
    return replace(draft, title=draft.title or "Pasted text")


def _draft(text: str) -> Draft:
    if looks_like_html(text):
        from tui.importers.html import html_draft

        return html_draft(text, _SOURCE)
    from tui.importers.plain_text import plain_draft

    return plain_draft(text, _SOURCE)
