from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tui.facts import RULES_VERSION
from tui.library import Library, schema
from tui.library.query import terms, wanted_words
from tui.model import (
    Anchor,
    Cancelled,
    Draft,
    Facts,
    Figure,
    FigureKind,
    Hit,
    Quotation,
    QuotationKind,
    Where,
)
from tui.text.passages import Seeker

MakeDraft = Callable[..., Draft]

REPORT = (
    "The ferry left the quay at dawn, and nobody was surprised. "
    "“We will build a second harbour,” the minister said on Monday. "
    "The plan costs about $91.2 billion over ten years. Élan and naïveté, said others."
)


def found(library: Library, query: str, *kinds: Where) -> list[tuple[int, str]]:
    hits = library.search(query, kinds=kinds).hits
    newest = library.search_newest(query, kinds=kinds).hits
    assert sorted(_places(hits)) == sorted(_places(newest))
    return [(hit.article, hit.where.value) for hit in hits]


def _places(hits: tuple[Hit, ...]) -> list[tuple[int, str, int, str]]:
    return [(hit.article, hit.where.value, hit.note or 0, hit.snippet) for hit in hits]


def articles(library: Library, query: str) -> list[int]:
    return sorted({article for article, _ in found(library, query)})


@pytest.fixture
def shelf(library: Library, draft: MakeDraft) -> Library:
    library.add(draft("A second harbour", REPORT), tags=["asia"])
    library.add(draft("Bread", "Flour, water and salt; the harbour is far away."))
    library.add(draft("Robots", "Robots of the quay. Robots again, robots. A ferry too."))
    return library


def with_facts(library: Library, article: int) -> None:
    text = library.body(article).text
    said = text.index("“We will"), text.index("” the") + 1
    paid = text.index("$91.2"), text.index(" over ten")
    quotation = Quotation(*said, QuotationKind.DIRECT, "Anna Bell", confidence=0.9)
    figure = Figure(*paid, FigureKind.MONEY, 91.2e9, unit="USD")
    library.store_facts(article, RULES_VERSION, Facts((quotation,), (figure,)))


def test_words_are_found_whatever_their_case_and_accents(shelf: Library) -> None:
    assert found(shelf, "FERRY quay") == [(3, "text"), (1, "text")]
    assert articles(shelf, "elan naivete") == [1]
    assert articles(shelf, "ÉLAN") == [1]
    assert found(shelf, "ferr") == []
    assert articles(shelf, "ferr*") == [1, 3]
    assert articles(shelf, '"quay at dawn"') == [1]
    assert found(shelf, '"dawn at quay"') == []
    assert articles(shelf, "harbour -ferry") == [2]
    assert articles(shelf, 'ferry -"second harbour"') == [3]


def test_a_hit_has_its_place_and_a_snippet_with_marks(shelf: Library) -> None:
    text = shelf.body(1).text
    [hit] = shelf.search("monday ferry minister").hits
    assert (hit.article, hit.where) == (1, Where.TEXT)
    assert hit.start is not None
    assert hit.end is not None
    assert text[hit.start : hit.end].startswith("ferry left")
    assert text[hit.start : hit.end].endswith("on Monday")
    marked = [hit.snippet[mark.start : mark.end] for mark in hit.marks]
    assert marked == ["ferry", "minister", "Monday"]
    assert hit.score > 0


def test_a_title_counts_more_than_a_text(shelf: Library) -> None:
    hits = shelf.search("harbour").hits
    assert [(hit.article, hit.where) for hit in hits] == [(1, Where.TITLE), (2, Where.TEXT)]
    assert (hits[0].snippet, hits[0].start, hits[0].end) == ("A second harbour", 0, 16)
    assert hits[0].score > hits[1].score


def test_what_is_said_more_often_ranks_higher_and_newest_do_not_ask(
    library: Library, draft: MakeDraft
) -> None:
    library.add(draft("One", "Ferry, ferry, ferry, the ferry, a ferry."))
    library.add(draft("Two", "Of trains and boats, of buses and one ferry, and other things."))
    assert [hit.article for hit in library.search("ferry").hits] == [1, 2]
    assert [hit.article for hit in library.search_newest("ferry").hits] == [2, 1]


