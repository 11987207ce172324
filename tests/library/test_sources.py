from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tui.library import Library, schema
from tui.library.articles import Added
from tui.model import Draft

Make = Callable[..., Draft]

ONE = "https://one.example/story"
TWO = "https://two.example/the-same-story"


def named(library: Library, article: int = 1) -> list[tuple[str, str | None]]:
    return [(source.source, source.url) for source in library.article(article).sources]


def older(path: Path, step: tuple[str, ...]) -> sqlite3.Connection:
    """A library as it was before a step of the schema."""
    path.parent.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, path, schema.MIGRATIONS[: schema.MIGRATIONS.index(step)])
    return connection


def test_an_article_names_where_it_came_from(library: Library, draft: Make) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    assert named(library) == [("~/one.html", ONE)]


def test_the_same_text_at_another_address_is_one_article_with_both(
    library: Library, draft: Make
) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    assert library.add(draft(source="~/two.html", url=TWO)) == Added(1, fresh=False, named=True)
    assert named(library) == [("~/one.html", ONE), ("~/two.html", TWO)]
    assert library.article(1).url == ONE


def test_another_spelling_of_the_address_is_no_other_source(library: Library, draft: Make) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    again = draft(source="~/one.html", url=f"http://www.{ONE[8:]}/?utm_source=x#top")
    assert library.add(again) == Added(1, fresh=False)
    assert named(library) == [("~/one.html", ONE)]


def test_an_article_is_known_by_every_address_it_came_from(library: Library, draft: Make) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    library.add(draft(source="~/two.html", url=TWO))
    later = draft(text="Something else by now.", source="~/two.html", url=TWO)
    assert library.add(later) == Added(1, fresh=False, unlike=True)
    assert library.add(later, again=True) == Added(1, fresh=False, renewed=True)


def test_a_source_is_named_once(library: Library, draft: Make) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    for _ in range(3):
        library.add(draft(source="~/copy.html"))
    assert named(library) == [("~/one.html", ONE), ("~/copy.html", None)]


def test_what_was_pasted_comes_from_no_place(library: Library, draft: Make) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    assert library.add(draft(source="pasted text")) == Added(1, fresh=False)
    assert named(library) == [("~/one.html", ONE)]


def test_the_first_source_stays_named_when_another_one_brings_a_new_text(
    library: Library, draft: Make
) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    library.add(draft(text="Newer.", source="~/new.html", url=ONE), again=True)
    assert named(library) == [("~/one.html", ONE), ("~/new.html", ONE)]
    assert library.article(1).source == "~/new.html"


def test_naming_a_source_is_undone(library: Library, draft: Make) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    library.add(draft(source="~/two.html", url=TWO))
    library.add(draft(source="~/three.html"))
    assert library.undo() == "1 article has another source: undone"
    assert named(library) == [("~/one.html", ONE), ("~/two.html", TWO)]
    library.undo()
    assert named(library) == [("~/one.html", ONE)]


def test_a_deleted_article_comes_back_by_its_other_address(library: Library, draft: Make) -> None:
    library.add(draft(source="~/one.html", url=ONE))
    library.add(draft(source="~/two.html", url=TWO))
    library.delete([1])
    back = library.add(draft(text="Newer.", source="~/two.html", url=TWO))
    assert back == Added(1, fresh=True)
    assert len(named(library)) == 2


def test_nearly_the_same_text_is_another_article(library: Library, draft: Make) -> None:
    library.add(draft(text="The bridge opened on Monday.", url=ONE))
    assert library.add(draft(text="The bridge opened on Tuesday.", url=TWO)).fresh


def test_the_addresses_of_an_older_library_are_brought_into_the_form_of_today(
    path: Path, draft: Make
) -> None:
    connection = older(path, schema._SOURCES)
    connection.execute(
        "INSERT INTO article (seq, added, url, canonical_url) VALUES (1, '2026-01-01', ?, ?)",
        ("http://www.one.example/story/", "http://www.one.example/story"),
    )
    connection.close()
    library = Library(path)
    assert library.add(draft(url=ONE)).fresh is False
    library.close()


def test_the_sources_of_an_older_library_are_known_by_the_addresses_of_today(
    path: Path, draft: Make
) -> None:
    connection = older(path, schema._ADDRESSES)
    connection.execute(
        "INSERT INTO article (seq, added, url, canonical_url)"
        " VALUES (1, '2026-01-01', 'https://one.example/#!/a', 'one.example')"
    )
    twin = "https://amp.two.example/a-story"
    connection.execute(
        "INSERT INTO article_source (article, key, source, url, address, added)"
        " VALUES (1, 'amp.two.example/a-story' || char(10), ?, ?, 'amp.two.example/a-story', '')",
        (twin, twin),
    )
    connection.close()
    library = Library(path)
    assert library.add(draft(url="https://one.example/#!/b")).fresh
    assert library.add(draft(url="https://two.example/a-story", source=twin)).id == 1
    assert [url for _, url in named(library)] == [twin]
    library.close()


ADDER = """
import sys
from pathlib import Path
from tui.library import Library
from tui.model import Body, Draft
library = Library(Path(sys.argv[1]))
sys.stdin.readline()
for number in range(40):
    text = f"Story number {number}, as it is told."
    url = f"https://{sys.argv[2]}.example/{number}"
    library.add(Draft("T", Body(text), f"~/{sys.argv[2]}/{number}", "plain", "en", url=url))
"""


def test_two_processes_that_add_the_same_at_once_make_one_article_of_each(path: Path) -> None:
    Library(path).close()
    adders = [
        subprocess.Popen(
            [sys.executable, "-c", ADDER, str(path), name], stdin=subprocess.PIPE, text=True
        )
        for name in ("one", "two")
    ]
    for adder in adders:
        assert adder.stdin is not None
        adder.stdin.write("go\n")
        adder.stdin.flush()
    assert [adder.wait(60) for adder in adders] == [0, 0]
    for adder in adders:
        assert adder.stdin is not None
        adder.stdin.close()
    library = Library(path)
    rows = library.rows(library.ids("all"))
    assert len(rows) == 40
    assert all(len(article.sources) == 2 for article in rows)
    library.close()
