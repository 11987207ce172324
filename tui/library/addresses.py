"""Which addresses are of one page."""

from __future__ import annotations

import re
import unicodedata
from operator import itemgetter
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from tui.library.identity import storable

# Names that only ever say where a reader came from. `ref`, `source`, `s`, `id` and the like are
# not among them: they may choose the page.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|fb_(?:action_ids|action_types|ref|source)|gclid|gclsrc|dclid|gbraid|wbraid|gad_\w+|srsltid"
    r"|_g[al]|_gid|msclkid|twclid|ttclid|yclid|_openstat|li_fat_id|epik|mc_[ce]id|igsh(?:id)?|mkt_tok|vero_id"
    r"|_hs(?:enc|mi)|__hs(?:sc|tc|fp)|hss_channel|s_kwcid|s_cid|sc_cid|at_(?:medium|campaign|custom)\w*|itm_\w+"
    r"|ocid|cmpid|icid|ncid|smid|guccounter|guce_referrer(?:_sig)?|oly_(?:enc|anon)_id|wt\.mc_\w+|xtor|ref_(?:src|url)"
    r"|amp)=|cmp=share_|share=(?:email|facebook|linkedin|mastodon|twitter|x|whatsapp)\Z|outputtype=amp\Z",
    re.IGNORECASE,
)
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_SLASHES = re.compile(r"//+")
_KEPT = "/%:@!$&'()*+,;=~-._"
_DEFAULT_PORTS = {"http": 80, "https": 443}
_TWINS = ("amp.", "m.", "mobile.")
"""How the hosts begin that show a page as it is on fast or small screens."""
_CACHED = re.compile(r"/(?:[a-z]/)?(s/)?(?=[^/]+\.[^/]+/)")
_CACHES = (("google.com", "/amp"), ("cdn.ampproject.org", ""))
"""Hosts that keep copies of other hosts' pages, and below what; their own name may have a head."""


def canonical_url(url: str | None) -> str | None:
    """What is the same for all addresses of one page: ``example.com/news/1?page=2``.

    Left out is what does not change the page: scheme, ``www.``, a fragment that is no route
    (``#!/…``, ``#/…``), tracking, default port, slash at the end, the order of a query, a page's
    fast twin (AMP). None for no web address.
    """
    try:
        parts = _original(urlsplit((url or "").strip()))
        port = parts.port
        host = _plain_host(parts.hostname or "")
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    if port is not None and port not in _DEFAULT_PORTS.values():
        host = f"{host}:{port}"
    path = _slow_twin(_without_dots(_spelled(parts.path)).rstrip("/"))
    if _names_a_page(path):
        host = _slow_host(host)
    query = _plain_query(parts.query)
    route = f"#{_spelled(parts.fragment)}" if parts.fragment.startswith(("!", "/")) else ""
    return storable(f"{host}{path}{'?' if query else ''}{query}{route}")


def host(url: str | None) -> str:
    """The host of a web address; empty where there is none."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _original(parts: SplitResult) -> SplitResult:
    """The address of the page of which this is a cache's copy; any other address as it is."""
    name = (parts.hostname or "").removeprefix("www.")
    for cache, below in _CACHES:
        if (name == cache or name.endswith(f".{cache}")) and parts.path.startswith(f"{below}/"):
            rest = parts.path.removeprefix(below)
            head = _CACHED.match(rest)
            if head is not None:
                inner = f"https://{rest[head.end() :]}"
                return urlsplit(inner)._replace(query=parts.query, fragment=parts.fragment)
    return parts


def _plain_host(host: str) -> str:
    """The host as one writes it, without ``www.``; an IPv6 address in its brackets."""
    host = host.rstrip(".").removeprefix("www.")
    if not host.isascii():
        host = ".".join(map(_plain_label, unicodedata.normalize("NFKC", host).split(".")))
    return f"[{host}]" if ":" in host else host


def _plain_label(label: str) -> str:
    """As browsers write it (IDNA 2008), in which ß is a letter of its own."""
    return label if label.isascii() else f"xn--{label.lower().encode('punycode').decode('ascii')}"


def _slow_host(host: str) -> str:
    """The host whose pages a twin of it shows: ``m.example.com``, ``en.m.wikipedia.org``."""
    for head in _TWINS:
        rest = host.removeprefix(head)
        if rest != host and "." in rest:
            return rest.removeprefix("www.")
    name, middle, rest = host.partition(".m.")
    return f"{name}.{rest}" if middle and "." in rest else host


def _spelled(path: str) -> str:
    """A path in the one spelling that needs the fewest percent signs, its letters composed."""
    known = unicodedata.normalize("NFC", _ESCAPES.sub(_unescaped, path))
    return quote(known, safe=_KEPT, errors="replace")


def _unescaped(match: re.Match[str]) -> str:
    """Escapes of letters as the letters; what has a meaning of its own, and odd bytes, stay."""
    written = match[0].upper()
    try:
        letters = unquote(written, errors="strict")
    except UnicodeDecodeError:
        letters = ""
    if not letters:
        return written
    return "".join(
        char if not char.isascii() or char.isalnum() or char in "-._~" else f"%{ord(char):02X}"
        for char in letters
    )


def _without_dots(path: str) -> str:
    """A path without ``.``, ``..`` and slashes that stand twice, as a browser asks for it."""
    parts: list[str] = []
    for part in _SLASHES.sub("/", path).split("/"):
        if part == ".." and len(parts) > 1:
            parts.pop()
        elif part not in (".", ".."):
            parts.append(part)
    return "/".join(parts)


def _slow_twin(path: str) -> str:
    """The path of the page whose fast twin this is, where the article's name shows that it is."""
    for page in (path.removesuffix("/amp"), path.removeprefix("/amp")):
        if page != path and page.startswith("/") and _names_a_page(page):
            return page
    return f"{path.removesuffix('.amp.html')}.html" if path.endswith(".amp.html") else path


def _names_a_page(path: str) -> bool:
    """Whether a path ends as those of articles do, with words or numbers."""
    name = path.rpartition("/")[2]
    return "-" in name or "_" in name or any(char.isdigit() for char in name)


def _plain_query(query: str) -> str:
    """A query without tracking, in the order of its names."""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.match(f"{name}={value}")]
    return urlencode(sorted(kept, key=itemgetter(0)), errors="replace")
