from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.shapes import dump_blocks, dump_facts, dump_links, load_body, load_facts
from tui.model import (
    Block,
    BlockKind,
    Body,
    Facts,
    Figure,
    FigureKind,
    LibraryError,
    Link,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
)

TEXT = "Head\n\nA word, é𝄞.\n\n1. item\n\na b"
BODY = Body(
    TEXT,
    (
        Block(BlockKind.HEADING, 0, 4, level=2),
        Block(BlockKind.PARAGRAPH, 6, 16, hidden=True),
        Block(BlockKind.ITEM, 18, 25, level=1, number=1),
        Block(BlockKind.TABLE, 27, 30, cells=((Span(27, 28), Span(29, 30)), ())),
        Block(BlockKind.RULE, 30, 30),
    ),
    (Link(8, 12, "https://example.com/?q=é"),),
)

words = st.none() | st.text(max_size=20)
offsets = st.integers(0, 10**6)
spans = st.builds(Span, offsets, offsets)
numbers = st.none() | st.floats(allow_nan=False)
quotations = st.builds(
    Quotation,
    offsets,
    offsets,
    st.sampled_from(QuotationKind),
    words,
    words,
    st.none() | spans,
    words,
    st.floats(0, 1),
    st.text(),
)
figures = st.builds(
    Figure,
    offsets,
    offsets,
    st.sampled_from(FigureKind),
    numbers,
    numbers,
    words,
    words,
    words,
    words,
    st.booleans(),
    st.none() | st.builds(Relation, st.sampled_from(RelationKind), spans),
    st.text(),
)


def test_a_body_comes_back_as_it_was() -> None:
    assert load_body(TEXT, dump_blocks(BODY.blocks), dump_links(BODY.links)) == BODY


@given(
    st.builds(
        Facts,
        st.lists(quotations, max_size=4).map(tuple),
        st.lists(figures, max_size=4).map(tuple),
    )
)
def test_facts_come_back_as_they_were(facts: Facts) -> None:
    loaded = load_facts(dump_facts(facts))
    assert loaded == facts
    assert repr(loaded) == repr(facts)


@pytest.mark.parametrize(
    "blocks",
    [
        '[["paragraph",0,99,0,0,null,[]]]',
        '[["paragraph",-1,4,0,0,null,[]]]',
        '[["paragraph",4,0,0,0,null,[]]]',
        '[["paragraph","0",4,0,0,null,[]]]',
        '[["table",0,4,0,0,null,[[[0,99]]]]]',
        '[["spell",0,4,0,0,null,[]]]',
        "[[]]",
        "[1]",
        "{}}",
        "nul",
    ],
)
def test_a_damaged_or_planted_shape_is_a_sentence(blocks: str) -> None:
    with pytest.raises(LibraryError):
        load_body(TEXT, blocks, "[]")


@pytest.mark.parametrize("data", ["", "[]", "[[1],[]]", "[[],[[1]]]", '{"a":1}', "[[],[null]]"])
def test_damaged_facts_are_as_good_as_none(data: str) -> None:
    assert load_facts(data) is None


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=12))
def test_no_json_at_all_makes_another_error(value: object) -> None:
    load_facts(json.dumps(value))
    try:
        load_body(TEXT, json.dumps(value), "[]")
    except LibraryError:
        return
