"""Notes as plain text, Markdown, JSON and CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from tui.exporters.records import dumps, note_record
from tui.model import Article, Note
from tui.text.cleaning import clean, clean_line

_FORMULA = re.compile(r"[\t\n]|\s*[=+\-@＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula, also behind blanks."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~!])")


def notes_as_text(notes: Sequence[Note], articles: Mapping[int, Article]) -> str:
    """One note a line: its id, its article, the words it is on, what it says."""
    return "".join(f"{note_line(note, articles.get(note.article))}\n" for note in notes)


def note_line(note: Note, article: Article | None = None) -> str:
    """A note on one line; the title is given where ``article`` is."""
    parts = [f"note:{note.id}", f"id:{note.article}"]
    if article is not None:
        parts.append(clean_line(article.title))
    if note.anchor is not None:
        lost = "" if note.anchor.found else " (no longer in the text)"
        parts.append(f"{_quoted(clean_line(note.anchor.exact))}{lost}")
    if note.text:
        parts.append(clean_line(note.text))
    return " · ".join(parts)


def notes_as_markdown(notes: Sequence[Note], articles: Mapping[int, Article]) -> str:
    """Notes under the titles of their articles: the words they are on quoted, the note below."""
    parts: list[str] = []
    for article_id, group in groupby(_by_article(notes), key=lambda note: note.article):
        article = articles.get(article_id)
        parts.append(f"## {_heading(article_id, article)}\n")
        for note in group:
            if note.anchor is not None:
                quoted = clean(note.anchor.exact).strip().split("\n")
                parts.append("".join(f"> {line}\n" for line in quoted))
            if note.text:
                parts.append(f"{clean(note.text).strip()}\n")
    return "\n".join(parts)


def notes_as_json(notes: Sequence[Note], _articles: Mapping[int, Article]) -> str:
    """One JSON list of notes."""
    return dumps([note_record(note) for note in notes], indent=2) + "\n"


def notes_as_csv(notes: Sequence[Note], articles: Mapping[int, Article]) -> str:
    """A table with a head; a cell that a spreadsheet would compute begins with an apostrophe."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n")
    write.writerow(
        ["id", "article", "title", "url", "words", "found", "note", "created", "updated"]
    )
    for note in notes:
        article, anchor = articles.get(note.article), note.anchor
        write.writerow(
            [
                note.id,
                note.article,
                _cell(article.title if article else ""),
                _cell((article.url or "") if article else ""),
                _cell(anchor.exact if anchor else ""),
                ("yes" if anchor.found else "no") if anchor else "",
                _cell(note.text),
                _cell(note.created),
                _cell(note.updated),
            ]
        )
    return out.getvalue()


FORMATS: Mapping[str, Callable[[Sequence[Note], Mapping[int, Article]], str]] = {
    "text": notes_as_text,
    "md": notes_as_markdown,
    "json": notes_as_json,
    "csv": notes_as_csv,
}
"""The formats of ``notes --format``."""


def _by_article(notes: Sequence[Note]) -> list[Note]:
    """Notes of one article together, the articles as they first come, places in text order."""
    first: dict[int, int] = {}
    for note in notes:
        first.setdefault(note.article, len(first))
    return sorted(notes, key=lambda note: (first[note.article], *_place(note)))


def _place(note: Note) -> tuple[bool, int, int]:
    return (True, note.anchor.start, note.id) if note.anchor else (False, 0, note.id)


def _heading(article_id: int, article: Article | None) -> str:
    title = clean_line(article.title) if article else ""
    words = _MARKDOWN.sub(r"\\\1", title) or f"id:{article_id}"
    url = clean_line(article.url or "") if article else ""
    if re.match(r"https?://[^\s<>()]+\Z", url):
        return f"[{words}]({url})"
    return words


def _cell(text: str) -> str:
    text = clean(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _quoted(words: str) -> str:
    """``words`` between marks, unless they bring their own."""
    return words if words[:1] in tuple('“„«"') else f"“{words}”"
