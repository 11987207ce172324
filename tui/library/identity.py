"""What makes two articles the same, and the keys they are sorted and found by."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_SURROGATE = re.compile("[\ud800-\udfff]")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|mkt_tok)\Z",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def storable(text: str) -> str:
    """``text`` with every lone surrogate, which no database takes, as U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def fold(text: str) -> str:
    """``text`` as it is compared: no case, no accents, no lone surrogates."""
    plain = unicodedata.normalize("NFKD", storable(text).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def title_key(title: str) -> str:
    """Where a title is sorted: folded, without the marks before its first letter or digit."""
    folded = fold(title)
    for index, char in enumerate(folded):
        if char.isalnum():
            return folded[index:]
    return folded


def text_hash(text: str) -> str:
    """The same for texts that differ in blanks and line ends alone; empty for an empty text."""
    words = unicodedata.normalize("NFC", text).split()
    if not words:
        return ""
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()


def canonical_url(url: str | None) -> str | None:
    """The address without what does not change the page: fragment, tracking, default port.

    None for what is not a web address.
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    query = parts.query
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [pair for pair in pairs if not _TRACKING.match(pair[0])]
        query = query if len(kept) == len(pairs) else urlencode(kept)
    return storable(urlunsplit((parts.scheme, host, parts.path.rstrip("/"), query, "")))


def host(url: str | None) -> str:
    """The host of a web address; empty where there is none."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def published_key(published: str | None) -> str:
    """A date that sorts by moment, whatever offset it was written with; empty if unknown."""
    written = published or ""
    try:
        moment = datetime.datetime.fromisoformat(written)
    except ValueError:
        return storable(written)
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(datetime.UTC).replace(tzinfo=None)
        except OverflowError:
            return storable(written)
    return moment.isoformat() if "T" in written or " " in written else moment.date().isoformat()
