"""An import under way: what is said of it, and that it can be stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.app.conftest import Sit, Sitting
from tui.app.adding import told
from tui.desk import AddFailure, AddProgress, AddReport

LOST = AddFailure("/a.txt", "/a.txt could not be read: there is no such file.")


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (AddReport(added=(1,)), "1 article added."),
        (AddReport(added=(1, 2)), "2 articles added. U takes them out again."),
        (AddReport(known=(1,)), "1 already here."),
        (AddReport(), "Nothing added."),
        (AddReport(failures=(LOST,)), LOST.reason),
        (AddReport(failures=(LOST, LOST)), "2 could not be read."),
        (
            AddReport((1, 2), (3,), (LOST,), stopped=True),
            "2 articles added, 1 already here, 1 could not be read. Stopped."
            " U takes them out again.",
        ),
    ],
)
def test_what_came_of_it_is_one_line(report: AddReport, words: str) -> None:
    assert told(report, "U") == words


def folder(root: Path, many: int) -> Path:
    clips = root / "clips"
    clips.mkdir()
    for number in range(many):
        text = f"Clip {number}\n\nThis is what stands in the clip with the number {number}.\n"
        (clips / f"{number:04}.txt").write_text(text, "utf-8")
    return clips


async def until_done(here: Sitting) -> None:
    for _ in range(200):
        await here.rest()
        if not here.page.adding.running:
            return
    raise AssertionError("the import did not end")


@pytest.mark.usefixtures("samples")
class TestAFolder:
    async def test_is_added_as_a_whole_and_taken_out_by_one_undo(
        self, sit: Sit, tmp_path: Path
    ) -> None:
        clips = folder(tmp_path, 5)
        (clips / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
        async with sit() as here:
            before = len(here.page.articles.ids)
            await here.press("a")
            await here.type(str(clips))
            await here.press("enter")
            await until_done(here)
            assert here.shows("    5  added")
            assert here.shows("NOT READ")
            assert here.shows("could not be read")
            await here.press("escape")
            assert len(here.page.articles.ids) == before + 5
            await here.press("U")
            assert len(here.page.articles.ids) == before

    async def test_goes_on_being_added_while_one_reads(self, sit: Sit, tmp_path: Path) -> None:
        clips = folder(tmp_path, 60)
        async with sit() as here:
            before = len(here.page.articles.ids)
            here.page.adding.start(str(clips))
            await here.pilot.press("enter", "s", "j")
            await until_done(here)
            assert len(here.page.articles.ids) == before + 60

    async def test_is_stopped_between_two_files_and_what_is_in_stays(
        self, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clips = folder(tmp_path, 50)
        async with sit() as here:
            before = len(here.page.articles.ids)
            adding = here.page.adding
            some_are_in, go_on = threading.Event(), threading.Event()
            # Every file a portion of its own, as slow ones are.
            monkeypatch.setattr("tui.desk.portions.SECONDS", 0)

            def note(progress: AddProgress) -> None:
                adding.progress = progress
                if progress.done == 10:
                    some_are_in.set()
                    go_on.wait(10)

            monkeypatch.setattr(adding, "_note", note)
            await here.press("a")
            await here.type(str(clips))
            await here.pilot.press("enter")
            while not some_are_in.is_set():
                await here.pilot.pause(0.01)
            assert adding.place == "adding 10 of 50"
            await here.pilot.press("x")
            go_on.set()
            await until_done(here)
            report = adding.report
            assert report is not None
            assert report.stopped
            assert 10 <= len(report.added) < 50
            await here.press("escape")
            assert len(here.page.articles.ids) == before + len(report.added)

    async def test_has_an_x_in_its_name_like_any_letter(self, sit: Sit) -> None:
        async with sit() as here:
            await here.press("a")
            await here.type("/x/box.txt")
            assert here.shows("/x/box.txt")

    async def test_a_second_one_waits_for_the_first(self, sit: Sit, tmp_path: Path) -> None:
        clips = folder(tmp_path, 30)
        async with sit() as here:
            here.page.adding.start(str(clips))
            here.page.adding.start("/nowhere")
            await until_done(here)
            report = here.page.adding.report
            assert report is not None
            assert (len(report.added), report.failures) == (30, ())


@pytest.mark.usefixtures("samples")
async def test_what_is_here_already_is_opened_not_added(sit: Sit, tmp_path: Path) -> None:
    path = folder(tmp_path, 1) / "0000.txt"
    async with sit() as here:
        for _ in range(2):
            here.page.adding.start(str(path))
            await until_done(here)
        report = here.page.adding.report
        assert report is not None
        assert len(report.known) == 1
        assert here.page.study.article is not None
        assert here.page.study.article.title == "Clip 0"
