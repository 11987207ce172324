"""Why there is no gist, in one sentence."""

from __future__ import annotations

from tui.model import BlockKind
from tui.summarize.profiles import MAX_LENGTH
from tui.text.reading import PROSE, Reading

_NAMES = {
    BlockKind.HEADING: "headings",
    BlockKind.TABLE: "tables",
    BlockKind.CODE: "code",
    BlockKind.RULE: "rules",
}


def why_no_gist(reading: Reading) -> str:
    """What stands in the way where no sentence of ``reading`` can be chosen."""
    if not reading.text.strip():
        return "There is no gist of an empty text."
    visible = {block.kind for block in reading.body.blocks if not block.hidden}
    if not visible:
        return "There is no gist: the text is nothing but page furniture."
    if not visible & PROSE:
        kinds = [name for kind, name in _NAMES.items() if kind in visible]
        return f"There is no gist: the text has no sentences, only {' and '.join(kinds)}."
    if any(sentence.end - sentence.start > MAX_LENGTH for sentence in reading.sentences):
        return "There is no gist: the text does not fall into sentences."
    return "There is no gist: the text has no words that could stand for it."
