from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.facts import RULES_VERSION
from tui.library import Library
from tui.library.conditions import mistakes, understood
from tui.library.query import FIELDS, MOST_TERMS, Term, as_typed, terms
from tui.model import Anchor, Cancelled, Draft, Facts, Figure, FigureKind, Quotation, QuotationKind

FIELDS_LISTED = "is, has, tag, site, newer, older, longer, shorter, speaker, figure"
NOW = datetime.datetime(2026, 3, 31, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))

FACTS = Facts(
    (
        Quotation(0, 5, QuotationKind.DIRECT, "Choi Yoon-jung", confidence=0.9),
        Quotation(6, 9, QuotationKind.DIRECT, "Ana Ruiz", confidence=0.9),
    ),
    (
        Figure(0, 5, FigureKind.MONEY, 5.0, unit="USD"),
        Figure(6, 9, FigureKind.COUNT, 9.0, noun="fishing boats"),
    ),
)


@pytest.fixture
def shelf(library: Library, draft: Callable[..., Draft]) -> Library:
    library.add(
        draft("Élan of the Harbour", byline="Kim Lee", site="The Gazette"),
        tags=["Asia", "long read"],
    )
    library.add(
        draft("Harbour lights", byline="Ana Ruiz", url="https://www.markets.example/a"),
        tags=["asia minor"],
    )
    library.add(
        draft("100% of_all \\ things", "Nine boats were seen. " * 700, byline='"Quoted" O\'Neil')
    )
    library.set_read([1], True)
    library.set_starred([2], True)
    library.set_archived([3], True)
    library.add_note(2, "a thought")
    library.add_note(3, "", Anchor("Nine boats", "", " were", 22, 32))
    library.store_facts(1, RULES_VERSION, FACTS)
    library.store_facts(2, RULES_VERSION, Facts())
    return library


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [3, 2, 1]),
        ("   ", [3, 2, 1]),
        ("harbour", [2, 1]),
        ("HARBOUR elan", [1]),
        ("harb", [2, 1]),
        ("harb*", [2, 1]),
        ("kim", [1]),
        ("gazette", [1]),
        ("asia", [2, 1]),
        ("asia -minor", [1]),
        ("-harbour", [3]),
        ("lights harbour", [2]),
        ("tag:asia", [1]),
        ("TAG:Asia", [1]),
        ('tag:"long read"', [1]),
        ("tag:“long read”", [1]),
        ("-tag:asia", [3, 2]),
        ("tag:none", []),
        ("site:gazette", [1]),
        ("site:markets.example", [2]),
        ("-site:markets", [3, 1]),
        ("is:unread", [3, 2]),
        ("is:read", [1]),
        ("is:starred", [2]),
        ("is:archived", [3]),
        ("is:noted", [3, 2]),
        ("-is:noted -is:archived", [1]),
        ("is:read is:starred", []),
        ("harbour is:starred", [2]),
        ("100%", [3]),
        ("%", [3]),
        ("of_all", [3]),
        ("o'neil", [3]),
        ("\\", [3]),
        ("has:note", [2]),
        ("has:notes", [2]),
        ("-has:note", [3, 1]),
        ("has:highlight", [3]),
        ("has:tag", [2, 1]),
        ("has:quote", [1]),
        ("has:figures", [1]),
        ("longer:5m", [3]),
        ("shorter:5m", [2, 1]),
        ("longer:1h", []),
        ("-longer:5", [2, 1]),
        ("speaker:choi", [1]),
        ('speaker:"Choi Yoon-jung"', [1]),
        ('speaker:"yoon-jung"', [1]),
        ('speaker:"Choi Ruiz"', []),
        ("-speaker:choi", [3, 2]),
        ("figure:money", [1]),
        ("figure:counts", [1]),
        ("figure:percent", []),
        ("figure:usd", [1]),
        ("figure:boat", [1]),
        ('figure:"fishing boats"', [1]),
        ('figure:"rowing boats"', []),
        ("feed:news", []),
        ("-feed:news", [3, 2, 1]),
    ],
)
def test_a_query_finds(shelf: Library, query: str, found: list[int]) -> None:
    assert list(shelf.ids("all", query=query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"harbour lights"', [2]),
        ('"HARBOUR LIGHTS"', [2]),
        ('"lights harbour"', []),
        ('-"harbour lights"', [3, 1]),
        ('"boats were seen"', [3]),
        ("“boats were seen”", [3]),
        ('"boats seen"', []),
        ('"what happened in elan of"', [1]),
        ('"boats wer"', []),
        ('"boats wer"*', [3]),
        # Not closed yet: more letters may come.
        ('"boats wer', [3]),
        ('"%"', [3]),
    ],
)
def test_exact_words_stand_in_the_text(shelf: Library, query: str, found: list[int]) -> None:
    assert list(shelf.ids("all", query=query)) == found