def test_hits_come_in_portions(library: Library, draft: MakeDraft) -> None:
    for number in range(12):
        library.add(draft(f"Number {number}", "A ferry." + " And more." * number))
    whole = library.search("ferry", limit=50)
    assert whole.total == len(whole.hits) == 12
    assert not whole.capped
    for search in (library.search, library.search_newest):
        every = search("ferry", limit=50).hits
        parts = [
            *search("ferry", 5).hits,
            *search("ferry", 5, 5).hits,
            *search("ferry", 5, 10).hits,
        ]
        assert tuple(parts) == every
        assert search("ferry", 5, 50).hits == ()


def test_quotations_and_figures_are_places_in_the_text(shelf: Library) -> None:
    with_facts(shelf, 1)
    text = shelf.body(1).text
    hits = {q: shelf.search(q).hits[0] for q in ("build second harbour", "91.2 billion", "dawn")}
    assert [hit.where for hit in hits.values()] == [Where.QUOTE, Where.FIGURE, Where.TEXT]
    quote, figure = hits["build second harbour"], hits["91.2 billion"]
    assert text[quote.start : quote.end] == "“We will build a second harbour,”"
    assert text[figure.start : figure.end] == "$91.2 billion"


def test_a_search_can_be_of_one_kind(shelf: Library) -> None:
    with_facts(shelf, 1)
    shelf.add_note(2, "The harbour needs bread")
    assert found(shelf, "harbour", Where.TITLE) == [(1, "title")]
    assert found(shelf, "harbour", Where.NOTE) == [(2, "note")]
    assert found(shelf, "harbour", Where.QUOTE) == [(1, "quote")]
    assert found(shelf, "harbour", Where.FIGURE) == []
    assert found(shelf, "costs billion", Where.FIGURE) == [(1, "figure")]
    # Who said it counts as well, and two words need not be in one place of the text.
    shelf.add(_named("Anna Bell is the minister. " + "Far away. " * 60 + REPORT))
    with_facts(shelf, 4)
    assert found(shelf, "bell harbour", Where.QUOTE) == [(4, "quote")]
    assert {where for _, where in found(shelf, "harbour", Where.TEXT)} == {"text"}


def _named(text: str) -> Draft:
    from tui.model import Body

    return Draft("Named", Body(text), "pasted text", "plain", "en")


def test_notes_are_found_by_their_words_and_by_what_they_are_on(shelf: Library) -> None:
    text = shelf.body(1).text
    start = text.index("nobody was")
    shelf.add_note(1, "Check the timetable", Anchor("nobody was", "", "", start, start + 10))
    [hit] = shelf.search("timetable").hits
    assert (hit.where, hit.note, hit.snippet) == (Where.NOTE, 1, "Check the timetable")
    assert (hit.start, hit.end) == (start, start + 10)
    [both] = shelf.search("timetable nobody").hits
    assert both.snippet == "“nobody was” Check the timetable"
    shelf.add_note(2, "An article's own timetable")
    assert {(hit.note, hit.start) for hit in shelf.search("timetable").hits} == {
        (1, start),
        (2, None),
    }
    assert shelf.search("timetable").total == 2


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("“We will build”", "“We will build” Ask"),
        ('"We will build"', '"We will build" Ask'),
        ("„We will build“", "„We will build“ Ask"),
        ("»We will build«", "»We will build« Ask"),
        ("“We will build", "“We will build” Ask"),
        ("We will build”", "“We will build” Ask"),
        ("We “will” build", "“We “will” build” Ask"),
    ],
)
def test_words_with_marks_of_their_own_are_given_no_more(
    library: Library, draft: MakeDraft, exact: str, shown: str
) -> None:
    library.add(draft("Plan", f"{exact}, she said."))
    library.add_note(1, "Ask", Anchor(exact, "", "", 0, len(exact)))
    [hit] = library.search("build", kinds=[Where.NOTE]).hits
    assert hit.snippet == shown
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["build"]


def test_notes_and_texts_share_one_order(shelf: Library) -> None:
    shelf.add_note(2, "Nothing about the ferry")
    hits = shelf.search("ferry").hits
    assert {hit.where for hit in hits} == {Where.NOTE, Where.TEXT}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_the_index_follows_notes_through_edits_deletion_and_undo(shelf: Library) -> None:
    note = shelf.add_note(2, "first thought")
    shelf.edit_note(note.id, "second thought")
    assert (found(shelf, "first"), articles(shelf, "thought")) == ([], [2])
    shelf.undo()
    assert (articles(shelf, "first"), found(shelf, "second thought")) == ([2], [])
    shelf.delete_note(note.id)
    assert found(shelf, "first thought") == []
    shelf.undo()
    assert articles(shelf, "first thought") == [2]
    shelf.delete([2])
    assert found(shelf, "first thought") == []


