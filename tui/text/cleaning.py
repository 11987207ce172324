"""The one cleaner: takes out of foreign text whatever could steer a terminal or a reader's eye.

It runs when text comes in and once more before text leaves for a screen, a pipe or a
file. Every pass is linear: a pattern stops at the next control character or at its cap.
"""

from __future__ import annotations

import re
from unicodedata import category

REPLACEMENT = "\ufffd"

MARKS_IN_A_ROW = 4
"""More combining marks than any living script stacks; what exceeds it climbs over other lines."""

_CAP = 4096
"""A longer control sequence is taken as unfinished: its text is kept, its introducer goes."""

_SEQUENCE = re.compile(
    rf"(?:\x1b\[|\x9b)(?:[0-?]{{0,{_CAP}}}+[ -/]{{0,{_CAP}}}+[@-~])?"
    rf"|(?:\x1b\]|\x9d)(?:[^\x07\x18\x1a\x1b\x80-\x9f]{{0,{_CAP}}}+(?:\x07|\x1b\\|\x9c))?"
    rf"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])(?:[^\x18\x1a\x1b\x80-\x9f]{{0,{_CAP}}}+(?:\x1b\\|\x9c))?"
    r"|\x1b[ -/]{1,16}+[0-~]"
    r"|\x1b\\|\x1b[c78=>](?![A-Za-z0-9])"
    r"|\x1b"
)
"""CSI, OSC, then DCS, SOS, PM and APC, character sets, resets, and a bare ESC.

A control string ends where a terminal ends it: any other control character breaks it off.
"""

_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL, C1
    "\u00ad\u061c\u200b\u200e\u200f"  # soft hyphen, ALM, zero-width space, LRM, RLM
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # bidi, invisible operators, BOM, interlinear
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers: blanks that count as letters
    "\U000e0000-\U000e007f"  # tags: text nobody sees
)
_SPECIAL = re.compile(f"[\r{_BREAKS}{_DROPPED}\ud800-\udfff]")
_BREAK = re.compile(f"\r\n?|[{_BREAKS}]")
_DROP = re.compile(f"[{_DROPPED}]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAY_BE_MARKS = re.compile(f"[^\x00-\u02ff]{{{MARKS_IN_A_ROW + 1},}}")
_JOINERS = "\u200c\u200d"


def _excess_marks(run: str) -> list[int]:
    """Positions of the marks in ``run`` that exceed the limit; joiners count, they are as thin."""
    excess: list[int] = []
    marks = 0
    for position, character in enumerate(run):
        if character in _JOINERS or category(character)[0] == "M":
            marks += 1
            if marks > MARKS_IN_A_ROW:
                excess.append(position)
        else:
            marks = 0
    return excess


def _cap_marks(text: str, filler: str) -> str:
    """Replaces every mark beyond the limit by ``filler``."""

    def capped(match: re.Match[str]) -> str:
        run = match.group()
        excess = _excess_marks(run)
        if not excess:
            return run
        characters = list(run)
        for position in excess:
            characters[position] = filler
        return "".join(characters)

    return text if text.isascii() else _MAY_BE_MARKS.sub(capped, text)


def clean(text: str) -> str:
    r"""Returns ``text`` without control sequences, invisible characters and mark floods.

    Line ends of every kind become ``\n``; tabs stay; so do ZWJ and ZWNJ, which emoji and
    several scripts need. Lone surrogates become U+FFFD. Cleaning twice changes nothing.
    """
    if _SPECIAL.search(text):
        text = _SEQUENCE.sub("", text)
        text = _DROP.sub("", text)
        text = _BREAK.sub("\n", text)
        text = _SURROGATE.sub(REPLACEMENT, text)
    return _cap_marks(text, "")


def clean_line(text: str) -> str:
    """Cleans a text that is shown in one row: all blanks and line ends become single spaces."""
    return " ".join(clean(text).split())


def mask(text: str) -> str:
    r"""Cleans one for one, so that offsets into ``text`` stay true.

    Every unsafe code point becomes U+FFFD, every line end ``\n``, ``\r\n`` a blank and ``\n``.
    """
    if _SPECIAL.search(text):
        text = text.replace("\r\n", " \n")
        text = _BREAK.sub("\n", text)
        text = _SPECIAL.sub(REPLACEMENT, text)
    return _cap_marks(text, REPLACEMENT)
