from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.driver import REPORT, Broadsheet, Result
from tui.__main__ import main


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short news report as a file."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def broadsheet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Broadsheet:
    """Runs ``broadsheet WORDS`` in this process, with these bytes on standard input."""

    def run(*words: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run
