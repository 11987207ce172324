from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Quotation, QuotationKind

Find = Callable[..., list[Quotation]]


def voices(found: list[Quotation]) -> list[tuple[str | None, str | None]]:
    return [(q.speaker, q.role) for q in found if q.kind is not QuotationKind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A schoolteacher, Nerys Coombe, came. “I will look it up,” the teacher said.",
            [("Nerys Coombe", "schoolteacher")],
        ),
        (
            "Ann Hill ran it. A schoolteacher, Ceri Pugh, came too. “It is slow,” she told me.",
            [("Ceri Pugh", "schoolteacher")],
        ),
        (
            "Ann Hill lives with Tom Hill. Her brother cooks. Ben Hill was a cook at sea. "
            "“It is easy work,” her brother said.",
            [("Ben Hill", None)],
        ),
        (
            "The centre’s director, Hugo Prain, came. A volunteer, Maud Askell, was in. "
            "“It smells of tar,” she said. The director agreed. “It always has done,” he said.",
            [("Maud Askell", "volunteer"), ("Hugo Prain", "centre’s director")],
        ),
        (
            "Hugo Prain was the bishop of Wells. “It rained again,” the bishop of Bath said.",
            [("the bishop of Bath", None)],
        ),
        (
            "Hugo Prain, the vice-president, came. “It rained again,” the president said.",
            [("the president", None)],
        ),
    ],
)
def test_descriptions_mean_the_people_whom_they_were_given_to(
    find: Find, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert voices(find(text)) == expected


def test_a_lecturer_without_a_name_is_who_he_is_a_sentence_later(find: Find) -> None:
    text = (
        "In 1271 a lecturer mentioned that the dial was slow, at Wells Cathedral. "
        "They could not mend it yet, he said."
    )
    assert [(q.speaker, q.kind) for q in find(text)] == [
        ("a lecturer", QuotationKind.INDIRECT),
        ("a lecturer", QuotationKind.INDIRECT),
    ]


def test_it_is_the_body_that_spoke_last(find: Find) -> None:
    text = "The ministry said that it was sorry. It added that a new bill would follow in May."
    assert [q.speaker for q in find(text)] == ["The ministry", "The ministry"]


def test_a_pronoun_of_nobody_known_stands_for_itself(find: Find) -> None:
    (found,) = find("“It was not the money,” he said, referring to Ms Okonkwo’s offer.")
    assert (found.speaker, found.rule) == ("he", "pronoun")


def test_words_set_down_first_get_their_speaker_from_the_next_paragraph(find: Find) -> None:
    text = (
        "“We are clerks here,” Dorothy Vane said.\n\n“The sea is in no hurry at all.”\n\n"
        "That was Joan Wetherill again, over tea."
    )
    assert [q.speaker for q in find(text)] == ["Dorothy Vane", "Joan Wetherill"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("According to Coombe, the children ask for more than “a book or two”.", None),
        ("“It lifted right off,” said Dewi Pritchard, 54, a roofer from Rhyl.", "roofer from Rhyl"),
        ("“It is a dark day,” said Erin Moss, now a consultant on rail.", "consultant on rail"),
        ("“Most days I win,” said his wife, Diana Hale.", "wife"),
        ("“It is rather late,” said Sir Alan Whitcombe.", None),
        ("“It is a dark day,” said Erin Moss, who had come by boat.", None),
        ("Hundreds of officers support Erin Moss. “It is a dark day,” Moss said.", None),
        ("Republican Erin Moss came. “It is a dark day,” Moss said.", None),
    ],
)
def test_a_role_is_an_office_and_never_a_piece_of_a_clause(
    find: Find, text: str, role: str | None
) -> None:
    *_, last = find(text)
    assert last.role == role


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Anna Rieck kam. „Es ging nicht anders“, erinnert sich der Lokführer Jorin Oldehaver. "
            "Oldehaver lacht. „Wir waren müde“, sagt er.",
            [("Jorin Oldehaver", "Lokführer")] * 2,
        ),
        (
            "fr",
            "Bastien Aurélac passe. Le maire, Théodule Delcombe, n’a rien dit d’autre. "
            "« On fait avec les gens », a-t-il déclaré.",
            [("Théodule Delcombe", "maire")],
        ),
        (
            "fr",
            "« Nous irons au bout », prévient son secrétaire général, Karim Bellec.",
            [("Karim Bellec", "secrétaire général")],
        ),
    ],
)
def test_german_and_french_descriptions_name_people_too(
    find: Find, language: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert voices(find(text, language)) == expected
