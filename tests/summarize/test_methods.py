"""How a reader may write the name of a method."""

from __future__ import annotations

import pytest

from tui.model import GistRefused
from tui.summarize import LABELS, METHODS, resolve_method


def test_the_own_ranker_comes_first_and_sumys_eight_follow() -> None:
    assert METHODS[0] == "broadsheet"
    assert len(METHODS) == 9


@pytest.mark.parametrize("name", METHODS)
def test_every_method_answers_to_its_name_and_to_its_label(name: str) -> None:
    assert resolve_method(name) == name
    assert resolve_method(LABELS[name]) == name
    assert resolve_method(name.upper()) == name


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lexrank", "lex-rank"),
        ("LexRank", "lex-rank"),
        ("lex_rank", "lex-rank"),
        (" Lex Rank ", "lex-rank"),
        ("sumbasic", "sum-basic"),
        ("TEXTRANK", "text-rank"),
        ("Kl", "kl"),
    ],
)
def test_case_hyphens_and_blanks_do_not_matter(written: str, meant: str) -> None:
    assert resolve_method(written) == meant


@pytest.mark.parametrize("name", ["", "lex", "rank", "broadsheets", "random"])
def test_another_name_is_refused_with_the_names_there_are(name: str) -> None:
    with pytest.raises(GistRefused) as refusal:
        resolve_method(name)
    message = str(refusal.value)
    assert f"“{name}”" in message
    assert all(method in message for method in METHODS)


def test_a_refused_name_is_shown_in_one_short_line() -> None:
    with pytest.raises(GistRefused) as refusal:
        resolve_method("a very\nlong " * 100)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 200
