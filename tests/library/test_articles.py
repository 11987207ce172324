from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tui.library import Added, Library
from tui.model import Body, Draft, LibraryError, State

Make = Callable[..., Draft]


def test_an_article_comes_back_as_it_was_handed_over(library: Library, draft: Make) -> None:
    made = draft(
        "Élan",
        byline="Kim",
        site="The Gazette",
        url="https://gazette.example/a?b=1",
        published="2025-08-24",
        language="fr",
        source="~/a.txt",
        extractor="html",
        raw=b"\x00\xff raw",
    )
    number = library.add(made, tags=["Asia", "trade"]).id
    article = library.article(number)
    assert (article.title, article.byline, article.site) == ("Élan", "Kim", "The Gazette")
    assert (article.url, article.published) == ("https://gazette.example/a?b=1", "2025-08-24")
    assert (article.language, article.source, article.extractor) == ("fr", "~/a.txt", "html")
    assert article.tags == ("Asia", "trade")
    assert article.added is not None
    assert article.added.endswith("+00:00")
    assert (article.words, article.minutes) == (9, 1)
    assert article.state == State()
    assert library.body(number) == made.body
    assert library.raw(number) == b"\x00\xff raw"


def test_reading_time_leaves_furniture_out(library: Library, draft: Make) -> None:
    made = draft("Long", "word " * 1150)
    assert library.article(library.add(made).id).minutes == 5
    hidden = replace(made.body.blocks[1], hidden=True)
    body = Body(made.body.text + "!", (made.body.blocks[0], hidden))
    assert library.article(library.add(replace(made, body=body)).id).words == 1


def test_the_same_text_and_the_same_address_are_the_same_article(
    library: Library, draft: Make
) -> None:
    first = library.add(draft("One", url="https://example.com/one"))
    assert first == Added(1, fresh=True)
    assert library.add(draft("One")) == Added(1, fresh=False)
    moved = draft("Another", url="https://EXAMPLE.com/one/?utm_source=mail#top")
    assert library.add(moved) == Added(1, fresh=False, unlike=True)
    assert library.add(draft("Two", url="https://example.com/two")) == Added(2, fresh=True)
    assert library.article(1).title == "One"


def test_again_keeps_another_text_as_a_new_version_and_the_notes_with_it(
    library: Library, draft: Make
) -> None:
    url = "https://example.com/one"
    library.add(draft("One", url=url))
    note = library.add_note(1, "a thought")
    library.set_read([1], True)
    again = draft("One", "A longer story by now.", url=url, byline="Kim")
    assert library.add(again, again=True) == Added(1, fresh=False, renewed=True)
    assert library.add(again, again=True) == Added(1, fresh=False, renewed=False)
    assert library.body(1) == again.body
    assert library.article(1).byline == "Kim"
    assert library.article(1).state.read
    assert [kept.id for kept in library.notes(1)] == [note.id]
    assert library.undo() == "1 article renewed: undone"
    assert library.article(1).byline is None
    assert library.body(1) == draft("One").body


def test_again_knows_a_file_that_changed_but_not_what_was_only_pasted(
    library: Library, draft: Make
) -> None:
    library.add(draft("File", "first", source="~/clips/a.txt"))
    changed = draft("File", "second", source="~/clips/a.txt")
    assert library.add(changed, again=True) == Added(1, fresh=False, renewed=True)
    library.add(draft("Paste", "first"))
    assert library.add(draft("Paste", "second"), again=True) == Added(3, fresh=True)


def test_tags_are_put_on_an_article_that_is_there_already(library: Library, draft: Make) -> None:
    library.add(draft(), tags=["Old"])
    library.add(draft(), tags=["new", "OLD"])
    assert library.article(1).tags == ("new", "Old")


def test_a_deleted_article_comes_back_as_the_newest_with_its_id_and_notes(
    library: Library, draft: Make
) -> None:
    for title in ("One", "Two"):
        library.add(draft(title))
    library.add_note(1, "a thought")
    library.set_archived([1], True)
    library.delete([1])
    assert library.notes() == []
    assert library.add(draft("One")) == Added(1, fresh=True)
    assert list(library.ids("inbox")) == [1, 2]
    assert len(library.notes(1)) == 1
    assert library.undo() == "1 article added: undone"
    assert list(library.ids("all")) == [2]
    library.undo()
    assert library.article(1).state.archived
    assert list(library.ids("all")) == [2, 1]


def test_a_live_article_is_preferred_to_a_deleted_one(library: Library, draft: Make) -> None:
    library.add(draft("One", url="https://example.com/one"))
    library.delete([1])
    library.add(draft("Two"))
    assert library.add(draft("Two", url="https://example.com/one")) == Added(
        2, fresh=False, named=True
    )


def test_ids_are_never_given_out_again(library: Library, draft: Make) -> None:
    library.add(draft("One"))
    library.undo()
    assert library.add(draft("Two")).id == 2


def test_a_library_remembers_that_it_once_held_something(library: Library, draft: Make) -> None:
    assert not library.ever_held_anything()
    library.add(draft())
    library.delete([1])
    assert library.ever_held_anything()
    assert library.counts()["all"] == 0


def test_what_is_not_there_gets_one_sentence(library: Library, draft: Make) -> None:
    library.add(draft())
    library.delete([1])
    for number in (0, 1, 12, -1):
        for ask in (library.article, library.body, library.raw):
            with pytest.raises(LibraryError, match=f"^There is no article {number}\\.$"):
                ask(number)


def test_lone_surrogates_and_nul_cost_no_offset(library: Library, draft: Make) -> None:
    made = draft("T\udc80", "one \ud800 two \x00 three", source="a\udcff.txt")
    number = library.add(made, tags=["\udc80x"]).id
    assert len(library.body(number).text) == len(made.body.text)
    assert library.body(number).text.endswith("one \ufffd two \x00 three")
    assert library.article(number).title == "T\ufffd"
    assert library.add(made).fresh is False


def test_a_file_that_was_edited_is_the_same_article_whose_text_differs(
    library: Library, draft: Make
) -> None:
    library.add(draft("The plan", "As it was.", source="~/plan.md"))
    edited = draft("The plan", "As it is now.", source="~/plan.md")
    assert library.add(edited) == Added(1, fresh=False, unlike=True)
    assert library.add(edited, again=True) == Added(1, fresh=False, renewed=True)


def test_a_file_with_another_article_in_it_is_another_article(
    library: Library, draft: Make
) -> None:
    library.add(draft("The plan", "As it was.", source="~/page.html"))
    assert library.add(draft("The bridge", "It is open.", source="~/page.html")).fresh
