from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import BlockKind, Body
from tui.text.plain import plain_body

SEED = Path(__file__).parent.parent.parent / "seeds" / "000_0ce5ca3a0b6ee054.txt"
LONG = (
    "The council voted on Monday to close the old bridge over the river, because engineers found "
    "cracks in two of its pillars and could not promise that it would carry lorries safely through "
    "another winter of frost, salt and floods. Work on a new one begins in the spring of next year."
)
WRAPPED = textwrap.fill(LONG, 66)

H, P, E, Q, C, R = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.ITEM,
    BlockKind.QUOTE,
    BlockKind.CODE,
    BlockKind.RULE,
)


def shapes(text: str) -> list[tuple[BlockKind, str]]:
    body = plain_body(text)
    return [(b.kind, body.text[b.start : b.end]) for b in body.blocks]


def test_a_clean_file_is_its_own_text() -> None:
    text = SEED.read_text("utf-8")
    body = plain_body(text)
    assert body.text == text
    assert [b.kind for b in body.blocks] == [H] + [P] * (len(body.blocks) - 1)
    assert (body.blocks[0].level, body.blocks[0].start) == (1, 0)


@pytest.mark.parametrize("width", [50, 66, 72, 78, 100, 120])
def test_wrapped_paragraphs_are_joined_one_for_one(width: int) -> None:
    text = "A bridge is closed\n\n" + "\n\n".join([textwrap.fill(LONG, width)] * 2) + "\n"
    body = plain_body(text)
    assert len(body.text) == len(text)
    assert shapes(text) == [(H, "A bridge is closed"), (P, LONG), (P, LONG)]


def test_a_short_wrapped_paragraph_is_joined_in_a_wrapped_text() -> None:
    text = f"{WRAPPED}\n\n{textwrap.fill(LONG[:110], 66)}\n\n{WRAPPED}"
    assert shapes(text) == [(P, LONG), (P, LONG[:110]), (P, LONG)]


def test_two_lines_alone_are_joined_when_the_first_goes_on() -> None:
    first = "The council voted on Monday to close the old bridge over"
    assert shapes(f"{first}\nthe river at once.") == [(P, f"{first} the river at once.")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ann Lee", "12 Main Street", "London SW1", "England"],
        ["Shall I compare thee to a summer’s day?", "Thou art more lovely and more temperate:",
         "Rough winds do shake the darling buds of May,",
         "And summer’s lease hath all too short a date;"],
        ["so much depends", "upon", "a red wheel", "barrow"],
    ],
)  # fmt: skip
def test_lines_that_were_meant_stay(lines: list[str]) -> None:
    verse = "\n".join(lines)
    assert shapes(f"{LONG}\n\n{verse}\n\n{LONG}")[1] == (P, verse)
    assert plain_body(f"{WRAPPED}\n\n{verse}\n\n{WRAPPED}").text.count(verse) == 1


def test_a_paragraph_a_line_needs_no_blank_lines() -> None:
    text = f"A bridge is closed\n{LONG}\n{LONG}\nWhat comes next\n{LONG}"
    expected = [(H, "A bridge is closed"), (P, LONG), (P, LONG), (H, "What comes next"), (P, LONG)]
    assert shapes(text) == expected


def test_a_title_directly_above_wrapped_text_is_a_heading() -> None:
    assert shapes(f"A bridge is closed\n{WRAPPED}") == [(H, "A bridge is closed"), (P, LONG)]


def test_the_title_is_found_below_furniture() -> None:
    kinds = shapes(f"Menu\n\nShare\n\nA bridge is closed\n\n{LONG}")
    assert kinds == [(P, "Menu"), (P, "Share"), (H, "A bridge is closed"), (P, LONG)]


@pytest.mark.parametrize("first", ["It begins with a sentence.", "“A quotation”", "Dear all,"])
def test_a_sentence_on_top_is_no_title(first: str) -> None:
    assert shapes(f"{first}\n\n{LONG}")[0] == (P, first)


def test_a_wrapped_title_is_one_heading() -> None:
    title = "A bridge that carried the town for two hundred years is closed to all traffic"
    assert shapes(f"{textwrap.fill(title, 66)}\n\n{WRAPPED}\n\n{WRAPPED}")[0] == (H, title)


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    found = shapes(f"{LONG}\n\nWhat comes next\n\n{LONG}")
    assert found[1] == (H, "What comes next")
    assert plain_body(f"{LONG}\n\nWhat comes next\n\n{LONG}").blocks[1].level == 2


