"""The text of a page without a tree: one linear pass over its tags, for pages no parser takes."""

from __future__ import annotations

import re
from html import unescape

from tui.importers.html_tree import BLOCK_TAGS, SKIPPED
from tui.importers.shaping import BodyBuilder
from tui.model import Body

_TAG = re.compile(r"<!--|</?([A-Za-z][A-Za-z0-9-]{0,40})[^<>]*+>?|<[!?][^<>]*+>?")


def flat_body(page: str) -> Body:
    """The text of ``page``, a paragraph wherever a block begins or ends."""
    builder = BodyBuilder()
    unclosed: set[str] = set()
    at = 0
    while at < len(page):
        tag = _TAG.search(page, at)
        if tag is None:
            break
        builder.text(unescape(page[at : tag.start()]))
        at = tag.end()
        name = (tag[1] or "").lower()
        if tag[0] == "<!--":
            at = _after(page, at, "-->", unclosed)
        elif name in SKIPPED and not tag[0].startswith("</"):
            at = _after(page, at, f"</{name}", unclosed)
        if name in BLOCK_TAGS:
            builder.boundary()
    builder.text(unescape(page[at:]))
    return builder.body()


def _after(page: str, at: int, end: str, unclosed: set[str]) -> int:
    """Where ``end`` ends, or ``at`` where it never comes, which is searched for only once."""
    if end in unclosed:
        return at
    found = page.find(end, at)
    if found < 0:
        unclosed.add(end)
        return at
    return max(page.find(">", found), found) + 1
