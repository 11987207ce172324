"""What the first words of a sentence tell: that it leans on the one before, or leads elsewhere.

It leans if it opens with "But", "He", "Two of them" or "In July, she", or is a quotation of "he".
"""

from __future__ import annotations

import re
from functools import cache

from tui.resources import word_list
from tui.text.words import UNSPACED

_LISTED = frozenset({"en", "de", "fr", "es", "it"})
_WITH_OPENERS = _LISTED | UNSPACED
_LEAD_IN = re.compile(r"[\s\"'“”‘’«»„‹›(\[¿¡–—-]*")
_REACH = 90
"""Code points in which a sentence shows that it leans although another word comes first."""

_RUN = r"(?:[^,;:.!?\"“”„«»]|[.,](?=\d))*"
"""Words without a mark between them; a number may have its own."""

_BEHIND = {
    # "Last year he", "In July, they"; not "In the book she wrote", not "In May, it was hot".
    # "Despite these effects", "As experts say, this rollback"; not "By Monday of this week".
    "en": (
        rf"(?:(?:{_RUN},|[\w-]+(?:\s+(?:year|month|week|night|day|[12]\d\d\d)s?)?)\s+)?"
        r"(?:(?:he|she|they)\b|it\b(?!['’]s|\s+(?:is|was|has\s+been|will|would|may|might|seem"
        r"|appear|take|took|remain|turn|look|mean)))"
        r"|[^;:.!?\"“”]{0,50}?\b(?:this|these|those)\s+(?!(?:week|weekend|month|year|morning"
        r"|afternoon|evening|night|spring|summer|autumn|fall|winter|season|time|day|century|decade"
        r"|quarter|past|last|coming|point|article|paper|book|report|study|who|of|in|with|that)\b)"
        r"[a-z]"
    ),
    # The subject stands behind the verb: "Im Juli wurde er", "1953 erhielt sie".
    "de": (
        rf"{_RUN}\s(?!(?:als|bis|da|dass|ob|oder|und|weil|wenn|wie)\s)[a-zäöüß]+\s+"
        r"(?:er|sie|ihm|ihn)\b"
    ),
    "fr": (
        rf"{_RUN},\s+(?:elles?|ils|celui-ci|celle-ci|ce\s+dernier|cette\s+dernière"
        r"|ces\s+derni[eè]re?s|il\b(?!\s+(?:n['’])?(?:est|était|sera|y|faut|fallait|faudra"
        r"|s['’]agi|semble|reste|suffi|convien|a\s+fallu)))\b"
    ),
}
"""What may follow a lead-in ("In July", "Despite") and has no antecedent there."""


_SOME = r"(?:[^\s;:!?]+\s+){1,4}?"

_OF_THEM = {
    # "Two of them", "Some 3,100 of these"; not "Many of those who came".
    "en": (rf"{_SOME}of\s+(?:them|these)\b", ("of them", "of these")),
    "de": (
        rf"{_SOME}von\s+(?:ihnen|diesen)\b|\w+\s+davon\b",
        ("von ihnen", "von diesen", "davon"),
    ),
    "fr": (rf"{_SOME}d['’](?:entre\s+)?(?:eux|elles)\b", ("eux", "elles")),
    "es": (rf"{_SOME}de\s+(?:ellos|ellas)\b", ("de ellos", "de ellas")),
    "it": (rf"{_SOME}di\s+(?:loro|essi|esse)\b", ("di loro", "di ess")),
}
"""A part of what the sentence before has named; to look for the signs of one first is faster."""

_MARKS = tuple('"“”„«»')

_SAID_BY = {
    "en": r"[\"”],?\s+(?:\w+\s+)?(?:he|she|they)\b",
    "de": r"[\"“”«»],?\s+\w+\s+(?:er|sie)\b",
    "fr": r"[\"”»]\s*,?\s*[\w’']+-(?:t-)?(?:ils?|elles?)\b",
    "es": r"[\"”»],?\s+\w+\s+(?:él|ella|ellos|ellas)\b",
    "it": r"[\"”»],?\s+(?:ha\s+)?\w+\s+(?:lui|lei|loro)\b",
}
"""What stands behind the closing mark of a quotation whose speaker was named before."""

_NEAR = 40
"""Code points within which the sign of such a part stands."""


@cache
def openers(language: str) -> frozenset[str]:
    """The words and phrases that point backwards, lower case; none for unlisted languages."""
    return word_list(f"openers_{language}") if language in _WITH_OPENERS else frozenset()


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    listed = _alternatives(openers(language))
    if not listed or language in UNSPACED:
        return re.compile(listed) if listed else None
    # "quell'" is followed by its noun at once.
    return re.compile(rf"(?:{listed})(?:(?<=['’])|(?!\w))", re.IGNORECASE)


@cache
def _invitation(language: str) -> re.Pattern[str] | None:
    if language not in _LISTED:
        return None
    words = _alternatives(word_list(f"openers_invite_{language}"))
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _after_lead_in(language: str) -> re.Pattern[str] | None:
    if language not in _BEHIND:
        return None
    words = _alternatives(word_list(f"openers_lead_in_{language}"))
    return re.compile(rf"(?:(?i:{words})|[12]\d\d\d)(?!\w)\s*(?:{_BEHIND[language]})")


def _alternatives(words: frozenset[str]) -> str:
    """An expression for any of ``words``, the longest that fits, by first letters for speed.

    An apostrophe stands for either kind of it.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rest = re.escape(word[1:]).replace(r"\ ", r"\s+").replace("'", "['’]")
        by_letter.setdefault(word[0], []).append(rest)
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items())
    )


def dangles(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence at ``[start, end)`` points backwards.

    It does so with its first word or its subject, or as a quotation that a pronoun speaks.
    """
    first = _LEAD_IN.match(text, start, end)
    pattern = _pattern(language)
    if first is None or pattern is None:
        return False
    if pattern.match(text, first.end(), end) or _names_a_part(text, first.end(), end, language):
        return True
    if _is_said_by_a_pronoun(text, start, end, language):
        return True
    behind = _after_lead_in(language)
    reach = min(end, first.end() + _REACH)
    return bool(behind and behind.match(text, first.end(), reach))


def _is_said_by_a_pronoun(text: str, start: int, end: int, language: str) -> bool:
    if language not in _SAID_BY or not text.startswith(_MARKS, start, end):
        return False
    return _compiled(_SAID_BY[language]).search(text, start + 1, end) is not None


def _names_a_part(text: str, start: int, end: int, language: str) -> bool:
    part, signs = _OF_THEM.get(language, ("", ()))
    near = min(end, start + _NEAR)
    return any(text.find(sign, start, near) >= 0 for sign in signs) and bool(
        _compiled(part).match(text, start, end)
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def invites(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence at ``[start, end)`` sends its reader elsewhere: "Click here to …"."""
    pattern = _invitation(language)
    first = _LEAD_IN.match(text, start, end)
    return bool(pattern and first and pattern.match(text, first.end(), end))
