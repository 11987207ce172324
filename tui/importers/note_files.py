"""Reading back the Markdown files of notes, whatever was done to them meanwhile."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from tui.importers.encoding import wide_encoding
from tui.model import Anchor, SourceError
from tui.text.note_files import CLOSING, KIND, OPENING, FiledNote, NoteFile, unshielded

_KEY = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)\Z")
_UID = re.compile(r"[\w-]{1,64}\Z", re.ASCII)
_OURS = (
    "broadsheet",
    "title",
    "byline",
    "site",
    "url",
    "published",
    "tags",
    "language",
    "article",
    "hash",
)


def read_note_file(data: bytes) -> NoteFile | None:
    """What a file of notes holds; None for any other file.

    Notes that were written into it between or below the others have no uid; one that begins
    with a quotation is on these words.

    Raises:
        SourceError: If it holds notes in an encoding that it does not tell: they would be read
            wrongly, and then written back so.
    """
    encoding = wide_encoding(data) or "utf-8-sig"
    try:
        return _read(data.decode(encoding))
    except UnicodeError as error:
        if _read(data.decode(encoding, "replace")) is None:
            return None
        raise SourceError("it is not in UTF-8; save it so, and import it again") from error


def _read(text: str) -> NoteFile | None:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() in ("---", "...")), None)
    if end is None:
        return None
    values, foreign = _head(lines[1:end])
    if values.get("broadsheet") != KIND:
        return None
    tags = values.get("tags")
    return NoteFile(
        title=_text(values, "title") or "Untitled",
        byline=_text(values, "byline"),
        site=_text(values, "site"),
        url=_text(values, "url"),
        published=_text(values, "published"),
        language=_text(values, "language") or "en",
        tags=tuple(tags) if isinstance(tags, list) else (),
        hash=_text(values, "hash") or "",
        notes=tuple(_notes(_without_title(lines[end + 1 :]))),
        foreign=tuple(foreign),
    )


Values = dict[str, str | list[str]]


def _head(lines: list[str]) -> tuple[Values, list[str]]:
    """Our keys with their values, and the lines of other people's keys."""
    values: Values = {}
    foreign: list[str] = []
    key = ""
    for line in lines:
        found = _KEY.match(line.rstrip())
        item = _ITEM.match(line.rstrip())
        if found:
            key = found[1].lower()
        if key not in _OURS:
            foreign.append(line)
        elif found:
            values[key] = _value(found[2] or "")
        elif item:
            known = values.get(key)
            more = _value(item[1])
            more = more if isinstance(more, list) else [more]
            values[key] = [*(known if isinstance(known, list) else []), *more]
    return values, foreign


def _value(text: str) -> str | list[str]:
    """A value in JSON, which is what we write, or as somebody else would write it."""
    text = text.strip()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    if text[:1] == "[" and text[-1:] == "]":
        return [bare for part in text[1:-1].split(",") if (bare := _bare(part))]
    return _bare(text)


def _bare(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text.strip('"')


def _text(values: Values, key: str) -> str | None:
    value = values.get(key)
    return value if isinstance(value, str) and value else None


def _without_title(lines: list[str]) -> list[str]:
    """The lines after the title that stands first."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    return lines[first + 1 :] if first is not None and lines[first].startswith("# ") else lines


def _notes(lines: list[str]) -> Iterator[FiledNote]:
    """The notes between our comments, and what stands outside of them."""
    outside: list[str] = []
    inside: list[str] | None = None
    note = FiledNote("", "")
    for line in lines:
        mark = _opened(line)
        if mark is not None or (line.rstrip() == CLOSING and inside is not None):
            yield from _written(outside) if inside is None else [_filled(note, inside)]
            outside = []
            inside = [] if mark is not None else None
            note = mark or note
        elif inside is not None:
            inside.append(line)
        elif line.rstrip() != CLOSING:
            outside.append(line)
    yield from _written(outside) if inside is None else [_filled(note, inside)]


def _opened(line: str) -> FiledNote | None:
    """The note that a line opens, without its words; None for any other line."""
    line = line.rstrip()
    if not (line.startswith(OPENING) and line.endswith("-->")):
        return None
    try:
        values = json.loads(line[len(OPENING) : -3])
        uid, start, end = values["id"], values.get("start"), values.get("end")
        words = [values.get(key, "") for key in ("prefix", "suffix", "created", "base")]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not all(isinstance(word, str) for word in (uid, *words)):
        return None
    anchor = None
    if type(start) is int and type(end) is int and 0 <= start <= end < 2**53:
        anchor = Anchor("", words[0], words[1], start, end)
    return FiledNote(uid if _UID.match(uid) else "", "", anchor, words[2], words[3])


def _filled(note: FiledNote, lines: list[str]) -> FiledNote:
    """The note with its words and its text, from the lines between its comments."""
    if note.anchor is not None:
        quoted = bool(lines) and lines[0].startswith(">")
        quote, lines = _quote(lines)
        note = replace(note, anchor=replace(note.anchor, exact=quote) if quoted else None)
    if lines and not lines[0].strip():
        lines = lines[1:]
    if lines and not lines[-1].strip():
        lines = lines[:-1]
    return replace(note, text=unshielded("\n".join(lines)))


def _quote(lines: list[str]) -> tuple[str, list[str]]:
    """The quotation that lines begin with, and the lines after it."""
    count = next((i for i, line in enumerate(lines) if not line.startswith(">")), len(lines))
    words = [line[1:].removeprefix(" ") for line in lines[:count]]
    return unshielded("\n".join(words)), lines[count:]


def _written(lines: list[str]) -> Iterator[FiledNote]:
    """Notes that somebody wrote outside our comments; every quotation begins another one."""
    group: list[str] = []
    for index, line in enumerate(lines):
        begins = line.startswith(">") and not (index and lines[index - 1].startswith(">"))
        if begins:
            yield from _new(group)
            group = []
        group.append(line)
    yield from _new(group)


def _new(lines: list[str]) -> Iterator[FiledNote]:
    quote, rest = _quote(lines)
    text = unshielded("\n".join(rest)).strip()
    anchor = Anchor(quote, "", "", 0, 0) if quote.strip() else None
    if anchor is not None or text:
        yield FiledNote("", text, anchor)
