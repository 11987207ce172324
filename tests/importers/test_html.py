from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importers import draft_of_bytes, draft_of_file
from tui.importers.html import html_draft
from tui.model import BlockKind, Body, Draft

PAGES = Path(__file__).parent / "pages"
HOSTILE = Path(__file__).parent.parent / "hostile"
PROSE = "The tide came in, slowly at first, and then all at once over the wall. " * 3

Check = Callable[[Body], None]
Outline = Callable[[Body], list[str]]


def page(markup: str) -> Draft:
    return html_draft(f"<html><body>{markup}</body></html>", "x", url="https://x.example/a/b")


@pytest.fixture
def news() -> Draft:
    return draft_of_file(PAGES / "news.html")


def test_a_saved_news_page_reads_like_its_article(
    news: Draft, outline: Outline, check_spans: Check
) -> None:
    check_spans(news.body)
    shown = [line[:45] for line in outline(news.body) if not line.startswith("(")]
    assert shown == [
        "paragraph: The cost of mooring in Eastwick ha",
        "paragraph: The increase, from £4.20 to £8.40 ",
        "quote1: “We had three choices, and two of the",
        "heading2: What boat owners pay",
        "table: Year\tToll a metre\n2024\t£4.20\n2026\t£8.4",
        "paragraph: Owners said they had been told of ",
        "item1 1.: the speed of the change,",
        "item1 2.: the lack of a cap, and",
        "item1 3.: what happens to visitors.",
        "paragraph: The harbour master, Dov Almasi, sa",
    ]


def test_captions_and_links_to_other_stories_are_hidden_not_lost(
    news: Draft, outline: Outline
) -> None:
    hidden = [line for line in outline(news.body) if line.startswith("(")]
    assert any("The north pier on Thursday." in line for line in hidden)
    assert any("READ MORE" in line for line in hidden)


@pytest.mark.parametrize(
    "chrome",
    [
        "cookies", "Tides", "Chirp", "free articles", "Subscribe", "inbox", "Ferry delayed",
        "Salty Dog", "Harbour Hal", "All rights reserved", "do not show me", "position: fixed",
    ],
)  # fmt: skip
def test_the_frame_of_the_page_is_left_out(news: Draft, chrome: str) -> None:
    assert chrome not in news.body.text


def test_the_page_says_who_wrote_it_where_and_when(news: Draft) -> None:
    assert news.title == "Harbour tolls to double by 2026, council decides"
    assert news.byline == "Mara Lindqvist, Tomas Reyle"
    assert news.site == "The Port Gazette"
    assert news.published == "2024-05-03T06:15:00+01:00"
    assert news.language == "en"
    assert news.url == "https://gazette.example/2024/05/03/harbour-tolls"
    assert news.extractor == "html"
    assert news.raw == (PAGES / "news.html").read_bytes()


def test_links_are_absolute_and_stand_on_their_words() -> None:
    draft = draft_of_bytes(
        (PAGES / "news.html").read_bytes(), "news.html", source="x", url="https://gazette.example/"
    )
    links = {draft.body.text[n.start : n.end]: n.href for n in draft.body.links}
    assert links["November 2023"] == "https://gazette.example/2023/11/02/storm"


def test_relative_links_without_an_address_use_the_base_element() -> None:
    markup = f'<base href="https://y.example/d/"><p>{PROSE} <a href="e">Here</a>.</p>'
    draft = html_draft(f"<html><head></head><body>{markup}</body></html>", "x")
    assert [link.href for link in draft.body.links] == ["https://y.example/d/e"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One<br>two", ["paragraph: One\ntwo"]),
        ("<p>One<br><br>two", ["paragraph: One", "paragraph: two"]),
        ("<p>A  <b>bold </b> <i>word</i>\n, here", ["paragraph: A bold word , here"]),
        (
            "<div>One<div>Two</div>Three</div>",
            ["paragraph: One", "paragraph: Two", "paragraph: Three"],
        ),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["item1: a", "item2: b", "item1: c"]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["item1 3.: a", "item1 7.: b", "item1 8.: c"]),
        ("<ul><li><p>a</p><p>b</p></ul>", ["item1: a", "paragraph: b"]),
        (
            "<blockquote>a<blockquote><p>b</p></blockquote></blockquote>",
            ["quote1: a", "quote2: b"],
        ),
        ("<pre>  if x:\n\n    y()\n</pre>", ["code:   if x:\n\n    y()"]),
        ("<p>a</p><hr><p>b</p><hr>", ["paragraph: a", "rule", "paragraph: b"]),
        ("<h3>A <em>b</em></h3><p>c", ["heading3: A b", "paragraph: c"]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["paragraph: Term", "paragraph: Meaning"]),
        ("<p>He said <q>no</q>.", ["paragraph: He said “no”."]),
        ("<p>x&#27;[2J&#8238;y&shy;z&#0;", ["paragraph: xyz\ufffd"]),
        ("<p>漢<ruby>字<rp>(</rp><rt>ji</rt></ruby>", ["paragraph: 漢字ji"]),
    ],
)
def test_markup_becomes_blocks(
    markup: str, expected: list[str], outline: Outline, check_spans: Check
) -> None:
    body = page(markup).body
    check_spans(body)
    assert outline(body) == expected


