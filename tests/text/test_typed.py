from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.typed import places_of


def found(text: str, words: str) -> list[str]:
    return [text[span.start : span.end] for span in places_of(text, words)]


def test_whole_words_come_before_parts_of_others() -> None:
    text = "The Partie was no start. It was art, he said."
    assert [span.start for span in places_of(text, "art")] == [text.index("art,")]
    assert [span.start for span in places_of("A Partie", "art")] == [3]
    assert found("x4.2 and 4.2 million", "4.2 million") == ["4.2 million"]


def test_scripts_without_blanks_have_no_whole_words() -> None:
    assert len(places_of("北京大学在北京。北京", "北京")) == 3
    assert len(places_of("한국은 한국", "한국")) == 2


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le musée était fermé hier.", "était fermé"),
        ("Ở Việt Nam, tiếng Việt", "tiếng Việt"),
        ("그는 한국 사람", "한국"),
        ("হাতে বোতল আছে", "বোতল"),
    ],
)
def test_letters_are_found_composed_or_not(text: str, words: str, form: str, asked: str) -> None:
    stands = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    [place] = found(stands, unicodedata.normalize(asked, words))  # type: ignore[arg-type]
    assert place == unicodedata.normalize(form, words)  # type: ignore[arg-type]


def test_a_letter_is_not_found_without_its_accent() -> None:
    assert found(unicodedata.normalize("NFD", "café cafe"), "cafe") == ["cafe"]
    assert found("cafe\u0301", "cafe") == []


@given(st.text(alphabet="ae\u0301\u0323\u1112\u1161\u11ab \u00e9b\u212b", max_size=20))
def test_every_text_is_found_in_itself(text: str) -> None:
    words = " ".join(text.split())
    if words:
        [place, *_] = places_of(text, words)
        assert text[place.start : place.end].split() == text.split()
