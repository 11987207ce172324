"""Work away from the screen's thread: reads that a newer one replaces, writes in their order."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from textual.screen import Screen
from textual.worker import get_current_worker

from tui.model import BroadsheetError, Cancelled

T = TypeVar("T")
Stopped = Callable[[], bool]
"""Asked by long work now and then: whether nobody wants its result any more."""

_SECONDS_TO_WRITE = 6.0
"""That leaving waits at most for writes: longer than one writer waits for another."""

_log = logging.getLogger(__name__)


class Jobs:
    """Runs the desk's work in threads and brings results back to the screen.

    A failure becomes one message by ``complain``; the app goes on.
    """

    def __init__(self, screen: Screen[None], complain: Callable[[str], None]) -> None:
        self._screen = screen
        self._complain = complain
        self._closed = False
        self._leave_by: float | None = None
        self._readers = ThreadPoolExecutor(max_workers=8, thread_name_prefix="reader")
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def read(
        self,
        group: str,
        work: Callable[[Stopped], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[str], None] | None = None,
        alone: bool = True,
    ) -> None:
        """Run ``work``; if ``alone``, a newer job of its group takes its place."""
        if self._closed:
            return

        async def job() -> None:
            worker = get_current_worker()
            ok, result = await self._attempt(
                lambda: asyncio.get_running_loop().run_in_executor(
                    self._readers, work, lambda: worker.is_cancelled or self._closed
                ),
                failed,
            )
            if ok and not worker.is_cancelled and not self._closed:
                done(result)  # type: ignore[arg-type]  # ok says that it is a T

        self._run(job, group, exclusive=alone)

    def drop(self, group: str) -> None:
        """Nobody wants the results of this group any more."""
        self._screen.workers.cancel_group(self._screen, group)

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Run ``work`` after all earlier writes."""
        if self._closed:
            return
        future = self._writer.submit(work)

        async def job() -> None:
            ok, result = await self._attempt(lambda: asyncio.wrap_future(future), failed)
            if ok and done is not None and not self._closed:
                done(result)  # type: ignore[arg-type]  # ok says that it is a T

        self._run(job, "write", exclusive=False)

    def write_now(self, work: Callable[[], object]) -> bool:
        """Run ``work`` after all earlier writes and wait: only for the moment of leaving.

        All such waits together are bounded: a library that stays locked is not waited for.
        Whether it was done is known then, or that nobody could wait for it.
        """
        if self._closed:
            return False
        try:
            self._writer.submit(work).result(timeout=self._patience())
            return True
        except BroadsheetError as error:
            _log.error("while leaving: %s", error)
        except TimeoutError:
            _log.error("while leaving: there was no time left for what was to be written")
        return False

    def _patience(self) -> float:
        """Seconds that leaving may still wait."""
        now = time.monotonic()
        if self._leave_by is None:
            self._leave_by = now + _SECONDS_TO_WRITE
        return max(0.0, self._leave_by - now)

    def close(self) -> None:
        """Wait for what is under way, as nobody may use a library that is being closed.

        Long reads are told to stop; what is asked for later is not done. Once there is no time
        left, the write under way ends by itself and those behind it are given up.
        """
        self._closed = True
        self._readers.shutdown(wait=True, cancel_futures=True)
        late = self._leave_by is not None and not self._patience()
        self._writer.shutdown(wait=not late, cancel_futures=late)

    def _run(
        self, job: Callable[[], Coroutine[None, None, None]], group: str, *, exclusive: bool
    ) -> None:
        """Hand over the function, not its coroutine: one that never starts would be a warning."""
        screen: Screen[None] = self._screen
        screen.run_worker(job, group=group, exclusive=exclusive, exit_on_error=True)  # type: ignore[arg-type]

    async def _attempt(
        self,
        start: Callable[[], Awaitable[T]],
        failed: Callable[[str], None] | None,
    ) -> tuple[bool, T | None]:
        try:
            return True, await start()
        except Cancelled:
            return False, None
        except BroadsheetError as error:
            (failed or self._complain)(str(error))
        except Exception:
            _log.exception("a job failed")
            sentence = "Something went wrong; the log in the state folder says what."
            (failed or self._complain)(sentence)
        return False, None
