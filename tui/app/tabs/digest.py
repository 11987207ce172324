"""The digest of several articles: its lines under their article's title, as rows and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tui.app.paint import Line
from tui.app.tabs.gist import last_line
from tui.app.tabs.rows import Pen, Row, Tab, TabName, blank, words
from tui.app.wording import source_name
from tui.desk import Opened
from tui.exporters.reasons import reasons
from tui.model import Article, Digest, DigestLine, Span
from tui.text.counting import counted

_INDENT = 4


def digest_tab(opened: Sequence[Opened], digest: Digest, method: str) -> Tab:
    """The digest as rows; those the cursor can stand on are its lines, in their order.

    Args:
        opened: The articles, as they were given.
        digest: What was made of them.
        method: What the way of choosing is called.
    """
    total = sum(len(each.reading.sentences) for each in opened)
    return Tab(
        TabName.GIST,
        count=f"{len(digest.lines):,} of {total:,} sentences",
        detail=method,
        right=f"{round(100 * digest.kept)} %",
        rows=tuple(_rows(opened, digest)),
    )


def digest_text(opened: Sequence[Opened], digest: Digest) -> str:
    """The digest to be pasted elsewhere: each title, where it is from, and its sentences."""
    parts: list[str] = []
    for source, lines in groupby(digest.lines, lambda line: line.source):
        article = opened[source].article
        said = [f"- {_sentence(opened, line)}" for line in lines]
        parts.append("\n".join([article.title, *filter(None, [_kicker(article)]), "", *said]))
    return "\n\n".join(parts) + "\n"


def _rows(opened: Sequence[Opened], digest: Digest) -> Iterator[Row]:
    numbers = iter(range(1, len(digest.lines) + 1))
    for source, lines in groupby(digest.lines, lambda line: line.source):
        yield _title(opened[source].article)
        for line in lines:
            yield blank()
            yield _row(opened, line, next(numbers))
        yield blank()
    told = {line.source for line in digest.lines}
    for source, each in enumerate(opened):
        if source in digest.refusals:
            yield words(f"{each.article.title}: {digest.refusals[source]}")
    silent = len(opened) - len(told | digest.refusals.keys())
    if silent:
        yield words(
            f"{counted(silent, 'article')} more would add only what is said already, "
            "or comes in with a longer digest."
        )


def _title(article: Article) -> Row:
    """An article's title, and where it is from."""

    def draw(pen: Pen, current: bool) -> list[Line]:
        lines = pen.folded(article.title, 0, 2, pen.style(bold=True))
        kicker = pen.glyphs.said(_kicker(article))
        return [*lines, *(pen.folded(kicker, 0, 1, pen.style("dim")) if kicker else [])]

    return Row(draw)


def _kicker(article: Article) -> str:
    """``Harbour Gazette · 2026-03-12``."""
    return " · ".join(filter(None, [source_name(article), (article.published or "")[:10]]))


def _row(opened: Sequence[Opened], line: DigestLine, number: int) -> Row:
    """A sentence, who else says it, and where it stands."""
    text = _sentence(opened, line)
    paragraph = opened[line.source].reading.paragraph(line.line.start)
    titles = [f"“{opened[other].article.title}”" for other in line.also]
    said = [f"also in {', '.join(titles)}"] if titles else reasons(line.line.why)

    def draw(pen: Pen, current: bool) -> list[Line]:
        lines = pen.folded(text, _INDENT, None, pen.style())
        lines[0][0] = (f"{number:>2}  ", pen.style("accent", bold=True))
        return [*lines, last_line(pen, said, paragraph)]

    return Row(draw, (Span(line.line.start, line.line.end),))


def _sentence(opened: Sequence[Opened], line: DigestLine) -> str:
    return " ".join(opened[line.source].reading.text[line.line.start : line.line.end].split())
