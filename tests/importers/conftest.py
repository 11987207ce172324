from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Block, BlockKind, Body
from tui.text.cleaning import clean

Check = Callable[[Body], None]
Outline = Callable[[Body], list[str]]


def check_spans(body: Body) -> None:
    """Blocks in order, apart from one another, and only blanks between them; spans inside."""
    at = 0
    for block in body.blocks:
        assert at <= block.start <= block.end <= len(body.text)
        assert not body.text[at : block.start].strip()
        text = body.text[block.start : block.end]
        if block.kind is BlockKind.RULE:
            assert text == ""
        else:
            assert text.strip(), "a block without text"
        cell_at = block.start
        for row in block.cells:
            for cell in row:
                assert cell_at <= cell.start <= cell.end <= block.end
                assert body.text[cell_at : cell.start].strip("\t\n") == ""
                cell_at = cell.end
        at = block.end
    assert not body.text[at:].strip()
    for link in body.links:
        assert 0 <= link.start < link.end <= len(body.text)
        assert any(b.start <= link.start and link.end <= b.end for b in body.blocks)
        assert link.href.partition(":")[0].lower() in {"http", "https", "mailto"}
        assert clean(link.href) == link.href
    assert clean(body.text) == body.text


def _line(body: Body, block: Block) -> str:
    mark = "" if block.number is None else f" {block.number}."
    level = block.level or ""
    hidden = "(" if block.hidden else ""
    text = body.text[block.start : block.end]
    return f"{hidden}{block.kind.value}{level}{mark}: {text}".rstrip(": ")


def outline(body: Body) -> list[str]:
    """One line a block, as "item2 3.: text"; hidden ones begin with a parenthesis."""
    return [_line(body, block) for block in body.blocks]


@pytest.fixture(name="check_spans", scope="session")
def _check_spans() -> Check:
    return check_spans


@pytest.fixture(name="outline", scope="session")
def _outline() -> Outline:
    return outline
