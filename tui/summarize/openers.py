"""Sentences that lean on the one before them: they open with "But", "He", "This"."""

from __future__ import annotations

import re
from functools import cache

from tui.resources import word_list

_LISTED = frozenset({"en", "de", "fr", "es", "it"})
_LEAD_IN = re.compile(r"[\s\"'“”‘’«»„‹›(\[¿¡–—-]*")


@cache
def openers(language: str) -> frozenset[str]:
    """The words and phrases that point backwards, lower case; none for unlisted languages."""
    return word_list(f"openers_{language}") if language in _LISTED else frozenset()


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    listed = sorted(openers(language), key=lambda opener: (-len(opener), opener))
    if not listed:
        return None
    words = "|".join(re.escape(opener).replace(r"\ ", r"\s+") for opener in listed)
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)


def dangles(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence at ``[start, end)`` opens with a word that points backwards."""
    pattern = _pattern(language)
    lead_in = _LEAD_IN.match(text, start, end)
    return bool(pattern and lead_in and pattern.match(text, lead_in.end(), end))
