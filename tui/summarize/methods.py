"""The names of the ways to rank sentences, and how a reader may write them."""

from __future__ import annotations

from tui.model import GistRefused

DEFAULT_METHOD = "broadsheet"

LABELS = {
    DEFAULT_METHOD: "Broadsheet",
    "lex-rank": "LexRank",
    "text-rank": "TextRank",
    "lsa": "LSA",
    "luhn": "Luhn",
    "edmundson": "Edmundson",
    "kl": "KL",
    "sum-basic": "SumBasic",
    "reduction": "Reduction",
}
"""Each method's name on the command line and the one its literature knows it by."""

METHODS = tuple(LABELS)

_SQUEEZED = {name.replace("-", ""): name for name in METHODS}


def resolve_method(name: str) -> str:
    """The method meant by ``name``, whatever its case, blanks, hyphens and underscores.

    Raises:
        GistRefused: If there is no such method; the message lists those there are.
    """
    squeezed = "".join(letter for letter in name.casefold() if letter.isalnum())
    if squeezed in _SQUEEZED:
        return _SQUEEZED[squeezed]
    shown = " ".join(name.split())[:40]
    raise GistRefused(f"There is no method “{shown}”; there are {', '.join(METHODS)}.")