@pytest.mark.parametrize(
    ("query", "since"),
    [
        ("newer:3h", "2026-03-30T21:00:00+00:00"),
        ("newer:2d", "2026-03-29T00:00:00+00:00"),
        ("newer:2w", "2026-03-17T00:00:00+00:00"),
        # There is no 31st of February.
        ("newer:1m", "2026-02-28T00:00:00+00:00"),
        ("newer:2y", "2024-03-31T00:00:00+00:00"),
        ("newer:2months", "2026-01-31T00:00:00+00:00"),
        # Days and months of the reader's zone.
        ("newer:2026-03-05", "2026-03-04T15:00:00+00:00"),
        ("newer:2026-03", "2026-02-28T15:00:00+00:00"),
        ("newer:2026", "2025-12-31T15:00:00+00:00"),
    ],
)
def test_time_counts_from_the_moment_that_is_given(
    shelf: Library, monkeypatch: pytest.MonkeyPatch, query: str, since: str
) -> None:
    moment = datetime.datetime.fromisoformat(since)
    second = datetime.timedelta(seconds=1)
    added = [moment - second, moment, moment + second]
    with shelf._store.writing(durable=False) as connection:
        for number, when in enumerate(added, 1):
            connection.execute(
                "UPDATE article SET added = ? WHERE id = ?", (when.isoformat(), number)
            )
    assert list(shelf.ids("all", query=query, now=NOW)) == [3, 2]
    older = query.replace("newer", "older")
    assert list(shelf.ids("all", query=older, now=NOW)) == [1]
    assert list(shelf.ids("all", query=f"-{query}", now=NOW)) == [1]


def test_an_age_before_all_time_is_older_than_everything(shelf: Library) -> None:
    assert list(shelf.ids("all", query="newer:999999y")) == [3, 2, 1]
    assert list(shelf.ids("all", query="older:999999w")) == []


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("newer:2x", "newer:2x is no time; say 3d, 2w, 6m or 2025-01-01."),
        ("older:2026-02-30", "older:2026-02-30 is no time; say 3d, 2w, 6m or 2025-01-01."),
        ("longer:far", "longer:far is no length; say 10m or 1h."),
        ("is:funny", "There is no is:funny; say unread, read, starred, archived, noted."),
        ("has:wings", "There is no has:wings; say note, highlight, quote, figure, tag."),
        ("tag:", "tag: needs a value: a tag."),
        ('tag:""', "tag: needs a value: a tag."),
        ('speaker:""', "speaker: needs a value: who is quoted."),
        ("newr:3d", "There is no field “newr:”, did you mean newer:?"),
        ("xyzzy:3", f"No field “xyzzy:”, only {FIELDS_LISTED}."),
        ("lang:de", f"No field “lang:”, only {FIELDS_LISTED}."),
        ("title:sea", f"No field “title:”, only {FIELDS_LISTED}."),
        ("id:12", f"No field “id:”, only {FIELDS_LISTED}."),
        ("tga:sea", "There is no field “tga:”, did you mean tag:?"),
        ("speakers:x", "There is no field “speakers:”, did you mean speaker:?"),
        ("speaker:?", "“?” is no name that somebody could have."),
    ],
)
def test_what_is_not_understood_is_told_and_passed_over(
    shelf: Library, query: str, problem: str
) -> None:
    assert shelf.problems(query) == [problem]
    assert shelf.problems(f"-{query} {query}") == [problem]
    assert list(shelf.ids("all", query=query)) == [3, 2, 1]
    assert list(shelf.ids("all", query=f"-{query} lights")) == [2]


