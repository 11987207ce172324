"""What a number is once it has been read, whichever way it was written."""

from __future__ import annotations

from typing import NamedTuple

LARGEST = 1e24
"""Nothing larger is a figure; it also keeps a run of "million million …" finite."""

BLANKS = " \u00a0\u202f\u2009"
"""Blanks that may stand inside a number."""


class Number(NamedTuple):
    """A number from token ``first`` up to, not with, token ``end``."""

    value: float
    first: int
    end: int
    spelled: bool = False
    scaled: bool = False
    fraction: bool = False
    mantissa: float = 0.0

    @property
    def scale(self) -> float:
        """What the last scale word multiplies by; 1 for sums of several."""
        return self.value / self.mantissa if self.mantissa and self.scaled else 1.0
