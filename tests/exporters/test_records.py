from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui.exporters.records import block_record, dumps, figure_record
from tui.model import Block, BlockKind, Figure, FigureKind, Relation, RelationKind, Span


@given(st.text())
def test_a_text_comes_back_from_json_as_it_was(text: str) -> None:
    assert json.loads(dumps({"text": text})) == {"text": text}


@given(st.text())
def test_json_is_one_line_that_no_terminal_obeys(text: str) -> None:
    line = dumps([text])
    assert len(line.splitlines()) == 1
    assert not [c for c in line if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]


def test_json_escapes_what_turns_or_hides_text() -> None:
    hidden = "\u202e\u2066\u200b\ufeff\u00ad\x9b\x7f\U000e0041\u3164"
    assert dumps(hidden).isascii()
    assert json.loads(dumps(hidden)) == hidden


def test_letters_of_any_script_stand_as_they_are_unless_the_terminal_knows_none() -> None:
    assert dumps("126조 won — “ja”") == '"126조 won — “ja”"'
    assert dumps("조", ascii_only=True) == '"\\uc870"'


def test_a_figure_beyond_all_numbers_has_no_value() -> None:
    figure = Figure(0, 4, FigureKind.COUNT, value=float("inf"), value2=float("nan"))
    record = figure_record("1e400", figure)
    assert record["value"] is None
    assert record["value2"] is None
    json.loads(dumps(record))


def test_a_relation_names_its_kind_and_the_other_figure() -> None:
    tie = Relation(RelationKind.CHANGE_TO, Span(7, 10))
    record = figure_record("25% to 15%", Figure(0, 3, FigureKind.PERCENT, 25.0, relation=tie))
    assert record["relation"] == {"kind": "change_to", "other": [7, 10]}


def test_only_a_table_has_cells() -> None:
    table = Block(BlockKind.TABLE, 0, 3, cells=((Span(0, 1), Span(2, 3)),))
    assert block_record(table)["cells"] == [[[0, 1], [2, 3]]]
    assert "cells" not in block_record(Block(BlockKind.PARAGRAPH, 0, 3))