def test_the_index_follows_texts_through_new_versions_deletion_and_undo(
    library: Library, draft: MakeDraft
) -> None:
    url = "https://site.example/a"
    library.add(draft("Old name", "About 北京 and a ferry.", url=url))
    library.add(draft("New name", "About 東京 and a train.", url=url), again=True)
    for query, there in (("train", [1]), ("東京", [1]), ("ferry", []), ("北京", []), ("old", [])):
        assert articles(library, query) == there
    library.undo()
    for query, there in (("train", []), ("東京", []), ("ferry", [1]), ("北京", [1]), ("old", [1])):
        assert articles(library, query) == there
    library.delete([1])
    assert found(library, "ferry") == []
    assert library.search("ferry").total == 0
    library.undo()
    assert articles(library, "ferry") == [1]
    library.undo()
    assert found(library, "ferry") == []
    library.add(draft("Old name", "About 北京 and a ferry.", url=url))
    assert articles(library, "ferry 北京") == [1]
    _whole(library)


def _whole(library: Library) -> None:
    with library._store.writing(durable=False) as connection:
        for index in ("text_index", "note_index"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        (
            "北京大学的研究人员发现了新方法。",
            ["北京", "大学", "学", "京大", "研究人员", "法"],
            ["北大", "京北"],
        ),
        ("東京タワーは高い。ﾀﾜｰも。", ["東京", "タワー", "高い", "ワー"], ["京東", "タウー"]),
        ("한국은행은 금리를 인상했다", ["은행", "금리", "한국은행", "금"], ["행은행", "리금"]),
        ("ภาษาไทยเป็นภาษา", ["ภาษา", "ไทย"], ["ยไท"]),
        ("買了iPhone手機", ["手機", "iphone", "iPhone手機"], ["機手"]),
        ("हिन्दी में समाचार", ["हिन्दी", "समाचार"], ["ह", "समा"]),
        ("Việt Nam và Tiếng", ["viet", "tieng", "Tie\u0302\u0301ng"], ["vie"]),
        ("Die Straße, größer", ["straße", "größer"], ["stra"]),
        ("🙂happy days", ["happy"], []),
    ],
)
def test_every_script_is_found(
    library: Library, draft: MakeDraft, text: str, there: list[str], not_there: list[str]
) -> None:
    library.add(draft("Title", text))
    for query in there:
        [hit] = library.search(query).hits
        assert hit.marks, query
        assert articles(library, query) == [1], query
        assert list(library.ids("all", query=f'"{query}"')) == [1], query
    for query in not_there:
        assert found(library, query) == [], query


def test_fields_narrow_a_search_and_alone_list_articles(shelf: Library) -> None:
    assert articles(shelf, "harbour tag:asia") == [1]
    assert articles(shelf, "harbour -tag:asia") == [2]
    shelf.add_note(2, "harbour")
    assert found(shelf, "harbour tag:asia") == [(1, "title")]
    assert [hit.article for hit in shelf.search("is:unread").hits] == [3, 2, 1]
    assert [hit.snippet for hit in shelf.search("tag:asia").hits] == ["A second harbour"]
    assert shelf.search("is:unread", 1, 1).total == 3
    told = shelf.search("harbour newer:2x")
    assert told.problems == ("newer:2x is no time; say 3d, 2w, 6m or 2025-01-01.",)
    assert len(told.hits) == 3


