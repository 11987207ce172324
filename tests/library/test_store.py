from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tui.library import Library
from tui.library.faults import StorageFault
from tui.library.store import Store
from tui.model import Draft, LibraryError

WRITER = """
import sys
from pathlib import Path
from tui.library import Library
library = Library(Path(sys.argv[1]))
for number in range(100):
    library.add_note(1, f"{sys.argv[2]} {number}")
library.close()
"""


def test_two_processes_and_two_threads_write_at_once_and_nothing_is_lost(
    library: Library, path: Path, draft: Callable[..., Draft]
) -> None:
    library.add(draft())
    others = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("b", "c")
    ]

    def write(name: str) -> None:
        for number in range(100):
            library.add_note(1, f"{name} {number}")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, ("d", "e")))
    assert [other.wait() for other in others] == [0, 0]
    expected = {f"{name} {number}" for name in "bcde" for number in range(100)}
    found = [note.text for note in library.notes()]
    assert set(found) == expected
    assert len(found) == 400


def test_the_version_changes_with_every_commit_of_this_thread_another_and_another_process(
    library: Library, path: Path, draft: Callable[..., Draft]
) -> None:
    seen = [library.data_version()]
    library.add(draft())
    seen.append(library.data_version())
    with ThreadPoolExecutor(1) as pool:
        pool.submit(library.set_starred, [1], True).result()
        seen.append(pool.submit(library.data_version).result())
    subprocess.run([sys.executable, "-c", WRITER, str(path), "x"], check=True)
    seen.append(library.data_version())
    assert len(set(seen)) == 4
    library.set_starred([1], True)
    library.rows([1])
    assert library.data_version() == seen[-1]


def test_a_library_that_another_program_keeps_locked_gets_one_sentence(
    library: Library, path: Path, draft: Callable[..., Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.opening.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match=r"is locked|library locked"):
        library.add(draft())
    other.execute("ROLLBACK")
    other.close()
    assert library.add(draft()).fresh


def test_a_library_that_another_one_writes_to_is_opened_and_read_at_once(
    library: Library, path: Path, draft: Callable[..., Draft]
) -> None:
    library.add(draft("Kept"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    again = Library(path)
    assert again.read_only is None
    assert again.article(1).title == "Kept"
    other.execute("ROLLBACK")
    other.close()
    assert again.add(draft("More")).fresh
    again.close()


def test_a_full_disk_gets_one_sentence_and_what_was_there_stays(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    library.add(draft("Kept"))
    store = library._store
    with store.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection().execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(LibraryError, match="The disk is full"):
        library.add(draft("Too much", "long " * 20_000))
    assert [article.title for article in library.rows(library.ids("all"))] == ["Kept"]
    store._connection().execute("PRAGMA max_page_count = 1000000")
    assert library.add(draft("Too much", "long " * 20_000)).fresh
    library.close()


def test_a_transaction_that_fails_leaves_nothing_behind(path: Path) -> None:
    store = Store(path)

    def fail_half_way() -> None:
        with store.writing(durable=True) as connection:
            connection.execute("INSERT INTO batch (said) VALUES ('half')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM batch").fetchone()[0] == 0
    store.close()


def test_a_number_too_large_for_the_file_is_a_sentence(library: Library) -> None:
    with pytest.raises(LibraryError):
        library.body(10**30)
    with pytest.raises(LibraryError, match="There is no article"):
        library.article(10**30)
    assert library.set_read([10**30, -1], True) == 0


def test_notes_and_states_wait_for_the_disk_and_what_can_be_done_again_does_not(
    library: Library, draft: Callable[..., Draft]
) -> None:
    def level() -> int:
        row = library._store._connection().execute("PRAGMA synchronous").fetchone()
        return int(row[0])

    full, normal = 2, 1
    library.add(draft())
    assert level() == normal
    for write in (
        lambda: library.add_note(1, "a thought"),
        lambda: library.set_starred([1], True),
        lambda: library.delete([1]),
        library.undo,
    ):
        library.remember(1, 5)
        assert level() == normal
        write()
        assert level() == full


def test_closing_ends_the_work_of_other_threads_with_a_sentence(
    path: Path, draft: Callable[..., Draft]
) -> None:
    library = Library(path)
    for number in range(50):
        library.add(draft(f"Story {number}"))
    started = threading.Barrier(4)
    ends: list[str] = []

    def read() -> None:
        started.wait()
        try:
            while True:
                library.rows(library.ids("all", "title"))
        except LibraryError as error:
            ends.append(str(error))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    started.wait()
    library.close()
    library.close()
    for thread in threads:
        thread.join(20)
    assert ends == ["The library is closed."] * 3
    with pytest.raises(LibraryError, match="The library is closed"):
        library.data_version()


def test_the_connections_of_threads_that_ended_are_let_go(library: Library) -> None:
    for _ in range(20):
        thread = threading.Thread(target=library.counts)
        thread.start()
        thread.join()
    library.counts()
    assert len(library._store._connections) <= 2


@pytest.mark.parametrize("replaced", [True, False], ids=["replaced", "removed"])
def test_nothing_is_written_into_a_file_that_is_not_the_library_any_more(
    library: Library, path: Path, draft: Callable[..., Draft], replaced: bool
) -> None:
    library.add(draft())
    path.rename(path.with_name("aside.sqlite3"))
    if replaced:
        Library(path).close()
    with pytest.raises(StorageFault, match="was replaced or removed while it was open"):
        library.add_note(1, "kept nowhere")
    with pytest.raises(StorageFault):
        library.remember(1, 5)
