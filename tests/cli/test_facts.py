from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.driver import Broadsheet
from tui.cli.facts import is_called


def test_a_quotation_is_one_line_with_its_speaker(broadsheet: Broadsheet, report: Path) -> None:
    lines = broadsheet("quotes", str(report)).lines
    assert len(lines) == 2
    assert lines[0].startswith("“We were promised a year and got eleven months of it,” — Anna Bell")
    assert "Anna Bell" in lines[1]


def test_quotations_are_chosen_by_speaker(broadsheet: Broadsheet, report: Path) -> None:
    assert len(broadsheet("quotes", str(report), "--speaker", "anna bell").lines) == 2
    assert len(broadsheet("quotes", str(report), "--speaker", "BELL").lines) == 2
    assert broadsheet("quotes", str(report), "--speaker", "Miller").lines == []


@pytest.mark.parametrize(
    ("name", "asked", "called"),
    [
        ("Anna Bell", "Bell", True),
        ("Anna Bell", "anna bell", True),
        ("Anna Bell", "Ann", False),
        ("Anna Bell", "ell", False),
        ("John Miller Jr.", "Miller", True),
        ("John Miller", "John Miller, Jr.", True),
        ("Jürgen GROß", "gross", True),
        (None, "Bell", False),
        ("Anna Bell", " ", False),
    ],
)
def test_a_speaker_is_called_by_the_whole_or_the_last_name(
    name: str | None, asked: str, called: bool
) -> None:
    assert is_called(name, asked) is called


def test_offsets_of_facts_point_into_the_whole_text(broadsheet: Broadsheet, report: Path) -> None:
    broadsheet("add", str(report))
    text = broadsheet("show", "id:1", "--all", "--json").value["text"]
    for words, name in ((["quotes", "--indirect"], "quotes"), (["figures", "--minor"], "figures")):
        record = broadsheet(words[0], "id:1", *words[1:], "--json").value
        assert record["id"] == 1
        assert record[name]
        for fact in record[name]:
            assert text[fact["start"] : fact["end"]] == fact["text"]


def test_figures_are_chosen_by_kind(broadsheet: Broadsheet, report: Path) -> None:
    lines = broadsheet("figures", str(report), "--kind", "money").lines
    assert len(lines) == 1
    assert lines[0].startswith("£4.2 million · money · 4,200,000 GBP")
    record = broadsheet("figures", str(report), "--kind", "percent", "--json").value
    assert [figure["value"] for figure in record["figures"]] == [25.0]


def test_minor_figures_are_shown_when_asked_for(broadsheet: Broadsheet, report: Path) -> None:
    few = broadsheet("figures", str(report), "--json").value["figures"]
    all_of_them = broadsheet("figures", str(report), "--minor", "--json").value["figures"]
    assert not any(figure["minor"] for figure in few)
    assert [figure for figure in all_of_them if not figure["minor"]] == few
    assert len(all_of_them) > len(few)


def test_without_a_source_the_whole_library_is_looked_through(
    broadsheet: Broadsheet, report: Path, tmp_path: Path
) -> None:
    (tmp_path / "plain.txt").write_text("Nobody says a word in here.", "utf-8")
    broadsheet("add", str(tmp_path / "plain.txt"), str(report))
    for _ in ("found", "stored"):
        assert [line.split()[0] for line in broadsheet("quotes").lines] == ["id:2", "id:2"]
        records = broadsheet("quotes", "--json").value
        assert [record["id"] for record in records] == [2]
        assert any("£4.2 million" in line for line in broadsheet("figures").lines)
        minor = broadsheet("figures", "--minor").lines
        assert len(minor) > len(broadsheet("figures").lines)
