"""The library with many articles beside one with few: paint, pages, search, counts, bytes, storing.

Run as ``python -m tests.bench.scale [SIZE ...]``; without sizes it takes 1,000 and 100,000. What is
built is kept below the system's folder for temporary files and used again, which is said where the
code that stores has changed since. Every other article has been read for facts. "As typed" is what
the search on the screen asks for: a last word of three letters may go on.
"""

from __future__ import annotations

import hashlib
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from random import Random

from tests.bench import scale_texts
from tests.bench.report import Part, Table, show
from tests.bench.startup import QUIT, REPOSITORY, SIZE, Measured, environment_at, start
from tests.terminal.process import PtyProcess
from tests.terminal.screen import TerminalScreen
from tui.facts import RULES_VERSION
from tui.library import Library
from tui.library.query import as_typed
from tui.library.schema import MIGRATIONS

SIZES = (1_000, 100_000)
PORTION = 1_000
PAINTS = 7
TIMES = 100
"""How often each question is asked."""
_TEXT = ("text_version",)
_INDEX = re.compile(r"text_index")
_APART = {"page bytes": "raw", "facts": "fact", "notes": "note", "journal": "batch|change"}

Measures = Mapping[str, float]


def parts(sizes: Sequence[int] = SIZES) -> Iterator[Part]:
    """One table; the last column says what is aimed at."""
    homes = [built(size) for size in sizes]
    painted = _painted(homes)
    measured = [
        {**measure(home, size), **each}
        for home, size, each in zip(homes, sizes, painted, strict=True)
    ]
    rows = [(name, *(form(each) for each in measured), aim) for name, form, aim in _ROWS]
    yield Table(
        f"Articles of {scale_texts.WORDS} words, Zipf's vocabulary of {scale_texts.VOCABULARY:,}",
        ("", *(f"{size:,}" for size in sizes), "aim"),
        rows,
    )
    if len(sizes) > 1:
        yield _ratio(measured[0], measured[-1])


def _ratio(few: Measures, many: Measures) -> str:
    ratio = many["paint"] / few["paint"]
    return (
        f"First output with the most articles / with the fewest: {ratio:.2f} (aim: 1.1 at most),"
        f" ready {many['ready'] / few['ready']:.2f}."
    )


def _number(name: str, digits: int = 1) -> Callable[[Measures], str]:
    return lambda measured: f"{measured[name]:,.{digits}f}"


def _rate(name: str) -> Callable[[Measures], str]:
    number = _number(name, 0)
    return lambda measured: number(measured) + (" (older code)" if measured["older code"] else "")


_ROWS: tuple[tuple[str, Callable[[Measures], str], str], ...] = (
    ("first output that is not blank, ms", _number("paint"), ""),
    ("list shown, ms", _number("ready"), ""),
    ("processor time when shown, ms", _number("cpu"), ""),
    ("memory of the app when shown, MB", _number("app"), ""),
    ("page of 100 anywhere, ms, p50", _number("page p50", 2), ""),
    ("page of 100 anywhere, ms, p95", _number("page p95", 2), "5"),
    ("counts of views, ms, p95", _number("counts p95"), "20"),
    ("ids of a whole view, ms, p95", _number("ids p95"), ""),
    ("two words as typed, best first, ms, p50", _number("typed p50"), ""),
    ("two words as typed, best first, ms, p95", _number("typed p95"), "50"),
    ("two words as typed, newest first, ms, p50", _number("typed newest p50"), ""),
    ("two words as typed, newest first, ms, p95", _number("typed newest p95"), ""),
    ("two whole words, best first, ms, p95", _number("search p95"), ""),
    ("commonest word, best first, ms, p95", _number("common p95"), "150"),
    ("commonest word, newest first, ms, p95", _number("newest p95"), ""),
    ("the list filtered by a word, ms, p95", _number("filter p95"), "50"),
    ("by two words, ms, p95", _number("filter pair p95"), ""),
    ("by a word ruled out, ms, p95", _number("filter not p95"), ""),
    ("by a phrase of the two commonest words, ms", _number("filter phrase p50"), ""),
    ("what site: may go on with, ms, p95", _number("sites p95"), "30"),
    ("memory of all that, MB", _number("library"), "60"),
    ("text and index, bytes an article", _number("text and index", 0), "10,000"),
    ("of that texts", _number("texts", 0), ""),
    ("of that index of words", _number("index of words", 0), ""),
    ("of that rows and their order", _number("rows", 0), ""),
    *((f"apart: {name}", _number(name, 0), "") for name in _APART),
    ("storing, articles a second", _rate("storing"), "2,000"),
    ("storing, articles a second of processor time", _rate("storing by processor"), ""),
)


