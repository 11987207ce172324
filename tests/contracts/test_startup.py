"""What is loaded when: the screen starts without the heavy packages, the help without Textual."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "breadability",
    "chardet",
    "feedparser",
    "httpx",
    "lxml",
    "nltk",
    "numpy",
    "requests",
    "sumy",
    "trafilatura",
}
SCREEN = {"rich", "textual"}
TELL = "import json, sys; print(json.dumps(sorted(sys.modules)), file=sys.__stderr__)"
COMMAND = """
import sys
from tui.__main__ import main
sys.argv = ["broadsheet", *sys.argv[1:]]
try:
    sys.exit(main())
except SystemExit as end:
    assert not end.code, end.code
"""


def loaded(code: str, *arguments: str) -> set[str]:
    """Every module that is loaded once ``code`` has run in a Python of its own."""
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\n{TELL}", *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert result.returncode == 0, result.stderr
    names: list[str] = json.loads(result.stderr.splitlines()[-1])
    return set(names)


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_the_package_itself_imports_nothing() -> None:
    before = loaded("")
    assert loaded("import tui") - before == {"tui"}


def test_the_screen_starts_without_the_heavy_packages() -> None:
    modules = packages(loaded("import tui.app.app"))
    assert "textual" in modules
    assert not modules & HEAVY


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["add", "--help"], ["list"], ["samples", "add"]],
    ids=" ".join,
)
def test_a_command_loads_no_screen(arguments: list[str]) -> None:
    assert not packages(loaded(COMMAND, *arguments)) & SCREEN


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    assert not packages(loaded(COMMAND, argument)) & (HEAVY | {"markdown_it", "sqlite3"})


def test_the_default_gist_and_the_facts_need_no_heavy_package(repository: Path) -> None:
    seed = str(next((repository / "seeds").glob("000_*.txt")))
    for command in ("summarize", "quotes", "figures"):
        assert not packages(loaded(COMMAND, command, seed)) & {"sumy", "nltk", "numpy"}


def test_no_module_loads_a_heavy_package_when_it_is_imported(repository: Path) -> None:
    package = repository / "tui"
    names = [
        ".".join(path.relative_to(repository).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(package.rglob("*.py"))
        if path.name != "__main__.py"
    ]
    assert "tui.model" in names
    modules = packages(loaded("\n".join(f"import {name}" for name in names)))
    assert not modules & (HEAVY | {"snowballstemmer"})
