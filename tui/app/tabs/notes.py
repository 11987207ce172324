"""The Notes tab: highlights and notes of an article, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from tui.app.paint import Line
from tui.app.tabs.rows import Pen, Row, Tab, TabName, advice, blank, label, shares
from tui.model import Anchor, Note, Span
from tui.text.alike import folded
from tui.text.counting import counted
from tui.text.tags import tags_in

if TYPE_CHECKING:
    from tui.text.reading import Reading

_INDENT = 3
_NOT_SAVED = "! not saved yet"

When = Callable[[str], str]


def notes_tab(
    reading: Reading,
    notes: Sequence[Note],
    when: When,
    editing: Editing | None,
    unsaved: Collection[int] = (),
) -> Tab:
    """The tab for an article's notes, in the order of the text, the article's own last.

    Args:
        reading: The article.
        notes: Its notes.
        when: Says a moment in words.
        editing: The note that is being written.
        unsaved: Those that the library does not have as they are here.
    """

    def state(note: Note) -> str:
        if editing is not None and editing.note is not None and editing.note.id == note.id:
            return "writing"
        return _NOT_SAVED if note.id in unsaved else when(note.updated)

    placed = sorted((n for n in notes if n.anchor and n.anchor.found), key=_start)
    lost = [n for n in notes if n.anchor and not n.anchor.found]
    own = [n for n in notes if n.anchor is None]
    spans = tuple(Span(n.anchor.start, n.anchor.end) for n in placed if n.anchor)
    rows: list[Row] = []
    for note in placed:
        rows.extend(_note_rows(reading, note, state(note), editing))
        rows.append(blank())
    for note in lost:
        rows.append(label("PLACE NOT FOUND", state(note)))
        rows.append(_note_row(note, editing))
        rows.append(blank())
    rows.append(label("THE ARTICLE’S NOTE", state(own[0]) if own else ""))
    rows.extend(_note_row(note, editing) for note in own)
    if editing and editing.note is None:
        rows.append(_hole(editing))
    elif not own:
        rows.append(_none_yet())
    if not notes and editing is None:
        rows[0:0] = [
            advice(
                "{highlight} highlights a sentence, {note} writes a note on it. Both are kept here."
            ),
            blank(),
        ]
    return Tab(
        TabName.NOTES,
        count=_count(notes),
        detail=_detail(notes),
        ticks=shares(spans, reading),
        things=spans,
        ink="note",
        rows=tuple(rows),
        what="note",
    )


class Editing:
    """The note that is being written: which one, and how many lines its editor takes."""

    def __init__(self, note: Note | None, lines: int) -> None:
        self.note = note
        self.lines = lines


def _start(note: Note) -> int:
    return note.anchor.start if note.anchor else 0


def _count(notes: Sequence[Note]) -> str:
    highlights = sum(n.anchor is not None for n in notes)
    return counted(highlights, "highlight") if highlights else ""


def _detail(notes: Sequence[Note]) -> str:
    written = [n for n in notes if n.text]
    tags = {tag for n in written for tag in tags_in(n.text)}
    parts = [counted(len(written), "note")] if written else []
    if tags:
        parts.append(counted(len(tags), "tag"))
    return " · ".join(parts)


def _note_rows(reading: Reading, note: Note, state: str, editing: Editing | None) -> list[Row]:
    place = f"¶ {reading.paragraph(_start(note))}"
    if note.anchor and not _as_marked(note.anchor, reading):
        place = f"{place} · THE WORDS CHANGED"
    return [label(place, state), _note_row(note, editing)]


def _as_marked(anchor: Anchor, reading: Reading) -> bool:
    """Whether the marked words stand there, in whatever dress."""
    return folded(anchor.exact) == folded(reading.text[anchor.start : anchor.end])


def _note_row(note: Note, editing: Editing | None) -> Row:
    """The highlighted words behind a bar, then the note; both are one row to stand on."""
    anchor = note.anchor
    here = editing is not None and editing.note is not None and editing.note.id == note.id
    spans = (Span(anchor.start, anchor.end),) if anchor and anchor.found else ()

    def draw(pen: Pen, current: bool) -> list[Line]:
        lines: list[Line] = []
        if anchor is not None:
            quoted = pen.folded(
                " ".join(anchor.exact.split()),
                _INDENT,
                None if current else 6,
                pen.palette.style("text", "highlight"),
            )
            for line in quoted:
                line[0] = (f" {pen.glyphs.highlight} ", pen.style("note"))
            lines.extend(quoted)
        if here and editing is not None:
            return [*lines, [], *_hole_lines(pen, editing)]
        if note.text:
            lines.extend(_written(pen, note.text))
        return lines

    return Row(draw, spans, note=note)


def _written(pen: Pen, text: str) -> list[Line]:
    lines: list[Line] = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(pen.folded(paragraph, _INDENT, None, pen.style()) or [[]])
    if lines and lines[0]:
        lines[0][0] = (f" {pen.glyphs.note} ", pen.style("note"))
    return lines


def _hole(editing: Editing) -> Row:
    return Row(lambda pen, current: _hole_lines(pen, editing))


def _hole_lines(pen: Pen, editing: Editing) -> list[Line]:
    """The raised ground on which the editor stands; the editor itself is laid over it."""
    style = pen.palette.style
    fill = style("text", "raised")
    left: Line = [
        (f" {pen.glyphs.note} ", style("note", "raised")),
        ("NOTE", style("note", "raised", bold=True)),
    ]
    right: Line = [("Markdown ", style("dim", "raised"))]
    gap = pen.columns - sum(len(t) for t, _ in left) - sum(len(t) for t, _ in right)
    head: Line = [*left, (" " * gap, fill), *right]
    body: list[Line] = [[(" " * pen.columns, fill)] for _ in range(editing.lines)]
    keeps: Line = [
        ("   ", pen.style()),
        ("esc", pen.style(bold=True)),
        (" keeps it", pen.style("dim")),
    ]
    return [head, *body, [], keeps]


def _none_yet() -> Row:
    def draw(pen: Pen, current: bool) -> list[Line]:
        left = [("none yet", pen.style("dim"))]
        right = [
            (pen.keyed("{article-note}"), pen.style(bold=True)),
            (" in $EDITOR", pen.style("dim")),
        ]
        return [pen.ends(left, right, _INDENT)]

    return Row(draw, command="article note")
