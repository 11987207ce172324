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
LATER = (
    "textual.widgets._text_area",
    "tui.app.screens.add",
    "tui.app.screens.asking",
    "tui.app.screens.changes",
    "tui.app.screens.digest",
    "tui.app.screens.help",
    "tui.app.screens.languages",
    "tui.app.screens.notes",
    "tui.app.screens.overlay",
    "tui.app.screens.palette",
    "tui.app.screens.prompt",
    "tui.app.screens.search",
    "tui.app.screens.views",
    "tui.app.widgets.note_editor",
    "tui.desk.note_files",
    "tui.desk.note_import",
    "tui.desk.safekeeping",
    "tui.facts",
    "tui.importers",
    "tui.library.backups",
    "tui.library.checking",
    "tui.library.recovery",
    "tui.library.restoring",
    "tui.summarize",
    "tui.text.anchors",
    "tui.text.language",
    "tui.text.nearly",
    "tui.text.reading",
    "tui.text.words",
)
"""What is loaded only once the first screen is painted, or when somebody asks for it."""

FIRST_SCREEN = """
from tui.app.app import BroadsheetApp
from tui.desk import Desk
import tui.cli.adding, tui.cli.run
desk = Desk()
assert not desk.welcome()
assert desk.rows(desk.ids("inbox"))
BroadsheetApp(desk)
desk.close()
"""
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


def test_the_first_screen_is_painted_without_what_it_does_not_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_HOME", str(tmp_path))
    loaded(COMMAND, "samples", "add")
    modules = loaded(FIRST_SCREEN)
    assert "tui.app.screens.front" in modules
    early = [
        name
        for name in modules
        if name in LATER or name.startswith(tuple(f"{later}." for later in LATER))
    ]
    assert not early


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
