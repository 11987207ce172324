from __future__ import annotations

from tui.facts import RULES_VERSION, find_facts, find_figures, find_quotations
from tui.model import Block, BlockKind, Body
from tui.text.reading import Reading


def test_facts_are_the_quotations_and_the_figures_of_one_text() -> None:
    text = "“It cost $5 million,” said Ann Hall."
    reading = Reading(Body(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)), "en")
    facts = find_facts(reading)
    assert facts.quotations == find_quotations(reading)
    assert facts.figures == find_figures(reading)
    assert len(facts.quotations) == 1
    assert facts.figures


def test_the_rules_have_a_number_that_stored_facts_can_be_checked_against() -> None:
    assert isinstance(RULES_VERSION, int)
    assert RULES_VERSION >= 1
