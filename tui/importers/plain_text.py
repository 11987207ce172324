"""Plain text as an article: its title, and the author where the furniture names one."""

from __future__ import annotations

from tui.model import BlockKind, Body, Draft
from tui.text.cleaning import clean, clean_line
from tui.text.furniture import hide_furniture
from tui.text.language import detect
from tui.text.plain import plain_body

_LONGEST = 90


def plain_draft(text: str, source: str, name: str = "") -> Draft:
    """A draft of plain text; ``name`` is its title if the text gives none."""
    body = plain_body(clean(text).strip("\n"))
    heading = first_heading(body)
    body, byline = hide_furniture(body, heading)
    return Draft(
        title=heading or first_words(body) or clean_line(name),
        body=body,
        source=source,
        extractor="plain",
        language=detect(body.text),
        byline=byline,
    )


def first_heading(body: Body) -> str:
    """The heading that opens the text; empty where the text opens with something else."""
    for block in body.blocks:
        if block.kind is not BlockKind.RULE:
            opens = block.kind is BlockKind.HEADING
            return clean_line(body.text[block.start : block.end]) if opens else ""
    return ""


def first_words(body: Body) -> str:
    """The first words of the text, cut at a blank."""
    for block in body.blocks:
        if block.hidden:
            continue
        line = clean_line(body.text[block.start : min(block.end, block.start + 4 * _LONGEST)])
        if any(c.isalnum() for c in line):
            if len(line) <= _LONGEST:
                return line
            cut = line.rfind(" ", _LONGEST // 2, _LONGEST)
            return line[: cut if cut > 0 else _LONGEST].rstrip(" ,;:–—-") + "…"
    return ""