@pytest.fixture
def mixed(library: Library, draft: MakeDraft) -> Library:
    """What is asked for stands in other places than a text, and in several at once."""
    library.add(draft("Bread at home", "Flour, water and rust."), tags=["long read"])
    library.add(draft("Tides", "A van came.", byline="Mara Quux", site="The Gazette"))
    library.add(draft("Nothing", "A quiet day, 100% quiet."))
    library.add_note(1, "Ask about the van")
    library.add_note(2, "Ask about rust")
    library.add(draft("Gone", "Bread, van, rust and Quux."), tags=["long"])
    library.delete([4])
    return library


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("bread van", [1]),
        ("quux", [2]),
        ("quux van", [2]),
        ("gazette rust", [2]),
        ("long flour", [1]),
        ("quu", [2]),
        ("uux", []),
        ('"mara quux"', [2]),
        ('"mara quu"', []),
        ('"mara quu"*', [2]),
        ("100%", [3]),
        # What must not be there must be nowhere that it would be found.
        ("-rust", [3]),
        ("is:unread -rust", [3]),
        ("-van", [3]),
        ("van -rust", []),
        ("-quux -gone", [1, 3]),
        ("ask -flour", [2]),
        ("quiet -tag:long", [3]),
        ("is:unread -tide", [1, 3]),
    ],
)
def test_a_query_finds_the_same_articles_in_a_search_and_in_a_list(
    mixed: Library, query: str, there: list[int]
) -> None:
    assert articles(mixed, query) == there
    assert sorted(mixed.ids("all", query=query)) == there
    assert mixed.count("all", query) == len(there)


def test_an_article_that_has_the_words_in_several_parts_is_shown_by_the_best(
    mixed: Library,
) -> None:
    hits = {
        query: mixed.search(query).hits[0] for query in ("bread van", "quux", "quux van", "tid")
    }
    assert [(hit.where, hit.snippet) for hit in hits.values()] == [
        (Where.TITLE, "Bread at home"),
        (Where.TITLE, "Tides"),
        (Where.TEXT, mixed.search("van came").hits[0].snippet),
        (Where.TITLE, "Tides"),
    ]
    assert [len(hit.marks) for hit in hits.values()] == [1, 0, 1, 1]
    assert found(mixed, "bread van", Where.TEXT, Where.TITLE) == []


def test_they_come_behind_the_others_and_in_portions(mixed: Library, draft: MakeDraft) -> None:
    mixed.add(draft("Quux", "And Quux again."))
    mixed.add_note(3, "Who is Quux?")
    whole = mixed.search("quux")
    assert whole.total == whole.shown == 3
    assert whole.hits[-1].article == 2
    for search in (mixed.search, mixed.search_newest):
        parts = [search("quux", 1, after).hits for after in range(4)]
        assert [len(part) for part in parts] == [1, 1, 1, 0]
        assert parts[2][0].article == 2


@pytest.mark.parametrize("query", ["", "  ", '"', '""', "%", "*", "-", "^"])
def test_nothing_to_look_for_finds_nothing(shelf: Library, query: str) -> None:
    assert shelf.search(query).hits == ()


PIECES = st.sampled_from(
    [
        *[
            "ferry",
            "harbour",
            "学",
            "é",
            '"',
            "'",
            "*",
            "-",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "^",
            ":",
        ],
        *[
            " AND ",
            " OR ",
            " NOT ",
            " NEAR(",
            "NEAR/2",
            ", ",
            "title:",
            "text : ",
            "tag:",
            "is:read ",
        ],
        *[
            "\x00",
            "\u0301",
            "\ud800",
            "🙂",
            "\u200d",
            "\ufdd0",
            "\\",
            "%",
            "_",
            ";",
            "--",
            "/*",
            " ",
        ],
    ]
)
GARBAGE = st.text(st.characters(exclude_categories=())) | st.lists(PIECES).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GARBAGE, st.sets(st.sampled_from([*Where])), st.booleans())
@example('NEAR("ferry" harbour', set(), True)
@example('"ferry" OR', set(), True)
@example("{title text} : ferry", set(), True)
def test_nothing_that_is_typed_is_an_error_or_an_operator(
    shelf: Library, query: str, kinds: set[Where], ranked: bool
) -> None:
    search = shelf.search if ranked else shelf.search_newest
    whole = search(query)
    if any(not term.field for term in terms(query)):
        listed = sorted(shelf.ids("all", query=query))
        assert sorted({hit.article for hit in whole.hits}) == listed
    for hit in search(query, kinds=kinds).hits:
        text = shelf.body(hit.article).text
        assert not kinds or hit.where in kinds or not hit.marks
        assert hit.start is None or 0 <= hit.start <= (hit.end or 0) <= len(text)
        assert all(0 <= a < b <= len(hit.snippet) for a, b in hit.marks)
        assert "\n" not in hit.snippet


