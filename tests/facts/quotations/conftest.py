from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.facts.quotations import find_quotations
from tui.model import Block, BlockKind, Body, Quotation
from tui.text.reading import Reading

Find = Callable[..., list[Quotation]]


def article(text: str) -> Body:
    """Paragraphs are parted by a blank line."""
    blocks: list[Block] = []
    at = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Body(text, tuple(blocks))


@pytest.fixture
def find() -> Find:
    def finder(text: str, language: str = "en") -> list[Quotation]:
        return list(find_quotations(Reading(article(text), language)))

    return finder
