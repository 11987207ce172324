"""From bytes of any readable kind to a draft."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from tui.importers.encoding import decode
from tui.importers.kinds import Kind, binary_kind, kind_of, looks_like_feed
from tui.model import Draft, SourceError
from tui.text.cleaning import clean_line

MEGABYTE = 1_000_000
LIMIT = 50 * MEGABYTE
"""A longer source is refused: no article is that long, and a reader would wait for nothing."""


def draft_of_bytes(
    data: bytes,
    name: str,
    *,
    source: str,
    encoding: str | None = None,
    url: str | None = None,
    kind: Kind | str | None = None,
) -> Draft:
    """A draft of the bytes of a file, of stdin, or of a saved page.

    Args:
        data: The bytes as they are.
        name: File name, for messages, for the kind, and for the title where nothing better is.
        source: Where they came from, in words.
        encoding: The reader's word for the encoding.
        url: Address of a page, against which its links are resolved.
        kind: The reader's word for the kind; otherwise told by name and content.

    Raises:
        SourceError: If there is no text in them, or they cannot be read.
    """
    name = clean_line(name)
    if len(data) > LIMIT:
        raise too_large(name, len(data))
    if not data.strip():
        raise SourceError(f"{name} is empty.")
    if what := binary_kind(data):
        raise SourceError(f"{name} is {what}; Broadsheet does not read those yet.")
    markup = kind == Kind.HTML or b"<" in data[:4096]
    text = decode(data, encoding, markup=markup)
    if kind is None and looks_like_feed(text):
        raise SourceError(
            f"{name} is a feed or a list of feeds; Broadsheet does not read those yet."
        )
    shape = Kind(kind) if kind else kind_of(name, text)
    draft = _draft(shape, text, name, source, url)
    if not any(draft.body.text[b.start : b.end].strip() for b in draft.body.blocks):
        raise SourceError(f"There is no text in {name}.")
    raw = None if shape is Kind.PLAIN else data
    return replace(draft, title=draft.title or stem(name) or "Untitled", raw=raw)


def too_large(name: str, size: int) -> SourceError:
    """The refusal of a source of ``size`` bytes."""
    megabytes = -(-size // MEGABYTE)
    return SourceError(f"{name} has {megabytes} MB; the limit is {LIMIT // MEGABYTE} MB.")


def stem(name: str) -> str:
    """A file name made readable: no suffix, blanks for underscores and hyphens."""
    bare = PurePath(name).stem
    return clean_line(bare if " " in bare else bare.replace("_", " ").replace("-", " "))


def _draft(kind: Kind, text: str, name: str, source: str, url: str | None) -> Draft:
    # Each reader of a kind is loaded when the first text of its kind comes: the app opens a library
    # many times before it adds to it.
    if kind is Kind.HTML:
        from tui.importers.html import html_draft

        return html_draft(text, source, name=stem(name), url=url)
    if kind is Kind.MARKDOWN:
        from tui.importers.markdown import markdown_draft

        return markdown_draft(text, source, name=stem(name), url=url)
    from tui.importers.plain_text import plain_draft

    draft = plain_draft(text, source, stem(name))
    return replace(draft, url=url) if url else draft
