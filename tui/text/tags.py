"""The tags that a reader writes into a note: ``#harbour``."""

from __future__ import annotations

import re

from tui.text.folding import fold

# A sign behind it is part of its name (c++, c#), unless a word goes on behind that.
_TAG = re.compile(r"(?<!\S)#(\w[\w-]*(?:[+#]{1,2}(?![\w+#]))?)")


def tags_in(text: str) -> list[str]:
    """The tags of a note, each once, spelled as it first was, without the ``#``."""
    return list(dict.fromkeys(_TAG.findall(text)))


def has_tag(text: str, tag: str) -> bool:
    """Whether a note has a tag; case and accents do not matter."""
    wanted = fold(tag)
    return any(fold(found) == wanted for found in tags_in(text))
