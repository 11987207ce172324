"""Dates as pages and front matter write them, made into ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio",
            "feb february februar février fevrier febrero febbraio",
            "mar march märz maerz mars marzo",
            "apr april avril abril aprile",
            "may mai mayo maggio",
            "jun june juni juin junio giugno",
            "jul july juli juillet julio luglio",
            "aug august août aout agosto",
            "sep sept september septembre septiembre settembre",
            "oct october oktober octobre octubre ottobre okt",
            "nov november novembre noviembre",
            "dec december dezember décembre decembre diciembre dicembre dez",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(\d{4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")


def iso_date(text: str) -> str | None:
    """``text`` as ISO 8601, with its time of day and offset where it has them; None if no date.

    Dates of two readings ("04/05/2024") are not guessed.
    """
    text = text.strip()[:100]
    if moment := _moment(text):
        return moment
    if found := _NUMERIC.search(text) or _COMPACT.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        return _day(int(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if found := _MONTH_FIRST.search(text):
        return _day(int(found[3]), _MONTHS.get(found[1].lower(), 0), int(found[2]))
    return None


def _moment(text: str) -> str | None:
    """A whole time stamp in ISO 8601 or as mail writes it."""
    try:
        # "2015-04-01 10:30:00 +0200" is common, and one blank away from the standard.
        moment = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d:?\d\d$)", "", text))
        dated = len(text) <= 10
    except ValueError:
        try:
            moment, dated = parsedate_to_datetime(text), False
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    if not 1000 <= moment.year <= 9999:
        return None
    return moment.date().isoformat() if dated else moment.isoformat(timespec="seconds")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None