def built(size: int) -> Path:
    """A home of Broadsheet with so many articles, made if it is not there yet."""
    home = Path(tempfile.gettempdir()) / f"broadsheet-scale-{len(MIGRATIONS)}-{size}"
    if (home / "storing.json").exists():
        return home
    library = Library(home / "data" / "library.sqlite3")
    drafts = scale_texts.drafts(size)
    spent = {"storing": 0.0, "storing by processor": 0.0}
    try:
        with library.batch(f"{size} articles added"):
            while portion := list(islice(drafts, PORTION)):
                before, busy = time.perf_counter(), time.process_time()
                library.add_all(portion)
                spent["storing"] += time.perf_counter() - before
                spent["storing by processor"] += time.process_time() - busy
        _lead_a_life(library, size)
        _keep_facts(library, size)
    finally:
        library.close()
    rates = {name: size / seconds for name, seconds in spent.items()}
    storing = {**rates, "code": _code_that_stores()}
    (home / "storing.json").write_text(json.dumps(storing), "utf-8")
    return home


def _storing(home: Path) -> Measures:
    """The rates at which it was stored, and whether that was by other code than today's."""
    kept = json.loads((home / "storing.json").read_text("utf-8"))
    older = kept.pop("code", "") != _code_that_stores()
    return {**kept, "older code": float(older)}


