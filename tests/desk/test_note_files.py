from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from tui.config import folders, save_setting
from tui.desk import Desk
from tui.desk.note_import import Choice, Conflict
from tui.model import Note, SourceError, Span

TEXT = (
    "The bridge opened on Monday. It cost four million pounds.\n\n"
    "Nobody had hoped for that. The mayor said so on Tuesday.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my notes"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    save_setting(folders(), "notes_folder", str(folder))
    desk = Desk()
    desk.add_text(f"A bridge: open/closed?\n\n{TEXT}")
    yield desk
    desk.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty library."""
    desk = Desk(folders({"BROADSHEET_HOME": str(tmp_path / "other")}))
    yield desk
    desk.close()


def mark(desk: Desk, words: str, text: str = "") -> Note:
    start = desk.open(1).reading.text.index(words)
    return desk.highlight(1, Span(start, start + len(words)), text)


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def edit(path: Path, old: str, new: str) -> None:
    data = path.read_bytes()
    assert old.encode() in data
    path.write_bytes(data.replace(old.encode(), new.encode()))


def texts(desk: Desk) -> list[str]:
    return sorted(note.text for note in desk.notes())


def test_no_file_is_written_where_no_folder_was_chosen(tmp_path: Path) -> None:
    desk = Desk()
    desk.add_text(TEXT)
    desk.note(1, "Kept")
    desk.close()
    assert list(tmp_path.rglob("*.md")) == []


def test_every_note_is_in_the_file_as_soon_as_it_is_kept(desk: Desk, folder: Path) -> None:
    desk.note(1, "Mine")
    assert "Mine" in only(folder).read_text("utf-8")
    marked = mark(desk, "Nobody had hoped for that.", "Nor I")
    text = only(folder).read_text("utf-8")
    assert "> Nobody had hoped for that.\n\nNor I\n" in text
    desk.edit_note(marked.id, "Nor anybody")
    assert "Nor anybody" in only(folder).read_text("utf-8")
    desk.tag([1], ["bridges"], [])
    assert 'tags: ["bridges"]' in only(folder).read_text("utf-8")
    desk.delete_note(marked.id)
    assert "Nobody had hoped" not in only(folder).read_text("utf-8")
    desk.undo()
    assert "Nor anybody" in only(folder).read_text("utf-8")
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_the_file_goes_with_the_last_note_and_comes_back_with_undo(
    desk: Desk, folder: Path
) -> None:
    note = desk.note(1, "Mine")
    name = only(folder).name
    desk.delete_note(note.id)
    assert list(folder.iterdir()) == []
    desk.undo()
    assert only(folder).name == name


def test_a_file_keeps_its_name_and_no_two_share_one(desk: Desk, folder: Path) -> None:
    title = desk.rows([1])[0].title
    desk.note(1, "One")
    name = only(folder).name
    assert re.fullmatch(r"[\w ]+\.md", name)
    (folder / "two.txt").touch()
    desk.add_text(f"{title.upper()}\n\nAnother text under the same title, more or less.")
    desk.note(2, "Two")
    assert len({path.name.casefold() for path in folder.glob("*.md")}) == 2
    desk.note(1, "Three")
    assert "Three" in (folder / name).read_text("utf-8")


def test_a_file_that_was_changed_outside_is_never_touched_and_told_of_once(
    desk: Desk, folder: Path
) -> None:
    note = desk.note(1, "Mine")
    path = only(folder)
    edit(path, "Mine", "Yours")
    before = path.read_bytes()
    for text in ("Mine too", "Mine as well"):
        desk.edit_note(note.id, text)
        assert path.read_bytes() == before
    beside = path.with_name(f"{path.stem}.broadsheet.md")
    assert "Mine as well" in beside.read_text("utf-8")
    (told,) = desk.notices()
    assert path.name in told
    assert desk.notices() == []
    edit(beside, "Mine as well", "Changed too")
    desk.edit_note(note.id, "Mine once more")
    assert "Changed too" in beside.read_text("utf-8")
    assert any("Mine once more" in p.read_text("utf-8") for p in folder.iterdir())
    desk.delete_note(note.id)
    assert path.read_bytes() == before
    assert "Changed too" in beside.read_text("utf-8")


def test_something_else_by_the_name_is_left_alone(desk: Desk, folder: Path) -> None:
    folder.mkdir()
    desk.note(1, "Mine")
    name = only(folder).name
    desk.delete_note(1)
    (folder / name).write_text("A diary.", "utf-8")
    desk.note(1, "Mine again")
    assert (folder / name).read_text("utf-8") == "A diary."
    assert len(list(folder.iterdir())) == 2


def test_a_file_that_was_taken_away_is_written_again(desk: Desk, folder: Path) -> None:
    note = desk.note(1, "Mine")
    only(folder).unlink()
    desk.edit_note(note.id, "Still mine")
    assert "Still mine" in only(folder).read_text("utf-8")
    assert desk.notices() == []


def test_a_crash_between_the_file_and_the_library_leaves_the_file_ours(
    desk: Desk, folder: Path
) -> None:
    note = desk.note(1, "Mine")
    path = only(folder)
    files = desk._note_folders.files(str(folder))
    before = files._library.filings.filing(1, str(folder))
    desk.edit_note(note.id, "Mine, edited")
    written = files._library.filings.filing(1, str(folder))
    assert before is not None
    assert written is not None
    # As it is after the file's name was set and before its digest was kept for good.
    between = written._replace(hash=f"{written.hash} {before.hash}", stamp="")
    files._library.filings.keep(1, str(folder), between)
    desk.edit_note(note.id, "Mine, edited twice")
    assert only(folder) == path
    assert desk.notices() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_loses_no_note(desk: Desk, folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o500)
    desk.note(1, "Mine")
    assert texts(desk) == ["Mine"]
    assert len(desk.notices()) == 1


def test_a_file_in_the_place_of_the_folder_loses_no_note(desk: Desk, folder: Path) -> None:
    folder.touch()
    desk.note(1, "Mine")
    desk.note(1, "Mine too")
    assert texts(desk) == ["Mine", "Mine too"]
    (told,) = desk.notices()
    assert str(folder) in told


def test_two_programs_at_once_do_not_take_each_other_for_a_stranger(
    desk: Desk, folder: Path
) -> None:
    second = Desk()

    def write(which: Desk, name: str) -> None:
        for number in range(15):
            which.note(1, f"{name} {number}")

    threads = [
        Thread(target=write, args=(which, name)) for which, name in ((desk, "A"), (second, "B"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    desk.tend_notes()
    assert desk.notices() == second.notices() == []
    text = only(folder).read_text("utf-8")
    assert all(f"\n{name} {number}\n" in text for name in "AB" for number in range(15))
    second.close()


def test_files_of_deleted_articles_stay_and_that_is_said(desk: Desk, folder: Path) -> None:
    desk.note(1, "Mine")
    before = only(folder).read_bytes()
    desk.delete([1])
    (said,) = desk.notices()
    assert said.startswith(f"The notes of the deleted article stay in {only(folder)}; ")
    desk.tend_notes()
    assert only(folder).read_bytes() == before
    desk.undo()
    assert (only(folder).read_bytes(), texts(desk)) == (before, ["Mine"])
    second = desk.add_text("Another article altogether, about a ferry.").ids[0]
    desk.note(second, "Mine too")
    desk.delete([1, second])
    assert desk.notices() == [
        f"The notes of 2 deleted articles stay as files in {folder};"
        " an import of that folder brings both back."
    ]


def test_of_a_deleted_article_without_a_file_nothing_is_said(desk: Desk, folder: Path) -> None:
    desk.note(1, "Mine")
    only(folder).unlink()
    desk.delete([1])
    assert desk.notices() == []


def test_what_was_edited_in_a_file_becomes_the_notes_next_version(desk: Desk, folder: Path) -> None:
    note = mark(desk, "It cost four million pounds.", "Too much")
    path = only(folder)
    edit(path, "Too much", "Too little")
    edit(path, "hash:", "aliases: [bridge]\nhash:")
    report = desk.import_notes(str(folder))
    assert (report.edited, report.added, report.remarks) == ([note.id], [], [])
    assert [version.text for version in desk.note_versions(note.id)] == ["Too little", "Too much"]
    assert "aliases: [bridge]" in path.read_text("utf-8")
    desk.edit_note(note.id, "Just right")
    assert "Just right" in only(folder).read_text("utf-8")
    desk.undo()
    desk.undo()
    assert texts(desk) == ["Too much"]


def test_an_editor_that_ends_lines_its_own_way_changed_nothing(desk: Desk, folder: Path) -> None:
    desk.note(1, "One\ntwo\n\nthree")
    path = only(folder)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")
    report = desk.import_notes(str(folder))
    assert (report.edited, report.added, report.unchanged) == ([], [], 1)


def test_what_was_written_into_a_file_is_a_note_on_the_words_it_quotes(
    desk: Desk, folder: Path
) -> None:
    desk.note(1, "Mine")
    with only(folder).open("a", encoding="utf-8") as file:
        file.write(
            "\nAn afterthought.\n\n> four million pounds\n\nWhose?\n\n> no such words\n\nNo."
        )
    report = desk.import_notes(str(folder))
    assert len(report.added) == 3
    found = {note.text: note.anchor for note in desk.notes()}
    assert found["An afterthought."] is None
    assert found["> no such words\n\nNo."] is None
    place = found["Whose?"]
    assert place is not None
    assert desk.open(1).reading.text[place.start : place.end] == "four million pounds"
    assert desk.import_notes(str(folder)).added == []


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (Choice.LIBRARY, ["Here"]),
        (Choice.FILE, ["There"]),
        (Choice.BOTH, ["Here", "There"]),
        (None, ["Here", "There"]),
    ],
)
def test_what_changed_here_and_there_is_asked_about_or_kept_twice(
    desk: Desk, folder: Path, choice: Choice | None, kept: list[str]
) -> None:
    note = mark(desk, "It cost four million pounds.", "Before")
    edit(only(folder), "Before", "There")
    desk.edit_note(note.id, "Here")
    asked: list[Conflict] = []

    def decide(conflict: Conflict) -> Choice:
        asked.append(conflict)
        assert choice is not None
        return choice

    report = desk.import_notes(str(folder), decide if choice else None)
    assert texts(desk) == kept
    assert len(report.twice) == len(kept) - 1
    assert all(n.anchor and n.anchor.exact == "It cost four million pounds." for n in desk.notes())
    if choice:
        (conflict,) = asked
        assert (conflict.here, conflict.there) == ("Here", "There")
    assert desk.import_notes(str(folder)).twice == []
    assert texts(desk) == kept


def test_what_a_file_no_longer_has_is_told_and_stays(desk: Desk, folder: Path) -> None:
    desk.note(1, "First")
    second = desk.note(1, "Second")
    path = only(folder)
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex("<!-- broadsheet:note ")], "utf-8")
    report = desk.import_notes(str(folder))
    assert report.missing == [second.id]
    assert texts(desk) == ["First", "Second"]
    assert "Second" in path.read_text("utf-8")


def test_a_note_that_was_deleted_here_comes_back_only_if_it_was_edited_there(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    first, second = desk.note(1, "First"), desk.note(1, "Second")
    desk.export_notes(str(tmp_path / "copy"))
    for note in (first, second):
        desk.delete_note(note.id)
    edit(only(tmp_path / "copy"), "Second", "Second, edited")
    report = desk.import_notes(str(tmp_path / "copy"))
    assert texts(desk) == ["Second, edited"]
    assert len(report.remarks) == 1


def test_highlighted_words_stay_those_of_the_article(desk: Desk, folder: Path) -> None:
    mark(desk, "It cost four million pounds.", "Too much")
    path = only(folder)
    edit(path, "> It cost four", "> It cost five")
    before = path.read_bytes()
    report = desk.import_notes(str(folder))
    assert len(report.remarks) == 1
    (note,) = desk.notes()
    assert note.anchor is not None
    assert note.anchor.exact == "It cost four million pounds."
    desk.edit_note(note.id, "More")
    assert path.read_bytes() == before


def test_an_article_is_known_again_by_its_text_once_it_is_added(
    desk: Desk, other: Desk, folder: Path
) -> None:
    note = mark(desk, "Nobody had hoped for that.", "Nor I")
    desk.note(1, "Mine")
    report = other.import_notes(str(folder))
    (stub,) = report.stubs
    assert "Nobody had hoped for that." in other.open(stub).reading.text
    assert other.orphans() == []
    body = desk.open(1).reading.text
    added = other.add_text(f"A bridge: open/closed?\n\n{TEXT}")
    assert (added.added, added.ids) == ((), (stub,))
    assert other.open(stub).reading.text == body
    (placed,) = other.notes(query="has:highlight")
    assert placed.anchor == note.anchor
    assert texts(other) == texts(desk)


def test_two_files_with_other_wordings_of_a_note_lose_neither(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    note = desk.note(1, "First")
    edit(only(folder), "First", "In the file")
    desk.edit_note(note.id, "In the library")
    desk.export_notes(str(folder / "sub"))
    home = folders({"BROADSHEET_HOME": str(tmp_path / "other")})
    save_setting(home, "notes_folder", str(folder))
    other = Desk(home)
    other.import_notes(str(folder))
    assert texts(other) == ["In the file", "In the library"]
    again = other.import_notes(str(folder))
    assert (again.added, again.edited, again.twice) == ([], [], [])
    name = min((path.name for path in folder.glob("*.md")), key=len)
    other.note(1, "Written afterwards")
    assert "Written afterwards" in (folder / name).read_text("utf-8")
    other.close()


def test_a_deleted_article_comes_back_for_its_notes(desk: Desk, folder: Path) -> None:
    desk.note(1, "Mine")
    body = desk.open(1).reading.text
    desk.delete([1])
    report = desk.import_notes(str(folder))
    assert (report.added, report.stubs) == ([], [])
    assert texts(desk) == ["Mine"]
    assert desk.open(1).reading.text == body


def test_files_of_others_are_passed_over(desk: Desk, tmp_path: Path) -> None:
    foreign = tmp_path / "vault"
    (foreign / ".obsidian").mkdir(parents=True)
    for name, text in {
        "plain.md": "# Shopping\n\nmilk",
        "head.md": "---\ntitle: x\n---\n\nText",
        "open.md": "---\nbroadsheet: notes\n",
        "empty.md": "",
        ".obsidian/a.md": "---\nbroadsheet: notes\n---\nText",
    }.items():
        (foreign / name).write_text(text, "utf-8")
    report = desk.import_notes(str(foreign))
    assert (report.files, report.added, report.failures) == (0, [], [])
    with pytest.raises(SourceError):
        desk.import_notes(str(foreign / "nowhere"))


def test_a_name_from_a_planted_library_leads_nowhere_else(desk: Desk, folder: Path) -> None:
    note = desk.note(1, "Mine")
    filings = desk._note_folders.files(str(folder))._library.filings
    filing = filings.filing(1, str(folder))
    assert filing is not None
    filings.keep(1, str(folder), filing._replace(name="../outside.md"))
    desk.edit_note(note.id, "Edited")
    assert not (folder.parent / "outside.md").exists()
    assert len(desk.notices()) == 1


Broken = Callable[[str], str]


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace("<!-- /broadsheet:note -->", ""),
        lambda text: text.replace('"start": ', '"start": -'),
        lambda text: text.replace('"id": "', '"id": "../../'),
        lambda text: re.sub(r"<!-- broadsheet:note .* -->", "<!-- broadsheet:note {] -->", text),
        lambda text: text.replace("broadsheet:note", "broadsheet:other"),
    ],
)
def test_a_file_with_broken_marks_loses_no_word(
    desk: Desk, other: Desk, folder: Path, broken: Broken
) -> None:
    mark(desk, "Nobody had hoped for that.", "Nor I")
    desk.note(1, "Mine")
    path = only(folder)
    path.write_text(broken(path.read_text("utf-8")), "utf-8")
    other.import_notes(str(folder))
    said = "\n".join(
        f"{note.anchor.exact if note.anchor else ''}\n{note.text}" for note in other.notes()
    )
    for words in ("Nobody had hoped for that.", "Nor I", "Mine"):
        assert words in said


def test_an_article_is_known_by_each_of_its_addresses(
    desk: Desk, other: Desk, folder: Path, tmp_path: Path
) -> None:
    def add(there: Desk, host: str, more: str = "") -> None:
        page = tmp_path / f"{host}.html"
        address = f'<link rel="canonical" href="https://{host}.example/bridge">'
        paragraphs = "".join(f"<p>{part}</p>" for part in (*TEXT.split("\n\n"), more))
        page.write_text(
            f"<html><head><title>A bridge</title>{address}</head>"
            f"<body><article><h1>A bridge</h1>{paragraphs}</article></body></html>",
            "utf-8",
        )
        assert there.add([str(page)]).failures == ()

    desk.delete([1])
    add(desk, "two", "A sentence that the other library's text does not have.")
    mine = desk.rows(desk.ids("all"))[0]
    reading = desk.open(mine.id).reading
    start = reading.text.index("Nobody had hoped for that.")
    desk.highlight(mine.id, Span(start, start + 26), "Nor I")
    add(other, "one")
    add(other, "two")
    assert other.counts()["all"] == 1
    report = other.import_notes(str(folder))
    (note,) = other.notes()
    assert report.stubs == []
    assert note.anchor is not None
    text = other.open(1).reading.text
    assert text[note.anchor.start : note.anchor.end] == "Nobody had hoped for that."


def test_a_file_that_is_not_in_utf_8_is_left_as_it_is_and_said(desk: Desk, folder: Path) -> None:
    desk.note(1, "One café")
    path = only(folder)
    saved = path.read_text("utf-8").replace("One café", "One café crème").encode("cp1252")
    path.write_bytes(saved)
    report = desk.import_notes(str(folder))
    assert (report.edited, report.files) == ([], 0)
    assert report.failures == [
        f"{path} was left as it is: it is not in UTF-8; save it so, and import it again."
    ]
    assert texts(desk) == ["One café"]
    assert path.read_bytes() == saved


def test_a_file_in_utf_16_is_read_as_such(desk: Desk, folder: Path) -> None:
    desk.note(1, "One café")
    path = only(folder)
    path.write_bytes(path.read_text("utf-8").replace("One", "Another").encode("utf-16"))
    assert len(desk.import_notes(str(folder)).edited) == 1
    assert texts(desk) == ["Another café"]


def test_a_note_that_was_moved_to_another_file_takes_no_other_note_with_it(
    desk: Desk, folder: Path
) -> None:
    desk.note(1, "Mine")
    first = only(folder)
    desk.add_text("A tunnel\n\nThe tunnel was closed on Friday. Nobody knows for how long.")
    desk.note(2, "Of the tunnel")
    (second,) = set(folder.iterdir()) - {first}
    section = re.search(
        r"<!-- broadsheet:note .*?<!-- /broadsheet:note -->\n", first.read_text("utf-8"), re.DOTALL
    )
    assert section is not None
    edit(first, section[0], "")
    edit(second, "# A tunnel\n", f"# A tunnel\n\n{section[0]}\nBy hand\n")
    report = desk.import_notes(str(folder))
    assert report.missing == []
    assert {note.text: note.article for note in desk.notes()} == {
        "Mine": 1,
        "Of the tunnel": 2,
        "By hand": 2,
    }


def test_words_that_an_old_backup_does_not_have_are_taken_in_from_the_file(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    note = desk.note(1, "Mine")
    copy = tmp_path / "copy.sqlite3"
    with closing(sqlite3.connect(copy)) as target:
        library = sqlite3.connect(desk.folders.data / "library.sqlite3")
        with closing(library) as source:
            source.backup(target)
    desk.edit_note(note.id, "Mine, said better")
    desk.close()
    for file in desk.folders.data.glob("library.sqlite3*"):
        file.unlink()
    copy.rename(desk.folders.data / "library.sqlite3")
    restored = Desk()
    assert texts(restored) == ["Mine"]
    restored.import_notes(str(folder))
    assert texts(restored) == ["Mine", "Mine, said better"]
    restored.close()


def test_a_file_that_went_is_written_again_when_all_are_looked_at(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    desk.note(1, "Mine")
    only(folder).unlink()
    desk.tend_notes()
    assert "Mine" in only(folder).read_text("utf-8")
    assert desk.export_notes(str(tmp_path / "to")) == 1
    only(tmp_path / "to").unlink()
    assert desk.export_notes(str(tmp_path / "to")) == 1
    assert desk.export_notes(str(tmp_path / "to")) == 0


def test_the_file_of_a_deleted_article_may_go(desk: Desk, folder: Path) -> None:
    desk.note(1, "Mine")
    desk.delete([1])
    only(folder).unlink()
    desk.tend_notes()
    assert list(folder.iterdir()) == []
    assert desk.notices() != []
    desk.undo()
    assert "Mine" in only(folder).read_text("utf-8")


def test_a_link_in_a_files_place_stays_and_so_does_what_it_leads_to(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    note = desk.note(1, "Mine")
    path = only(folder)
    moved = tmp_path / "vault.md"
    path.rename(moved)
    path.symlink_to(moved)
    before = moved.read_bytes()
    desk.edit_note(note.id, "Mine, anew")
    assert (path.is_symlink(), moved.read_bytes()) == (True, before)
    (beside,) = set(folder.iterdir()) - {path}
    assert "Mine, anew" in beside.read_text("utf-8")
    assert "was changed outside" in desk.notices()[0]
    desk.delete_note(note.id)
    assert (path.is_symlink(), moved.read_bytes()) == (True, before)


def test_notes_go_on_beside_a_file_in_an_unknown_encoding(desk: Desk, folder: Path) -> None:
    note = desk.note(1, "One café")
    path = only(folder)
    saved = path.read_text("utf-8").encode("cp1252")
    path.write_bytes(saved)
    desk.edit_note(note.id, "Two cafés")
    assert path.read_bytes() == saved
    (beside,) = set(folder.iterdir()) - {path}
    assert "Two cafés" in beside.read_text("utf-8")


def test_words_quoted_by_hand_are_whole_words_before_parts_of_others(
    desk: Desk, folder: Path
) -> None:
    desk.note(1, "Mine")
    path = only(folder)
    path.write_text(f"{path.read_text('utf-8')}\n> open\n\nAs a whole word\n", "utf-8")
    desk.import_notes(str(folder))
    anchor = next(note.anchor for note in desk.notes() if note.text == "As a whole word")
    assert anchor is not None
    text = desk.open(1).reading.text
    assert text[anchor.start - 1 : anchor.end + 1] == " open/"
