"""Articles for the program to open."""

from __future__ import annotations

from pathlib import Path

import pytest

BRIDGE = "At half past five on Monday morning, in a light rain"
"""How the first sentence of the article begins, on one line of the reader."""


@pytest.fixture
def bridge(repository: Path) -> Path:
    """A news report."""
    return repository / "seeds" / "010_harbour-bridge.txt"
