"""What a page says about itself: title, authors, site, date, language and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from tui.importers.dates import iso_date
from tui.importers.html_tree import Node
from tui.importers.links import safe_href
from tui.text.cleaning import clean_line

_ARTICLE = re.compile(
    r"(?:article|posting|report|review|blogpost|socialmediaposting|recipe|howto)$", re.IGNORECASE
)
_SEPARATORS = re.compile(r"\s+[|–—·•»«/\\:-]\s+|\s*[|»«]\s+|(?<=\w):\s+")
_BY = re.compile(
    r"^(?:(?:written|posted|published|story|words|text|report)\s+)?(?:by|von|par|por|di|door)\b\s*:?\s*",
    re.IGNORECASE,
)
_BYLINE_CLASS = re.compile(r"byline|author(?!i[sz])|writtenby|dateline", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|@|^\d+$", re.IGNORECASE)
_LANGUAGE = re.compile(r"^([A-Za-z]{2})(?:[-_].*)?$")
_NO_BYLINE = re.compile(r"\b(?:sign (?:in|up|out)|log ?in|subscribe|menu|follow|share)\b", re.I)
_AFTER_NAME = re.compile(r"\s+[•·|–—-]\s.*|\s+(?:published|updated|posted|on)\b.*\d.*", re.I)
_AUTHOR_NAMES = ("dc:creator", "dcterms:creator", "author", "parsely-author", "article:author")
_MOST_NAMES = 14
_LONGEST_TITLE = 400
_LONGEST_BYLINE = 100


@dataclass(frozen=True, slots=True)
class Metadata:
    """What could be told; None for the rest. ``published`` is ISO 8601, ``language`` ISO 639-1."""

    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    base: str | None = None


def read_metadata(root: Node, json_ld: Iterable[str], url: str | None) -> Metadata:
    """Everything ``root`` says about itself; every string is one clean line.

    Args:
        root: The whole page.
        json_ld: The texts of its JSON-LD scripts.
        url: Where the page came from, if that is known.
    """
    article = _article_of(json_ld)
    meta = _meta_of(root)
    links = _links_of(root)
    base = safe_href(next((n.get("href") for n in root.find_all("base")), ""), url) or url
    canonical = safe_href(links.get("canonical", "") or meta.get("og:url", ""), base)
    language = _LANGUAGE.match(_root_language(root) or meta.get("content-language", ""))
    return Metadata(
        title=_title(root, article, meta),
        byline=_byline(root, article, meta),
        site=_first(_name(article.get("publisher")), meta.get("og:site_name"))
        or _first(meta.get("application-name")),
        published=_published(root, article, meta),
        language=language[1].lower() if language else None,
        url=canonical or url,
        base=base,
    )


def _first(*texts: str | None) -> str | None:
    """The first of ``texts`` that says anything, as one clean line."""
    for text in texts:
        if text and (line := clean_line(unescape(text))):
            return line[:_LONGEST_TITLE]
    return None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _article_of(json_ld: Iterable[str]) -> Mapping[str, object]:
    """The first JSON-LD object that is an article; empty where none is."""
    for text in json_ld:
        try:
            found = json.loads(
                text.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False
            )
        except (ValueError, RecursionError):
            continue
        for thing in _things(found):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                return thing
    return {}


def _things(found: object) -> Iterator[Mapping[str, object]]:
    """Objects of a JSON-LD document: alone, in a list, in a graph, or a page's main entity."""
    waiting = [found]
    for _ in range(1000):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting += thing[:200]
        elif isinstance(thing, dict):
            yield thing
            waiting += [
                thing[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if k in thing
            ]


def _meta_of(root: Node) -> dict[str, str]:
    """The contents of <meta> by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for node in root.find_all("meta"):
        content = node.get("content").strip()
        names = f"{node.get('property')} {node.get('name')} {node.get('itemprop')}"
        for name in (names + " " + node.get("http-equiv")).lower().split():
            if content:
                found.setdefault(name.replace(".", ":"), content)
    return found


def _links_of(root: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in root.find_all("link"):
        for rel in node.get("rel").lower().split():
            found.setdefault(rel, node.get("href"))
    return found


def _root_language(root: Node) -> str:
    for node in root.elements():
        if node.tag in {"html", "body"} and (lang := node.get("lang") or node.get("xml:lang")):
            return lang.strip()
        if node.tag not in {"html", "body", "head"} and node.parent and node.parent.tag == "body":
            break
    return ""


def _name(thing: object) -> str | None:
    """The name of a JSON-LD person or organisation, however it is given."""
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, Mapping):
        return _string(thing.get("name"))
    return _string(thing)


def _title(root: Node, article: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    written = _first(next((n.words() for n in root.find_all("title")), None))
    headings = [text for n in root.find_all("h1") if (text := _first(n.words(_LONGEST_TITLE)))]
    said = _first(
        _headline(article, written, headings),
        meta.get("og:title"),
        meta.get("twitter:title"),
        meta.get("dc:title") or meta.get("dcterms:title"),
    )
    if said:
        return _without_site(said, meta.get("og:site_name"), headings)
    folded = (written or "").casefold()
    inside = [h for h in headings if h.casefold() in folded]
    if inside:
        return min(inside, key=lambda h: (folded.find(h.casefold()), -len(h)))
    if written:
        return _without_site(written, meta.get("og:site_name"), headings)
    return headings[0] if len(headings) == 1 else _first(_string(article.get("name")))


def _headline(
    article: Mapping[str, object], written: str | None, headings: list[str]
) -> str | None:
    """The headline of JSON-LD, or its name where the page itself calls the article so."""
    headline, name = _string(article.get("headline")), _string(article.get("name"))
    if headline and name and headline != name:
        shown = " ".join([written or "", *headings]).casefold()
        if name.casefold() in shown and headline.casefold() not in shown:
            return name
    return headline


def _without_site(title: str, site: str | None, headings: list[str]) -> str:
    """A title less the name of the site that many pages put behind or before it."""
    cuts = list(_SEPARATORS.finditer(title))
    if not cuts:
        return title
    if title in headings:
        return title
    head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
    name = (site or "").casefold().strip()
    if name and tail.casefold().strip() == name:
        return head
    if name and title[: cuts[0].start()].casefold().strip() == name:
        return title[cuts[0].end() :]
    while cuts and ":" not in cuts[-1].group():
        head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
        if len(head.split()) < 3 or len(tail.split()) > 4 or tail[:1].islower():
            break
        title = head
        between = cuts.pop().group()
        if "|" not in between or not cuts or "|" not in cuts[-1].group():
            break
    return title


def _byline(root: Node, article: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    authors = article.get("author")
    names = [_name(a) for a in authors] if isinstance(authors, list) else [_name(authors)]
    listed = _people(names)
    said = (_people([meta.get(name)]) for name in _AUTHOR_NAMES)
    return listed or next(filter(None, said), None) or _byline_in(root)


def _people(names: Iterable[str | None]) -> str | None:
    """Names joined by commas, each once; addresses and numbers are no names."""
    kept: list[str] = []
    for name in names:
        line = _BY.sub("", _first(name) or "").strip(" ,|·")
        if line and not _NO_NAME.search(line) and line not in kept:
            kept.append(line)
    return ", ".join(kept)[:_LONGEST_TITLE] or None


def _byline_in(root: Node) -> str | None:
    """The first short text that is marked as the author's."""
    for node in root.elements():
        if is_byline(node):
            inner = next((n for n in node.elements() if "name" in n.get("itemprop")), node)
            line = _without_date(_AFTER_NAME.sub("", inner.words()))
            few = len(line.split()) <= _MOST_NAMES
            if few and not _NO_BYLINE.search(line) and (found := _people([line])):
                return found
    return None


def _without_date(line: str) -> str:
    """A byline without the date behind it."""
    words = line.split()
    for count in (3, 4):
        if len(words) > count and iso_date(" ".join(words[-count:])):
            return " ".join(words[:-count])
    return line


def is_byline(node: Node) -> bool:
    """Whether an element is marked as the author's line and short enough to be one."""
    marked = (
        node.get("rel") == "author"
        or "author" in node.get("itemprop")
        or bool(_BYLINE_CLASS.search(f"{node.get('class')} {node.get('id')}"))
    )
    if not marked or node.tag in {"body", "html", "article", "main"}:
        return False
    length = 0
    for text in node.texts():
        length += len(text.strip())
        if length >= _LONGEST_BYLINE:
            return False
    return length > 0


def _published(root: Node, article: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    said = [
        _string(article.get("datePublished")),
        *(
            meta.get(name)
            for name in (
                "article:published_time",
                "og:published_time",
                "datepublished",
                "parsely-pub-date",
                "pubdate",
                "publishdate",
                "date",
                "dc:date",
                "dc:date:issued",
                "dcterms:created",
                "sailthru:date",
            )
        ),
    ]
    said += [n.get("datetime") for n in root.find_all("time")]
    for text in said:
        if text and (found := iso_date(text)):
            return found
    return None
