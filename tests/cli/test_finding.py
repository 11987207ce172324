from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.driver import Broadsheet


@pytest.fixture
def library(broadsheet: Broadsheet, report: Path, tmp_path: Path) -> Broadsheet:
    """The report as article 1, tagged, and a plain text as article 2."""
    other = tmp_path / "bread.txt"
    other.write_text(
        "Bread by ratio\n\nFlour and water. Bridges are not eaten.\n", encoding="utf-8"
    )
    broadsheet("add", str(report), "--tag", "harbour")
    broadsheet("add", str(other))
    return broadsheet


def test_a_search_prints_where_and_what(library: Broadsheet) -> None:
    result = library("search", "quay", "shops")
    assert (result.code, result.err) == (0, "")
    [line] = result.lines
    assert line.startswith("id:1 text ")
    assert "Shops on the quay" in line
    assert line.endswith("· Harbour bridge reopens after eleven months of repairs")
    assert library("search", "bread").lines == ["id:2 title Bread by ratio"]


def test_hits_as_json_are_places_in_the_text(library: Broadsheet) -> None:
    text = library("show", "id:1", "--all", "--json").value["text"]
    hits = library("search", "--json", "shops", "quay").value
    [hit] = hits
    assert set(hit) == {"article", "where", "snippet", "start", "end", "score", "note"}
    assert (hit["article"], hit["where"], hit["note"]) == (1, "text", None)
    assert text[hit["start"] : hit["end"]] == "Shops on the quay"
    assert library("search", "--json", "nowhere").value == []


def test_quotations_and_figures_are_found_before_anything_was_opened(library: Broadsheet) -> None:
    text = library("show", "id:1", "--all", "--json").value["text"]
    [quote] = library("search", "--json", '"first good news"').value
    assert quote["where"] == "quote"
    assert text[quote["start"] : quote["end"]].startswith("“That is the first good news")
    [figure] = library("search", "--json", "--in", "figure", "million").value
    assert text[figure["start"] : figure["end"]] == "£4.2 million"
    [named] = library("search", "--json", "--in", "quote", "bell", "promised").value
    assert named["article"] == 1


def test_a_note_is_found_with_its_number(library: Broadsheet) -> None:
    library("note", "id:2", "Try the rye flour")
    [line] = library("search", "rye").lines
    assert line == "id:2 note:1 Try the rye flour · Bread by ratio"


def test_minus_and_fields_narrow(library: Broadsheet) -> None:
    [article] = {hit["article"] for hit in library("search", "--json", "bridge*", "-flour").value}
    assert article == 1
    narrowed = library("search", "--json", "bridge*", "tag:harbour").value
    assert {hit["article"] for hit in narrowed} == {1}
    assert [h["article"] for h in library("search", "--json", "--limit", "1", "and").value] != []
    assert library("list", "-tag:harbour", "--json").value[0]["id"] == 2
    assert [a["id"] for a in library("list", '"flour and water"', "--json").value] == [2]
    assert [a["id"] for a in library("list", "newer:1d", "--sort", "title", "--json").value] == [
        2,
        1,
    ]
    assert library("list", "--limit", "1", "-nothing").lines[0].startswith("id:2 ")


def test_speakers_and_figures_are_found_before_anything_was_opened(library: Broadsheet) -> None:
    assert [a["id"] for a in library("list", 'speaker:"Anna Bell"', "--json").value] == [1]
    assert [a["id"] for a in library("list", "figure:GBP", "--json").value] == [1]
    assert [a["id"] for a in library("list", "-has:quote", "--json").value] == [2]


@pytest.mark.parametrize("command", ["list", "search", "notes"])
@pytest.mark.parametrize("more", [(), ("--json",)])
@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ("newer:2x", "newer:2x is no time; say 3d, 2w, 6m or 2025-01-01.\n"),
        ("is:foo", "There is no is:foo; say unread, read, starred, archived, noted.\n"),
        ("-foo:bar", "No field “foo:”, only is, has, tag, site, newer, older,"),
    ],
)
def test_a_query_that_is_not_understood_has_no_answer(
    library: Broadsheet, command: str, more: tuple[str, ...], mistake: str, said: str
) -> None:
    result = library(command, *more, "bread", mistake)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(said)
    assert result.err.count("\n") == 1


def test_what_the_library_has_nothing_of_is_told_on_the_side(library: Broadsheet) -> None:
    for command in ("list", "search"):
        result = library(command, "tag:nowhere")
        assert (result.code, result.out) == (0, "")
        assert result.err == "No article was ever tagged “nowhere”.\n"


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (("list", "--sort", "foo"), "added published title length unread"),
        (("list", "--view", "foo"), "inbox unread starred archive all notes"),
        (("star", "--view", "foo"), "inbox unread starred archive all notes"),
        (("search", "--in", "foo", "bread"), "title text note quote figure"),
    ],
)
def test_a_choice_that_there_is_not_is_told_in_the_words_to_type(
    library: Broadsheet, words: tuple[str, ...], choices: str
) -> None:
    result = library(*words)
    assert (result.code, result.out) == (2, "")
    told = result.err.splitlines()[-1]
    assert re.findall(r"[a-z]+", told.partition("choose from")[2]) == choices.split()
    assert "<" not in told


def test_a_search_for_nothing_is_wrong_usage(library: Broadsheet) -> None:
    for words in ((), ("",)):
        result = library("search", *words)
        assert (result.code, result.out) == (2, "")
        assert "search needs a QUERY" in result.err


