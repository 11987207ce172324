from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.driver import Broadsheet


@pytest.fixture
def three(broadsheet: Broadsheet, tmp_path: Path) -> Broadsheet:
    """A library of three articles."""
    for name in ("one", "two", "three"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"The article number {name} is about {name}.", "utf-8")
        broadsheet("add", str(path))
    return broadsheet


@pytest.mark.parametrize(
    ("on", "off", "state"),
    [
        ("star", "unstar", "starred"),
        ("read", "unread", "read"),
        ("archive", "unarchive", "archived"),
    ],
)
def test_states_are_put_on_and_taken_off(three: Broadsheet, on: str, off: str, state: str) -> None:
    def states() -> list[bool]:
        return [article["state"][state] for article in three("list", "--json").value]

    changed = three(on, "1", "id:3", "--json").value
    assert [article["id"] for article in changed] == [1, 3]
    assert states() == [True, False, True]
    assert three(off, "3").code == 0
    assert states() == [False, False, True]
    three("undo")
    three("undo")
    assert states() == [False, False, False]


def test_an_unknown_id_changes_nothing(three: Broadsheet) -> None:
    result = three("star", "1", "99")
    assert (result.code, result.out) == (1, "")
    assert "99" in result.err
    assert not any(article["state"]["starred"] for article in three("list", "--json").value)


def test_ids_are_never_given_out_again(three: Broadsheet, tmp_path: Path) -> None:
    assert three("delete", "3").lines[0].startswith("deleted id:3 ")
    path = tmp_path / "new.txt"
    path.write_text("Something quite different from the rest.", "utf-8")
    assert three("add", str(path)).lines[0].startswith("added id:4 ")


def test_deleting_is_undone_with_notes_and_all(three: Broadsheet) -> None:
    three("note", "id:2", "Keep me.")
    assert three("delete", "1", "2", "--json").value == {"deleted": [1, 2]}
    assert three("notes").lines == []
    assert three("show", "id:2").code == 1
    assert three("undo").code == 0
    assert len(three("list").lines) == 3
    assert "Keep me." in three("notes").out


def test_tags_are_put_on_and_taken_off(three: Broadsheet) -> None:
    three("tag", "1", "2", "+korea", "+to-do")
    assert three("tag", "2", "-korea", "+trade talks", "--json").value[0]["tags"] == [
        "to-do",
        "trade talks",
    ]
    assert "#korea" in three("list", "number one").out
    three("undo")
    assert sorted(three("list", "--json").value[1]["tags"]) == ["korea", "to-do"]


def test_a_tag_may_begin_like_an_option(three: Broadsheet) -> None:
    three("tag", "1", "+history", "+json")
    assert three("tag", "1", "-history", "-json").code == 0
    assert three("list", "--json").value[2]["tags"] == []


def test_undo_says_what_it_took_back(three: Broadsheet) -> None:
    three("star", "1")
    assert "starred" in three("undo").out
    assert three("undo", "--json").value["undone"]
    for _ in range(2):
        three("undo")
    assert three("undo", "--json").value == {"undone": None}
    assert three("undo").out == "There is nothing to undo.\n"


def test_the_language_of_an_article_can_be_said_and_taken_back(
    broadsheet: Broadsheet, report: Path
) -> None:
    broadsheet("add", str(report))
    said = broadsheet("language", "id:1", "german")
    assert (said.code, said.out.rpartition(" · ")[2]) == (0, "German\n")
    assert broadsheet("summarize", "id:1", "--json").value["language"] == "de"
    assert broadsheet("undo").out == "language of 1 article set to German: undone\n"
    broadsheet("language", "1", "fr")
    [article] = broadsheet("language", "1", "auto", "--json").value
    assert article["language"] == "en"
    unknown = broadsheet("language", "1", "klingon")
    assert (unknown.code, unknown.out) == (2, "")
    assert "no language “klingon”" in unknown.err


def test_a_whole_view_is_changed_and_taken_back_as_one_step(three: Broadsheet) -> None:
    three("read", "2")
    assert three("read", "--view", "inbox").out == (
        "2 articles were changed; broadsheet undo takes it back.\n"
    )
    assert three("archive", "--view", "all", "--json").value == {"changed": 3}
    assert three("undo").out == "3 articles archived: undone\n"
    assert three("undo").out == "2 articles marked as read: undone\n"
    states = [article["state"]["read"] for article in three("list", "--json").value]
    assert states == [False, True, False]


@pytest.mark.parametrize("words", [("read",), ("read", "1", "--view", "inbox")])
def test_a_state_wants_ids_or_a_view(three: Broadsheet, words: tuple[str, ...]) -> None:
    result = three(*words)
    assert (result.code, result.out) == (2, "")
    assert "--view" in result.err


def test_a_whole_view_is_deleted_and_brought_back_as_one_step(three: Broadsheet) -> None:
    three("star", "1", "3")
    three("note", "id:1", "Keep me.")
    assert three("delete", "--view", "starred").lines == [
        "2 articles were deleted; broadsheet undo takes it back."
    ]
    assert [article["id"] for article in three("list", "--json").value] == [2]
    assert three("delete", "--view", "starred", "--json").value == {"changed": 0}
    assert three("undo").code == 0
    assert len(three("list").lines) == 3
    assert "Keep me." in three("notes").out


def test_a_whole_view_is_tagged_and_taken_back_as_one_step(three: Broadsheet) -> None:
    three("tag", "2", "+korea", "+old")
    assert three("tag", "--view", "inbox", "+korea", "-old", "--json").value == {"changed": 3}
    assert all(article["tags"] == ["korea"] for article in three("list", "--json").value)
    three("undo")
    assert [article["tags"] for article in three("list", "--json").value][::2] == [[], []]


def test_where_nothing_was_changed_no_undo_is_offered(three: Broadsheet) -> None:
    assert three("delete", "--view", "archive").lines == ["0 articles were deleted."]


@pytest.mark.parametrize("words", [("delete",), ("delete", "1"), ("tag", "1", "+x")])
def test_a_view_and_ids_are_not_taken_together_and_one_is_needed(
    three: Broadsheet, words: tuple[str, ...]
) -> None:
    more = ("--view", "inbox") if len(words) > 1 else ()
    assert three(*words, *more).code == 2
    assert len(three("list").lines) == 3
