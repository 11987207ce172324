"""What was acknowledged is there, however the program ended and whoever else writes."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.library import Library
from tui.library.checking import check, page_damage
from tui.library.faults import StorageFault
from tui.model import Draft

ROUNDS = int(os.environ.get("KILL_ROUNDS", "20"))

KILLER = """
import os, random, signal, sys, time
from pathlib import Path
from tui.library import Library

path, rounds = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(7)


def write(number, name):
    library = Library(path)
    step = 0
    while True:
        step += 1
        text = f"{name} {number} {step}"
        if name == "app" or step % 3:
            note = library.add_note(1, text)
            os.write(1, f"note {note.id} {text}\\n".encode())
        else:
            library.edit_note(note.id, text)
            os.write(1, f"note {note.id} {text}\\n".encode())
        if step % 5 == 0:
            library.set_starred([1], step % 10 == 0)
            library.delete_note(note.id)
            os.write(1, f"gone {note.id}\\n".encode())


for number in range(rounds):
    children = []
    for name in ("app", "command"):
        child = os.fork()
        if child == 0:
            write(number, name)
        children.append(child)
    for child in children:
        time.sleep(chance.uniform(0.02, 0.12))
        os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
def test_no_acknowledged_note_is_lost_when_two_writers_are_killed_at_any_moment(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    library.add(draft())
    library.close()
    killer = subprocess.run(
        [sys.executable, "-c", KILLER, str(path), str(ROUNDS)], capture_output=True, check=True
    )
    texts: dict[int, str] = {}
    gone: set[int] = set()
    last: dict[str, int] = {}
    for line in killer.stdout.decode().splitlines():
        kind, number, *words = line.split(" ", 2)
        if kind == "note":
            texts[int(number)] = words[0]
            last[words[0].rpartition(" ")[0]] = int(number)
        else:
            gone.add(int(number))
    assert len(texts) > ROUNDS
    library = Library(path)
    found = {note.id: note.text for note in library.notes()}
    with library._store.reading() as connection:
        written = set(connection.execute("SELECT note, text FROM note_version").fetchall())
    library.close()
    lost = [number for number, text in texts.items() if (number, text) not in written]
    assert lost == []
    # The last thing that a writer did may have been done and not have been said.
    sure = texts.keys() - set(last.values())
    assert {n: texts[n] for n in sure - gone} == {n: found.get(n) for n in sure - gone}
    assert not gone & found.keys()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of two megabytes, if the system lets us have one."""
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-disk-"))
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if not done or done.returncode:
        folder.rmdir()
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_on_a_disk_that_is_really_full_one_sentence_is_said_and_nothing_is_lost(
    small_disk: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(small_disk / "library.sqlite3")
    library.add(draft("Kept"))
    library.add_note(1, "kept")
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free))

    def fill() -> None:
        for number in range(2000):
            library.add_note(1, f"note {number} " * 200)

    with pytest.raises(StorageFault) as fault:
        fill()
    assert str(fault.value).startswith("The disk is full: ")
    assert [article.title for article in library.rows(library.ids("all"))] == ["Kept"]
    kept = {note.text for note in library.notes()}
    assert "kept" in kept
    with pytest.raises(StorageFault, match="The disk is full"):
        library.add(draft("Too much", "long " * 100_000))
    (small_disk / "ballast").unlink()
    library.add_note(1, "room again")
    assert kept | {"room again"} == {note.text for note in library.notes()}
    library.close()


def test_a_library_that_nothing_has_open_is_read_on_a_full_disk_and_the_full_disk_is_named(
    small_disk: Path, draft: Callable[..., Draft]
) -> None:
    path = small_disk / "library.sqlite3"
    library = Library(path)
    library.add(draft("Kept"))
    library.add_note(1, "kept")
    library.close()
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free))
    library = Library(path)
    assert library.read_only is not None
    assert library.read_only.startswith(f"The disk is full, so {path} is only read.")
    assert [note.text for note in library.notes()] == ["kept"]
    with pytest.raises(StorageFault, match="The disk is full"):
        library.add_note(1, "too much")
    library.close()
    report = check(path)
    assert (report.problems, report.articles, report.notes) == ((), 1, 1)
    assert f"The disk is full: {path} can be read" in report.remarks[0]
    assert page_damage(path) is None
    with pytest.raises(StorageFault, match="The disk is full"):
        Library(small_disk / "new.sqlite3")
    ballast.unlink()
    library = Library(path)
    assert library.read_only is None
    assert library.add_note(1, "room again").text == "room again"
    library.close()


def test_on_a_full_disk_it_is_said_that_the_log_of_a_killed_process_is_not_read(
    small_disk: Path, draft: Callable[..., Draft]
) -> None:
    path = small_disk / "library.sqlite3"
    library = Library(path)
    library.add(draft("Kept"))
    library.close()
    script = (
        "import os, sys; from pathlib import Path; from tui.library import Library;"
        " Library(Path(sys.argv[1])).add_note(1, 'in the log'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    path.with_name("library.sqlite3-shm").unlink()
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free))
    library = Library(path)
    assert "in the log beside it" in (library.read_only or "")
    library.close()
    ballast.unlink()
    library = Library(path)
    assert [note.text for note in library.notes()] == ["in the log"]
    library.close()


def test_what_is_written_after_its_log_was_deleted_outlives_the_process(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    library.add(draft("Kept"))
    library.close()
    script = (
        "import os, sys; from pathlib import Path; from tui.library import Library;"
        " path = Path(sys.argv[1]); library = Library(path);"
        " library.add_note(1, 'before'); path.with_name(path.name + '-wal').unlink();"
        " library.add_note(1, 'after'); library.add_note(1, 'later'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    library = Library(path)
    assert sorted(note.text for note in library.notes()) == ["after", "before", "later"]
    library.close()
    assert check(path).problems == ()


def test_where_a_log_was_deleted_two_go_on_writing_and_see_each_other(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    library.add(draft("Kept"))
    path.with_name("library.sqlite3-wal").unlink()
    library.add_note(1, "one")
    other = Library(path)
    wanted = {"one"}
    for number in range(5):
        for each in (other, library):
            each.add_note(1, f"{id(each)} {number}")
            wanted.add(f"{id(each)} {number}")
            assert {note.text for note in library.notes()} == wanted
            assert {note.text for note in other.notes()} == wanted
    library.close()
    other.close()
    assert check(path).problems == ()
    library = Library(path)
    assert {note.text for note in library.notes()} == wanted
    library.close()


def test_where_a_file_may_not_grow_the_sentence_says_so_and_the_library_stays_whole(
    path: Path, draft: Callable[..., Draft]
) -> None:
    script = (
        "import resource, signal, sys; from pathlib import Path;"
        " from tui.library import Library; from tui.model import LibraryError;"
        " signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        " library = Library(Path(sys.argv[1]));"
        " resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))\n"
        "try:\n"
        "    while True: library.add_note(1, 'words ' * 2000)\n"
        "except LibraryError as error: print(error)\n"
    )
    library = Library(path)
    library.add(draft("Kept"))
    library.close()
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("No file may grow beyond 700,000 bytes here (ulimit -f)")
    assert run.stdout.count("\n") == 1
    assert str(path) in run.stdout
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    library = Library(path)
    assert library.add_note(1, "goes on").text == "goes on"
    library.close()


def test_a_library_of_a_newer_version_is_read_and_says_so(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    library.add(draft("Kept"))
    library.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    library = Library(path)
    assert library.read_only is not None
    assert "newer version of Broadsheet" in library.read_only
    assert library.article(1).title == "Kept"
    with pytest.raises(StorageFault, match="newer version"):
        library.add_note(1, "a thought")
    library.close()


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:00+00:00", "2099-12-31T23:59:59+00:00"])
def test_a_clock_that_jumps_changes_no_order(
    path: Path, draft: Callable[..., Draft], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    library = Library(path)
    library.add(draft("First"))
    note = library.add_note(1, "first")
    for module in ("articles", "notes"):
        monkeypatch.setattr(f"tui.library.{module}.now", lambda: moment)
    library.add(draft("Second"))
    library.add_note(1, "second")
    library.edit_note(note.id, "first, edited")
    titles = [article.title for article in library.rows(library.ids("all"))]
    assert titles == ["Second", "First"]
    assert [each.text for each in library.notes()] == ["second", "first, edited"]
    assert library.undo() == "Note edited: undone"
    assert library.undo() == "Note added: undone"
    library.close()
