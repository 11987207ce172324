from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tui.library import Library
from tui.model import Draft, LibraryError

URL = "https://example.com/a"


def test_every_version_of_a_text_is_kept_with_its_bytes(
    library: Library, draft: Callable[..., Draft]
) -> None:
    library.add(draft("One", url=URL, raw=b"first"))
    library.add(draft("Two", url=URL, raw=b"second"), again=True)
    library.add(draft("Three", url=URL), again=True)
    assert library.raw(1) is None
    library.undo()
    assert library.raw(1) == b"second"
    library.undo()
    assert library.raw(1) == b"first"
    assert library.article(1).title == "One"
    with library._store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM text_version").fetchone()[0] == 3


def test_bytes_are_deflated(library: Library, draft: Callable[..., Draft]) -> None:
    library.add(draft(raw=b"spam" * 100_000))
    with library._store.reading() as connection:
        assert connection.execute("SELECT length(data) FROM raw").fetchone()[0] < 4000
    assert library.raw(1) == b"spam" * 100_000


def test_a_renewed_title_is_what_sorts_and_filters_go_by(
    library: Library, draft: Callable[..., Draft]
) -> None:
    library.add(draft("Zebra", url=URL))
    library.add(draft("Monkey"))
    library.add(draft("Ape", url=URL), again=True)
    assert list(library.ids("all", "title")) == [1, 2]
    assert list(library.ids("all", query="ape")) == [1]
    assert list(library.ids("all", query="zebra")) == []
    library.undo()
    assert list(library.ids("all", "title")) == [2, 1]
    assert list(library.ids("all", query="zebra")) == [1]


def test_the_same_words_in_another_shape_are_a_new_version(
    library: Library, draft: Callable[..., Draft]
) -> None:
    made = draft("One")
    library.add(made)
    hidden = (made.body.blocks[0], replace(made.body.blocks[1], hidden=True))
    shaped = replace(made, body=replace(made.body, blocks=hidden))
    assert library.add(shaped, again=True).renewed
    assert library.body(1).blocks == hidden
    assert library.article(1).words == 1


def test_damaged_bytes_get_one_sentence(library: Library, draft: Callable[..., Draft]) -> None:
    library.add(draft(raw=b"x"))
    with library._store.writing(durable=True) as connection:
        connection.execute("UPDATE raw SET data = x'00ff'")
    with pytest.raises(LibraryError, match="The bytes kept of article 1 are damaged"):
        library.raw(1)


def test_an_article_of_a_megabyte_comes_back_whole(
    library: Library, draft: Callable[..., Draft]
) -> None:
    made = draft("Long", "wörd 𝄞 " * 150_000)
    library.add(made)
    assert library.body(1) == made.body
