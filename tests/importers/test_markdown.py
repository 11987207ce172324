from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importers import draft_of_bytes, draft_of_file
from tui.importers.markdown import markdown_body, markdown_draft
from tui.model import BlockKind, Body

HOSTILE = Path(__file__).parent.parent / "hostile"

Check = Callable[[Body], None]
Outline = Callable[[Body], list[str]]

EVERYTHING = """\
# The *long* walk

It rained. A [map](https://x.example/map) helped, and `grep -r` did
not.

- bread
- cheese
  - hard
  - soft

3. up
4. down

> Nobody walks alone.
>
> > Somebody does.

```python
def walk():
    return "far"
```

| Day | km |
|-----|---:|
| Mon | 12 |
| Tue | [9](https://x.example/9) |

---

The ~~end~~ beginning.
"""


def test_every_shape_of_block_is_kept_without_its_marks(
    outline: Outline, check_spans: Check
) -> None:
    body = markdown_body(EVERYTHING)
    check_spans(body)
    assert outline(body) == [
        "heading1: The long walk",
        "paragraph: It rained. A map helped, and grep -r did not.",
        "item1: bread",
        "item1: cheese",
        "item2: hard",
        "item2: soft",
        "item1 3.: up",
        "item1 4.: down",
        "quote1: Nobody walks alone.",
        "quote2: Somebody does.",
        'code: def walk():\n    return "far"',
        "table: Day\tkm\nMon\t12\nTue\t9",
        "rule",
        "paragraph: The end beginning.",
    ]


def test_links_and_cells_are_spans_of_the_text() -> None:
    body = markdown_body(EVERYTHING)
    assert [(body.text[n.start : n.end], n.href) for n in body.links] == [
        ("map", "https://x.example/map"),
        ("9", "https://x.example/9"),
    ]
    table = next(block for block in body.blocks if block.kind is BlockKind.TABLE)
    cells = [[body.text[a:b] for a, b in row] for row in table.cells]
    assert cells == [["Day", "km"], ["Mon", "12"], ["Tue", "9"]]


def test_an_empty_cell_keeps_its_place(check_spans: Check) -> None:
    body = markdown_body("|a|b|c|\n|-|-|-|\n|1||3|\n")
    check_spans(body)
    assert [[body.text[a:b] for a, b in row] for row in body.blocks[0].cells] == [
        ["a", "b", "c"],
        ["1", "", "3"],
    ]


def test_only_the_first_paragraph_of_an_item_carries_its_mark(outline: Outline) -> None:
    body = markdown_body("1. one\n\n   more of one\n\n   ```\n   code\n   ```\n2. two\n")
    assert outline(body) == [
        "item1 1.: one",
        "paragraph: more of one",
        "code: code",
        "item1 2.: two",
    ]


def test_a_hard_break_is_a_line_end_and_a_soft_one_a_blank() -> None:
    assert markdown_body("one\ntwo  \nthree").text == "one two\nthree"


def test_the_head_of_the_file_names_title_author_and_date() -> None:
    draft = markdown_draft(
        "---\ntitle: 'Rain: a study'\nauthors: [Ada Quill, \"B. Moor\"]\ndate: 2024-05-01\n"
        "url: https://x.example/rain\nlang: de-AT\ntags:\n  - weather\n---\n\n# Another heading\n",
        "x.md",
    )
    assert draft.title == "Rain: a study"
    assert draft.byline == "Ada Quill, B. Moor"
    assert draft.published == "2024-05-01"
    assert draft.url == "https://x.example/rain"
    assert draft.language == "de"
    assert draft.body.text == "Another heading"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# First\n\nWords.", "First"),
        ("Setext\n======\n\nWords.", "Setext"),
        ("Words without a heading.", "the file"),
        ("---\nnot: closed\n\n# Title", "the file"),
    ],
)
def test_the_title_is_the_heading_or_the_name(text: str, title: str) -> None:
    assert draft_of_bytes(text.encode(), "the_file.md", source="x").title == title


def test_prose_between_two_rules_is_no_head() -> None:
    draft = markdown_draft("---\nOnly a sentence here.\n---\n\nAnd another.", "x.md")
    assert "Only a sentence here." in draft.body.text


def test_raw_html_loses_its_tags_and_is_never_run(outline: Outline) -> None:
    body = markdown_body(
        "Press <kbd>s</kbd> now.\n\n<div onclick=x()>\nboxed\n</div>\n\n<!-- no -->"
    )
    assert outline(body) == ["paragraph: Press s now.", "paragraph: boxed"]


def test_links_that_must_not_be_opened_are_only_words(check_spans: Check) -> None:
    draft = draft_of_file(HOSTILE / "markdown_links.md")
    check_spans(draft.body)
    assert [link.href for link in draft.body.links] == [
        "http://127.0.0.1:22/",
        "http://x.example/gpj.exe",
    ]


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5_000 + " deepest",
        "\n".join(" " * 2 * depth + "- deepest" for depth in range(300)),
        "[" * 5_000 + "deepest",
        "*a " * 5_000 + "deepest",
        "<a " * 5_000 + "deepest",
        "[a](b" * 5_000 + "deepest",
        "---\n" + "a: b\n" * 20_000 + "deepest",
    ],
    ids=["quotes", "lists", "brackets", "stars", "tags", "links", "head"],
)
def test_floods_and_depths_lose_no_text(text: str, check_spans: Check) -> None:
    body = draft_of_bytes(text.encode(), "flood.md", source="x").body
    check_spans(body)
    assert "deepest" in body.text


@given(st.text(alphabet="ab \n#>-*_`[]()|!<>1.\\&~\t\x1b\u0301", max_size=80))
def test_spans_are_true_for_any_markdown(check_spans: Check, text: str) -> None:
    check_spans(markdown_body(text))
