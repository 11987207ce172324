"""The layers of the house, and that their check bites."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECK = (
    "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", CHECK],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(repository: Path, tmp_path: Path) -> Path:
    """A copy of the package and its contracts that a test may spoil."""
    shutil.copytree(
        repository / "tui", tmp_path / "tui", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(repository / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_module_imports_only_from_the_layers_below_it(repository: Path) -> None:
    result = lint(repository)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("text/spoiled.py", "import tui.library", "layers below"),
        ("model.py", "import tui.resources", "layers below"),
        ("stray.py", "", "layers below"),
        ("app/spoiled.py", "import tui.library", "through the desk"),
        ("facts/spoiled.py", "import time", "are pure"),
        ("cli/spoiled.py", "def f() -> None:\n    from rich import print", "Textual and Rich"),
        ("desk/spoiled.py", "import sqlite3", "SQLite only in library"),
        ("facts/spoiled.py", "import numpy", "sumy, nltk and numpy"),
        ("exporters/spoiled.py", "import lxml.html", "lxml, markdown-it and chardet"),
        ("cli/spoiled.py", "import http.client", "The network only"),
    ],
)
def test_a_wrong_import_breaks_the_contract(
    copy: Path, module: str, line: str, broken: str
) -> None:
    with (copy / "tui" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint(copy)
    assert result.returncode != 0
    assert broken in result.stdout
