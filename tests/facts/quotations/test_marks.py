from __future__ import annotations

import pytest

from tui.facts.quotations.marks import find_marked
from tui.model import Span


def marked(text: str) -> list[str]:
    stretches: list[Span] = []
    at = 0
    for paragraph in text.split("\n\n"):
        stretches.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [text[m.start : m.end] for m in find_marked(text, stretches)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no way" twice.', ['"no way"']),
        ("He said “no way” twice.", ["“no way”"]),
        ("Er sagte „nein danke“ und ging.", ["„nein danke“"]),
        ("Er sagte „nein danke” und ging.", ["„nein danke”"]),
        ("Il dit « non merci » et part.", ["« non merci »"]),
        ("Er sagte »nein danke« und ging.", ["»nein danke«"]),
        ("Er sagte ›nein danke‹ und ging.", ["›nein danke‹"]),
        ("Il dit ‹ non merci › et part.", ["‹ non merci ›"]),
        ("He said ``no way'' twice.", ["``no way''"]),
        ("He said ''no way'' twice.", ["''no way''"]),
        ("He said ‘no way’ twice.", ["‘no way’"]),
        ("He said 'no way' twice.", ["'no way'"]),
        ("Han sade ”nej tack” och gick.", ["”nej tack”"]),
        ("(“Never,” he said.)", ["“Never,”"]),
        ('She left—"for good"—and slept.', ['"for good"']),
    ],
)
def test_every_usual_pair_of_marks_is_known(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The '90s were loud, and 'twas the time of rock 'n' roll.",
        "The ’90s were loud, and ’twas the time of it; get ’em.",
        "The workers' tents and the miners' homes burned.",
        "The workers’ tents and the Joneses’ homes burned.",
        "It's the dog's bowl, isn't it?",
        'The screen is 27" wide and 15" high.',
        "He stands 6'2\" tall; she, 5'11\".",
        '<a href="x.html">link</a>',
        "rock 'n' roll",
        "",
    ],
)
def test_elisions_possessives_inches_and_attributes_are_no_quotations(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“She told me ‘no’ and left,” he said.",
            ["“She told me ‘no’ and left,”"],
        ),
        ("‘She told me “no” and left,’ he said.", ["‘She told me “no” and left,’"]),
        ("'The workers' tent fell,' he said.", ["'The workers' tent fell,'"]),
        ('"He said "no" to me," she said.', ['"He said "no" to me,"']),
        ("„Er rief ‚halt‘ und lief“, sagte sie.", ["„Er rief ‚halt‘ und lief“"]),
        ("«Il a dit “non” hier», dit-elle.", ["«Il a dit “non” hier»"]),
        ("“It's 6\" long,” he said.", ["“It's 6\" long,”"]),
        ("''It's the workers' day,'' he said.", ["''It's the workers' day,''"]),
    ],
)
def test_what_stands_inside_a_quotation_belongs_to_it(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"work-related” and “personal"', ['"work-related”', '“personal"']),
        ("“He came. He saw.", ["“He came. He saw."]),
        ("“He came.\n\nThen it rained.", ["“He came."]),
        ("‘He came.\n\nThen it rained.", []),
    ],
)
def test_careless_marks_end_with_the_paragraph_at_the_latest(
    text: str, expected: list[str]
) -> None:
    assert marked(text) == expected


def test_paragraphs_that_each_open_and_close_once_are_one_quotation() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” he said. “Four.”"
    assert marked(text) == ["“One.\n\n“Two.\n\n“Three,”", "“Four.”"]


def test_straight_marks_run_through_paragraphs_too() -> None:
    assert marked('"One.\n\n"Two," he said.') == ['"One.\n\n"Two,"']


def test_each_turn_of_a_transcript_is_a_quotation_of_its_own() -> None:
    assert marked('"WALLACE: Why?\n\n"PENCE: Well.') == ['"WALLACE: Why?', '"PENCE: Well.']


def test_a_quotation_through_paragraphs_knows_its_parts() -> None:
    text = "“One.\n\n“Two.”"
    (found,) = find_marked(text, [Span(0, 5), Span(7, len(text))])
    assert found.parts == (Span(0, 5), Span(7, len(text)))
    assert found.closed
