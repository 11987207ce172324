"""How many there are of something, in words."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 change``, ``3 changes``, ``1,204 files``; ``plural`` where it takes more than an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
