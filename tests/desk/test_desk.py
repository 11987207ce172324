from __future__ import annotations

import io
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from tui.desk import AddFailure, Desk
from tui.library import Library
from tui.model import (
    BroadsheetError,
    Cancelled,
    Draft,
    GistRefused,
    LibraryError,
    SourceError,
    Span,
)
from tui.resources import seeds
from tui.summarize import Budget

TEXT = "The mayor met the council. “We will build it,” said Ida Holm. It will cost $5 million."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five files, of which one is broken."""
    folder = tmp_path / "clips"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"Article {number} has words of its own.", "utf-8")
    (folder / "2a.txt").write_bytes(b"\x7fELF\x00\x00\x00")
    return folder


def added(desk: Desk, text: str = TEXT) -> int:
    [article] = desk.add_text(text).added
    return article


def test_a_new_library_is_welcomed_with_the_samples_once(desk: Desk) -> None:
    assert desk.welcome()
    count = desk.counts()["all"]
    assert count == len(list(seeds().iterdir()))
    assert desk.samples_remove() == count
    assert not desk.welcome()
    assert desk.counts()["all"] == 0


def test_a_library_that_held_something_gets_no_samples(desk: Desk) -> None:
    desk.delete([added(desk)])
    assert not desk.welcome()


def test_samples_come_in_a_fixed_order_with_the_users_article_newest(desk: Desk) -> None:
    desk.samples_add()
    titles = [article.title for article in desk.rows(desk.ids("all"))]
    desk.samples_remove()
    desk.samples_add()
    assert [article.title for article in desk.rows(desk.ids("all"))] == titles
    assert titles[0].startswith("South Korean President Lee")


def test_adding_goes_on_after_a_failure(desk: Desk, folder: Path) -> None:
    report = desk.add([str(folder), "/no/such/file", "https://news.example/a"])
    assert len(report.added) == 4
    assert [Path(f.source).name for f in report.failures[:1]] == ["2a.txt"]
    assert [f.source for f in report.failures[1:]] == ["/no/such/file", "https://news.example/a"]
    assert not report.stopped


def test_adding_again_finds_what_is_known(desk: Desk, folder: Path) -> None:
    first = desk.add([str(folder)])
    second = desk.add([str(folder), f"id:{first.added[0]}"])
    assert second.added == ()
    assert sorted(set(second.known)) == sorted(first.added)


def test_every_article_of_a_view_comes_once_while_some_are_put_away(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.desk.desk._PORTION", 2)
    ids = desk.add([str(folder)]).added
    assert [article.id for article in desk.every("inbox")] == sorted(ids, reverse=True)
    assert [article.id for article in desk.every("all", "article 3")] == [ids[3]]
    seen = []
    for article in desk.every("inbox"):
        seen.append(article.id)
        desk.set_archived([article.id], True)
    assert seen == sorted(ids, reverse=True)
    assert list(desk.every("inbox")) == []


def test_tags_are_put_on_what_is_added(desk: Desk, folder: Path) -> None:
    desk.add([str(folder)], tags=["clips"])
    assert {article.tags for article in desk.every("all")} == {("clips",)}


def test_an_empty_folder_is_a_failure_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    [failure] = desk.add([str(tmp_path / "none")]).failures
    assert failure.reason.endswith(".")
    with pytest.raises(SourceError):
        desk.look(str(tmp_path / "none"))


def test_looking_saves_nothing_and_tells_what_failed(desk: Desk, folder: Path) -> None:
    failures: list[AddFailure] = []
    opened = desk.look(str(folder), failed=failures.append)
    assert [each.article.id for each in opened] == [0] * 4
    assert [Path(failure.source).name for failure in failures] == ["2a.txt"]
    assert not desk._library.ever_held_anything()


def test_looking_at_nothing_readable_is_an_error(desk: Desk, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    with pytest.raises(SourceError, match=r"a\.txt is empty.*1 more"):
        desk.look(str(tmp_path))


def test_looking_reads_standard_input(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    [opened] = desk.look("-")
    assert opened.reading.text == TEXT
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError):
        desk.look("-")


def test_an_article_looked_at_is_measured_like_one_that_was_added(desk: Desk) -> None:
    for seed in sorted(seeds().iterdir()):
        [looked_at] = desk.look(str(seed))
        [article] = desk.add([str(seed)]).added
        stored = desk.open(article).article
        assert (looked_at.article.words, looked_at.article.minutes) == (
            stored.words,
            stored.minutes,
        )


def test_the_same_text_keeps_its_reading(desk: Desk) -> None:
    article = added(desk)
    first = desk.open(article)
    desk.remember(article, 12)
    second = desk.open(article)
    assert second.reading is first.reading
    assert second.article.state.position == 12


def test_a_deleted_article_cannot_be_opened(desk: Desk) -> None:
    article = added(desk)
    desk.open(article)
    desk.delete([article])
    with pytest.raises(LibraryError):
        desk.open(article)


def test_what_another_process_does_is_seen(desk: Desk) -> None:
    article = added(desk)
    before = desk.data_version()
    assert desk.data_version() == before
    other = Desk()
    other.set_starred([article], True)
    other.close()
    assert desk.data_version() != before
    assert desk.open(article).article.state.starred


def test_a_gist_can_be_refused_and_cancelled(desk: Desk) -> None:
    [opened] = desk.look(str(seeds() / "000_0ce5ca3a0b6ee054.txt"))
    with pytest.raises(GistRefused):
        desk.gist(opened, "magic", Budget())
    with pytest.raises(Cancelled):
        desk.gist(opened, "broadsheet", Budget(), cancelled=lambda: True)
    assert desk.gist(opened, "broadsheet", Budget()).lines


def test_facts_are_kept_in_the_library(desk: Desk) -> None:
    article = added(desk)
    assert desk.open(article).article.facts is None
    facts = desk.facts(desk.open(article))
    assert [quotation.speaker for quotation in facts.quotations] == ["Ida Holm"]
    other = Desk()
    assert other.open(article).article.facts == (1, 1)
    assert other.facts(other.open(article)) == facts
    other.close()


def test_dates_are_resolved_against_the_day_of_publication(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<meta property="article:published_time" content="2025-08-30T09:00:00Z">'
        "<p>The council met on August 24 and could not agree on anything at all.</p>",
        "utf-8",
    )
    [opened] = desk.look(str(page))
    assert opened.article.published is not None
    assert date.fromisoformat(opened.article.published[:10]) == date(2025, 8, 30)
    assert [figure.date for figure in desk.facts(opened).figures] == ["2025-08-24"]


def test_a_note_finds_its_words(desk: Desk) -> None:
    article = added(desk)
    start = TEXT.index("build")
    desk.highlight(article, Span(start, start + 8))
    desk.note(article, "The article's own")
    own, marked = desk.notes(article)
    assert (own.anchor, own.text) == (None, "The article's own")
    assert marked.anchor is not None
    assert (marked.anchor.exact, marked.anchor.found) == ("build it", True)


def test_a_note_follows_its_words_into_a_new_version_or_says_that_they_are_gone(
    desk: Desk, tmp_path: Path
) -> None:
    source = tmp_path / "story.txt"
    source.write_text(TEXT, "utf-8")
    [article] = desk.add([str(source)]).added
    for words in ("said Ida Holm", "It will cost $5 million"):
        start = TEXT.index(words)
        desk.highlight(article, Span(start, start + len(words)))
    newer = "New first sentence, which moves all. " + TEXT.replace("It will cost $5 million.", "")
    source.write_text(newer, "utf-8")
    desk.add([str(source)], again=True)
    text = desk.open(article).reading.text
    assert text.startswith("New first sentence")
    places = {note.anchor.exact: note.anchor for note in desk.notes(article) if note.anchor}
    moved = places["said Ida Holm"]
    assert moved.found
    assert text[moved.start : moved.end] == "said Ida Holm"
    assert not places["It will cost $5 million"].found


def test_all_of_a_view_is_marked_as_read_in_one_step(desk: Desk, folder: Path) -> None:
    desk.add([str(folder)])
    desk.set_read(desk.ids("all")[:1], True)
    assert desk.mark_all_read("inbox") == 3
    assert desk.counts()["unread"] == 0
    desk.undo()
    assert desk.counts()["unread"] == 3


def test_a_setting_is_remembered(desk: Desk) -> None:
    desk.remember_setting("measure", 80)
    assert desk.settings.measure == 80
    other = Desk()
    assert other.settings.measure == 80
    other.close()
    with pytest.raises(BroadsheetError):
        desk.remember_setting("measure", 100_000)


def test_one_desk_serves_several_threads(desk: Desk, folder: Path) -> None:
    desk.add([str(folder)])
    ids = desk.ids("all")
    faults: list[BaseException] = []

    def work(article: int) -> None:
        try:
            for _ in range(5):
                opened = desk.open(article)
                desk.facts(opened)
                desk.gist(opened, "broadsheet", Budget(1))
                desk.note(article, "A note from a thread.")
                desk.set_starred([article], True)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(article,)) for article in ids for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert len(desk.notes()) == 4 * 2 * 5
    assert desk.counts()["starred"] == 4


def test_what_nobody_foresaw_costs_one_file_and_is_logged(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from tui import importers

    sound = importers.draft_of_file

    def draft(path: Path | str, encoding: str | None = None) -> Draft:
        if Path(path).name == "1.txt":
            raise RecursionError
        return sound(path, encoding)

    monkeypatch.setattr(importers, "draft_of_file", draft)
    lost = str(folder / "1.txt")
    reason = f"{lost} could not be read: something unforeseen; the log says what."
    report = desk.add([str(folder)])
    assert len(report.added) == 3
    assert AddFailure(lost, reason) in report.failures
    assert not report.stopped
    assert "Traceback" in caplog.text
    told: list[AddFailure] = []
    assert len(desk.look(str(folder), failed=told.append)) == 3
    assert AddFailure(lost, reason) in told


def test_every_failure_has_its_reason_in_the_log(
    desk: Desk, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    report = desk.add([str(folder), "/no/such/file"])
    assert len(report.failures) == 2
    for failure in report.failures:
        assert failure.reason in caplog.text


def test_the_ids_of_a_report_are_in_the_order_of_the_sources(desk: Desk, folder: Path) -> None:
    [second] = desk.add([str(folder / "2.txt")]).added
    [third] = desk.add([str(folder / "3.txt")]).added
    sources = [str(folder / "2.txt"), str(folder / "0.txt"), f"id:{third}", "id:99"]
    report = desk.add([*sources, str(folder / "1.txt"), f"id:{second}"])
    fresh, last = report.added
    assert report.ids == (second, fresh, third, last)
    assert [failure.source for failure in report.failures] == ["id:99"]
    assert not report.stopped


def test_looking_creates_no_library(home: Path, folder: Path) -> None:
    desk = Desk()
    assert desk.look(str(folder / "0.txt"))
    desk.close()
    assert not home.exists()


def test_the_first_use_from_many_threads_opens_one_library(desk: Desk) -> None:
    start = threading.Barrier(8)
    seen: list[Library] = []

    def use() -> None:
        start.wait()
        seen.append(desk._library)

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert len({id(library) for library in seen}) == 1


def test_a_language_that_is_said_is_what_gist_and_facts_go_by(desk: Desk) -> None:
    text = "Le maire a dit : « Nous irons au port demain matin. » Il a payé 2,5 millions d’euros."
    article = added(desk, text)
    first = desk.open(article)
    desk.facts(first)
    assert desk.set_language([article], "German") == 1
    second = desk.open(article)
    assert (second.article.language, second.reading.language) == ("de", "de")
    assert second.reading is not first.reading
    assert desk.rows([article])[0].facts is None
    desk.facts(second)
    assert desk.rows([article])[0].facts is not None
    desk.undo()
    assert desk.open(article).reading == first.reading


def test_facts_found_in_a_language_that_has_changed_are_not_kept(desk: Desk) -> None:
    opened = desk.open(added(desk))
    desk.set_language([opened.article.id], "fr")
    desk.facts(opened)
    assert desk.rows([opened.article.id])[0].facts is None


def test_a_language_that_does_not_exist_changes_nothing(desk: Desk) -> None:
    article = added(desk)
    with pytest.raises(BroadsheetError, match="no language “xx”"):
        desk.set_language([article], "xx")
    assert desk.open(article).article.language == "en"