LETTERS = [*"aAbéßñ9 北京大한ไั_.,'’-🙂\n", "e\u0301", "ab "]
LETTERS += [*"sSﬁøİıςёйиｶﾞガह्ि２\u0301\u0308\u3099", "ss", "क\u093c", "\u0958"]
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=30).map("".join)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans(), st.data())
def test_the_index_finds_what_a_look_at_every_text_finds(
    library: Library, draft: MakeDraft, texts: list[str], prefix: bool, data: st.DataObject
) -> None:
    library.delete(list(library.ids("all")))
    start = data.draw(st.integers(0, len(texts[0])))
    words = texts[0][start : start + data.draw(st.integers(1, 8))]
    added = [library.add(draft("T", text)).id for text in texts]
    query = f'"{words}"' + "*" * prefix
    seeker = Seeker(wanted_words(query))
    there = {each for each in added if seeker.size and seeker.all_in(library.body(each).text)}
    assert {hit.article for hit in library.search(query, kinds=[Where.TEXT]).hits} == there


def test_words_that_are_operators_elsewhere_are_words(library: Library, draft: MakeDraft) -> None:
    library.add(draft("Plain", "This and that, not or near."))
    library.add(draft("Other", "This."))
    assert articles(library, "this AND that") == [1]
    assert articles(library, "this OR that") == [1]
    assert articles(library, "NOT this") == [1]
    assert articles(library, "NEAR") == [1]


def test_a_search_that_nobody_waits_for_ends(library: Library, draft: MakeDraft) -> None:
    with library.batch():
        for number in range(300):
            library.add(draft(f"Number {number}", "A ferry and " * 30 + str(number)))
    for search in (library.search, library.search_newest):
        with pytest.raises(Cancelled):
            search("ferry", cancelled=lambda: True)
    # The thread's connection is as good as before.
    assert library.search("ferry").total == 300


