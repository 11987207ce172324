"""Start-up and the list's cursor, beside a bare Textual list on the same terminal.

Both programs run in turns on real pseudo-terminals. What they write is stamped with the time when
it is read and only later replayed on an emulated screen, so that the emulator costs them nothing.

    python -m tests.bench.startup [RUNS]
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.report import LeftOut, Part, Row, Table, show
from tests.terminal.process import Chunk, PtyProcess
from tests.terminal.screen import TerminalScreen

SIZE = (120, 40)
REPOSITORY = Path(__file__).resolve().parents[2]
QUIET = 0.5
"""Seconds without output after which a start is over."""
KEY_QUIET = 0.3
"""The same for a key; longer than the pause before the list's cursor opens an article."""
PATIENCE = 30.0
DOWN, UP, QUIT = b"\x1b[B", b"\x1b[A", b"\x11"


@dataclass(frozen=True)
class Subject:
    """A program and the words of its first row."""

    name: str
    command: tuple[str, ...]
    row: str


@dataclass
class Measured:
    """All runs of one program: milliseconds, and mebibytes of memory."""

    first_paint: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)


def parts(runs: int) -> Iterator[Part]:
    """The table, where the system lets a process be watched."""
    if not Path("/proc/self/stat").exists():
        yield LeftOut("starting up", "this system has no /proc")
        return
    with tempfile.TemporaryDirectory() as home:
        environment = environment_at(home)
        rows = _fill(environment)
        subjects = (
            Subject("broadsheet", (sys.executable, "-m", "tui"), "South Korean"),
            Subject(
                "bare list",
                (sys.executable, "-m", "tests.bench.bare_list", str(rows)),
                "Article number 1",
            ),
        )
        measured = {subject.name: Measured() for subject in subjects}
        for turn in range(runs + 1):
            for subject in subjects:
                # The first turn only warms the caches of files.
                into = measured[subject.name] if turn else Measured()
                _run(subject, environment, rows, into)
    yield _table(measured["broadsheet"], measured["bare list"], rows)


def environment_at(home: str) -> dict[str, str]:
    """This environment, but a current terminal and an own folder for Broadsheet.

    Bytecode is kept, as it is for whatever is installed: a first run writes it into that folder.
    """
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TEXTUAL", "NO_COLOR"))}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    kept["PYTHONPYCACHEPREFIX"] = str(Path(home) / "bytecode")
    told = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return {**kept, **told, "BROADSHEET_HOME": home}


def _fill(environment: dict[str, str]) -> int:
    """Put the samples into the library; how many they are."""
    command = [sys.executable, "-m", "tui", "samples", "add"]
    subprocess.run(command, env=environment, cwd=REPOSITORY, check=True, capture_output=True)
    listing = subprocess.run(
        [sys.executable, "-m", "tui", "list"],
        env=environment,
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    return len(listing.stdout.splitlines())


def _run(subject: Subject, environment: dict[str, str], rows: int, into: Measured) -> None:
    process = PtyProcess(subject.command, SIZE, environment)
    try:
        screen = TerminalScreen(*SIZE)
        start(process, screen, subject.row, into)
        steps = max(1, rows - 1)
        for key in [DOWN] * steps + [UP] * steps:
            _press(process, screen, key, into)
        process.write(QUIT)
        while process.read(2.0) is not None:
            pass
    finally:
        process.close()


def start(process: PtyProcess, screen: TerminalScreen, row: str, into: Measured) -> None:
    """Wait until ``row`` is shown and nothing more is painted; keep when that was."""
    painted, ready = None, 0.0
    while not screen.shows(row):
        if process.now() > PATIENCE:
            raise SystemExit(f"{row} did not appear.")
        for chunk in _until_quiet(process, QUIET, first=PATIENCE):
            if not screen.feed(chunk.data):
                continue
            if painted is None and not screen.blank:
                painted = chunk.at
            ready = chunk.at
    if painted is None:
        raise SystemExit("Nothing was painted.")
    into.first_paint.append(painted * 1000)
    into.ready.append(ready * 1000)
    into.cpu.append(_cpu(process.child.pid))
    into.memory.append(_peak_memory(process.child.pid))


def _press(process: PtyProcess, screen: TerminalScreen, key: bytes, into: Measured) -> None:
    """Press a key; the time until the first cell that changed."""
    at = process.write(key)
    for chunk in _until_quiet(process, KEY_QUIET, first=2.0):
        if screen.feed(chunk.data) and at >= 0:
            into.keys.append((chunk.at - at) * 1000)
            at = -1.0


def _until_quiet(process: PtyProcess, quiet: float, first: float) -> list[Chunk]:
    """What comes until nothing has come for ``quiet`` seconds; ``first`` is for the beginning."""
    chunks: list[Chunk] = []
    while (chunk := process.read(quiet if chunks else first)) is not None:
        chunks.append(chunk)
    return chunks


def _cpu(pid: int) -> float:
    """Milliseconds of CPU time that the process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _peak_memory(pid: int) -> float:
    """The most memory that the process has had, in mebibytes."""
    peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
    return int(peak[1]) / 1024 if peak else 0.0


def _table(ours: Measured, bare: Measured, rows: int) -> Table:
    title = f"{SIZE[0]}x{SIZE[1]}, {rows} articles, {len(ours.ready)} runs in turns, medians"
    return Table(
        title,
        ("", "broadsheet", "bare list", "ratio"),
        (
            _row("first paint, ms", _middle(ours.first_paint), _middle(bare.first_paint)),
            _row("ready, ms", _middle(ours.ready), _middle(bare.ready)),
            _row("CPU time when ready, ms", _middle(ours.cpu), _middle(bare.cpu)),
            _row("memory when ready, MiB", _middle(ours.memory), _middle(bare.memory)),
            _row("cursor, ms", _middle(ours.keys), _middle(bare.keys)),
            _row("cursor, ms, p95", _late(ours.keys), _late(bare.keys)),
        ),
    )


def _row(name: str, ours: float, bare: float) -> Row:
    return name, f"{ours:.1f}", f"{bare:.1f}", f"{ours / bare:.2f}"


def _middle(values: Sequence[float]) -> float:
    return statistics.median(values)


def _late(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


if __name__ == "__main__":
    show(parts(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
