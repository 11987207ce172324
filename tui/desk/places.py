"""What the reader means by a path, asked in a way that no path makes fail."""

from __future__ import annotations

import os
from pathlib import Path


def expanded(source: str) -> Path:
    """The path with the reader's home in it; the ``~`` of nobody stays as it is."""
    return Path(os.path.expanduser(source))  # noqa: PTH111  # Path.expanduser raises for nobody


def is_folder(source: str) -> bool:
    """Whether ``source`` is a folder; False where the system will not even say."""
    try:
        return expanded(source).is_dir()
    except (OSError, ValueError):
        return False


def exists(source: str) -> bool:
    """Whether there is anything at ``source``, a link to nowhere included."""
    try:
        return os.path.lexists(expanded(source))
    except (OSError, ValueError):
        return False
