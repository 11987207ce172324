from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tui.importers import draft_of_bytes, draft_of_file, walk
from tui.importers.drafts import LIMIT
from tui.model import SourceError


def test_a_text_file_becomes_a_draft(tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text("The harbour opens\n\nShips came in all day.\n\nNobody counted them.\n")
    draft = draft_of_file(file)
    assert draft.title == "The harbour opens"
    assert draft.extractor == "plain"
    assert draft.source.endswith("harbour.txt")
    assert draft.raw is None


def test_the_home_folder_is_shown_as_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text("Words.")
    assert draft_of_file("~/a.txt").source == "~/a.txt"


def test_a_file_in_a_given_encoding(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Żółw idzie.".encode("iso-8859-2"))
    assert draft_of_file(file, "iso-8859-2").body.text.startswith("Żółw")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "empty.txt is empty."),
        ("blank.txt", b" \n\t\n", "blank.txt is empty."),
        ("marks.md", b"<!-- nothing -->", "There is no text in marks.md."),
        ("empty.html", b"<html><script>x()</script>", "There is no text in empty.html."),
        ("mark.txt", b"\xef\xbb\xbf", "There is no text in mark.txt."),
        ("report.pdf", b"%PDF-1.4", "report.pdf is a PDF; Broadsheet does not read those yet."),
        ("a.txt", b"\0\1\2" * 99, "a.txt is a binary file; Broadsheet does not read those yet."),
        (
            "feed.xml",
            b"<?xml version='1.0'?><rss/>",
            "feed.xml is a feed or a list of feeds; Broadsheet does not read those yet.",
        ),
    ],
)
def test_what_holds_no_article_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    with pytest.raises(SourceError) as caught:
        draft_of_bytes(data, name, source="stdin")
    assert str(caught.value) == sentence
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=name):
        draft_of_file(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no file .*gone\.txt\."):
        draft_of_file(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"is a folder, not a file\."):
        draft_of_file(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("Words.")
    file.chmod(0)
    with pytest.raises(SourceError, match=r"secret\.txt could not be read: permission denied\."):
        draft_of_file(file)


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(SourceError, match="could not be read"):
        draft_of_file(tmp_path / "a.txt")


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="is a pipe, not a file"):
        draft_of_file(tmp_path / "pipe.txt")


def test_a_socket_and_a_device_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        with pytest.raises(SourceError, match="s is a socket"):
            draft_of_file("s")
    with pytest.raises(SourceError, match="/dev/null is a device"):
        draft_of_file("/dev/null")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as sparse:
        sparse.truncate(60_500_000)
    with pytest.raises(SourceError, match=r"huge\.txt has 61 MB; the limit is 50 MB\."):
        draft_of_file(file)


def test_huge_bytes_are_refused_too() -> None:
    with pytest.raises(SourceError, match=r"stdin has 51 MB; the limit is 50 MB\."):
        draft_of_bytes(bytes(LIMIT + 1), "stdin", source="stdin")


@pytest.mark.parametrize(
    "address", ["https://x.example/a.html", "HTTP://x.example", "ftp://x.example/a.txt"]
)
def test_an_address_is_told_from_a_file(address: str) -> None:
    with pytest.raises(SourceError, match="is an address, and fetching pages is not built yet"):
        draft_of_file(address)


def test_escape_sequences_in_a_name_do_not_reach_the_message(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        draft_of_file(tmp_path / "a\x1b]0;owned\x07\nb.txt")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_with_a_zero_byte_is_no_crash() -> None:
    with pytest.raises(SourceError):
        draft_of_file("a\0b.txt")


def test_a_file_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "the_long-walk.html"
    file.write_text("<p>" + "…" * 30 + "</p>")
    assert draft_of_file(file).title == "the long walk"


def _touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Words.")


def test_a_folder_gives_its_articles_sorted_folder_by_folder(tmp_path: Path) -> None:
    _touch(tmp_path, "b.txt", "a.md", "c/d.HTML", "c/e.py", "picture.jpg", "z.htm", "old.pdf")
    found = [str(path.relative_to(tmp_path)) for path in walk(tmp_path)]
    assert found == ["a.md", "b.txt", "old.pdf", "z.htm", "c/d.HTML"]


def test_hidden_files_and_a_saved_pages_parts_are_passed_over(tmp_path: Path) -> None:
    _touch(tmp_path, ".git/a.txt", ".b.txt", "page.html", "page_files/frame.html", "my_files/x.txt")
    found = [str(path.relative_to(tmp_path)) for path in walk(tmp_path)]
    assert found == ["page.html", "my_files/x.txt"]


def test_links_are_not_followed_out_of_a_folder_nor_in_circles(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    _touch(inside, "a.txt")
    _touch(outside, "secret.txt")
    (inside / "out").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "b.txt").symlink_to(outside / "secret.txt")
    assert [path.name for path in walk(inside)] == ["a.txt"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone could not be listed"):
        list(walk(tmp_path / "gone"))


def test_the_tilde_of_nobody_is_a_file_that_is_not_there() -> None:
    with pytest.raises(SourceError, match=r"There is no file ~nobodyxx/x\."):
        draft_of_file("~nobodyxx/x")


def test_a_page_is_read_as_the_kind_it_is_said_to_be(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Words of <a href='/b'>a page</a> that is called a text.")
    draft = draft_of_file(page, url="https://x.example/a", kind="html")
    assert draft.url == "https://x.example/a"
    assert draft.body.links[0].href == "https://x.example/b"


def test_a_failure_names_the_file_as_the_reader_did(tmp_path: Path) -> None:
    (tmp_path / "blank.txt").touch()
    with pytest.raises(SourceError) as caught:
        draft_of_file(tmp_path / "blank.txt")
    assert str(caught.value) == f"{tmp_path / 'blank.txt'} is empty."


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    _touch(tmp_path, "a.txt")
    parent = os.open(tmp_path, os.O_RDONLY)
    # Deeper than any path may be long: nobody can list its end by its path, not even root.
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=parent)
        child = os.open("d" * 250, os.O_RDONLY, dir_fd=parent)
        os.close(parent)
        parent = child
    os.close(parent)
    told: list[tuple[Path, SourceError]] = []
    assert [p.name for p in walk(tmp_path, lambda *what: told.append(what))] == ["a.txt"]
    [(folder, error)] = told
    assert folder.is_relative_to(tmp_path)
    assert "could not be listed: file name too long." in str(error)
