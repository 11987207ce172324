from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.text.composed import compose


@given(
    st.text(
        alphabet="ae \n.\u0301\u0308\u0323éöが\u304b\u3099\u1112\u1161\u11ab한Å\u212b", max_size=40
    )
)
def test_the_text_is_the_composed_one_and_its_places_are_those_of_the_same_letters(
    text: str,
) -> None:
    made = compose(text)
    assert made.text == unicodedata.normalize("NFC", text)
    for start in range(len(made.text) + 1):
        for end in range(start + 1, len(made.text) + 1):
            span = made.outward(Span(start, end))
            piece = text[span.start : span.end]
            assert made.text[start:end] in unicodedata.normalize("NFC", piece)
            assert made.inward(span).start <= start
            assert made.inward(span).end >= end


@pytest.mark.parametrize("words", ["é", "한국", "ガラス", "Việt", "Ångström", "क़लम"])
def test_words_taken_apart_are_carried_there_and_back(words: str) -> None:
    text = unicodedata.normalize("NFD", f"Été: {words}, puis {words}.")
    made = compose(text)
    apart = unicodedata.normalize("NFD", words)
    start = text.rindex(apart)
    inside = made.inward(Span(start, start + len(apart)))
    assert made.text[inside.start : inside.end] == unicodedata.normalize("NFC", words)
    assert made.outward(inside) == (start, start + len(apart))


def test_half_of_a_letter_is_all_of_it() -> None:
    made = compose("cafe\u0301s")
    assert made.inward(Span(0, 4)) == (0, 4)
    assert made.inward(Span(4, 6)) == (3, 5)
