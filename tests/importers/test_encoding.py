from __future__ import annotations

import pytest

from tui.importers.encoding import decode
from tui.model import SourceError

TEXT = "Größe — naïve “words” 100 €"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (TEXT.encode("utf-8"), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "a byte order mark"),
        (TEXT.encode("utf-16"), "UTF-16 with its mark"),
        (TEXT.encode("utf-16-le"), "UTF-16 without a mark"),
        (TEXT.encode("utf-16-be"), "UTF-16 the other way round"),
        (TEXT.encode("utf-32"), "UTF-32 with its mark"),
        (TEXT.encode("utf-32-be"), "UTF-32 without a mark"),
        (TEXT.encode("cp1252"), "Windows-1252, told by guessing"),
    ],
)
def test_text_comes_out_of_every_common_encoding(data: bytes, why: str) -> None:
    assert decode(data) == TEXT, why


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META HTTP-EQUIV=content-type CONTENT='text/html; charset=koi8-r'>", "koi8-r"),
        ('<?xml version="1.0" encoding="shift_jis"?>', "shift_jis"),
    ],
)
def test_a_page_is_read_as_it_declares_itself(head: str, encoding: str) -> None:
    words = "日本語のテキスト" if encoding == "shift_jis" else "Привет, мир"
    assert decode((head + words).encode(encoding), markup=True) == head + words


def test_latin_1_in_a_page_means_windows_1252_as_in_every_browser() -> None:
    page = '<meta charset="iso-8859-1"><p>“Quoted” – 5 €'
    assert decode(page.encode("cp1252"), markup=True) == page


def test_true_utf_8_wins_over_a_stale_declaration() -> None:
    page = '<meta charset="iso-8859-1"><p>Größe'
    assert decode(page.encode(), markup=True) == page


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "undefined", "punycode", ""])
def test_a_declaration_nobody_knows_is_passed_over(name: str) -> None:
    page = f'<meta charset="{name}"><p>caf\xe9 au lait, d\xe9j\xe0 vu, na\xefvet\xe9'
    assert "café au lait" in decode(page.encode("cp1252"), markup=True)


def test_the_readers_word_is_believed() -> None:
    assert decode("Żółw".encode("iso-8859-2"), "latin2") == "Żółw"


def test_bytes_that_do_not_fit_the_readers_word_are_marked_not_fatal() -> None:
    assert decode(b"caf\xe9!", "utf-8") == "caf\ufffd!"


@pytest.mark.parametrize("name", ["klingon", "base64", "hex", "zlib", "rot13"])
def test_an_unknown_encoding_is_named_in_one_sentence(name: str) -> None:
    with pytest.raises(SourceError, match=f"“{name}” is not the name of an encoding."):
        decode(b"text", name)


def test_any_bytes_at_all_give_text() -> None:
    assert decode(bytes(range(128, 256)) * 3)
