"""Saved pages as articles."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.importers.html_blocks import blocks_of
from tui.importers.html_content import find_article, prose_length, whole_page
from tui.importers.html_flat import flat_body
from tui.importers.html_furniture import hide_page_furniture
from tui.importers.html_metadata import Metadata, read_metadata
from tui.importers.html_tree import Node, parse
from tui.importers.links import safe_href
from tui.importers.plain_text import first_words
from tui.model import Body, Draft
from tui.text.cleaning import clean
from tui.text.furniture import hide_furniture
from tui.text.language import detect

EXTRACTOR = "html"
WHOLE_PAGE = "html: whole page"

_FEWEST_WORDS = 25
_SMALLEST_SHARE = 0.1
_LONG = 14

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def html_draft(text: str, source: str, *, name: str = "", url: str | None = None) -> Draft:
    """A draft of the article in a page.

    Args:
        text: The decoded page.
        source: Where it came from, in words.
        name: The title if neither the page nor its text gives one.
        url: Address of the page.
    """
    parsed = parse(clean(text))
    url = safe_href(url) if url else None
    if parsed is None:
        data, body, extractor = Metadata(url=url), flat_body(clean(text)), WHOLE_PAGE
    else:
        root, json_ld = parsed
        data = read_metadata(root, json_ld, url)
        body, extractor = _article(root, data)
    if extractor == EXTRACTOR:
        body = hide_page_furniture(body)
    shown = body
    body, found = hide_furniture(body, data.title or "")
    body = _show_long(body, shown)
    return Draft(
        title=data.title or first_words(body) or name,
        body=body,
        source=source,
        extractor=extractor,
        language=data.language or detect(body.text),
        byline=data.byline or found,
        site=data.site,
        url=data.url,
        published=data.published,
    )


def _article(root: Node, data: Metadata) -> tuple[Body, str]:
    """The article of the page; the whole page where next to nothing was found."""
    body = blocks_of(find_article(root, data.title or ""), data.base)
    words = _words(body.text)
    if words < _FEWEST_WORDS or len(body.text) < _SMALLEST_SHARE * prose_length(root):
        everything = blocks_of(whole_page(root), data.base)
        if _words(everything.text) > words:
            return everything, WHOLE_PAGE
    return body, EXTRACTOR


def _words(text: str) -> int:
    """Words, where letters of scripts without blanks count by the pair."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def _show_long(body: Body, before: Body) -> Body:
    """Shows long paragraphs again that were hidden because they stand twice in the text.

    In scraped plain text a repeat is the deck of the page; in the article that the markup
    names it is the author's, as in a poem or a sample.
    """
    blocks = tuple(
        replace(block, hidden=was.hidden)
        if body.text.count(" ", block.start, block.end) >= _LONG
        else block
        for block, was in zip(body.blocks, before.blocks, strict=True)
    )
    return replace(body, blocks=blocks)
