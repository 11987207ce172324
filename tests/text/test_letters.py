from __future__ import annotations

import hashlib
import sqlite3
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.text.letters import Compared, plain
from tui.text.unspaced import runs, spaced

_UNICODE = unicodedata.ucd_3_2_0
PIECES = [*"aZß éﬁœøİıΊςёй北ｶﾞﾟがカЂ_.２𝐛ह्िकﷺ½", "e\u0301", "\u0301", "\u0308", "か\u3099", "\u093c"]
MIXED = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def test_a_letter_has_one_spelling_in_the_index() -> None:
    spelt = "Die Straße, STRAẞE, ﬁnance Ｆｕｌｌ ２ Ærø Łódź đỗ þorn ıŋ 𝐛𝐨𝐥𝐝 Σίσυφος ёлка Їжак"
    assert plain(spelt).lower() == (
        "die strasse, strasse, finance full 2 aero lódź dỗ thorn iŋ bold σισυφος елка іжак"
    )
    assert plain("أحمد كِتَاب שָׁלוֹם ﻻ") == "احمد كتاب שלום لا"
    assert plain("\u0958\u09cb") == "\u0915\u093c\u09c7\u09be"


@pytest.mark.parametrize("text", ["№ 5 ™ ℃ ½ …", "naïve élan Ğ ș", "हिन्दी", "Ελλαδα Россия"])
def test_what_is_no_letter_or_what_the_index_folds_itself_stays(text: str) -> None:
    assert plain(text) == spaced(text) == text


def test_what_was_put_into_the_index_can_be_taken_out_for_good() -> None:
    # If this fails, libraries that are there need a step of the schema.
    every = map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1)))
    digest = hashlib.sha256("".join(map(plain, every)).encode()).hexdigest()
    assert digest == "ea593c132ab4e21c51d21cc8b48cf14487f42123c3a752cf1fadc5e3542677fe"


def test_the_index_and_the_eye_take_the_same_letters_for_one() -> None:
    letters = [chr(code) for code in range(0x80, 0x20000) if _is_indexed(chr(code))]
    tokens = _tokens([f"x{plain(letter)}y" for letter in letters])
    for letter, token in zip(letters, tokens, strict=True):
        seen = "".join(_mark(each) for each in Compared(f"x{letter}y").text)
        assert token == seen, (letter, hex(ord(letter)))


def _is_indexed(char: str) -> bool:
    category = _UNICODE.category(char)
    return (category[0] in "LN" or category in {"Mn", "Mc"}) and spaced(char) == char


def _mark(char: str) -> str:
    """A mark that counts as a letter, as itself."""
    return chr(ord(char) - 0x20000) if 0x20300 <= ord(char) < 0x2A6E0 else char


def _tokens(words: list[str]) -> list[str]:
    index = sqlite3.connect(":memory:")
    index.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (word, content = '', tokenize ="
        " \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")"
    )
    index.execute("CREATE VIRTUAL TABLE tokens USING fts5vocab (words, instance)")
    index.executemany("INSERT INTO words (rowid, word) VALUES (?, ?)", enumerate(words))
    found = index.execute("SELECT term FROM tokens ORDER BY doc").fetchall()
    index.close()
    return [term for (term,) in found]


@given(MIXED)
def test_plain_twice_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert runs(plain(text)) == []


@given(st.one_of(MIXED, st.text()), st.data())
def test_every_compared_letter_has_its_place(text: str, data: st.DataObject) -> None:
    whole = Compared(text).placed
    assert whole.outward(Span(0, len(whole.text))).end == len(text)
    if not whole.text:
        return
    start = data.draw(st.integers(0, len(whole.text) - 1))
    end = data.draw(st.integers(start + 1, len(whole.text)))
    place = whole.outward(Span(start, end))
    assert 0 <= place.start < place.end <= len(text)
    assert whole.text[start:end] in Compared(text[place.start : place.end]).text
    assert (
        Compared(text[: place.start]).text == whole.text[: len(Compared(text[: place.start]).text)]
    )
