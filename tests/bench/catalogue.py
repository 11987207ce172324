"""Which benchmarks there are, in the order of the report, and what stands above each."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
_RUNS = re.compile(r"^if __name__", re.MULTILINE)
_NO_BENCHMARKS = frozenset({"__main__", "bare_list", "bare_key"})

_REPORT = {
    "rouge": ("Gist: quality", ("--half", "test", "--peers")),
    "gist": ("Gist: speed and memory", ()),
    "twins": ("Gist: sumy's LexRank and TextRank, fast", ("--limit", "60")),
    "digest": ("Gist: several articles at once", ()),
    "sentences": ("Sentences", ()),
    "languages": ("Languages", ()),
    "facts": ("Quotations and figures", ("--peers",)),
    "speakers": ("Who speaks", ()),
    "figures_news": ("Figures in news, judged strictly", ()),
    "startup": ("Starting up", ()),
    "latency": ("Keys", ("6",)),
    "stalls": ("A megabyte on the screen", ()),
    "scale": ("The library: 1,000 articles and 100,000", ()),
    "adding": ("Adding files", ()),
    "safekeeping": ("Keeping a library of 100,000 articles safe", ()),
    "peers": ("Peers and their versions", ()),
    "sources": ("The texts that were here", ()),
}


class Benchmark(NamedTuple):
    """A module that prints its tables, and the arguments that the report gives it."""

    name: str
    title: str
    arguments: tuple[str, ...]

    @property
    def command(self) -> str:
        """As one types it after the name of the Python."""
        return " ".join(("-m", f"tests.bench.{self.name}", *self.arguments))


def benchmarks() -> list[Benchmark]:
    """Every module here that can be run; one that the report does not know comes last."""
    there = {path.stem for path in HERE.glob("*.py") if _RUNS.search(path.read_text("utf-8"))}
    there -= _NO_BENCHMARKS
    known = [Benchmark(name, *_REPORT[name]) for name in _REPORT if name in there]
    return known + [Benchmark(name, _first_line(name), ()) for name in sorted(there - {*_REPORT})]


def _first_line(name: str) -> str:
    module = ast.parse((HERE / f"{name}.py").read_text("utf-8"))
    return (ast.get_docstring(module) or name).splitlines()[0].partition(":")[0].rstrip(".")
