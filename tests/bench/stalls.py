"""The longest pause of the screen's thread while a megabyte of text is opened and its facts shown.

Run as ``python -m tests.bench.stalls [--size CODE_POINTS]``. The article is made of the shipped
English ones, over and over. A pause is the time in which the event loop could take no key.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tui.app.app import BroadsheetApp
from tui.desk import Desk
from tui.importers import draft_of_file
from tui.resources import seeds

_STEPS: tuple[tuple[str, Sequence[str]], ...] = (
    ("article shown", ("G",)),
    ("to the reader", ("enter",)),
    ("quotes", ("quotation_mark",)),
    ("numbers", ("number_sign",)),
    ("numbers once more", ("quotation_mark", "number_sign")),
    ("down three rows", ("down", "down", "down")),
    ("next lit thing, twice", ("right_square_bracket", "right_square_bracket")),
    ("narrow: percent", ("slash", *"percent")),
    ("narrow: nothing", tuple(["backspace"] * len("percent"))),
    ("end of the narrowing", ("escape",)),
    ("the last row", ("G",)),
    ("minor figures", ("enter",)),
)


class Probe:
    """Wakes every millisecond and keeps the longest time that it was late by."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        """Until it is cancelled."""
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            self.longest = max(self.longest, time.perf_counter() - before - 0.001)

    def take(self) -> float:
        """The longest pause since the last time, in seconds."""
        longest, self.longest = self.longest, 0.0
        return longest


def megabyte(size: int) -> str:
    """About ``size`` code points of prose."""
    drafts = [draft_of_file(path) for path in sorted(seeds().iterdir()) if path.is_file()]
    prose = "\n\n".join(draft.body.text for draft in drafts if draft.language == "en")
    return (prose + "\n\n") * (size // len(prose) + 1)


async def _rest(app: BroadsheetApp, pilot: Pilot[list[str]]) -> None:
    """Until no job is under way; the rows of a tab may come by a job of their own."""
    for _ in range(3):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause(0.1)


async def resting(desk: Desk) -> dict[str, float]:
    """The longest pause while facts are found that nobody asked for, the long article's too."""
    app = BroadsheetApp(desk)
    app.front.clerk.patience = 0.0
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.5)
        probe = Probe()
        watching = asyncio.create_task(probe.watch())
        while desk.without_facts():
            await pilot.pause(0.1)
        watching.cancel()
        return {"facts found in idle time": probe.take()}


async def pauses(desk: Desk) -> dict[str, float]:
    """The longest pause of each step, in seconds."""
    app = BroadsheetApp(desk)
    found: dict[str, float] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await _rest(app, pilot)
        probe = Probe()
        watching = asyncio.create_task(probe.watch())
        await asyncio.sleep(0)
        for name, keys in _STEPS:
            for key in keys:
                await pilot.press(key)
            await _rest(app, pilot)
            found[name] = probe.take()
        facts = app.front.study.lectern.facts
        if facts is not None:
            print(f"{len(facts.quotations):,} quotations, {len(facts.figures):,} figures")
        watching.cancel()
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=1_000_000, metavar="CODE_POINTS")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["BROADSHEET_HOME"] = home
        path = Path(home) / "long.txt"
        path.write_text(megabyte(options.size), "utf-8")
        desk = Desk()
        desk.add([str(path)])
        # They come above the long one, so that the app begins with one of them.
        desk.samples_add()
        for steps in (resting, pauses):
            for name, longest in asyncio.run(steps(desk)).items():
                print(f"{name:<28}{longest * 1000:>8.1f} ms")
        desk.close()


if __name__ == "__main__":
    main()
