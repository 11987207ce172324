"""What a reader may go on to type in a query: fields, and what the library has for them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable

from tui.library.conditions import HOLDINGS, STATES
from tui.library.identity import find_key, fold
from tui.library.query import FIELDS, without_marks
from tui.library.waiting import interruptible, patient
from tui.library.words import literal
from tui.model import FigureKind

MOST = 20
"""So many are offered."""

_LAST = re.compile(r"(?:\A|(?<=\s))(-?)(?:([A-Za-z]{2,12}):)?(\"[^\"]*|[^\s\"]*)\Z")

_FIXED = {
    "is": tuple(STATES),
    "has": tuple(HOLDINGS),
    "newer": ("1d", "1w", "2w", "1m", "3m", "1y"),
    "older": ("1d", "1w", "2w", "1m", "3m", "1y"),
    "longer": ("5m", "10m", "20m", "1h"),
    "shorter": ("2m", "5m", "10m"),
}
_KEYS = (
    "SELECT key FROM fact_key WHERE field = '{field}' AND key GLOB :typed"
    " GROUP BY key ORDER BY count(*) DESC LIMIT :most"
)
# The newest texts of articles whose names hold what is typed tell what is used most.
_SITES = """
    SELECT site FROM article WHERE id IN
        (SELECT id FROM article WHERE deleted IS NULL AND find_key GLOB :typed
        ORDER BY version DESC LIMIT 5000)
    AND site <> '' GROUP BY site ORDER BY count(*) DESC
"""
_KEPT = {
    "tag": "SELECT name FROM tag JOIN article_tag ON tag.id = tag WHERE key GLOB :typed"
    " GROUP BY tag.id ORDER BY count(*) DESC LIMIT :most",
    "site": _SITES,
    "speaker": _KEYS.format(field="speaker"),
    "figure": _KEYS.format(field="unit"),
}
_MOST_KEPT = 1000
"""So many of what the library has are looked at, the most used."""


def completions(
    connection: sqlite3.Connection, before: str, cancelled: Callable[[], bool] = patient
) -> list[str]:
    """What the last word of ``before`` may become, whole, the most used first.

    ``before`` is the query up to the cursor. A field is offered with its colon, behind which the
    next call offers its values; nothing is offered for what is typed to its end already.

    Raises:
        Cancelled: If nobody waits any longer.
    """
    last = _LAST.search(before)
    if last is None:
        return []
    minus, field, typed = last.groups()
    sought = fold(typed.lstrip('"'))
    if field is None:
        offered = [f"{name}:" for name in FIELDS] if not typed.startswith('"') else []
        lead = minus
    else:
        with interruptible(connection, cancelled):
            offered = [_quoted(value) for value in _values(connection, field.lower(), sought)]
        lead = f"{minus}{field}:"
    chosen = _beginning(offered, sought)
    return [f"{lead}{value}" for value in chosen[:MOST] if value != typed]


def _values(connection: sqlite3.Connection, field: str, sought: str) -> list[str]:
    kinds = [kind.value for kind in FigureKind] if field == "figure" else []
    kept: list[str] = []
    if field in _KEPT:
        # Keys of speakers are single words, which an index finds by their beginning.
        before = "" if field == "speaker" else "*"
        words = find_key(sought) if field == "site" else sought
        asked = {"typed": f"{before}{literal(words)}*", "most": _MOST_KEPT}
        kept = [row[0] for row in connection.execute(_KEPT[field], asked)]
    return [*_FIXED.get(field, ()), *kinds, *kept]


def _beginning(offered: Iterable[str], sought: str) -> list[str]:
    """Those that begin with what is typed, then those in which a later word does."""
    first: list[str] = []
    later: list[str] = []
    for value in offered:
        plain = fold(value.strip('"'))
        if plain.startswith(sought):
            first.append(value)
        elif f" {sought}" in plain:
            later.append(value)
    return [*first, *later]


def _quoted(value: str) -> str:
    """A value as it is typed: in marks where it would be taken for something else without them."""
    plain = without_marks(value)
    return f'"{plain}"' if re.search(r"\s|\*\Z", plain) or plain != value else value
