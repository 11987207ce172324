from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.cli.driver import REPORT, Broadsheet
from tui.cli.progress import ProgressLine


def test_add_says_which_id_an_article_has(broadsheet: Broadsheet, report: Path) -> None:
    result = broadsheet("add", str(report))
    assert result.code == 0
    assert result.lines == ["added id:1 Harbour bridge reopens after eleven months of repairs"]


def test_adding_twice_changes_nothing(broadsheet: Broadsheet, report: Path) -> None:
    broadsheet("add", str(report))
    result = broadsheet("add", str(report))
    assert result.code == 0
    assert result.lines[0].startswith("known id:1 ")
    assert len(broadsheet("list").lines) == 1


def test_add_reads_standard_input(broadsheet: Broadsheet) -> None:
    result = broadsheet("add", "-", stdin=REPORT.encode())
    assert result.code == 0
    assert "Harbour bridge" in broadsheet("show", "id:1").out


def test_add_knows_the_encoding_it_is_told(broadsheet: Broadsheet, tmp_path: Path) -> None:
    source = tmp_path / "old.txt"
    source.write_bytes("Ein Gespräch über Größe und Maß, in alten Bytes.".encode("cp850"))
    broadsheet("add", str(source), "--encoding", "cp850")
    assert "Gespräch über Größe" in broadsheet("show", "id:1").out


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    broadsheet: Broadsheet, report: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.txt"
    result = broadsheet("add", str(missing), "https://news.example/a", str(empty), str(report))
    assert result.code == 1
    assert len(result.lines) == 1
    assert len(result.err.splitlines()) == 3
    assert all(line.endswith(".") for line in result.err.splitlines())


def test_a_folder_is_one_step_to_undo(broadsheet: Broadsheet, tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    (folder / "deeper").mkdir(parents=True)
    for name in ("a.txt", "b.md", "deeper/c.html"):
        (folder / name).write_text(f"An article that is called {name}, and no other.", "utf-8")
    (folder / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    result = broadsheet("add", str(folder), "--tag", "clips")
    assert result.code == 1
    assert len(result.lines) == 3
    assert "broken.txt" in result.err
    assert all("#clips" in line for line in broadsheet("list").lines)
    assert "3 articles" in broadsheet("undo").out
    assert broadsheet("list").lines == []


def test_add_reports_in_json_too(broadsheet: Broadsheet, report: Path) -> None:
    value = broadsheet("add", str(report), "/no/such/file", "--json").value
    assert [article["id"] for article in value["added"]] == [1]
    assert value["known"] == []
    assert [failure["source"] for failure in value["failures"]] == ["/no/such/file"]


def test_the_same_address_with_another_text_says_so_and_how_to_take_it(
    broadsheet: Broadsheet, tmp_path: Path
) -> None:
    page = tmp_path / "front.html"

    def write(day: str) -> str:
        page.write_text(
            '<html><head><title>Front page</title><link rel="canonical" href="https://e.com/">'
            f"</head><body><article><h1>Front page</h1><p>{day}</p></article></body></html>",
            "utf-8",
        )
        return str(page)

    monday = "On Monday the bridge over the harbour opened again after eleven months."
    tuesday = "On Tuesday nothing of note happened, and the council went home at noon."
    broadsheet("add", write(monday))
    assert "--again" not in broadsheet("add", write(monday)).out
    (line,) = broadsheet("add", write(tuesday)).lines
    assert line.endswith("its text is another one now, and was not taken: --again takes it")
    assert broadsheet("add", write(tuesday), "--json").value["unlike"] == [1]
    (line,) = broadsheet("add", "--again", write(tuesday)).lines
    assert "with a new text" in line
    assert "was not taken" not in line


def test_a_hostile_title_is_printed_clean(broadsheet: Broadsheet, tmp_path: Path) -> None:
    page = tmp_path / "evil\x1b[31m.html"
    title = "Sale \x1b]52;c;AAAA\x07[/x] \u202egpj\x9b31m"
    page.write_text(f"<title>{title}</title><p>Words enough to be a page.</p>", "utf-8")
    for words in (["add", str(page)], ["list"], ["show", "id:1"], ["add", f"{page}/none"]):
        result = broadsheet(*words)
        assert not set(result.out + result.err) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "Sale" in broadsheet("list").out


def test_the_users_article_is_the_newest_sample(broadsheet: Broadsheet) -> None:
    assert broadsheet("samples", "add").code == 0
    assert "South Korean President Lee" in broadsheet("list").lines[0]


def test_samples_go_as_they_came_but_those_with_notes_stay(broadsheet: Broadsheet) -> None:
    broadsheet("samples", "add")
    count = len(broadsheet("list").lines)
    broadsheet("note", "id:1", "Mine.")
    result = broadsheet("samples", "remove")
    assert result.lines == [f"{count - 1} samples removed.", "1 with notes of yours stays."]
    assert len(broadsheet("list").lines) == 1
    broadsheet("undo")
    assert len(broadsheet("list").lines) == count


def test_removing_samples_leaves_the_readers_own(broadsheet: Broadsheet, report: Path) -> None:
    broadsheet("add", str(report))
    broadsheet("samples", "add")
    broadsheet("samples", "remove")
    assert [line.split()[0] for line in broadsheet("list").lines] == ["id:1"]


def test_an_interrupt_says_what_was_added_and_that_stays(
    broadsheet: Broadsheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = tmp_path / "clips"
    clips.mkdir()
    for number in range(6):
        (clips / f"{number}.txt").write_text(f"Clip {number}\n\nAbout number {number}.", "utf-8")

    def pressed(line: ProgressLine, words: str) -> None:
        if words.startswith("4 of"):
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(ProgressLine, "show", pressed)
    monkeypatch.setattr("tui.desk.portions.SECONDS", 0)
    # Whoever runs the tests in the background of a shell has interrupts ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    result = broadsheet("add", str(clips))
    signal.signal(signal.SIGINT, before)
    said = "Stopped after 4 of 6: 4 added, and broadsheet undo takes them out again.\n"
    assert (result.code, result.out, result.err) == (130, "", said)
    assert len(broadsheet("list").lines) == 4
    assert broadsheet("undo").out == "4 articles added: undone\n"
    assert broadsheet("list").lines == []