def test_a_table_that_only_lays_out_the_page_is_text(outline: Outline) -> None:
    body = page(f"<table><tr><td width=100><p>{PROSE}</p></td></tr></table>").body
    assert {block.kind for block in body.blocks} == {BlockKind.PARAGRAPH}


def test_cells_keep_their_places_and_their_links(check_spans: Check) -> None:
    body = page(
        "<table><thead><tr><th>City<th>Pop.<th></tr></thead><tbody>"
        "<tr><td><a href=/lo>London</a><td><td>8,\n<b>8</b><p>m</table>"
    ).body
    check_spans(body)
    rows = [[body.text[a:b] for a, b in row] for row in body.blocks[0].cells]
    assert rows == [["City", "Pop.", ""], ["London", "", "8, 8 m"]]
    assert [body.text[n.start : n.end] for n in body.links] == ["London"]


def test_wrapped_lines_are_joined_and_verse_is_not() -> None:
    letter = (
        "This line is as long as the lines of a letter that<br>was wrapped by hand, and not verse."
    )
    assert "that was" in page(f"<p>{letter}").body.text
    assert "sea\nand" in page("<p>We sailed the sea<br>and came home").body.text


def test_a_short_article_is_not_drowned_in_the_comments() -> None:
    comments = "".join(
        f'<div class="comment"><p>{i}: I think, and my friends think, that it was late.</p></div>'
        for i in range(60)
    )
    article = "The bridge opens on Monday, the town said, a month earlier than it had planned. " * 3
    body = page(f"<article><h1>Bridge</h1><p>{article}</p></article>{comments}").body
    assert body.text.strip() == article.strip()


def test_next_to_no_text_gives_the_whole_page_and_says_so() -> None:
    draft = page("<nav>Menu here</nav><p>Short.</p><div class=sidebar>And this beside it.</div>")
    assert draft.extractor == "html: whole page"
    assert "And this beside it." in draft.body.text


def test_japanese_needs_no_blanks_to_count_as_text() -> None:
    sentence = "港の使用料は二年間で倍になると議会が決めた。船主たちは驚いたと話している。" * 4
    draft = page(f"<nav>ホーム</nav><article><p>{sentence}</p></article><footer>会社</footer>")
    assert draft.extractor == "html"
    assert draft.body.text == sentence


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Rain in May - The Gazette</title>", "Rain in May"),
        ("<title>Rain in May and June | Weather | Gazette</title>", "Rain in May and June"),
        ("<title>Gazette: Rain</title>", "Gazette: Rain"),
        ("<title>Facts #282 - rain is here | Gazette</title>", "Facts #282 - rain is here"),
        ('<meta property="og:title" content="Rain &amp; wind"><title>x</title>', "Rain & wind"),
        ("<title>Well-known - and loved - harbours of the north</title>",
         "Well-known - and loved - harbours of the north"),
    ],
)  # fmt: skip
def test_the_title_is_told_from_the_name_of_the_site(head: str, title: str) -> None:
    assert html_draft(f"<html><head>{head}</head><body><p>{PROSE}", "x").title == title


def test_a_heading_inside_the_title_is_the_title() -> None:
    markup = f"<title>Gazette | Rain | May</title><h1>Rain</h1><p>{PROSE}"
    assert html_draft(markup, "x").title == "Rain"


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ('<meta name=author content="Ada Quill">', "Ada Quill"),
        ('<p class="byline">By Ada Quill</p>', "Ada Quill"),
        ("<a rel=author href=/a>Ada Quill</a>", "Ada Quill"),
        ("<span itemprop=author><span itemprop=name>Ada Quill</span>, editor</span>", "Ada Quill"),
        ("<p class=author>Ada Quill • 8h</p>", "Ada Quill"),
        ("<p class=byline>By Ada Quill May 20, 2019</p>", "Ada Quill"),
        ("<p class=authorization>Sign in | Subscribe</p>", None),
        ('<meta property="article:author" content="https://face.example/ada">', None),
    ],
)
def test_the_author_is_found_in_the_page(markup: str, byline: str | None) -> None:
    assert html_draft(f"<html><body>{markup}<p>{PROSE}</p></body></html>", "x").byline == byline