def test_sqlite_itself_is_interrupted(
    library: Library, draft: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.waiting._STEPS", 100)
    with library.batch():
        for number in range(300):
            library.add(draft(f"Number {number}", "A ferry and " * 30 + str(number)))
    with pytest.raises(Cancelled):
        library.search("ferry", limit=0, cancelled=lambda: True)


def test_a_library_from_before_the_index_is_indexed(
    path: Path, draft: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, path, schema.MIGRATIONS[:3])
    _fill(connection)
    connection.close()
    library = Library(path)
    assert articles(library, "ferry 北京") == [1]
    assert articles(library, "thought") == [1]
    assert found(library, "gone") == []
    assert found(library, "earlier") == []
    library.add_note(1, "another one")
    library.edit_note(1, "an idea")
    assert (found(library, "thought"), articles(library, "idea")) == ([], [1])
    library.add(draft("New", "The train.", url="https://a.example/"), again=True)
    assert (found(library, "ferry"), articles(library, "train")) == ([], [1])
    _whole(library)
    library.close()


def _fill(connection: sqlite3.Connection) -> None:
    version = (
        "INSERT INTO text_version (id, article, fetched, hash, title, language, words, source,"
        " extractor, text, blocks, links) VALUES"
        " (?, ?, '2025-01-01', 'x', 'T', 'en', 1, 'pasted', 'plain', ?, '[]', '[]')"
    )
    for number, current, deleted, url in ((1, 2, None, "https://a.example/"), (2, 3, "2025", None)):
        connection.execute(
            "INSERT INTO article (id, seq, added, deleted, url, canonical_url)"
            " VALUES (?, ?, '2025-01-01', ?, ?, ?)",
            (number, number, deleted, url, url and "https://a.example"),
        )
        connection.execute("UPDATE article SET title = 'T' WHERE id = ?", (number,))
        if number == 1:
            connection.execute(version, (1, 1, "An earlier text"))
        text = "A ferry in 北京" if number == 1 else "It is gone"
        connection.execute(version, (current, number, text))
        connection.execute("UPDATE article SET version = ? WHERE id = ?", (current, number))
    connection.execute(
        "INSERT INTO note (id, article, created, version, text_version)"
        " VALUES (1, 1, '2025-01-01', 1, 2)"
    )
    connection.execute("INSERT INTO note_version VALUES (1, 1, '2025-01-01', 'A thought')")


PLACES = (
    "Tariffs\n"
    "The tariff rose. A tariff is a tax, and this tariff is a high one.\n"
    "“The tariff hurts,” said Anna Bell, and the minister agreed.\n"
    "It was cut from 25 percent to a tariff of $91.2 billion.\n"
    "Nothing here.\n"
    "The last tariff."
)


def _placed(library: Library, draft: MakeDraft) -> Library:
    library.add(draft("The tariff", PLACES))
    text = library.body(1).text
    said = text.index("“The"), text.index("” said") + 1
    paid, cut = text.index("$91.2"), text.index("25 percent")
    facts = Facts(
        (Quotation(*said, QuotationKind.DIRECT, "Anna Bell", confidence=0.9),),
        (
            Figure(cut, cut + 10, FigureKind.PERCENT, 25.0, unit="%", noun="tariff"),
            Figure(paid, paid + 13, FigureKind.MONEY, 91.2e9, unit="USD"),
        ),
    )
    library.store_facts(1, RULES_VERSION, facts)
    return library


def test_an_article_is_found_in_several_places(library: Library, draft: MakeDraft) -> None:
    text = _placed(library, draft).body(1).text
    found = library.search("tariff", places=20)
    shown = [(hit.where.value, text[hit.start or 0 : hit.end]) for hit in found.hits]
    assert shown == [
        ("title", "The tariff"),
        ("text", "tariff"),
        ("quote", "“The tariff hurts,”"),
        ("figure", "25 percent"),
        ("text", "tariff"),
        ("text", "tariff"),
    ]
    assert (found.total, found.shown) == (1, 1)
    assert all(hit.marks for hit in found.hits if hit.where is not Where.FIGURE)
    assert library.search("tariff", places=3).hits == found.hits[:3]
    assert library.search("tariff").hits == found.hits[:1]


def test_places_are_of_the_kinds_wanted(library: Library, draft: MakeDraft) -> None:
    text = _placed(library, draft).body(1).text

    def places(query: str, *kinds: Where) -> list[str]:
        hits = library.search(query, places=20, kinds=kinds).hits
        assert {hit.where for hit in hits} <= set(kinds)
        return [text[hit.start or 0 : hit.end] for hit in hits]

    assert places("tariff", Where.TITLE) == ["The tariff"]
    assert len(places("tariff", Where.TEXT)) == 5
    assert places("tariff", Where.QUOTE) == ["“The tariff hurts,”"]
    assert places("tariff", Where.FIGURE) == ["25 percent"]
    assert places("billion", Where.QUOTE, Where.FIGURE) == ["$91.2 billion"]


def test_of_several_words_only_places_count_that_have_as_many(
    library: Library, draft: MakeDraft
) -> None:
    far = " and so on" * 40
    library.add(
        draft(
            "One",
            f"A ferry at the quay.{far}\nA ferry.{far}\nThe quay, the long ferry.{far}\nA quay.",
        )
    )
    text = library.body(1).text
    hits = library.search("quay ferry", places=9).hits
    assert [text[hit.start or 0 : hit.end] for hit in hits] == [
        "ferry at the quay",
        "quay, the long ferry",
    ]
    library.add(draft("Ferry and quay", f"A ferry.{far}{far} A quay."))
    assert [hit.where for hit in library.search("quay ferry", 1, places=9).hits] == [Where.TITLE]


def test_a_limit_counts_articles_and_notes_however_many_places(shelf: Library) -> None:
    shelf.add_note(2, "A ferry, a ferry")
    every = shelf.search("ferry", places=9)
    parts = [shelf.search("ferry", 1, after, places=9) for after in range(4)]
    assert [part.shown for part in parts] == [1, 1, 1, 0]
    assert every.shown == every.total == 3
    assert tuple(hit for part in parts for hit in part.hits) == every.hits


def test_it_is_told_when_not_all_were_looked_through(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.search.MOST_TRIED", 1)
    assert shelf.search("ferry", kinds=[Where.QUOTE]).tried == 1
    assert shelf.search("ferry", kinds=[Where.TITLE]).tried == 1
    assert shelf.search("flour", kinds=[Where.QUOTE]).tried == 0
    assert shelf.search("ferry").tried == 0
    assert shelf.search("ferry", kinds=[Where.NOTE]).tried == 0
