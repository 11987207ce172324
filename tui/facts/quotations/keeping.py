"""Which marked passages are somebody's words, and which only name or distance something."""

from __future__ import annotations

import re

from tui.facts.quotations.marks import Marked, inner
from tui.facts.quotations.tokens import Line
from tui.resources import word_list

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset(
    "a an the of and or in on at to for with by from s n vs de la le der und".split()  # noqa: SIM905
)
_GUESSES = frozenset(
    (
        "sentence-subject",
        "same-paragraph",
        "next-quotation",
        "previous-paragraph",
        "reported-before",
    )
)
_CALLED = frozenset(("called", "titled", "entitled", "named", "dubbed"))
_SAID_OF = frozenset(
    "as like phrase be been being were was would will him them it me us not".split()  # noqa: SIM905
)
"""Words before a fragment that somebody else uses of something: branded as "a crook"."""
_SHORT = 3
"""Up to so many words are a fragment of somebody's words."""


def has_words(text: str, marked: Marked) -> bool:
    """Whether anything but marks stands between the marks."""
    return _WORD.search(text, marked.start, marked.end) is not None


def is_nickname(text: str, marked: Marked) -> bool:
    """Whether the marks set off a nickname inside a name: Robert "Bobby" Scott."""
    words = text[marked.start + 1 : marked.end - 1]
    if not words[:1].isupper() or len(words) > 20 or words.count(" ") > 1 or words[-1] in ".,!?":
        return False
    if text[marked.start - 1 : marked.start] != " " or text[marked.end : marked.end + 1] != " ":
        return False
    before = text[max(0, marked.start - 24) : marked.start].split()
    return (
        bool(before)
        and before[-1][0].isupper()
        and before[-1].rstrip(".").isalpha()
        and text[marked.end + 1 : marked.end + 2].isupper()
    )


def is_kept(text: str, marked: Marked, line: Line, at: int, rule: str | None) -> bool:
    """Whether the passage folded into token ``at`` is a quotation.

    ``rule`` is how its speaker was found; None where none was.
    """
    words = _WORD.findall(text[slice(*inner(text, marked))])
    if not words:
        return False
    before = line.lower[at - 1] if at else ""
    if before in ("so-called", "sogenannte", "sogenannten") or (
        before == "called" and at > 1 and line.lower[at - 2] == "so"
    ):
        return False
    guessed = rule is None or rule in _GUESSES
    if rule is None and (len(words) < _SHORT or (words[0].islower() and before.isalnum())):
        return False
    if _is_title(words):
        aside = guessed and (_in_phrase(line, at) or rule in (None, "previous-paragraph"))
        if aside or _names_a_work(line, at):
            return False
    exclaimed = text[marked.end - 2 : marked.end - 1] in ("?", "!") and at == 0
    return exclaimed or not (guessed and len(words) <= _SHORT and _in_phrase(line, at))


def _is_title(words: list[str]) -> bool:
    """Whether every word that matters has a capital: "The Art of the Deal", "13th"."""
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words) and (
        len(words) > 1 or not words[0].islower()
    )


def _names_a_work(line: Line, at: int) -> bool:
    """Whether the words before say that a title follows: "the film", "on CNN's"."""
    back = at - 1
    if back >= 0 and line.lower[back] == ",":
        back -= 1
    if back < 0:
        return False
    word = line.lower[back]
    if word in _CALLED:
        return back == 0 or not line.words[back - 1][0].isupper()
    if word == "of" and back > 0:
        word = line.lower[back - 1]
    if word == "'s" and back == at - 1:
        return True
    return word in word_list("works_en") or word == "on"


def _in_phrase(line: Line, at: int) -> bool:
    """Whether a short passage is a part of the writer's own phrase: the "magic" pills."""
    before = line.lower[at - 1] if at else ""
    after = line.lower[at + 1] if at + 1 < len(line.lower) else ""
    if before in _SAID_OF:
        return False
    return bool(before[:1].isalnum() or before == "'s") or after[:1].isalnum()
