from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.exporters.plain import article_text, block_text, cells, visible_body
from tui.model import Article, Block, BlockKind, Body, Link, Span
from tui.text.reading import Reading

PARAGRAPH = BlockKind.PARAGRAPH


def body(*parts: tuple[str, bool]) -> Body:
    """A body of paragraphs, each with whether it is hidden."""
    text, blocks = "", []
    for words, hidden in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(PARAGRAPH, len(text), len(text) + len(words), hidden=hidden))
        text += words
    return Body(text, tuple(blocks))


def test_a_body_without_furniture_is_returned_as_it_is() -> None:
    plain = body(("one", False), ("two", False))
    assert visible_body(plain) is plain


@given(st.lists(st.tuples(st.text("ab c", min_size=1), st.booleans()), min_size=1))
def test_every_visible_block_keeps_its_words(parts: list[tuple[str, bool]]) -> None:
    whole = body(*parts)
    shown = visible_body(whole)
    words = [shown.text[b.start : b.end] for b in shown.blocks]
    assert words == [text for text, hidden in parts if not hidden]
    assert not any(block.hidden for block in shown.blocks)


def test_links_and_cells_move_with_their_block() -> None:
    text = "By Liam\n\nsee here\n\na b"
    table = Block(BlockKind.TABLE, 19, 22, cells=((Span(19, 20), Span(21, 22)),))
    blocks = (Block(PARAGRAPH, 0, 7, hidden=True), Block(PARAGRAPH, 9, 17), table)
    links = (Link(3, 7, "https://liam.example"), Link(13, 17, "https://here.example"))
    shown = visible_body(Body(text, blocks, links))
    assert shown.text == "see here\n\na b"
    assert shown.links == (Link(4, 8, "https://here.example"),)
    assert [shown.text[a:b] for a, b in shown.blocks[1].cells[0]] == ["a", "b"]


def test_an_article_is_its_title_its_kicker_and_its_text() -> None:
    reading = Reading.of(body(("By Liam", True), ("One.", False), ("Two.", False)), "en", "Title")
    article = Article(0, "Title", byline="Liam", published="2025-07-01T10:00:00+00:00", minutes=3)
    text = article_text(article, reading)
    assert text == "Title\nLiam · 2025-07-01 · 3 min\n\nOne.\n\nTwo.\n"
    assert "By Liam" in article_text(article, reading, furniture=True)


def test_a_title_that_is_also_the_first_heading_is_printed_once() -> None:
    text = "Title\n\nWords."
    blocks = (Block(BlockKind.HEADING, 0, 5, level=1), Block(PARAGRAPH, 7, 13))
    reading = Reading.of(Body(text, blocks), "en", "Title")
    assert article_text(Article(0, "Title"), reading).count("Title") == 1


def test_items_stand_together_with_their_marks() -> None:
    text = "tea\nmilk\nsalt"
    blocks = (
        Block(BlockKind.ITEM, 0, 3, level=1, number=1),
        Block(BlockKind.ITEM, 4, 8, level=1, number=2),
        Block(BlockKind.ITEM, 9, 13, level=2),
    )
    shown = article_text(Article(0, "Shopping"), Reading.of(Body(text, blocks), "en", "Shopping"))
    assert shown.endswith("1. tea\n2. milk\n  • salt\n")


def test_lines_are_wrapped_to_the_width_with_marks_kept_apart() -> None:
    text = "one two three four five six"
    quote = block_text(text, Block(BlockKind.QUOTE, 0, len(text), level=1), 14)
    assert quote == "> one two\n> three four\n> five six"
    item = block_text(text, Block(BlockKind.ITEM, 0, len(text), level=1), 14)
    assert item == "• one two\n  three four\n  five six"


def test_code_is_never_wrapped() -> None:
    code = "x = '" + "a" * 50 + "'\n    return x"
    assert block_text(code, Block(BlockKind.CODE, 0, len(code)), 20) == code


def test_wide_letters_count_two_cells_and_marks_none() -> None:
    assert [cells(text) for text in ("ab", "조정", "e\u0301", "a\u200db")] == [2, 4, 1, 2]
