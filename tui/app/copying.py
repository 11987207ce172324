"""Copying: what stands under the cursor goes to the clipboard, alone or with where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.app.geometry import Pane
from tui.app.paint import cut
from tui.app.tabs.rows import Row
from tui.exporters.citations import attributed, cited, in_marks, source_of
from tui.model import Article, Note, Quotation, QuotationKind, Span

if TYPE_CHECKING:
    from tui.app.screens.front import FrontPage

_SHOWN = 60
"""Cells of what was copied that the message repeats."""


class Piece(NamedTuple):
    """Words that can be copied, who said them, and the article they are from."""

    words: str
    who: str | None
    article: Article


def copy(page: FrontPage, *, cite: bool) -> None:
    """Copy what the focus is on; ``cite`` adds where it is from."""
    if page.focused_pane is Pane.LIST:
        article = page.current_article()
        text = None if article is None else _reference(article, cite)
    else:
        piece = _in_panel(page) if page.focused_pane is Pane.PANEL else _in_text(page)
        text = None if piece is None else _told(piece, cite)
    if not text:
        page.say(page.keyed(f"Nothing to copy here: {_what_helps(page)}."))
        return
    page.app.copy_to_clipboard(text)
    page.say(f"Copied: {cut(text, _SHOWN, page.glyphs.more)}")


def _what_helps(page: FrontPage) -> str:
    """What brings something that can be copied, where the focus is."""
    if page.focused_pane is Pane.LIST:
        return "the list is empty"
    if page.study.article is None:
        return "no article is open"
    if page.focused_pane is Pane.READER:
        return "{next-sentence} chooses a sentence"
    if page.panel.tab.stops:
        return "{down} chooses a row" if page.panel.row is None else "this row says nothing itself"
    return "the tab has no rows"


def _told(piece: Piece, cite: bool) -> str:
    if cite:
        return cited(piece.words, piece.article, piece.who)
    return attributed(piece.words, piece.who)


def _reference(article: Article, cite: bool) -> str:
    """An article from the list: its title and address, or all that a citation names."""
    if cite:
        return f"{article.byline}, {source_of(article)}" if article.byline else source_of(article)
    return " ".join(part for part in (article.title, article.url) if part)


def _in_panel(page: FrontPage) -> Piece | None:
    """What the row under the panel's cursor tells."""
    row = page.panel.row
    if row is None or page.study.article is None:
        return None
    if row.note is not None:
        return Piece(_of_note(row.note), None, page.study.article)
    if row.command or not row.spans:
        return None
    return _piece(page, _reach(row), row.facts[0] if len(row.facts) == 1 else None)


def _reach(row: Row) -> Span:
    """All that a row leads to: of an equivalent both its values, with the words between."""
    return Span(min(span.start for span in row.spans), max(span.end for span in row.spans))


def _of_note(note: Note) -> str:
    marked = in_marks(note.anchor.exact) if note.anchor else ""
    return " ".join(part for part in (marked, note.text) if part)


def _in_text(page: FrontPage) -> Piece | None:
    """In the reader: what the mouse selected, else the lit thing, else the cursor's sentence."""
    lighting = page.reader.lighting
    if lighting.selection is not None:
        return _piece(page, lighting.selection, None)
    cursor = page.study.lectern.cursor_span
    if cursor is not None:
        return _sentence(page, cursor)
    if lighting.current is None:
        return None
    facts = page.study.lectern.facts
    found = facts.quotations if facts else ()
    quotation = (q for q in found if Span(q.start, q.end) == lighting.current)
    return _piece(page, lighting.current, next(quotation, None))


def _sentence(page: FrontPage, span: Span) -> Piece | None:
    piece = _piece(page, span, None)
    return piece and piece._replace(words=in_marks(piece.words))


def _piece(page: FrontPage, span: Span, fact: object) -> Piece | None:
    opened = page.study.lectern.opened
    if opened is None:
        return None
    words = opened.reading.text[span.start : span.end]
    if not isinstance(fact, Quotation):
        return Piece(words, None, opened.article)
    if fact.kind is not QuotationKind.INDIRECT:
        words = in_marks(words)
    return Piece(words, fact.speaker, opened.article)
