from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.driver import Broadsheet, spawn
from tui.cli.long_work import LongWork
from tui.config import folders
from tui.desk.safekeeping import Safekeeping


@pytest.fixture
def library(broadsheet: Broadsheet, report: Path, home: Path) -> Path:
    broadsheet("note", str(report), "Ask about the cost.")
    broadsheet("star", "1")
    return home / "data" / "library.sqlite3"


def overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


def root_of(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    root = connection.execute(sql, (table,)).fetchone()[0]
    connection.close()
    return int(root)


def test_a_backup_is_made_listed_and_restored(broadsheet: Broadsheet, library: Path) -> None:
    made = Path(broadsheet("backup").lines[0])
    assert made.parent == library.parent / "backups"
    broadsheet("note", "delete", "1")
    (line,) = broadsheet("backup", "--list").lines
    assert line.endswith(f"· the whole library · {made}")
    assert broadsheet("restore").lines == [line]
    result = broadsheet("restore", str(made))
    assert result.code == 0
    aside = library.with_name("library.before-restore.sqlite3")
    assert result.lines == [
        f"What was there is now {aside}",
        f"The backup is now the library {library}",
    ]
    assert "Ask about the cost." in broadsheet("notes").out
    assert aside.exists()


def test_a_second_backup_of_a_day_leaves_the_first_where_it_was_said_to_be(
    broadsheet: Broadsheet, library: Path
) -> None:
    first = broadsheet("backup").lines
    second = broadsheet("backup", "--json").value
    assert first != [second["backup"]]
    assert second["removed"] == []
    assert Path(first[0]).exists()
    many = [broadsheet("backup").lines for _ in range(6)]
    assert many[-1][1] == f"Removed, being older than what is kept: {first[0]}"
    assert not Path(first[0]).exists()


def test_stars_that_come_back_with_notes_are_counted(
    broadsheet: Broadsheet, library: Path, home: Path
) -> None:
    made = Safekeeping(folders()).backup(whole=False).path
    broadsheet("unstar", "1")
    lines = broadsheet("restore", str(made)).lines
    assert lines == [
        f"0 notes came back into {library}, 0 articles with them",
        "1 star, tag or mark was set as in the backup",
    ]
    assert broadsheet("list", "is:starred").lines != []
    broadsheet("undo")
    assert broadsheet("list", "is:starred").lines == []


def test_a_backup_goes_to_a_file_and_overwrites_none(
    broadsheet: Broadsheet, library: Path, tmp_path: Path
) -> None:
    target = tmp_path / "my copy.sqlite3"
    assert broadsheet("backup", "--to", str(target), "--json").value["bytes"] > 0
    again = broadsheet("backup", "--to", str(target))
    assert (again.code, again.out) == (1, "")
    assert again.err == f"{target} is there already and was not overwritten.\n"
    assert broadsheet("backup", "--to", str(tmp_path / "no" / "copy")).code == 1


def test_notes_alone_come_back_into_a_library_that_has_the_article(
    broadsheet: Broadsheet, library: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.backups.SMALL_BYTES", 0)
    made = broadsheet("backup").lines[0]
    assert made.endswith("-notes.sqlite3")
    for file in library.parent.glob("library.sqlite3*"):
        file.unlink()
    broadsheet("add", str(report))
    merged = broadsheet("restore", made, "--json").value["merged"]
    assert merged == {"notes": 1, "articles": 0, "waiting": 0, "queries": 0, "marks": 1}
    assert "Ask about the cost." in broadsheet("notes").out
    assert broadsheet("list", "is:starred").lines != []
    assert broadsheet("undo").out == "Backup restored: undone\n"
    assert broadsheet("notes").lines == []


def test_check_is_content_with_a_good_library_and_says_what_is_wrong_with_another(
    broadsheet: Broadsheet, library: Path
) -> None:
    good = broadsheet("check")
    assert good.code == 0
    assert good.lines[0] == f"All is in order: 1 article, 1 note · {library}"
    assert good.lines[1] == "There is no backup yet."
    connection = sqlite3.connect(library)
    connection.execute("DELETE FROM note_version")
    connection.commit()
    connection.close()
    bad = broadsheet("check", "--json")
    assert bad.code == 1
    assert bad.value["problems"] == ["Note 1 has lost its words."]
    assert bad.value["ok"] is False
    assert broadsheet("check").lines[:2] == [
        "Note 1 has lost its words.",
        f"1 thing is wrong: 1 article, 1 note · {library}",
    ]


def test_a_backup_that_may_not_grow_so_large_is_what_the_sentence_names(
    broadsheet: Broadsheet, library: Path, home: Path
) -> None:
    script = (
        "import resource, sys; from tui.__main__ import main;"
        " resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); sys.exit(main(['backup']))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr.startswith(str(library.parent / "backups"))
    assert "no file may grow beyond 100,000 bytes here (ulimit -f)" in run.stderr
    assert Safekeeping(folders()).backups() == []


def test_a_file_that_is_no_backup_is_not_called_a_library(
    broadsheet: Broadsheet, library: Path, report: Path
) -> None:
    told = broadsheet("restore", str(report)).err
    assert f"{report} is no backup of Broadsheet's" in told
    assert "puts a backup in its place" not in told


def test_a_damaged_library_is_recovered_and_put_in_place(
    broadsheet: Broadsheet, library: Path
) -> None:
    overwrite(library, root_of(library, "article"))
    assert "broadsheet recover" in broadsheet("list").err
    result = broadsheet("recover")
    assert result.code == 0
    new = library.with_name("library.recovered.sqlite3")
    assert result.lines[-2] == f"Saved into {new}"
    assert "note: 1 row, none lost" in result.lines
    assert broadsheet("restore", str(new)).code == 0
    assert "Ask about the cost." in broadsheet("notes").out
    assert broadsheet("check").code == 0


def test_where_the_beginning_is_gone_the_backups_are_named(
    broadsheet: Broadsheet, library: Path
) -> None:
    overwrite(library, 1)
    none = broadsheet("recover")
    assert none.code == 1
    assert "only a backup helps" in none.err
    assert f"There is none in {library.parent / 'backups'}." in none.err


def test_a_whole_backup_replaces_a_library_whose_beginning_is_gone(
    broadsheet: Broadsheet, library: Path
) -> None:
    made = broadsheet("backup").lines[0]
    overwrite(library, 1)
    assert broadsheet("list").err.count("\n") == 1
    assert made in broadsheet("recover").err
    assert broadsheet("restore", made).code == 0
    assert "Ask about the cost." in broadsheet("notes").out


@pytest.mark.parametrize("words", [["backup"], ["check"], ["recover"]], ids=" ".join)
def test_without_a_library_nothing_is_made(
    broadsheet: Broadsheet, home: Path, words: list[str]
) -> None:
    result = broadsheet(*words)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("There is no ")
    assert not (home / "data").exists()


def test_a_library_open_elsewhere_is_not_replaced(
    broadsheet: Broadsheet, library: Path, tmp_path: Path
) -> None:
    made = broadsheet("backup").lines[0]
    script = (
        "import sys, pathlib; from tui.library import Library;"
        " library = Library(pathlib.Path(sys.argv[1])); library.counts();"
        " print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout is not None
    other.stdout.readline()
    result = spawn(["restore", made])
    assert result.returncode == 1
    assert f"(process {other.pid})" in result.stderr.decode()
    other.communicate()
    assert json.loads(spawn(["restore", made, "--json"]).stdout)["aside"]


def test_a_note_that_the_library_would_not_take_is_saved_with_the_next_one(
    broadsheet: Broadsheet, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(library, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    failed = broadsheet("note", "id:1", "Typed in vain.")
    other.close()
    assert failed.code == 1
    assert failed.err.count("\n") == 1
    assert "locked" in failed.err
    assert "; what you wrote waits in " in failed.err
    assert "Typed in vain." not in broadsheet("notes").out
    saved = broadsheet("note", "id:1", "Typed again.")
    assert saved.code == 0
    assert saved.err == "What could not be saved last time is saved now: “Typed in vain.”.\n"
    assert "Typed in vain." in broadsheet("notes").out


@pytest.fixture
def interrupts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ctrl+c is pressed as soon as long work says what it does."""
    doing = LongWork.doing

    def pressed(work: LongWork, words: str) -> None:
        doing(work, words)
        signal.raise_signal(signal.SIGINT)
        # The work has another thread than the one that hears of it.
        while not work.stopped():
            time.sleep(0.001)

    monkeypatch.setattr(LongWork, "doing", pressed)
    # Whoever runs the tests in the background of a shell has interrupts ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["backup"], "no backup was made."),
        (["check"], "not everything was looked at."),
        (["recover"], "no new file was written."),
        (["restore", "COPY"], "nothing was restored, and the library is as it was."),
    ],
)
def test_an_interrupt_ends_long_work_with_one_sentence_and_leaves_nothing_half_done(
    broadsheet: Broadsheet,
    library: Path,
    tmp_path: Path,
    words: list[str],
    left: str,
    request: pytest.FixtureRequest,
) -> None:
    copy = tmp_path / "copy.sqlite3"
    broadsheet("backup", "--to", str(copy))
    before = {path.name for path in library.parent.iterdir()} | {"backups"}
    request.getfixturevalue("interrupts")
    result = broadsheet(*(str(copy) if word == "COPY" else word for word in words))
    assert (result.code, result.out, result.err) == (130, "", f"Stopped: {left}\n")
    assert {path.name for path in library.parent.iterdir()} | {"backups"} == before
    assert list((library.parent / "backups").glob("*")) == []
    assert "Ask about the cost." in broadsheet("notes").out
