"""A library on a real file, and drafts to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tui.library import Library
from tui.model import Block, BlockKind, Body, Draft

MakeDraft = Callable[..., Draft]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    opened = Library(path)
    yield opened
    opened.close()


@pytest.fixture
def draft() -> MakeDraft:
    def make(title: str = "A harbour", text: str | None = None, **more: object) -> Draft:
        words = f"What happened in {title}, told at some length." if text is None else text
        whole = f"{title}\n\n{words}"
        blocks = (
            Block(BlockKind.HEADING, 0, len(title), 1),
            Block(BlockKind.PARAGRAPH, len(title) + 2, len(whole)),
        )
        plain = Draft(title, Body(whole, blocks), "pasted text", "plain", "en")
        return replace(plain, **more)  # type: ignore[arg-type]  # fields of Draft

    return make
