"""Texts to summarize: the shipped article, and whatever a test writes down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.text.cleaning import clean
from tui.text.furniture import hide_furniture
from tui.text.plain import plain_body
from tui.text.reading import Reading

SAMPLE = "000_0ce5ca3a0b6ee054.txt"


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """Makes a reading of a text just as an importer would."""

    def make(text: str, language: str | None = None, title: str = "") -> Reading:
        body, _ = hide_furniture(plain_body(clean(text)), title)
        return Reading.of(body, language, title)

    return make


@pytest.fixture(scope="session")
def sample(reading_of: Callable[..., Reading]) -> Reading:
    """The article about the Korean president's visit, with its furniture hidden."""
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    return reading_of((seeds / SAMPLE).read_text("utf-8"))
