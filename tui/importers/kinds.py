"""What a file is: decided from its name and, above all, from what is in it."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from tui.importers.encoding import wide_encoding


class Kind(StrEnum):
    """The shapes of source that can be read."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


SUFFIXES = {
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".mdown": Kind.MARKDOWN,
    ".mkd": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".shtml": Kind.HTML,
}
"""What a name promises."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"bplist00", "a binary property list"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_ZIPPED = (
    (b"application/epub+zip", "an EPUB book"),
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
_HEAD = 8192
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\b\x1b") + b"\x7f"

_PROLOGUE = re.compile(r"(?:\s|<!--(?:[^-]|-(?!->)){0,4000}+-->|<\?xml[^<>]{0,400}\?>)*+")
_ROOT = re.compile(r"<!doctype\s+html|<(?:html|head|body|title|meta|base|article|main)\b", re.I)
_FRAGMENT = re.compile(
    r"<(?:p|div|section|h[1-6]|ul|ol|table|blockquote|pre|figure|header)\b", re.I
)
_CLOSING = re.compile(
    r"</(?:p|div|section|h[1-6]|ul|ol|li|table|blockquote|pre|figure|a)\s*>", re.I
)
_FEED = re.compile(
    r"(?:<!doctype[^\[<>]{0,400}+(?:\[[^\]]{0,4000}+\]\s*+)?>\s*+)?<(?:rss|feed|rdf:rdf|opml)\b",
    re.I,
)
_ANY_TAG = re.compile(r"<[a-z/!]", re.I)
_MARKS = (
    re.compile(r"^#{1,6} \S", re.M),
    re.compile(r"\[[^\[\]\n]{1,200}\]\(https?:"),
    re.compile(r"^(?:```|~~~)", re.M),
    re.compile(r"^\|?(?: *:?-{3,}:? *\|)+ *(?::?-{3,}:?)? *$", re.M),
    re.compile(r"\*\*\w[^*\n]{0,200}\w\*\*"),
)


def binary_kind(data: bytes) -> str | None:
    """What a file of no text is, with its article ("a PDF"); None for text."""
    head = data[:_HEAD]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((name for sign, name in _ZIPPED if sign in head), "a zip archive")
    if head[:4] == b"RIFF" and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return {b"WEBP": "a WebP picture", b"WAVE": "a WAV recording"}.get(head[8:12], "a film")
    if head[4:8] == b"ftyp":
        return "a film or recording"
    for sign, name in _MAGIC:
        if head.startswith(sign):
            return name
    if wide_encoding(data):
        return None
    # Text may hold a stray zero or bell; a share of them, in more than a snippet, is no text.
    strange = len(head) - len(head.translate(None, _CONTROLS))
    limit = 0.05 if len(head) >= 256 else 0.3
    return "a binary file" if strange > limit * len(head) else None


def looks_like_html(text: str) -> bool:
    """Whether ``text`` plainly is a page or a piece of one, whatever its name says."""
    start = _PROLOGUE.match(text, 0, _HEAD)
    at = start.end() if start else 0
    if _ROOT.match(text, at):
        return True
    return bool(_FRAGMENT.match(text, at)) and len(_CLOSING.findall(text, at, at + _HEAD)) >= 2


def looks_like_feed(text: str) -> bool:
    """Whether ``text`` is RSS, Atom or OPML."""
    start = _PROLOGUE.match(text, 0, _HEAD)
    return bool(_FEED.match(text, start.end() if start else 0))


def looks_like_markdown(text: str) -> bool:
    """Whether text of unknown name uses at least two of Markdown's own marks."""
    head = text[:_SAMPLE]
    return sum(bool(mark.search(head)) for mark in _MARKS) >= 2


_SAMPLE = 20_000


def kind_of(name: str, text: str) -> Kind:
    """The kind of a decoded source; its content is believed before its name.

    Args:
        name: File name; a name without a known suffix promises nothing.
        text: The decoded text.
    """
    promised = SUFFIXES.get(PurePath(name).suffix.lower())
    if looks_like_html(text):
        # Markdown may open with a <div>; only a whole page takes it out of its kind.
        start = _PROLOGUE.match(text, 0, _HEAD)
        whole = _ROOT.match(text, start.end() if start else 0)
        if promised is not Kind.MARKDOWN or whole:
            return Kind.HTML
    if promised is Kind.HTML and not _ANY_TAG.search(text):
        return Kind.PLAIN
    if promised is None and looks_like_markdown(text):
        return Kind.MARKDOWN
    return promised or Kind.PLAIN