@pytest.mark.parametrize(
    "json_ld",
    [
        "{",
        "[" * 5_000,
        "null",
        "[1, 2]",
        '{"@type": 3}',
        '{"@type": "Article", "author": {"name": 4}}',
        '{"@graph": {"@graph": []}}',
        '{"@type": "Article", "headline": ["x"], "datePublished": 1e400}',
    ],
)
def test_odd_json_ld_is_passed_over(json_ld: str) -> None:
    markup = f'<title>Rain</title><script type="application/ld+json">{json_ld}</script><p>{PROSE}'
    assert html_draft(markup, "x").title == "Rain"


def test_hostile_strings_of_the_head_are_one_clean_line() -> None:
    draft = html_draft(
        "<html><head><title>Rain\x1b[2J\n in\u202e May</title><meta name=author content='A&#10;B'>"
        f"<meta property=og:site_name content='G\x07z'></head><body><p>{PROSE}",
        "x",
    )
    assert (draft.title, draft.byline, draft.site) == ("Rain in May", "A B", "Gz")


def test_links_that_must_not_be_opened_are_only_words() -> None:
    hrefs = ["javascript:x()", "java&#10;script:x()", "file:///etc/passwd", "data:text/html,x", "#"]
    markup = "".join(f'<a href="{href}">word</a> ' for href in hrefs)
    body = html_draft(f"<p>{PROSE}{markup}</p>", "x").body
    assert body.links == ()
    assert body.text.count("word") == len(hrefs)


def test_depth_loses_no_text() -> None:
    text = draft_of_file(HOSTILE / "deep_html.html").body.text
    assert "The deep text must be kept or its loss be told." in text
    deeper = page("<div>" * 5_000 + "deepest" + "</div>" * 5_000 + "<p>after</p>")
    assert deeper.extractor == "html: whole page"
    assert "deepest" in deeper.body.text
    assert "after" in deeper.body.text


def test_entities_of_a_dtd_are_never_looked_up() -> None:
    markup = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&z;&z;">]>'
        f"<html><body><p>{PROSE} &x; &y;</p></body></html>"
    )
    assert "root:" not in html_draft(markup, "x").body.text


@pytest.mark.parametrize(
    "flood",
    [
        "<ul>" + "<li>x" * 20_000,
        "<p " + " ".join(f"a{i}=1" for i in range(40_000)) + ">",
        '<p b="<" ' + " ".join(f"a{i}" for i in range(40_000)) + ">",
        "<b>" * 3_000,
        "<table><tr><td>" * 400,
        "<blockquote><ul><li>" * 300,
        "<div>" * 3_000 + "<script>" * 20_000,
        "<div>" * 3_000 + "<!--" * 20_000 + "-->",
        "<a href='" * 3_001 + "'>",
        "&lt;" * 50_000,
        "<br>" * 20_000,
        '<div class="' + "a-" * 50_000 + '">',
        "\x1b]" * 50_000,
    ],
    ids=["items", "attributes", "quoted", "bold", "tables", "nested lists", "scripts", "comments",
         "quotes", "entities", "breaks", "class", "escapes"],
)  # fmt: skip
def test_floods_end_and_keep_the_text_after_them(flood: str, check_spans: Check) -> None:
    draft = page(flood + "</script><p>the text after the flood</p>")
    check_spans(draft.body)
    assert "the text after the flood" in draft.body.text


TAGS = [
    "p", "div", "b", "a href=x", "a href='javascript:'", "ul", "ol", "li", "blockquote", "pre",
    "table", "tr", "td", "th", "h1", "br", "hr", "figcaption", "q", "span hidden", "nav",
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from([f"</{tag.split()[0]}>" for tag in TAGS]),
    st.text(alphabet="ab \n\t&<\x1b\u0301\u00a0é.,", max_size=12),
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_are_true_for_any_markup(check_spans: Check, markup: str) -> None:
    check_spans(html_draft(markup, "x", url="https://x.example/").body)
