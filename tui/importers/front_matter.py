"""The ``key: value`` lines between ``---`` that open many Markdown files."""

from __future__ import annotations

import re

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
_LONGEST = 20_000


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The values at the head of ``text`` by their keys in lower case, and the text after them.

    Tolerant and small: one level of ``key: value``, quotes taken off, lists joined by commas,
    everything else skipped. A text that opens otherwise comes back whole.
    """
    fence = _FENCE.match(text)
    if not fence:
        return {}, text
    end = _END.search(text, fence.end(), _LONGEST)
    if not end:
        return {}, text
    values: dict[str, list[str]] = {}
    key = ""
    for line in text[fence.end() : end.start()].splitlines():
        if found := _LINE.match(line):
            key = found[1].strip().lower()
            values[key] = _values(found[2] or "")
        elif key and (item := _ITEM.match(line)):
            values[key] += _values(item[1])
    if not values:
        return {}, text  # two rules with prose between them
    return {k: ", ".join(v) for k, v in values.items() if v}, text[end.end() :].lstrip("\n")


def _values(text: str) -> list[str]:
    """One value, or those of a list in brackets, without their quotes."""
    text = text.strip()
    inner = text[1:-1].split(",") if text[:1] == "[" and text[-1:] == "]" else [text]
    return [bare for part in inner if (bare := _unquoted(part.strip()))]


def _unquoted(text: str) -> str:
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return "" if text in {"null", "~", "|", ">", "|-", ">-"} else text