@pytest.mark.parametrize(
    "line", ["By", "Share", "It fell.", "and so on", "Why?", "Ann Lee Avatar", "“No”"]
)
def test_furniture_and_sentences_are_no_headings(line: str) -> None:
    assert shapes(f"{LONG}\n\n{line}\n\n{LONG}")[1] == (P, line)


def test_short_lines_in_a_row_are_no_headings() -> None:
    assert {kind for kind, _ in shapes(f"{LONG}\n\nOne\n\nTwo\n\nThree\n\n{LONG}")} == {P}


def test_items_begin_after_their_markers() -> None:
    body = plain_body("- one\n- two goes\n  on here\n- three")
    assert [body.text[b.start : b.end] for b in body.blocks] == [
        "one",
        "two goes   on here",
        "three",
    ]
    assert all(b.kind is E and b.level == 1 and b.number is None for b in body.blocks)


@pytest.mark.parametrize("mark", ["{}. ", "{}) "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbered_items_keep_their_numbers(mark: str, gap: str) -> None:
    text = gap.join(mark.format(n) + f"step {n}" for n in (1, 2, 3))
    body = plain_body(text)
    assert [(b.kind, b.number) for b in body.blocks] == [(E, 1), (E, 2), (E, 3)]
    assert shapes(text)[0][1] == "step 1"


def test_deeper_items_have_a_deeper_level() -> None:
    body = plain_body("* one\n  * inner\n* two")
    assert [b.level for b in body.blocks] == [1, 2, 1]


def test_a_list_directly_below_its_introduction_is_parted_from_it() -> None:
    text = "Bring these things:\n- a pen\n- a book"
    assert shapes(text) == [(P, "Bring these things:"), (E, "a pen"), (E, "a book")]


@pytest.mark.parametrize("line", ["- Ann Lee", "1984. A novel", "— Bonjour, dit-il."])
def test_one_marker_alone_makes_no_list(line: str) -> None:
    assert shapes(f"{LONG}\n\n{line}")[1] == (P, line)


def test_years_at_the_start_of_lines_make_no_list() -> None:
    assert {kind for kind, _ in shapes("12. May was warm\n35. June was not\n7. July")} == {P}


def test_quoted_lines_are_one_quotation_without_their_marks() -> None:
    body = plain_body("> He said that\n> it was late.\n\nI agree.")
    assert body.blocks[0].kind is Q
    assert body.blocks[0].level == 1
    words = body.text[body.blocks[0].start : body.blocks[0].end]
    assert " ".join(words.split()) == "He said that it was late."
    assert ">" not in words


def test_indented_lines_with_signs_are_code_and_keep_their_lines() -> None:
    code = "    def f(x):\n        return x + 1\n\n    print(f(2))"
    assert shapes(f"{LONG}\n\n{code}\n\n{LONG}")[1] == (C, code)


def test_indented_prose_is_a_paragraph() -> None:
    assert shapes(f"{LONG}\n\n    He paid $5 (or so) for it.\n\n{LONG}")[1][0] is P


def test_rules_and_underlined_headings() -> None:
    text = f"A bridge is closed\n==================\n\n{LONG}\n\n* * *\n\n{LONG}"
    assert shapes(text) == [(H, "A bridge is closed"), (P, LONG), (R, ""), (P, LONG)]


def test_first_line_indents_part_paragraphs() -> None:
    one = textwrap.fill(LONG, 66, initial_indent="   ")
    assert shapes(f"{one}\n{one}\n{one}") == [(P, LONG)] * 3


PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "    ",
        "- ",
        "1. ",
        "2) ",
        "> ",
        "word ",
        "Two words",
        LONG[:70],
        LONG,
        "===",
        "***",
        "By",
        "f(x);",
        "\t",
        "。",
        "“Q”",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_length_holds_and_blocks_cover_the_text_in_order(text: str) -> None:
    body = plain_body(text)
    assert len(body.text) == len(text)
    at = 0
    for block in body.blocks:
        assert at <= block.start <= block.end
        assert block.kind is R or body.text[block.start : block.end].strip()
        at = block.end
    outside = Body(body.text, body.blocks)
    inside = "".join(outside.text[b.start : b.end] for b in body.blocks)
    assert sum(c.isalpha() for c in inside) == sum(c.isalpha() for c in text)


@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        "a\n",
        "- \n",
        "- a\n",
        "> ",
        "> a\n",
        "1. a\n\n",
        " ",
        "* ",
        "a\n\n",
        "=\n",
        "    f(\n\n",
    ],
)
def test_a_flood_is_read_in_one_pass(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(plain_body(text).text) == len(text)
