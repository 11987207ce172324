from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.addresses import canonical_url, host


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://Example.com/a/", "https://example.com/a"),
        ("https://example.com:443/a", "https://example.com/a#part-2"),
        ("http://example.com:80", "http://example.com/"),
        ("https://example.com/a?utm_source=x&UTM_medium=y", "https://example.com/a"),
        ("https://example.com/a?id=1&fbclid=zz", "https://example.com/a?id=1"),
        (" https://example.com./a", "https://example.com/a"),
        ("http://www.example.com/a", "https://example.com/a"),
        ("http://example.com:443/a", "https://example.com/a"),
        ("https://example.com/a?b=1&a=2", "https://example.com/a?a=2&b=1"),
        ("https://example.com/2026/a-long-story/amp/", "https://example.com/2026/a-long-story"),
        ("https://example.com/story.amp.html", "https://example.com/story.html"),
        ("https://example.com/a?outputType=amp", "https://example.com/a?amp=1"),
        ("https://example.com/caf%c3%a9", "https://example.com/café"),
        ("https://example.com/%7Eanna/a", "https://example.com/~anna/a"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("HTTPS://EXAMPLE.com/a", "https://example.com/a"),
        ("https://example.com/a?_ga=1.2&gad_source=1&srsltid=x", "https://example.com/a"),
        ("https://example.com/a?at_medium=RSS&at_campaign=KARANGA", "https://example.com/a"),
        ("https://example.com/a?CMP=Share_iOSApp_Other&smid=url-share", "https://example.com/a"),
        ("https://example.com/a/?share=twitter", "https://example.com/a"),
        ("https://amp.example.com/a-story", "https://www.example.com/a-story"),
        ("https://m.example.com/news/123", "https://example.com/news/123"),
        ("https://en.m.wikipedia.org/wiki/Old_maps", "https://en.wikipedia.org/wiki/Old_maps"),
        ("https://example.com/amp/news/a-story", "https://example.com/news/a-story"),
        ("https://www.google.com/amp/s/www.example.com/a-story", "https://example.com/a-story"),
        ("https://google.com/amp/example.com/a-story", "https://example.com/a-story"),
        (
            "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a-story",
            "https://example.com/a-story",
        ),
        ("https://example.com/b//a", "https://example.com/b/a"),
        ("https://example.com/b/./c/../a", "https://example.com/b/a"),
        ("https://straße.example/a", "https://xn--strae-oqa.example/a"),
        ("https://BÜCHER.example/a", "https://bücher.example/a"),
        ("https://example.com/a\u0308", "https://example.com/ä"),
        ("https://example.com/a%CC%88", "https://example.com/%c3%a4"),
    ],
)
def test_addresses_of_one_page_are_one(one: str, other: str) -> None:
    assert canonical_url(one) == canonical_url(other)
    assert canonical_url(one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/a", "https://example.com/A"),
        ("https://example.com/a", "https://sub.example.com/a"),
        ("https://example.com/wiki/amp", "https://example.com/wiki"),
        ("https://example.com/a?outputType=json", "https://example.com/a"),
        ("https://example.com/a%2Fb", "https://example.com/a/b"),
        ("https://example.com/a?tag=x&tag=y", "https://example.com/a?tag=y&tag=x"),
        ("https://example.com/a?id=1", "https://example.com/a?id=2"),
        ("https://example.com:8443/a", "https://example.com/a"),
        ("https://example.com/#!/a", "https://example.com/#!/b"),
        ("https://example.com/#/story/1", "https://example.com/#/story/2"),
        ("https://example.com/#/story/1", "https://example.com/"),
        ("https://example.com/a?ref=main", "https://example.com/a?ref=next"),
        ("https://example.com/a?s=1", "https://example.com/a?s=2"),
        ("https://m.example.com/", "https://example.com/"),
        ("https://amp.dev/a-story", "https://dev/a-story"),
        ("https://google.com/amp/help", "https://google.com/help"),
        ("https://example.com/%E4", "https://example.com/%FC"),
        ("https://example.com/a%3Fb=1", "https://example.com/a?b=1"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::2]/a"),
    ],
)
def test_addresses_of_different_pages_stay_different(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize(
    "text",
    [None, "", "file:///etc/passwd", "javascript:alert(1)", "https://", "http://[::1", "nonsense",
     "http://example.com:99999999/"],
)  # fmt: skip
def test_what_is_no_web_address_has_no_canonical_one(text: str | None) -> None:
    assert canonical_url(text) is None


@given(st.text())
def test_any_text_has_an_address_that_can_be_stored_or_none(text: str) -> None:
    for url in (text, f"https://{text}", f"https://example.com/{text}"):
        host(url).encode("utf-8")
        known = canonical_url(url)
        if known is not None:
            known.encode("utf-8")


@given(st.text(max_size=20), st.text(max_size=20))
def test_what_is_the_same_for_all_addresses_of_a_page_is_one_of_them(path: str, query: str) -> None:
    known = canonical_url(f"https://example.com/{path}?{query}")
    if known is not None:
        assert canonical_url(f"https://{known}") == known
