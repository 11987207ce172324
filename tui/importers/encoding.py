"""From bytes to text: byte order marks, declarations, UTF-8, and an educated guess for the rest."""

from __future__ import annotations

import codecs
import re

from tui.model import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's mark, so it is asked for first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})"""
    rb"""|<meta[^<>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
_SAMPLE = 65536
_REFUSED = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_SURE_ENOUGH = 0.5


def decode(data: bytes, encoding: str | None = None, *, markup: bool = False) -> str:
    """The text in ``data``.

    Asked in this order: a byte order mark, the zero bytes of UTF-16 and UTF-32, the
    ``encoding`` that was given, a declaration in the markup, strict UTF-8, chardet's guess,
    and Windows-1252 with replacement characters, which never fails.

    Args:
        data: The bytes of a file or of stdin.
        encoding: The reader's word for it; bytes that do not fit become U+FFFD.
        markup: Whether ``<meta charset>`` and ``<?xml encoding>`` are to be believed.

    Raises:
        SourceError: If nobody knows an encoding of the given name.
    """
    given = _known(encoding) if encoding else None
    if encoding and given is None:
        raise SourceError(f"“{encoding}” is not the name of an encoding.")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(given or name, "replace").removeprefix("\ufeff")
    if given:
        return data.decode(given, "replace")
    if wide := wide_encoding(data):
        return data.decode(wide, "replace")
    return _strict(data, "utf-8") or _by_declaration(data, markup) or _by_guess(data)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes stand; else None."""
    if any(data.startswith(mark) for mark, name in _MARKS if name != "utf-8"):
        return next(name for mark, name in _MARKS if data.startswith(mark))
    sample = data[:_HEAD]
    quarter = len(sample) // 4
    if quarter < 2 or b"\0" not in sample:
        return None
    zeros = [sample[i::4].count(0) / quarter for i in range(4)]
    patterns = (
        ("utf-32-le", (1, 2, 3), (0,)),
        ("utf-32-be", (0, 1, 2), (3,)),
        ("utf-16-le", (1, 3), (0, 2)),
        ("utf-16-be", (0, 2), (1, 3)),
    )
    for name, empty, full in patterns:
        if min(zeros[i] for i in empty) > 0.7 and max(zeros[i] for i in full) < 0.05:
            return name
    return None


def _known(name: str) -> str | None:
    """Python's name of a text encoding; None for names nobody knows and for codecs of no text."""
    try:
        found = codecs.lookup(name.strip())
        "".encode(found.name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if found.name in _REFUSED:
        return None
    # A page that says latin-1 means Windows-1252: every browser reads it so.
    return "cp1252" if found.name in {"iso8859-1", "ascii"} else found.name


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _by_declaration(data: bytes, markup: bool) -> str | None:
    declared = _DECLARED.search(data[:_HEAD]) if markup else None
    if declared is None:
        return None
    name = _known((declared[1] or declared[2]).decode("ascii", "replace"))
    if name is None or name.startswith(("utf-16", "utf-32")):
        return None  # the declaration itself was readable as ASCII, so it cannot be true
    text = data.decode(name, "replace")
    return text if text.count("\ufffd") <= len(text) // 100 else None


def _by_guess(data: bytes) -> str:
    import chardet

    guess = chardet.detect(data[:_SAMPLE])
    name = guess["encoding"]
    known = _known(name) if name and (guess["confidence"] or 0) >= _SURE_ENOUGH else None
    text = _strict(data, known) if known else None
    return text if text is not None else data.decode("cp1252", "replace")