def test_every_field_but_that_of_feeds_is_listed() -> None:
    assert {*FIELDS_LISTED.split(", "), "feed"} == set(FIELDS)


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ("is:foo", ""),
        ("sea is:foo", "sea"),
        ("  sea  is:foo -tag:a ", "sea -tag:a"),
        ('newer:soon "two words" bridg*', '"two words" bridg*'),
        ("-foo:bar -sea", "-sea"),
        ("newer: is:un", ""),
        ("sea  is:read ", "sea  is:read "),
        ("tag:nope figure:nope feed:x", "tag:nope figure:nope feed:x"),
    ],
)
def test_a_query_without_its_mistakes_is_what_it_finds(
    shelf: Library, query: str, rest: str
) -> None:
    assert understood(query, NOW) == rest
    assert bool(mistakes(query, NOW)) == (rest != query)
    assert list(shelf.ids("all", query=rest)) == list(shelf.ids("all", query=query))


def test_a_tag_that_only_notes_have_is_told_of(shelf: Library) -> None:
    article = shelf.ids("all")[0]
    shelf.add_note(article, "Ask who pays. #follow-up")
    assert shelf.problems("tag:follow-up") == [
        "No article is tagged “follow-up”; notes are, where notes are looked for."
    ]


def test_what_the_library_does_not_have_is_told(shelf: Library) -> None:
    assert shelf.problems("tag:asia figure:usd figure:boats figure:ages is:read") == []
    assert shelf.problems("tag:nope") == ["No article was ever tagged “nope”."]
    [problem] = shelf.problems("figure:monney")
    assert problem.startswith("No figure is of “monney”; the kinds are money, percent,")
    assert shelf.problems("feed:x") == ["There are no feeds yet, so feed: finds nothing."]


def test_what_is_no_field_is_a_word(library: Library, draft: Callable[..., Draft]) -> None:
    library.add(draft("At 10:30 in c:", url="https://site.example/x"))
    library.add(draft("Ukraine: what next"))
    for query in ("10:30", "c:", "https://site", "http", "Ukraine: what"):
        assert library.problems(query) == []
    assert list(library.ids("all", query="ukraine: next")) == [2]
    assert list(library.ids("all", query="10:30")) == [1]
    assert list(library.ids("all", query="https://other")) == []


def test_a_query_narrows_a_view_its_pages_and_its_count(shelf: Library) -> None:
    assert list(shelf.ids("inbox", "title", "harbour")) == [1, 2]
    assert [a.id for a in shelf.page("starred", "length", "harbour", None, 5)] == [2]
    assert shelf.count("inbox", "harbour") == 2
    assert shelf.count("all", "", most=2) == 2


PIECES = st.sampled_from(
    [f"{field}:" for field in FIELDS]
    + [
        "-",
        '"',
        "“",
        "*",
        "(",
        ")",
        " AND ",
        " OR ",
        " NOT ",
        "NEAR(",
        "^",
        "{",
        "}",
        ":",
        ",",
        "+",
    ]
    + ["a", "harbour", "2w", "money", "0", "%", "_", ";", "'", "\\", "\x00", "学", "é", "\u0301"]
    + ["\ud800", "🙂", "\u200d", " "]
)
GARBAGE = st.text(st.characters(exclude_categories=())) | st.lists(PIECES).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    GARBAGE,
    st.sampled_from(["inbox", "notes", "all"]),
    st.sampled_from(["added", "title", "unread"]),
)
def test_nothing_that_is_typed_is_an_error(
    shelf: Library, query: str, view: str, sort: str
) -> None:
    ids = list(shelf.ids(view, sort, query))
    assert [a.id for a in shelf.page(view, sort, query, None, 10)] == ids
    assert shelf.count(view, query) == len(ids)
    shelf.notes(query=query)
    for sentence in shelf.problems(query):
        assert sentence.endswith((".", "?"))
    shelf.completions(query)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GARBAGE)
