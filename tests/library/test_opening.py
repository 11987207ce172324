from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tui.library import Library
from tui.library.backups import write_whole
from tui.library.checking import check
from tui.library.opening import connect_to_read
from tui.library.waiting import stoppable
from tui.model import Cancelled, Draft, LibraryError

NOBODY = 65534


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def somebody() -> Iterator[None]:
    """Permissions hold for everybody but root, so root becomes nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    yield
    if root:
        os.seteuid(0)


@pytest.fixture(params=[(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)])
def locked(public: Path, draft: Callable[..., Draft], request: pytest.FixtureRequest) -> Path:
    """A library with one article whose file, or folder, or both, forbid writing."""
    file_mode, folder_mode = request.param
    path = public / "library.sqlite3"
    library = Library(path)
    library.add(draft("Kept"))
    library.close()
    path.chmod(file_mode)
    public.chmod(folder_mode)
    return path


def test_folder_and_file_are_the_readers_alone(path: Path) -> None:
    mask = os.umask(0)
    try:
        library = Library(path.parent / "deep" / "library.sqlite3")
    finally:
        os.umask(mask)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert (path.parent / "deep").stat().st_mode & 0o777 == 0o700
    for file in (path.parent / "deep").iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
    library.close()


def test_a_library_that_cannot_be_written_to_is_read(
    locked: Path, draft: Callable[..., Draft], request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("somebody")
    library = Library(locked)
    assert library.read_only == f"{locked} cannot be written to, so the library is only read."
    assert [article.title for article in library.page("all", "title", "", None, 9)] == ["Kept"]
    assert library.counts()["inbox"] == 1
    assert isinstance(library.data_version(), int)
    for write in (
        lambda: library.add(draft("More")),
        lambda: library.set_read([1], True),
        lambda: library.add_note(1, "a thought"),
        library.undo,
    ):
        with pytest.raises(LibraryError, match="only read"):
            write()
    library.close()


def test_a_library_that_cannot_be_written_to_is_checked_and_copied_elsewhere(
    locked: Path, request: pytest.FixtureRequest
) -> None:
    elsewhere = Path(tempfile.mkdtemp(prefix="broadsheet-"))
    elsewhere.chmod(0o777)
    request.getfixturevalue("somebody")
    report = check(locked)
    assert (report.articles, report.problems) == (1, ())
    write_whole(locked, elsewhere / "copy.sqlite3")
    assert [item.name for item in elsewhere.iterdir()] == ["copy.sqlite3"]
    shutil.rmtree(elsewhere, ignore_errors=True)


def test_a_folder_that_cannot_be_written_to_gets_one_sentence(
    public: Path, request: pytest.FixtureRequest
) -> None:
    public.chmod(0o555)
    request.getfixturevalue("somebody")
    with pytest.raises(LibraryError, match=r"new\.sqlite3 cannot be created: Permission denied"):
        Library(public / "new.sqlite3")


def test_a_library_whose_beginning_is_gone_gets_one_sentence(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    library.add(draft())
    library.close()
    with path.open("r+b") as file:
        file.write(b"\xa5" * 4096)
    with pytest.raises(LibraryError, match="its beginning is damaged"):
        Library(path)


def test_a_damaged_page_gets_a_sentence_and_the_rest_is_still_read(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    for number in range(30):
        library.add(draft(f"Story {number}", "words " * 2000))
    library.close()
    connection = sqlite3.connect(path)
    root = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'text_version'"
    ).fetchone()[0]
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    library = Library(path)
    with pytest.raises(LibraryError, match="is damaged"):
        library.body(3)
    assert library.article(3).title == "Story 2"
    library.close()


def test_a_folder_in_place_of_the_file_gets_one_sentence(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(LibraryError, match="is a folder, not a library"):
        Library(path)


def test_a_name_with_signs_of_an_address_is_only_a_name(
    tmp_path: Path, draft: Callable[..., Draft]
) -> None:
    path = tmp_path / "100% mine?mode=memory#1.sqlite3"
    library = Library(path)
    library.add(draft("Kept"))
    library.close()
    assert path.stat().st_size > 0
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == [path.name]


def test_every_connection_trusts_nothing_in_the_file(library: Library) -> None:
    wanted = {
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
        "journal_mode": "wal",
    }

    def settings() -> dict[str, object]:
        connection = library._store._connection()
        return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}

    assert settings() == wanted
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(settings).result() == wanted


def test_many_first_starts_at_once_make_one_library(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tui.library import Library;"
        " library = Library(Path(sys.argv[1])); print(library.counts()['all']); library.close()"
    )
    starts = [
        subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [(start.communicate()[0], start.returncode) for start in starts] == [(b"0\n", 0)] * 4


def test_a_statement_without_end_is_stopped_and_the_connection_goes_on(path: Path) -> None:
    Library(path).close()
    asked: list[None] = []

    def stopped() -> bool:
        asked.append(None)
        return len(asked) > 3

    with closing(connect_to_read(path)) as connection:
        endless = "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        with pytest.raises(Cancelled), stoppable(connection, stopped):
            connection.execute(endless).fetchone()
        assert connection.execute("SELECT 1").fetchone() == (1,)
