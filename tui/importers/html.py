"""Saved pages as articles."""

from __future__ import annotations

import re
from html import unescape

from tui.importers.html_blocks import blocks_of
from tui.importers.html_content import find_article, whole_page
from tui.importers.html_metadata import Metadata, read_metadata
from tui.importers.html_tree import Node, parse
from tui.importers.links import safe_href
from tui.importers.plain_text import first_words
from tui.model import Body, Draft
from tui.text.cleaning import clean
from tui.text.furniture import hide_furniture
from tui.text.language import detect
from tui.text.plain import plain_body

EXTRACTOR = "html"
WHOLE_PAGE = "html: whole page"

_FEWEST_WORDS = 25
_SMALLEST_SHARE = 0.1

_UNSEEN = re.compile(r"<(script|style|template|noscript|head)\b.*?</\1\s*>", re.I | re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_BLOCK = re.compile(
    r"</?(?:p|div|section|article|h[1-6]|ul|ol|li|table|tr|blockquote|pre)\b[^<>]*>", re.I
)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")


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
        data, body, extractor = Metadata(url=url), _flat_body(text), WHOLE_PAGE
    else:
        root, json_ld = parsed
        data = read_metadata(root, json_ld, url)
        body, extractor = _article(root, data)
    title = data.title or first_words(body) or name
    body, found = hide_furniture(body, title)
    return Draft(
        title=title,
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
    found = len(body.text.split())
    if found < _FEWEST_WORDS * 20:
        everything = blocks_of(whole_page(root), data.base)
        visible = len(everything.text.split())
        if found < min(_FEWEST_WORDS, visible) or found < visible * _SMALLEST_SHARE:
            return everything, WHOLE_PAGE
    return body, EXTRACTOR


def _flat_body(text: str) -> Body:
    """The text of a page that no parser takes, by a walk over its tags that is linear."""
    for pattern, instead in ((_COMMENT, ""), (_UNSEEN, " "), (_BLOCK, "\n\n"), (_TAG, "")):
        text = pattern.sub(instead, text)
    return plain_body(unescape(text))
