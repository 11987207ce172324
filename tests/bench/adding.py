"""Files added through the desk, in portions and one by one, and how long a reader waits meanwhile.

Run as ``python -m tests.bench.adding [FILES]``. Half of the files are pages, half plain text, each
of 600 words; both ways take turns on the same files, and the better of the rounds counts.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from tests.bench import scale_texts
from tests.bench.report import Part, Table, show
from tui.config import Folders
from tui.desk import AddProgress, Desk, portions
from tui.model import Draft

FILES = 1_000
ROUNDS = 3
_REST = 0.02
"""Seconds between two stars."""


class Run(NamedTuple):
    """What one import took.

    Attributes:
        rate: Files a second.
        busy: Files a second of processor time.
        told: The longest time without a word of progress, in milliseconds.
        star: How long the reader's star took at most meanwhile, in milliseconds.
    """

    rate: float
    busy: float
    told: float
    star: float


def parts(files: int = FILES) -> Iterator[Part]:
    """One table and the ratio of the two ways."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "files"
        _write(folder, files)
        ways = {"in portions": portions.ARTICLES, "one by one": 1}
        runs: dict[str, list[Run]] = {way: [] for way in ways}
        for number in range(ROUNDS):
            for way, most in ways.items():
                with patch.object(portions, "ARTICLES", most):
                    runs[way].append(_run(folder, Path(name) / f"{number}-{most}"))
    best = {way: _best(each) for way, each in runs.items()}
    yield Table(
        f"{files:,} files of {scale_texts.WORDS} words, half of them pages, half plain text",
        ("", "files a second", "of processor time", "no word for, ms", "a star waits, ms"),
        [(way, *(f"{value:,.0f}" for value in run)) for way, run in best.items()],
    )
    quicker = [best["in portions"][field] / best["one by one"][field] for field in (0, 1)]
    yield (
        f"In portions / one by one: {quicker[0]:.2f} times as many files a second,"
        f" {quicker[1]:.2f} times by processor time. The times without a word and of the star"
        " are the longest of the best round; a star waits for its own write to the disk, too."
    )


def _best(runs: list[Run]) -> Run:
    """Each figure's best round, as other programs only ever make it worse."""
    rates, busy, told, star = zip(*runs, strict=True)
    return Run(max(rates), max(busy), min(told), min(star))


def _write(folder: Path, files: int) -> None:
    folder.mkdir()
    for number, draft in enumerate(scale_texts.drafts(files)):
        if number % 2:
            (folder / f"{number:05}.txt").write_text(draft.body.text, "utf-8")
        else:
            (folder / f"{number:05}.html").write_text(_page(draft), "utf-8")


def _page(draft: Draft) -> str:
    paragraphs = draft.body.text.split("\n\n")[1:]
    text = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    title = escape(draft.title)
    return (
        f'<html><head><title>{title}</title><link rel="canonical" href="{draft.url}"></head>'
        '<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>'
        f"<article><h1>{title}</h1>{text}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


def _run(folder: Path, home: Path) -> Run:
    """Add the files to a new library, while a reader stars an article again and again."""
    desk = Desk(Folders(*(home / name for name in ("data", "config", "cache", "state", "logs"))))
    [starred] = desk.add_text("A story\n\nThat is starred while others are added.").added
    told = [time.perf_counter()]
    longest = [0.0]
    over = threading.Event()

    def tell(at: AddProgress) -> None:
        told.append(time.perf_counter())

    def star() -> None:
        while not over.wait(_REST):
            before = time.perf_counter()
            desk.set_starred([starred], True)
            desk.set_starred([starred], False)
            longest[0] = max(longest[0], (time.perf_counter() - before) / 2)

    reader = threading.Thread(target=star)
    reader.start()
    try:
        before, busy = time.perf_counter(), time.process_time()
        report = desk.add([str(folder)], progress=tell)
        seconds, busy = time.perf_counter() - before, time.process_time() - busy
    finally:
        over.set()
        reader.join()
        desk.close()
    files = len(report.added)
    pause = max(later - earlier for earlier, later in pairwise(told))
    return Run(files / seconds, files / busy, pause * 1000, longest[0] * 1000)


if __name__ == "__main__":
    show(parts(int(sys.argv[1]) if sys.argv[1:] else FILES))
