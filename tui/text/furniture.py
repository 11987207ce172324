"""Page furniture in scraped text: what stands around an article without being part of it."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.model import Block, BlockKind, Body

_PHRASE = re.compile(
    r"(?:by|share|share (?:this|on).*|tweet|email|print|facebook|twitter|x|linkedin|whatsapp|"
    r"reddit|telegram|advertisement|ad|sponsored|\d+ comments?|comments?|read more\b.*|"
    r"also read\b.*|read also\b.*|\d+ min(?:ute)?s?(?: read)?|menu|sign in|log in|subscribe)",
    re.IGNORECASE,
)
_AVATAR = re.compile(
    r"(?P<name>[^.!?]{2,60}?)['’]?s? (?:avatar|profile (?:photo|picture|image)|headshot)$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|von|par|por|di)[: ]\s*(?P<name>\w[\w.'’ -]{1,60})$", re.IGNORECASE)
_MAX_WORDS = 14
_EDGE = 8


def is_furniture(line: str) -> bool:
    """Whether a line by itself reads like furniture, wherever it stands."""
    line = line.strip()
    return len(line.split()) <= _MAX_WORDS and bool(
        _PHRASE.fullmatch(line) or _AVATAR.fullmatch(line)
    )


def hide_furniture(body: Body, title: str = "") -> tuple[Body, str | None]:
    """Marks the blocks of ``body`` that are furniture as hidden; returns a byline found there."""
    hidden: set[int] = set()
    byline: str | None = None
    texts = [" ".join(body.text[b.start : b.end].split()) for b in body.blocks]
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        if not text or body.blocks[index].kind in (BlockKind.CODE, BlockKind.TABLE):
            continue
        edge = index < _EDGE or index >= len(texts) - _EDGE
        if is_furniture(text) and (edge or " " in text):
            hidden.add(index)
            avatar = _AVATAR.fullmatch(text)
            byline = byline or (avatar and avatar.group("name"))
        elif (seen.get(text, 3) < 3 and index < 12) or _is_cut_deck(text, texts[index + 1 :][:11]):
            hidden.add(index)
        seen.setdefault(text, index)
    blocks = tuple(_hide(b) if i in hidden else b for i, b in enumerate(body.blocks))
    return replace(body, blocks=blocks), byline


def _hide(block: Block) -> Block:
    return replace(block, hidden=True)


def _is_cut_deck(text: str, following: list[str]) -> bool:
    return text.endswith(("…", "...")) and any(
        later.startswith(text.rstrip(". …")) for later in following
    )
