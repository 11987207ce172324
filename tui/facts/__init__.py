"""What can be lifted out of a text by rules: who said what, and every figure."""

from __future__ import annotations

import datetime

from tui.facts.figures import find_figures
from tui.facts.quotations import find_quotations
from tui.model import Facts
from tui.text.reading import Reading

RULES_VERSION = 1
"""Raised whenever the rules find something else; facts stored under another number are stale."""

__all__ = ["RULES_VERSION", "find_facts", "find_figures", "find_quotations"]


def find_facts(reading: Reading, published: datetime.date | None = None) -> Facts:
    """Quotations and figures of one text; ``published`` settles dates like "Sunday"."""
    return Facts(find_quotations(reading), find_figures(reading, published))
