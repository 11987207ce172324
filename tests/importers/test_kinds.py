from __future__ import annotations

import gzip
import io
import random
import zipfile

import pytest

from tui.importers.kinds import Kind, binary_kind, kind_of, looks_like_feed, looks_like_html


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "Plain words.", Kind.PLAIN),
        ("a.md", "# Title", Kind.MARKDOWN),
        ("A.MARKDOWN", "words", Kind.MARKDOWN),
        ("a.htm", "<p>words", Kind.HTML),
        ("a.txt", "<!DOCTYPE html><html><p>really a page", Kind.HTML),
        ("a.txt", "  <!-- saved from url=(0020)http://x.example/ -->\n<html lang=en>", Kind.HTML),
        ("page", '<?xml version="1.0"?>\n<!DOCTYPE html>', Kind.HTML),
        ("page", "<div><p>One.</p><p>Two.</p></div>", Kind.HTML),
        ("a.txt", "A <b>bold</b> claim: 3 < 4 and <html> is a tag.", Kind.PLAIN),
        ("a.md", "<div align=center><p>x</p></div>\n\n# Title", Kind.MARKDOWN),
        ("a.md", "<!doctype html><html><body><p>x", Kind.HTML),
        ("a.html", "No tag in here at all.\n\nTwo paragraphs.", Kind.PLAIN),
        ("notes", "# Title\n\nWith a [link](https://x.example/).", Kind.MARKDOWN),
        ("notes", "# not markdown\nIt has one hash only.", Kind.PLAIN),
        ("", "Words from stdin.", Kind.PLAIN),
    ],
)
def test_content_decides_before_the_name(name: str, text: str, kind: Kind) -> None:
    assert kind_of(name, text) is kind


def _zip(member: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, "application/epub+zip" if member == "mimetype" else "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP picture"),
        (gzip.compress(b"words"), "a gzip archive"),
        (_zip("notes.txt"), "a zip archive"),
        (_zip("mimetype"), "an EPUB book"),
        (_zip("word/document.xml"), "a Word document"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\0\0\0\x18ftypmp42", "a film or recording"),
        (random.Random(1).randbytes(4000), "a binary file"),
        (bytes(400), "a binary file"),
    ],
    # Archives hold the time they were made at: their bytes are no name for a test.
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_named(data: bytes, name: str) -> None:
    assert binary_kind(data) == name


@pytest.mark.parametrize(
    "data",
    [
        b"Words.",
        "Größe".encode("utf-16-le") * 20,
        "Größe".encode("utf-16"),
        b"one stray \0 in a line of text\n",
        b"\x1b[31mred\x1b[0m",
        "日本語".encode("shift_jis") * 200,
    ],
)
def test_odd_text_is_still_text(data: bytes) -> None:
    assert binary_kind(data) is None


def test_a_feed_is_told_from_a_page() -> None:
    assert looks_like_feed('<?xml version="1.0"?><rss version="2.0">')
    assert looks_like_feed('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>')
    assert not looks_like_feed("<html><rss>")


@pytest.mark.parametrize("flood", ["<!--" * 50_000, "<!-- a -->" * 20_000, "<!doctype " * 20_000])
def test_floods_of_openings_are_no_page(flood: str) -> None:
    assert not looks_like_html(flood)
