from __future__ import annotations

import pytest

from tui.importers.links import safe_href

BASE = "https://x.example/news/today.html"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://y.example/a?b=c#d", "https://y.example/a?b=c#d"),
        ("other.html", "https://x.example/news/other.html"),
        ("/top", "https://x.example/top"),
        ("//z.example/", "https://z.example/"),
        ("mailto:desk@x.example", "mailto:desk@x.example"),
        ("  https://y.example/\n", "https://y.example/"),
        ("https://y.example/two words", "https://y.example/two%20words"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("http://[::1", None),
        ("https://x.example:99999/", None),
        ("mailto:", None),
        ("", None),
    ],
)
def test_only_addresses_that_may_be_opened_are_kept(href: str, target: str | None) -> None:
    assert safe_href(href, BASE) == target


def test_a_relative_address_without_a_page_leads_nowhere() -> None:
    assert safe_href("other.html") is None
    assert safe_href("https://") is None


def test_controls_in_an_address_are_taken_out() -> None:
    assert safe_href("https://x.example/\u202egpj.exe\x1b[2J") == "https://x.example/gpj.exe"
