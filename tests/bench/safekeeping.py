"""Checking, copying, restoring and recovering a large library, beside a plain copy of its file.

Run as ``python -m tests.bench.safekeeping [ARTICLES]``. It takes the library that
``tests.bench.scale`` builds and keeps. Each command is a process of its own, so that its memory can
be told; the plain copy is made in the same run and waits for the disk as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench import scale
from tests.bench.report import Part, Table, show
from tests.bench.startup import REPOSITORY, environment_at
from tui.library.whole import sync

ARTICLES = 100_000


_COMMANDS = (
    ("check", "check"),
    ("backup, notes and states", "backup"),
    ("backup, everything", "backup --to whole.sqlite3"),
    ("recover", "recover --to new.sqlite3"),
    ("restore notes and states", "restore NOTES"),
    ("restore everything", "restore whole.sqlite3"),
)
"""What is measured, one after the other; NOTES is the backup that the second one made."""


class Spent(NamedTuple):
    """What a command took: seconds, and megabytes at most."""

    seconds: float
    memory: float | None


def parts(articles: int = ARTICLES) -> Iterator[Part]:
    """One table."""
    built = scale.built(articles) / "data" / "library.sqlite3"
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "data").mkdir(mode=0o700)
        copy = Spent(_plain_copy(built, home / "data" / built.name), None)
        rows = [("plain copy", copy)]
        rows += [(what, _run(home, command)) for what, command in _COMMANDS]
    yield Table(
        f"A library of {articles:,} articles, {built.stat().st_size / 1e6:,.0f} MB",
        ("", "seconds", "times the plain copy", "memory, MB"),
        [
            (what, f"{spent.seconds:.1f}", f"{spent.seconds / copy.seconds:.1f}", _memory(spent))
            for what, spent in rows
        ],
    )


def _memory(spent: Spent) -> str | None:
    return None if spent.memory is None else f"{spent.memory:.0f}"


def _plain_copy(source: Path, target: Path) -> float:
    """The second of two copies: the first one has the file read from the disk."""
    for _ in range(2):
        target.unlink(missing_ok=True)
        before = time.perf_counter()
        shutil.copyfile(source, target)
        sync(target)
    return time.perf_counter() - before


def _run(home: Path, command: str) -> Spent:
    words = command.split()
    if words[-1] == "NOTES":
        [words[-1]] = map(str, (home / "data" / "backups").iterdir())
    environment = environment_at(str(home)) | {"PYTHONPATH": str(REPOSITORY)}
    before = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", *words], cwd=home, env=environment, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"broadsheet {command} ended with {process.returncode}")
    return Spent(time.perf_counter() - before, used.ru_maxrss * 1024 / 1e6)


if __name__ == "__main__":
    show(parts(int(sys.argv[1]) if sys.argv[1:] else ARTICLES))
