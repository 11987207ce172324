"""What the names, roles and styles of elements say about them."""

from __future__ import annotations

import re

from tui.importers.html_tree import Node

_UNLIKELY = re.compile(
    r"-ad-|ad-break|agegate|ai2html|banner|breadcrumb|combx|comment|community|cookie|consent"
    r"|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|newsletter|related|remark|replies"
    r"|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|pagination|pager|popup"
    r"|paywall|subscribe|yom-remote",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"and|article|body|column|content|main|mathjax|shadow", re.IGNORECASE)
_GOOD = re.compile(
    r"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"-ad-|hidden|\bhid\b|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta"
    r"|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags"
    r"|widget|newsletter|cookie|taboola",
    re.IGNORECASE,
)
_UNLIKELY_ROLES_NAMES = (
    "menu menubar complementary navigation alert alertdialog dialog banner search"
)
_UNLIKELY_ROLES = frozenset(_UNLIKELY_ROLES_NAMES.split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DISCUSSION = re.compile(
    r"(?:^|\s)(?:comments?|comment[-_]?(?:list|section|thread|area|item|body|s-area)|commentlist"
    r"|disqus[\w-]*|replies)(?:\s|$)",
    re.IGNORECASE,
)
_LONGEST = 500


def is_discussion(node: Node) -> bool:
    """Whether an element holds what readers said about the article."""
    return bool(_DISCUSSION.search(names_of(node)))


def is_unlikely(node: Node) -> bool:
    """Whether class, id or role say that an element frames the article."""
    if node.get("role").lower() in _UNLIKELY_ROLES:
        return True
    names = names_of(node)
    return len(names) > 1 and bool(_UNLIKELY.search(names)) and not _PERHAPS.search(names)


def names_of(node: Node) -> str:
    """Class and id, cut to a length that no honest page exceeds."""
    return f"{node.get('class')[:_LONGEST]} {node.get('id')[:_LONGEST]}"


def name_weight(node: Node) -> int:
    """25 for and 25 against, for each of class and id."""
    names = [name[:_LONGEST] for name in (node.get("class"), node.get("id")) if name]
    return 25 * sum(bool(_GOOD.search(name)) - bool(_BAD.search(name)) for name in names)


def is_hidden(node: Node) -> bool:
    """Whether a browser would not show an element."""
    return (
        "hidden" in node.attributes
        or (node.get("aria-hidden").lower() == "true" and "fallback-image" not in node.get("class"))
        or node.get("aria-modal").lower() == "true"
        or bool(_HIDDEN_STYLE.search(node.get("style")))
    )
