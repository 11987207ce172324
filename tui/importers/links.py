"""Addresses in articles: which may be followed, and what a relative one means."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from tui.text.cleaning import clean

_OPENABLE = frozenset({"http", "https", "mailto"})
_LONGEST = 4096


def safe_href(href: str, base: str | None = None) -> str | None:
    """The absolute address ``href`` leads to; None unless it is http, https or mail.

    Args:
        href: As written in the source.
        base: Address of the page, against which a relative one is resolved.
    """
    href = clean(href).strip()
    # A browser drops line ends and tabs inside an address, which hides "java\nscript:".
    href = href.replace("\n", "").replace("\t", "").replace("\r", "")
    if not href or len(href) > _LONGEST:
        return None
    try:
        target = urljoin(base, href) if base else href
        parts = urlsplit(target)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _OPENABLE:
        return None
    if parts.scheme.lower() == "mailto":
        return target if "@" in parts.path else None
    return target.replace(" ", "%20") if parts.hostname else None
