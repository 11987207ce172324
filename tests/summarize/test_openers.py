"""Which sentences lean on the one before them."""

from __future__ import annotations

import pytest

from tui.summarize.openers import dangles, openers


def _dangles(sentence: str, language: str = "en") -> bool:
    return dangles(sentence, 0, len(sentence), language)


@pytest.mark.parametrize(
    "sentence",
    [
        "He said so.",
        "“They will pay,” the mayor said.",
        "But the bill passed.",
        "(However, nobody came.)",
        "In addition, the school was closed.",
        "It’s a long way.",
        "As a\nresult the bridge fell.",
        "– This is the last one.",
    ],
)
def test_pronouns_and_links_at_the_head_point_backwards(sentence: str) -> None:
    assert _dangles(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said that it was late.",
        "Herbert said so.",
        "Butter is dear.",
        "Italy won.",
        "Heat rose in the south.",
        "In additional tests the engine held.",
        "",
        "“",
    ],
)
def test_other_sentences_stand_by_themselves(sentence: str) -> None:
    assert not _dangles(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Außerdem regnete es."),
        ("de", "Er kam spät."),
        ("fr", "Il est parti."),
        ("fr", "C’est la fin."),
        ("es", "Sin embargo, nadie vino."),
        ("it", "Tuttavia nessuno venne."),
    ],
)
def test_five_languages_are_known(language: str, sentence: str) -> None:
    assert _dangles(sentence, language)


def test_a_language_without_a_list_has_no_openers() -> None:
    assert openers("tlh") == frozenset()
    assert not _dangles("He said so.", "tlh")


def test_only_the_span_is_looked_at() -> None:
    text = "It rained. The dam held."
    assert not dangles(text, 11, len(text), "en")
    assert dangles(text, 0, 10, "en")
