from __future__ import annotations

import csv
import io
import json

import pytest

from tui.exporters.notes import FORMATS, notes_as_csv, notes_as_markdown, notes_as_text
from tui.model import Anchor, Article, Note

DAY = "2025-07-01T10:00:00+00:00"


def place(words: str, *, start: int = 4, found: bool = True) -> Anchor:
    return Anchor(words, "the ", " end", start, start + len(words), found)


ARTICLES = {
    1: Article(1, "A [bold] claim", url="https://news.example/a"),
    2: Article(2, "Second", url="javascript:alert(1)"),
}
NOTES = [
    Note(7, 1, "Check this.\nTwice.", DAY, DAY, place("exact words", start=30)),
    Note(8, 2, "The article's own", DAY, DAY),
    Note(9, 1, "", DAY, DAY, place("gone words", found=False)),
]


def test_text_is_one_note_a_line() -> None:
    lines = notes_as_text(NOTES, ARTICLES).splitlines()
    assert lines[0] == "note:7 · id:1 · A [bold] claim · “exact words” · Check this. Twice."
    assert lines[1] == "note:8 · id:2 · Second · The article's own"
    assert lines[2].endswith("“gone words” (no longer in the text)")


def test_markdown_gathers_notes_under_their_article_in_the_order_of_the_text() -> None:
    text = notes_as_markdown(NOTES, ARTICLES)
    assert text.index("> gone words") < text.index("> exact words") < text.index("## Second")
    assert "## [A \\[bold\\] claim](https://news.example/a)" in text
    assert "Check this.\nTwice.\n" in text


def test_markdown_links_nothing_but_pages() -> None:
    assert "javascript" not in notes_as_markdown(NOTES, ARTICLES)


def test_json_is_a_list_of_notes() -> None:
    notes = json.loads(FORMATS["json"](NOTES, ARTICLES))
    assert [note["id"] for note in notes] == [7, 8, 9]
    assert notes[1]["anchor"] is None
    assert notes[2]["anchor"]["found"] is False


def test_csv_reads_back_whole() -> None:
    rows = list(csv.DictReader(io.StringIO(notes_as_csv(NOTES, ARTICLES))))
    assert [row["id"] for row in rows] == ["7", "8", "9"]
    assert rows[0]["note"] == "Check this.\nTwice."
    assert [row["found"] for row in rows] == ["yes", "", "no"]


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\tcmd",
        "＝1",
        "=cmd|' /C calc'!A0",
        "\u200b=1",
    ],
)
def test_no_cell_is_a_formula(formula: str) -> None:
    article = Article(1, formula, url=formula)
    note = Note(1, 1, formula, DAY, DAY, place(formula))
    table = notes_as_csv([note], {1: article})
    row = next(iter(csv.DictReader(io.StringIO(table))))
    for column in ("title", "url", "words", "note"):
        assert row[column].startswith("'")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_format_lets_a_control_sequence_through(form: str) -> None:
    evil = "a\x1b]52;c;AAAA\x07b\x9b31mc\u202ed"
    note = Note(1, 1, evil, DAY, DAY, place(evil))
    text = FORMATS[form]([note], {1: Article(1, evil, url=f"https://x.example/{evil}")})
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_note_whose_article_is_gone_is_exported_too(form: str) -> None:
    assert "Check this." in FORMATS[form](NOTES[:1], {})