def test_queries_are_saved_and_used(library: Broadsheet) -> None:
    assert library("saved").out == ""
    line = "By the sea · tag:harbour newer:1y · 1"
    assert library("saved", "add", "By the sea", "tag:harbour", "newer:1y").lines == [line]
    assert library("saved").lines == [line]
    assert library("saved", "--json").value == [
        {"name": "By the sea", "query": "tag:harbour newer:1y", "count": 1}
    ]
    assert [a["id"] for a in library("list", "--saved", "by the sea", "--json").value] == [1]
    assert library("list", "--saved", "By the sea", "bread").lines == []
    assert [h["article"] for h in library("search", "--saved", "by the sea", "--json").value] == [1]
    assert library("saved", "rename", "by the sea", "Sea").lines == [
        "Sea · tag:harbour newer:1y · 1"
    ]
    assert library("saved", "delete", "Sea").lines == ["deleted Sea"]
    assert library("undo").lines == ["Query “Sea” deleted: undone"]
    assert library("saved").lines[0].startswith("Sea · ")


def test_a_query_finds_the_same_however_it_is_asked(library: Broadsheet) -> None:
    library("note", "id:2", "Ask about the quay")
    library("saved", "add", "Quay", "bread", "quay")
    assert library("saved").lines == ["Quay · bread quay · 1"]
    for asked in (("bread", "quay"), ("--saved", "Quay"), ("brea*", "qua*")):
        assert [a["id"] for a in library("list", *asked, "--json").value] == [2]
        assert [h["article"] for h in library("search", *asked, "--json").value] == [2]
    for query in ("-flour", "is:unread -quay -bell"):
        listed = {a["id"] for a in library("list", query, "--json").value}
        assert {h["article"] for h in library("search", query, "--json").value} == listed
    assert library("search", "-flour", "--json").value[0]["article"] == 1


def test_help_says_what_a_query_may_be(library: Broadsheet) -> None:
    for command in ("list", "search"):
        said = " ".join(library(command, "--help").out.split())
        assert 'begin*, "exact words", -not, is:unread' in said


def test_it_is_told_which_counts_are_incomplete(library: Broadsheet) -> None:
    told = library("saved", "add", "Bell", "speaker:Bell")
    assert told.lines == ["Bell · speaker:Bell · 0"]
    assert told.err.startswith("“Bell” may find more; articles not read for facts yet: 2 (")
    assert len(library("list", "--saved", "Bell").lines) == 1
    assert (library("saved").lines, library("saved").err) == (["Bell · speaker:Bell · 1"], "")


def test_a_saved_query_may_begin_with_a_minus(library: Broadsheet) -> None:
    assert library("saved", "add", "Rest", "-tag:harbour").lines == ["Rest · -tag:harbour · 1"]


def test_wrong_words_to_saved_are_told(library: Broadsheet) -> None:
    for words in (("add", "x"), ("rename", "x"), ("delete",), ("sing",)):
        assert library("saved", *words).code == 2
    result = library("list", "--saved", "None such")
    assert (result.code, result.err) == (1, "No query is saved as “None such”.\n")
    told = library("saved", "add", "Odd", "newer:2x")
    assert (told.code, told.out) == (1, "")
    assert told.err == "newer:2x is no time; say 3d, 2w, 6m or 2025-01-01.\n"
    assert library("saved").out == ""


def test_a_name_that_is_taken_says_what_it_stood_for(library: Broadsheet) -> None:
    library("saved", "add", "Tariffs", "tag:harbour")
    told = library("saved", "add", "tariffs", "bread")
    assert (told.code, told.lines) == (0, ["Tariffs · bread · 1"])
    assert told.err == "“Tariffs” was tag:harbour before; broadsheet undo brings that back.\n"
    assert library("saved", "add", "Tariffs", "bread").err == ""
    library("undo")
    assert library("saved").lines == ["Tariffs · tag:harbour · 1"]


def test_notes_take_the_same_language(library: Broadsheet) -> None:
    library("note", "id:1", "Ask the harbour master")
    library("note", "id:2", "Try the rye flour")
    assert len(library("notes").lines) == 2
    [line] = library("notes", "-tag:harbour").lines
    assert "rye flour" in line
    [line] = library("notes", "speaker:Bell").lines
    assert "harbour master" in line
    result = library("notes", "--format", "csv", "-rye", "is:lost", "-is:lost")
    assert (result.code, len(result.lines), result.err) == (0, 1, "")


def test_an_article_has_several_places_and_a_number_of_them_can_be_asked_for(
    library: Broadsheet,
) -> None:
    text = library("show", "id:1", "--all", "--json").value["text"]
    every = library("search", "--json", "harbour").value
    assert len(every) == 3
    assert all("harbour" in text[hit["start"] : hit["end"]].lower() for hit in every)
    spans = [(hit["start"], hit["end"], hit["where"]) for hit in every]
    assert len(set(spans)) == len(spans)
    lines = library("search", "harbour").lines
    assert len(lines) == 3
    assert all(line.startswith("id:1 ") for line in lines)
    assert len(library("search", "--places", "1", "harbour").lines) == 1
    assert library("search", "--json", "--places", "2", "harbour").value == every[:2]
    assert library("search", "--places", "0", "harbour").code == 2


def test_it_is_told_when_not_every_article_was_looked_through(
    library: Broadsheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.search.MOST_TRIED", 1)
    result = library("search", "--in", "quote", "bridges*")
    assert result.code == 0
    assert "More articles than 1 have these words" not in result.err
    result = library("search", "--in", "quote", "and")
    assert "More articles than 1 have these words" in result.err
