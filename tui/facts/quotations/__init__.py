"""Quotations: whose words stand in an article, between marks and without them."""

from __future__ import annotations

from tui.facts.quotations.finder import find_quotations

__all__ = ["find_quotations"]
