from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tui.facts.figures import find_figures
from tui.model import Block, BlockKind, Body, Figure
from tui.text.reading import Reading

Find = Callable[..., tuple[Figure, ...]]
Tell = Callable[..., list[str]]


def _find(text: str, language: str = "en", published: date | None = None) -> tuple[Figure, ...]:
    body = Body(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return find_figures(Reading(body, language), published)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(round(value, 6))


def _told(text: str, figure: Figure) -> str:
    words = [f"{text[figure.start : figure.end]} = {figure.kind.value}"]
    if figure.value is not None:
        upper = "" if figure.value2 is None else f"..{_number(figure.value2)}"
        words.append(_number(figure.value) + upper)
    words += [word for word in (figure.unit, figure.date) if word]
    return " ".join(words) + (", minor" if figure.minor else "")


@pytest.fixture
def find() -> Find:
    """Every figure of one paragraph."""
    return _find


@pytest.fixture
def tell() -> Tell:
    """Every figure of one paragraph as "as written = kind value unit date"."""

    def told(text: str, language: str = "en", published: date | None = None) -> list[str]:
        return [_told(text, figure) for figure in _find(text, language, published)]

    return told