def _code_that_stores() -> str:
    """A digest of it: the rate of a library that is used again may be of older code."""
    folders = [REPOSITORY / "tui" / name for name in ("library", "text")]
    files = sorted(path for each in folders for path in each.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _lead_a_life(library: Library, size: int) -> None:
    """Read, star, archive and tag some of the articles, so that views differ."""
    chance = Random(scale_texts.SEED)
    numbers = range(1, size + 1)
    library.set_read(chance.sample(numbers, size // 2), True)
    library.set_starred(chance.sample(numbers, size // 50), True)
    library.set_archived(chance.sample(numbers, size // 4), True)
    library.tag(chance.sample(numbers, size // 20), ["economy"])
    for number in chance.sample(numbers, 20):
        library.add_note(number, "Worth another look.")


def _keep_facts(library: Library, size: int) -> None:
    """Let every other article have been read for facts."""
    with library.batch("facts kept"):
        for number, draft in enumerate(islice(scale_texts.drafts(size), 0, None, 2)):
            library.store_facts(2 * number + 1, RULES_VERSION, scale_texts.facts(draft))


def measure(home: Path, size: int) -> Measures:
    """All but starts of one library; the questions are asked in a process of their own."""
    command = [sys.executable, "-m", "tests.bench.scale", "--ask", str(home)]
    asked = subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE)
    return {
        **json.loads(asked.stdout),
        **_bytes(home, size),
        **_storing(home),
    }


def ask(home: Path) -> Measures:
    """The times of the library's answers, and the memory that they took."""
    chance = Random(scale_texts.SEED)
    words = scale_texts.vocabulary()
    library = Library(home / "data" / "library.sqlite3")
    ids = library.ids("all")

    def page() -> None:
        library.page("all", "added", "", library.key(chance.choice(ids)), 100)

    def word() -> str:
        return words[int(len(words) ** chance.random())]

    def pair() -> str:
        return f"{word()} {word()}"

    times = {
        "page": _times(page),
        "counts": _times(library.counts),
        "ids": _times(lambda: library.ids("inbox"), 20),
        "typed": _times(lambda: library.search(as_typed(pair()))),
        "typed newest": _times(lambda: library.search_newest(as_typed(pair()))),
        "search": _times(lambda: library.search(pair())),
        "common": _times(lambda: library.search(words[0]), 20),
        "newest": _times(lambda: library.search_newest(words[0]), 20),
        "filter": _times(lambda: library.ids("inbox", query=word())),
        "filter pair": _times(lambda: library.ids("inbox", query=pair())),
        "filter not": _times(lambda: library.ids("inbox", query=f"-{word()}")),
        "filter phrase": _times(lambda: library.ids("inbox", query=f'"{words[0]} {words[1]}"'), 5),
        "sites": _times(lambda: library.completions(f"site:{word()[:2]}"), 20),
    }
    library.close()
    return {
        **{f"{name} p50": statistics.median(each) for name, each in times.items()},
        **{f"{name} p95": sorted(each)[int(len(each) * 0.95)] for name, each in times.items()},
        "library": _peak_memory(),
    }


def _times(question: Callable[[], object], times: int = TIMES) -> list[float]:
    """Milliseconds of each answer, without the first one."""
    found = []
    for _ in range(times + 1):
        before = time.perf_counter()
        question()
        found.append((time.perf_counter() - before) * 1000)
    return found[1:]


def _peak_memory() -> float:
    with suppress(OSError):
        peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))
        return int(peak[1]) * 1024 / 1e6 if peak else 0.0
    return 0.0


def _bytes(home: Path, size: int) -> Measures:
    """Bytes an article by what they are for, whole pages counted."""
    library = Library(home / "data" / "library.sqlite3")
    with library._store.reading() as connection:
        pages = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    library.close()
    apart = {
        name: sum(each for table, each in pages.items() if re.match(pattern, table)) / size
        for name, pattern in _APART.items()
    }
    texts = sum(pages[name] for name in _TEXT) / size
    index = sum(each for name, each in pages.items() if _INDEX.match(name)) / size
    whole = sum(pages.values()) / size - sum(apart.values())
    return {
        "text and index": whole,
        "texts": texts,
        "index of words": index,
        "rows": whole - texts - index,
        **apart,
    }


def _painted(homes: Sequence[Path]) -> list[Measures]:
    """Medians of what a start of the app takes with each library, started in turns.

    The first turn only warms the caches of files.
    """
    measured = [Measured() for _ in homes]
    titles = [_newest_title(home) for home in homes]
    for turn in range(PAINTS + 1):
        for home, title, into in zip(homes, titles, measured, strict=True):
            _start_once(home, title, into if turn else Measured())
    return [
        {
            "paint": statistics.median(each.first_paint),
            "ready": statistics.median(each.ready),
            "cpu": statistics.median(each.cpu),
            "app": statistics.median(each.memory) * 2**20 / 1e6,
        }
        for each in measured
    ]


def _start_once(home: Path, title: str, into: Measured) -> None:
    process = PtyProcess((sys.executable, "-m", "tui"), SIZE, environment_at(str(home)))
    try:
        start(process, TerminalScreen(*SIZE), title, into)
        process.write(QUIT)
        while process.read(2.0) is not None:
            pass
    finally:
        process.close()


def _newest_title(home: Path) -> str:
    library = Library(home / "data" / "library.sqlite3")
    [article] = library.page("inbox", "added", "", None, 1)
    library.close()
    return article.title[:12]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ask"]:
        print(json.dumps(ask(Path(sys.argv[2]))))
    else:
        show(parts([int(size) for size in sys.argv[1:]] or SIZES))
