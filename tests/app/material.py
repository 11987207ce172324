"""What the tests of the app are made of: readings, random bodies, and pages drawn as text."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from tui.app.glyphs import TYPOGRAPHIC, Glyphs
from tui.app.paint import Line
from tui.app.palette import INK
from tui.app.tabs.rows import Pen, Tab
from tui.desk import Opened
from tui.model import Article, Block, BlockKind, Body, Span
from tui.text.plain import plain_body
from tui.text.reading import Reading


def reading_of(text: str, title: str = "", language: str = "en") -> Reading:
    """A reading of plain text, made the way an imported file is."""
    return Reading.of(plain_body(text), language, title)


def opened(text: str, title: str = "") -> Opened:
    """An article that is only looked at."""
    return Opened(Article(0, title or "Untitled"), reading_of(text, title))


def span_of(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text`` for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def said(line: Line) -> str:
    """A line without its styles and without the blanks at its end."""
    return "".join(text for text, _ in line).rstrip()


def drawn(
    tab: Tab, columns: int, *, current: int | None = None, glyphs: Glyphs = TYPOGRAPHIC
) -> list[str]:
    """All lines of a tab as text, as the panel stacks them; ``current`` is the cursor's row."""
    pen = Pen(INK, glyphs, columns)
    lines = [said(line) for line in tab.head(pen, None)]
    for number, row in enumerate(tab.rows):
        lines.extend(said(line) for line in row.draw(pen, number == current))
    return lines


# Bodies

WORDS = st.text(
    alphabet=st.sampled_from(
        "aaabcdefgéü’“”—– -,.%$12  \u3000中文字。한글👩\u200d💻❤\ufe0f\u0301🇩🇪"
    ),
    min_size=1,
    max_size=90,
).filter(lambda text: bool(text.strip()))
CODE = st.text(alphabet="ab(){}=; \t\n中é", min_size=1, max_size=200).filter(
    lambda text: bool(text.strip())
)
_PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.HEADING)


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    """Bodies of all kinds of blocks, some of them hidden."""
    text = ""
    blocks: list[Block] = []
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from([*_PROSE, BlockKind.CODE, BlockKind.TABLE, BlockKind.RULE]))
        hidden = draw(st.integers(0, 4)) == 0
        level = draw(st.integers(0, 9))
        start = len(text)
        if kind is BlockKind.TABLE:
            cells, text = _table(draw, text)
            blocks.append(Block(kind, start, len(text), level, hidden, cells=cells))
        elif kind is BlockKind.RULE:
            blocks.append(Block(kind, start, start, hidden=hidden))
        else:
            text += draw(CODE if kind is BlockKind.CODE else WORDS)
            number = draw(st.none() | st.integers(0, 1200)) if kind is BlockKind.ITEM else None
            blocks.append(Block(kind, start, len(text), level, hidden, number))
        text += "\n\n"
    return Body(text, tuple(blocks))


def _table(draw: st.DrawFn, text: str) -> tuple[tuple[tuple[Span, ...], ...], str]:
    rows: list[tuple[Span, ...]] = []
    for _ in range(draw(st.integers(1, 4))):
        row: list[Span] = []
        for _ in range(draw(st.integers(1, 12))):
            cell = draw(
                st.just("") | st.sampled_from(["12", "−3.5", "Harbour dues", "中文字"]) | WORDS
            )
            row.append(Span(len(text), len(text) + len(cell)))
            text += cell + "\t"
        rows.append(tuple(row))
        text += "\n"
    return tuple(rows), text


def visible(body: Body, *, hidden: bool = False) -> Sequence[Block]:
    """The blocks that are set."""
    return [block for block in body.blocks if hidden or not block.hidden]


def sheet(*blocks: tuple[BlockKind, str]) -> Body:
    """A body of blocks in a row, without the shapes that need more than a text."""
    text = ""
    placed: list[Block] = []
    for kind, words in blocks:
        placed.append(Block(kind, len(text), len(text) + len(words), 1))
        text += words + "\n\n"
    return Body(text, tuple(placed))
