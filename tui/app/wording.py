"""Numbers and times in words, as panel, list and status line say them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from tui.app.glyphs import Glyphs
from tui.desk import SAMPLE_SOURCE
from tui.model import Article, Figure, FigureKind

_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_COMMAND = re.compile(r"\{([a-z-]+)\}")


def with_keys(text: str, key_of: Callable[[str], str]) -> str:
    """The program's own words, with the key of a command for each ``{name}`` of one."""
    return _COMMAND.sub(lambda match: key_of(match[1]), text)


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``11th``."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{'th' if number % 100 in (11, 12, 13) else ending}"


def source_name(article: Article) -> str:
    """Where an article is from, in a few words: site, author, or the file it was read from."""
    if article.source.startswith(SAMPLE_SOURCE):
        return article.site or article.byline or "sample"
    return article.site or article.byline or article.source.rpartition("/")[2]


def number(value: float) -> str:
    """A value as short as it can be said exactly: ``91.2 bn``, ``1,204``, ``0.25``."""
    size = abs(value)
    for scale, name in _SCALES:
        if size >= scale:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text if text not in ("", "-0") else "0"


def normalised(figure: Figure) -> str:
    """What a figure says, in one notation: ``126 tn KRW``, ``25 %``, ``5 yr``, ``2030``."""
    if figure.date is not None:
        return figure.date
    if figure.value is None:
        return ""
    value = number(figure.value)
    if figure.value2 is not None:
        value = f"{value}–{number(figure.value2)}"
    unit = figure.unit or ""
    if figure.kind is FigureKind.MULTIPLE and not unit:
        return f"{value} ×"
    return f"{value} {unit}".strip()


def difference(before: Figure, after: Figure, glyphs: Glyphs) -> str:
    """The signed step between two values of one unit: ``−10 points``, ``+1.5 m EUR``."""
    if before.value is None or after.value is None:
        return ""
    step = after.value - before.value
    sign = "+" if step > 0 else glyphs.minus if step < 0 else ""
    size = number(abs(round(step, 6)))
    if after.kind is FigureKind.PERCENT:
        return f"{sign}{size} {'point' if abs(step) == 1 else 'points'}"
    return f"{sign}{size} {after.unit or ''}".strip()


def when(moment: str, now: datetime) -> str:
    """How long ago, in calm words: ``just now``, ``3 h ago``, ``yesterday``, ``12 Mar 2026``."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    if then.tzinfo is None:
        then = then.replace(tzinfo=now.tzinfo)
    local = then.astimezone(now.tzinfo)
    seconds = (now - local).total_seconds()
    days = (now.date() - local.date()).days
    if seconds < 60:
        return "just now"
    if seconds < 3600:
        return f"{int(seconds // 60)} min ago"
    if days == 0:
        return f"{int(seconds // 3600)} h ago"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"{days} days ago"
    return f"{local.day} {local:%b %Y}"