def test_what_is_ruled_out_is_what_is_left(shelf: Library, query: str) -> None:
    """A query of one term and its opposite share nothing and together are everything."""
    found = terms(query)
    bare = query.lstrip("- ")
    if len(found) != 1 or terms(f"-{bare}") != [found[0]._replace(wanted=False)]:
        return
    if shelf.problems(bare):
        return
    there, rest = shelf.ids("all", query=bare), shelf.ids("all", query=f"-{bare}")
    assert sorted([*there, *rest]) == [1, 2, 3]


def test_a_pasted_page_is_cut_short(shelf: Library) -> None:
    assert len(terms("word " * 100_000)) == MOST_TERMS
    assert len(terms('"' * 100_000)) <= MOST_TERMS
    assert len(shelf.ids("all", query="-nothing " * 100_000)) == 3


def test_it_is_told_when_a_query_is_too_long(shelf: Library) -> None:
    assert shelf.problems("word " * MOST_TERMS) == []
    words = "Only the first 64 words of a query are looked at."
    assert shelf.problems("word " * (MOST_TERMS + 1)) == [words]
    assert shelf.search("word " * (MOST_TERMS + 1)).problems == (words,)
    assert shelf.note_problems("word " * (MOST_TERMS + 1)) == [words]
    characters = "Only the first 10,000 characters of a query are looked at."
    assert shelf.problems('"' + "word " * 3000) == [characters]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("rust tow", "rust tow*"),
        ("Fahrgä", "Fahrgä*"),
        ("Fahrga\u0308", "Fahrga\u0308*"),
        ("größ", "größ*"),
        ("комис", "комис*"),
        ("हिन्", "हिन्*"),
        ("e-mai", "e-mai*"),
        ("to", "to"),
        ("e-m", "e-m"),
        ("tower ", "tower"),
        ("tower.", "tower."),
        ("tow*", "tow*"),
        ("人工智能", "人工智能"),
        ("은행은", "은행은"),
        ("rust -towe", "rust -towe"),
        ("tag:press", "tag:press"),
        ('"rust tow', '"rust tow'),
        ('rust "tower"', 'rust "tower"'),
        ("", ""),
    ],
)
def test_the_last_word_may_be_no_more_than_begun(typed: str, asked: str) -> None:
    assert as_typed(typed) == asked


def test_what_is_begun_is_found_in_every_alphabet(
    library: Library, draft: Callable[..., Draft]
) -> None:
    library.add(draft("One", "Viele Fahrgäste. Еврокомиссия und комиссия. हिन्दी में."))
    for typed in ("Fahrgä", "fahrga", "Fahrga\u0308", "комис", "हिन्", "viele fahr"):
        assert [hit.article for hit in library.search(as_typed(typed)).hits] == [1], typed
        assert list(library.ids("all", query=as_typed(typed))) == [1], typed


