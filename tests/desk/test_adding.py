"""Articles are added in portions: quick, and nothing is told that is not kept."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from tui.config import folders
from tui.desk import AddProgress, Desk, portions
from tui.desk.adding import Errand, add_all, fail, never
from tui.desk.portions import Portion
from tui.library import Library
from tui.model import Body, Draft, SourceError


def draft(name: str, words: str = "") -> Draft:
    return Draft(name, Body(f"{name}\n\nWhat {name} is about. {words}"), f"/{name}", "plain", "en")


def jobs(count: int) -> list[Errand]:
    return [(f"/{n}", partial(draft, f"story {n}")) for n in range(count)]


def titles(desk: Desk) -> list[str]:
    return [article.title for article in desk.every("all")][::-1]


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """Three hundred files."""
    folder = tmp_path / "clips"
    folder.mkdir()
    for number in range(300):
        text = f"Clip {number}\n\nWhat stands in the clip with the number {number}."
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def test_whatever_is_told_is_in_the_library(desk: Desk, clips: Path) -> None:
    (clips / "100a.txt").write_bytes(b"\x7fELF\x00\x00\x00")
    (clips / "200a.txt").write_bytes((clips / "000.txt").read_bytes())
    seen: list[AddProgress] = []
    there: list[int] = []
    other = Library(folders().data / "library.sqlite3")

    def tell(at: AddProgress) -> None:
        seen.append(at)
        there.append(other.counts()["all"])

    report = desk.add([str(clips)], progress=tell)
    other.close()
    assert [at.added for at in seen] == there
    assert all(at.done == at.added + at.known + at.failed for at in seen)
    assert all(a.done < b.done for a, b in pairwise(seen))
    assert 3 < len(seen) < 300
    assert (seen[-1].done, seen[-1].total) == (302, 302)
    assert (len(report.added), len(report.known), len(report.failures)) == (300, 1, 1)
    assert titles(desk) == [f"Clip {number}" for number in range(300)]


def test_one_undo_takes_all_portions_out(desk: Desk, clips: Path) -> None:
    desk.add([str(clips)])
    assert desk.undo() == "300 articles added: undone"
    assert desk.counts()["all"] == 0
    assert desk.undo() is None


def test_adding_again_says_so_when_it_is_undone(desk: Desk, clips: Path) -> None:
    desk.add([str(clips)])
    desk.add([str(clips)], tags=["clips"])
    assert desk.undo() == "300 articles added again: undone"
    (clips / "000.txt").write_text("Clip 0\n\nIt says something else now.", "utf-8")
    desk.add([str(clips)], again=True)
    assert desk.undo() == "1 article renewed: undone"


def test_what_was_made_before_a_stop_is_added(desk: Desk, clips: Path) -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        # The files are asked about while they are listed, too.
        asked.append(None)
        return len(asked) > 300 + 101

    report = desk.add([str(clips)], cancelled=cancelled)
    assert report.stopped
    assert titles(desk) == [f"Clip {number}" for number in range(101)]
    assert desk.undo() == "101 articles added: undone"
    assert desk.counts()["all"] == 0


KILLED = """
import os, sys
from tui.desk import Desk

def tell(at):
    os.write(1, f"{at.added}\\n".encode())

Desk().add([sys.argv[1]], progress=tell)
"""


@pytest.mark.parametrize("told", [1, 3])
def test_an_import_that_is_killed_has_added_all_it_told_of(
    desk: Desk, clips: Path, told: int
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(clips)], stdout=subprocess.PIPE, env=os.environ.copy()
    )
    assert process.stdout is not None
    with process.stdout as lines:
        for _ in range(told):
            lines.readline()
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()
        counts = [int(line) for line in lines]
    there = titles(desk)
    assert len(there) >= max(counts, default=told)
    assert there == [f"Clip {number}" for number in range(len(there))]
    assert desk.search("clip number").hits
    if len(there) < 300:
        assert desk.undo() == "Articles added: undone"
        assert desk.counts()["all"] == 0


def test_an_article_that_cannot_be_taken_takes_no_other_with_it(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    broken = replace(draft("broken"), language=7)  # type: ignore[arg-type]  # that is what is wrong
    many = jobs(40)
    many[20:20] = [("/broken", lambda: broken), ("/gone", partial(fail, SourceError("Gone.")))]
    with caplog.at_level(logging.ERROR):
        report = add_all(desk._library, many, "articles", ["t"], False, None, never)
    assert titles(desk) == [f"story {n}" for n in range(40)]
    assert {article.tags for article in desk.every("all")} == {("t",)}
    assert [failure.source for failure in report.failures] == ["/broken", "/gone"]
    assert not report.stopped
    assert "TypeError" in caplog.text
    assert desk.undo() == "40 articles added: undone"


def test_a_library_that_takes_no_more_ends_it(desk: Desk, clips: Path) -> None:
    desk.add([str(clips / "000.txt")])
    with desk._library._store.writing(durable=True) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON text_version WHEN NEW.title = 'Clip 9'"
            " BEGIN SELECT raise(ABORT, 'no room'); END"
        )
    report = desk.add([str(clips)])
    assert report.stopped
    assert [Path(failure.source).name for failure in report.failures] == ["009.txt"]
    assert (len(report.added), len(report.known)) == (8, 1)
    assert titles(desk) == [f"Clip {number}" for number in range(9)]


def test_the_reader_can_write_between_two_portions(desk: Desk, clips: Path) -> None:
    desk.add([str(clips / "000.txt")])
    waited: list[bool] = []

    def tell(at: AddProgress) -> None:
        star = threading.Thread(target=desk.set_starred, args=([1], len(waited) % 2 == 0))
        star.start()
        star.join(60)
        waited.append(star.is_alive())

    desk.add([str(clips)], progress=tell)
    assert len(waited) > 1
    assert not any(waited)


@pytest.mark.parametrize(
    ("words", "most"), [("", portions.ARTICLES), ("word " * 20_000, 5), ("word " * 200_000, 1)]
)
def test_a_portion_is_bounded_by_articles_and_by_their_length(words: str, most: int) -> None:
    portion = Portion(seconds=3600)
    while not portion.full:
        portion.put("/story", draft("story", words))
    assert len(portion.made) <= most


@pytest.mark.parametrize("made", [3, SourceError("Gone.")])
def test_a_portion_ends_in_time_even_if_nothing_is_to_be_committed(
    made: int | SourceError,
) -> None:
    portion = Portion(seconds=0)
    assert not portion.made
    portion.put("/story", made)
    assert portion.full
    assert portion.drafts == []


def test_slow_sources_are_told_of_one_by_one(
    desk: Desk, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "SECONDS", 0)
    done: list[int] = []
    tell: Callable[[AddProgress], None] = lambda at: done.append(at.done)  # noqa: E731
    desk.add([str(clips)], progress=tell)
    assert done == list(range(1, 301))