def test_terms_are_told_apart() -> None:
    assert terms('a -b "c d" tag:"e f" -is:read Site:G x* newer: "open') == [
        Term("", "a"),
        Term("", "b", wanted=False),
        Term("", "c d", exact=True),
        Term("tag", "e f", exact=True),
        Term("is", "read", wanted=False),
        Term("site", "G"),
        Term("", "x", prefix=True),
        Term("newer", ""),
        Term("", "open", exact=True, prefix=True),
    ]


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("is:st", ["is:starred"]),
        ("is:unread ta", ["tag:"]),
        ("-ta", ["-tag:"]),
        ("tag:as", ["tag:Asia", 'tag:"asia minor"']),
        ('tag:"as', ["tag:Asia", 'tag:"asia minor"']),
        ("tag:mi", ['tag:"asia minor"']),
        ("site:zz", []),
        ("site:the", ['site:"The Gazette"']),
        ("site:gaz", ['site:"The Gazette"']),
        ("speaker:cho", ["speaker:choi"]),
        ("figure:mo", ["figure:money"]),
        ("figure:us", ["figure:usd"]),
        ("has:hi", ["has:highlight"]),
        ("newer:2", ["newer:2w"]),
        ("harbour", []),
        ("is:starred", []),
        ("nothing:x", []),
    ],
)
def test_what_is_begun_can_be_completed(shelf: Library, before: str, offered: list[str]) -> None:
    assert shelf.completions(before) == offered


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("c*", 'tag:"c*"'),
        ("c++", "tag:c++"),
        ('"quoted"', 'tag:"quoted"'),
        ("“curly”", 'tag:"curly"'),
        ('say "hi" now', 'tag:"say hi now"'),
        ("[x]?", "tag:[x]?"),
        ("學", "tag:學"),
    ],
)
def test_every_tag_is_found_as_it_is_offered(shelf: Library, name: str, offered: str) -> None:
    shelf.tag([2, 3], [name])
    assert shelf.completions("tag:")[0] == offered
    assert list(shelf.ids("all", query=offered)) == [3, 2]
    assert shelf.problems(offered) == []
    assert [note.article for note in shelf.notes(query=offered)] == [3, 2]


def test_a_tag_may_be_begun(shelf: Library) -> None:
    assert list(shelf.ids("all", query="tag:as*")) == [2, 1]
    assert list(shelf.ids("all", query='tag:"asia mi"*')) == [2]
    assert shelf.problems("tag:as*") == []
    assert shelf.problems("tag:zz*") == ["No article was ever tagged “zz”."]


def test_completing_can_be_given_up_and_knows_all_that_is_kept(
    library: Library, draft: Callable[..., Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.waiting._STEPS", 100)
    with library.batch():
        for number in range(300):
            library.add(draft(f"{number}", f"Text {number}", site=f"Site {number} of Ümlaut"))
    assert library.completions("site:umla")[0].endswith('of Ümlaut"')
    assert set(library.completions('site:"Site 29')) == {
        f'site:"Site {number} of Ümlaut"' for number in (29, *range(290, 300))
    }
    with pytest.raises(Cancelled):
        library.completions("site:s", lambda: True)
    assert library.completions("site:nowhere") == []


def test_an_empty_line_offers_every_field(shelf: Library) -> None:
    assert shelf.completions("") == [f"{name}:" for name in FIELDS]
    assert shelf.completions("harbour ") == [f"{name}:" for name in FIELDS]


def test_tags_are_offered_by_how_often_they_are_used(
    shelf: Library, draft: Callable[..., Draft]
) -> None:
    shelf.tag([2, 3], ["rare", "Asia"])
    assert shelf.completions("tag:")[0] == "tag:Asia"
    assert len(shelf.completions("tag:")) == 4


def test_a_reader_of_ten_minutes_is_told_ten(library: Library, draft: Callable[..., Draft]) -> None:
    for words in (1, 2184, 2185, 2186, 2300, 2415, 2416):
        made = draft(f"{words} words", "word " * (words - 2))
        library.add(replace(made, title=str(words)))
    for article in library.rows(library.ids("all")):
        longer = article.id in library.ids("all", query=f"longer:{article.minutes}m")
        shorter = article.id in library.ids("all", query=f"shorter:{article.minutes}m")
        assert (longer, shorter) == (True, False)
        assert article.id in library.ids("all", query=f"shorter:{article.minutes + 1}m")
